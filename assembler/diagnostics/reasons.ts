// Why an operand is malformed, in words: the particulars of the code `malformed-operand`.
import type { Text } from '../../emulator/instructions/index.ts'

export const REASONS = {
  bareImmediate: {
    en: '`#` is followed by a number, a constant or a label',
    zh: '`#` 后面应当是数、常量或标签',
  },
  immediateInBrackets: {
    en: 'brackets hold the number of a cell, without `#`',
    zh: '方括号里直接写单元的编号，不加 `#`',
  },
  computed: {
    en: 'nothing is computed inside an operand: do it with an instruction before',
    zh: '操作数里不能写算式，请先用指令算好',
  },
  immediateRegister: {
    en: '`#` stands before a number; a register is written without it',
    zh: '`#` 后面应当是数；寄存器前不加 `#`',
  },
  immediateBrackets: {
    en: '`#` stands before a number; brackets are written without it',
    zh: '`#` 后面应当是数；方括号前不加 `#`',
  },
  sign: {
    en: 'only a decimal number may carry a sign, and only `-`, right before it',
    zh: '只有十进制数可以带符号，且只能是紧挨着它的 `-`',
  },
  brackets: {
    en: 'brackets hold one number, register or constant',
    zh: '方括号里应当是一个数、寄存器或常量',
  },
  character: {
    en: 'a character is a value, not the number of a cell or an instruction',
    zh: '字符是数值，不能作单元或指令的编号',
  },
  string: {
    en: 'a string stands only among the values of `.data` and `.expect`',
    zh: '字符串只能作 `.data` 和 `.expect` 的值',
  },
  any: {
    en: '`?` stands only among the values of `.expect`',
    zh: '`?` 只能作 `.expect` 的值',
  },
  immediateHere: {
    en: 'numbers are written without `#` here',
    zh: '这里的数直接写，不加 `#`',
  },
  value: {
    en: 'a number, a constant, a label or a string stands here',
    zh: '这里应当是数、常量、标签或字符串',
  },
  address: {
    en: 'the number of a cell, a register or a constant stands here',
    zh: '这里应当是单元的编号、寄存器或常量',
  },
  constantValue: {
    en: 'a number or a constant of an earlier line stands here',
    zh: '这里应当是数或前面行中定义的常量',
  },
  constantName: {
    en: 'the name of the constant stands here',
    zh: '这里应当是常量的名字',
  },
  setting: {
    en: 'a plain number stands here',
    zh: '这里应当直接写一个数',
  },
} as const satisfies Record<string, Text>
