// Why an operand is malformed, in words: the particulars of the code `malformed-operand`.
import { code, parts, type Sentence } from '../../emulator/instructions/index.ts'

export const REASONS = {
  bareImmediate: {
    en: parts`${code('#')} is followed by a number, a constant or a label`,
    zh: parts`${code('#')} 后面应当是立即数：数、常量或标签`,
  },
  immediateInBrackets: {
    en: parts`brackets hold the number of a cell, without ${code('#')}`,
    zh: parts`方括号里直接写单元的编号，不加 ${code('#')}`,
  },
  parenthesis: {
    en: parts`brackets are square here: ${code('[r1]')}`,
    zh: parts`这里要用方括号：${code('[r1]')}`,
  },
  comment: {
    en: parts`a comment begins with ${code(';')}`,
    zh: parts`注释以 ${code(';')} 开头`,
  },
  computed: {
    en: parts`nothing is computed inside an operand: do it before, as with ${code('mov r2, r1')} and ${code('add r2, #2')}`,
    zh: parts`操作数里不能写算式，请先用指令算好，如 ${code('mov r2, r1')} 和 ${code('add r2, #2')}`,
  },
  name: {
    en: parts`a name is made of letters, digits and ${code('_')}`,
    zh: parts`名字由字母、数字和 ${code('_')} 组成`,
  },
  plainRegister: {
    en: parts`a register is written plainly, as in ${code('r0')}`,
    zh: parts`寄存器直接写，如 ${code('r0')}`,
  },
  dollar: {
    en: parts`a number itself is written with ${code('#')}, as in ${code('#5')}, and a hexadecimal one as in ${code('0x2A')}`,
    zh: parts`立即数前写 ${code('#')}，如 ${code('#5')}；十六进制数的写法如 ${code('0x2A')}`,
  },
  pointer: {
    en: parts`the cell that a register points at is written in brackets, as in ${code('[r1]')}`,
    zh: parts`指针所指的内存单元写在方括号里，如 ${code('[r1]')}`,
  },
  itself: {
    en: parts`a number itself is written with ${code('#')}, as in ${code('#5')}`,
    zh: parts`立即数前写 ${code('#')}，如 ${code('#5')}`,
  },
  size: {
    en: parts`every cell holds one word, so no size is written`,
    zh: parts`每个内存单元都是一个字，不写大小`,
  },
  lineNumber: {
    en: parts`lines are numbered by themselves`,
    zh: parts`行号不用写`,
  },
  labelName: {
    en: parts`a name begins with a letter or ${code('_')}`,
    zh: parts`名字以字母或 ${code('_')} 开头`,
  },
  firstCell: {
    en: parts`only the first cell is written; the values fill the cells from there on`,
    zh: parts`只写第一个单元，各值从它起依次存放`,
  },
  oneStatement: (second: string) => ({
    en: parts`one instruction stands on a line, so ${code(second)} begins a new one`,
    zh: parts`一行只写一条指令，${code(second)} 应另起一行`,
  }),
  destinationFirst: (statement: string) => ({
    en: parts`the destination comes first, and a number is written with ${code('#')}: ${code(statement)}`,
    zh: parts`目的操作数写在前面，立即数前写 ${code('#')}：${code(statement)}`,
  }),
  immediateRegister: {
    en: parts`${code('#')} stands before a number; a register is written without it`,
    zh: parts`${code('#')} 后面应当是数；寄存器前不加 ${code('#')}`,
  },
  immediateBrackets: {
    en: parts`${code('#')} stands before a number; brackets are written without it`,
    zh: parts`${code('#')} 后面应当是数；方括号前不加 ${code('#')}`,
  },
  sign: {
    en: parts`only a decimal number may carry a sign, and only ${code('-')}, right before it`,
    zh: parts`只有十进制数可以带符号，且只能是紧挨着它的 ${code('-')}`,
  },
  brackets: {
    en: parts`brackets hold one number, register or constant`,
    zh: parts`方括号里应当是一个数、寄存器或常量`,
  },
  character: {
    en: parts`a character is a value, not the number of a cell or an instruction`,
    zh: parts`字符是数值，不能作单元或指令的编号`,
  },
  string: {
    en: parts`a string stands only among the values of ${code('.data')} and ${code('.expect')}`,
    zh: parts`字符串只能作 ${code('.data')} 和 ${code('.expect')} 的值`,
  },
  any: {
    en: parts`${code('?')} stands only among the values of ${code('.expect')}`,
    zh: parts`${code('?')} 只能作 ${code('.expect')} 的值`,
  },
  immediateHere: {
    en: parts`numbers are written without ${code('#')} here`,
    zh: parts`这里的数直接写，不加 ${code('#')}`,
  },
  value: {
    en: parts`a number, a constant, a label or a string stands here`,
    zh: parts`这里应当是数、常量、标签或字符串`,
  },
  address: {
    en: parts`the number of a cell, a register or a constant stands here`,
    zh: parts`这里应当是单元的编号、寄存器或常量`,
  },
  constantValue: {
    en: parts`a number or a constant of an earlier line stands here`,
    zh: parts`这里应当是数或前面行中定义的常量`,
  },
  constantName: {
    en: parts`the name of the constant stands here`,
    zh: parts`这里应当是常量的名字`,
  },
  setting: {
    en: parts`a plain number stands here`,
    zh: parts`这里应当直接写一个数`,
  },
} as const satisfies Record<string, Sentence | ((written: string) => Sentence)>
