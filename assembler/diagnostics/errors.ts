// The errors: code, words, examples with the squiggle drawn (language.md, section 5). It knows not where they are found.
import { code, label, parts, type Sentence } from '../../emulator/instructions/index.ts'
import { row } from './diagnostic.ts'

export const ERRORS = {
  'unknown-instruction': row<[name: string, advice?: Sentence | undefined]>({
    severity: 'error',
    words: (name, advice) => ({
      en: parts`there is no instruction ${code(name)}${advice === undefined ? '' : parts`: ${advice.en}`}`,
      zh: parts`没有名为 ${code(name)} 的指令${advice === undefined ? '' : parts`：${advice.zh}`}`,
    }),
    examples: [
      { text: 'mvo r0, #1\n~~~', fixed: 'mov r0, #1' },
      { text: '    load r0, r1, r2\n    ~~~~' },
      { text: 'loop add r0, #1\n~~~~', fixed: 'loop: add r0, #1' },
      { text: 'loop, mov r0, #1\n~~~~', fixed: 'loop: mov r0, #1' },
      { text: 'inc r0\n~~~', fixed: 'add r0, #1' },
      { text: 'bgt 0\n~~~' },
      { text: 'jz 0\n~~', fixed: 'je 0' },
    ],
  }),
  'unknown-directive': row<[name: string, advice?: Sentence | undefined]>({
    severity: 'error',
    words: (name, advice) => ({
      en: parts`there is no directive ${code(name)}${advice === undefined ? '' : parts`: ${advice.en}`}`,
      zh: parts`没有名为 ${code(name)} 的伪指令${advice === undefined ? '' : parts`：${advice.zh}`}`,
    }),
    examples: [{ text: '.dta 8: 1\n~~~~', fixed: '.data 8: 1' }, { text: '.include 8\n~~~~~~~~' }],
  }),
  'expected-operand': row<[statement: string, example: string]>({
    severity: 'error',
    words: (statement, example) => ({
      en: parts`an operand is missing after this: ${code(statement)} is written as in ${code(example)}`,
      zh: parts`此处之后缺少操作数：${code(statement)} 的写法如 ${code(example)}`,
    }),
    examples: [
      { text: 'mov r0\n    ~~' },
      { text: 'add r0, ; the rest?\n      ~' },
      { text: 'mov r0,,r1\n      ~' },
      { text: 'jmp\n~~~' },
      { text: '.data 8: 1, , 3\n          ~' },
      { text: '.equ total\n     ~~~~~' },
    ],
  }),
  'too-many-operands': row<[statement: string, number: number, advice?: Sentence | undefined]>({
    severity: 'error',
    words: (statement, number, advice) => ({
      en: parts`too many operands: ${code(statement)} takes ${number === 1 ? 'one' : number}${advice === undefined ? '' : parts`; ${advice.en}`}`,
      zh: parts`操作数过多：${code(statement)} 只需 ${number} 个操作数${advice === undefined ? '' : parts`；${advice.zh}`}`,
    }),
    examples: [
      { text: 'mov r0, r1, r2\n            ~~', fixed: 'mov r0, r1' },
      { text: 'jmp a, b\n       ~', fixed: 'jmp a' },
      { text: 'add r0 r1 r2, #3\n          ~~~~~~', fixed: 'add r0 r1' },
    ],
  }),
  'expected-comma': row<[token: string]>({
    severity: 'error',
    words: token => ({ en: parts`a comma is missing after ${code(token)}`, zh: parts`${code(token)} 之后缺少逗号` }),
    examples: [
      { text: 'mov r0 #1\n    ~~', fixed: 'mov r0, #1' },
      { text: '.data 8: 1, 2 3\n            ~', fixed: '.data 8: 1, 2, 3' },
      { text: '.data 8: 1 2 3\n         ~', fixed: '.data 8: 1, 2, 3' },
    ],
  }),
  'expected-colon': row<[]>({
    severity: 'error',
    words: () => ({ en: parts`a colon is missing after the address`, zh: parts`地址之后缺少冒号` }),
    examples: [
      { text: '.data 8 1\n      ~', fixed: '.data 8: 1' },
      { text: '.data 8, 1\n      ~', fixed: '.data 8: 1' },
      { text: '.data 8 1 2\n      ~', fixed: '.data 8: 1, 2' },
    ],
  }),
  'malformed-operand': row<[reason: Sentence]>({
    severity: 'error',
    words: reason => reason,
    examples: [
      { text: 'mov r0, #\n        ~' },
      { text: 'mov r0, [#8]\n        ~~~~', fixed: 'mov r0, [8]' },
      { text: 'mov r0, (r1)\n        ~~~~', fixed: 'mov r0, [r1]' },
      { text: 'mov r0, （r1）\n        ~~~~', fixed: 'mov r0, [r1]' },
      { text: 'mov r0, [r1+2]\n        ~~~~~~' },
      { text: 'mov r0, r1 + 2\n        ~~~~~~' },
      { text: 'mov r0, #r1\n        ~~~', fixed: 'mov r0, r1' },
      { text: 'mov r0, #-0x1\n        ~~~~~' },
      { text: 'mov r0, #+5\n        ~~~', fixed: 'mov r0, #5' },
      { text: "mov 'A', r0\n    ~~~" },
      { text: "mov r0, 'A'\n        ~~~", fixed: "mov r0, #'A'" },
      { text: '.data 8: 1, ?\n            ~' },
      { text: '.data 8: #5\n         ~~', fixed: '.data 8: 5' },
    ],
  }),
  'unclosed-bracket': row<[]>({
    severity: 'error',
    words: () => ({
      en: parts`the bracket is not closed: ${code(']')} is missing after this`,
      zh: parts`方括号没有闭合：此处之后缺少 ${code(']')}`,
    }),
    examples: [
      { text: 'mov r0, [r1\n         ~~', fixed: 'mov r0, [r1]' },
      { text: 'mov [r0, r1\n     ~~', fixed: 'mov [r0], r1' },
    ],
  }),
  'nested-indirection': row<[]>({
    severity: 'error',
    words: () => ({
      en: parts`only one level of brackets: copy the inner one into a register first`,
      zh: parts`方括号只能有一层：请先把里层的值取到寄存器中`,
    }),
    examples: [{ text: 'mov r0, [[r1]]\n        ~~~~~~', fixed: 'mov r0, [r1]' }],
  }),
  'malformed-number': row<[written: string]>({
    severity: 'error',
    words: written => ({
      en: parts`${code(written)} is no number: write ${code('42')}, ${code('0x2A')} or ${code('0b101010')}`,
      zh: parts`${code(written)} 不是数：应写作 ${code('42')}、${code('0x2A')} 或 ${code('0b101010')}`,
    }),
    examples: [
      { text: 'mov r0, #0x\n         ~~' },
      { text: 'mov 12ab, r0\n    ~~~~', fixed: 'mov 0x12ab, r0' },
      { text: 'mov r0, #0b102\n         ~~~~~' },
      { text: '.data 8: 1.5\n         ~~~' },
    ],
  }),
  'malformed-character': row<[problem: 'empty' | 'many' | 'open' | 'string' | 'escape']>({
    severity: 'error',
    words: problem => CHARACTER_WORDS[problem],
    examples: [
      { text: "mov r0, #'\n         ~" },
      { text: "mov r0, #''\n         ~~" },
      { text: "mov r0, #'ab'\n         ~~~~" },
      { text: "mov r0, #'A\n         ~~", fixed: "mov r0, #'A'" },
      { text: '.data 8: "abc\n         ~~~~', fixed: '.data 8: "abc"' },
      { text: '.data 8: "a\\q"\n           ~~' },
    ],
  }),
  'unexpected-character': row<[shown: string, advice?: Sentence]>({
    severity: 'error',
    words: (shown, advice) => ({
      en: parts`${code(shown)} can't stand here${advice === undefined ? '' : parts`: ${advice.en}`}`,
      zh: parts`这里不能出现 ${code(shown)}${advice === undefined ? '' : parts`：${advice.zh}`}`,
    }),
    examples: [
      { text: 'mov r0, @1\n        ~', fixed: 'mov r0, [1]' },
      { text: 'mov r0, r1]\n          ~', fixed: 'mov r0, r1' },
      { text: '12: mov r0, #1\n~~' },
      { text: 'mov r0, #1 // one\n           ~~', fixed: 'mov r0, #1 ; one' },
      { text: '# one\n~', fixed: '; one' },
      { text: 'my-loop:\n  ~', fixed: 'my_loop:' },
      { text: 'mov %r0, #1\n    ~', fixed: 'mov r0, #1' },
      { text: 'mov r0, $5\n        ~', fixed: 'mov r0, #5' },
      { text: ', mov\n~' },
      { text: 'mov r0, r1,\n          ~', fixed: 'mov r0, r1' },
      { text: 'mov\u00a0r0, #1\n   ~', fixed: 'mov r0, #1' },
      { text: 'm\u200bov r0, #1\n ~', fixed: 'mov r0, #1' },
    ],
  }),
  'fullwidth-character': row<[written: string, ascii: string]>({
    severity: 'error',
    words: (written, ascii) =>
      ascii.trim() === ''
        ? { en: parts`a full-width blank: write a plain one`, zh: parts`全角空格应写成半角空格` }
        : {
            en: parts`${code(written)} is full-width: write ${code(ascii)}`,
            zh: parts`全角“${label(written)}”应写成半角“${label(ascii)}”`,
          },
    examples: [
      { text: 'mov r0，#1\n      ~', fixed: 'mov r0,#1' },
      { text: 'loop：\n    ~', fixed: 'loop:' },
      { text: '；note\n~', fixed: ';note' },
      { text: 'mov r0, ＃１\n        ~~', fixed: 'mov r0, #1' },
      { text: 'ｍｏｖ r0, r1\n~~~', fixed: 'mov r0, r1' },
      { text: 'mov r0, #−1\n         ~', fixed: 'mov r0, #-1' },
      { text: '。data 8: 1\n~', fixed: '.data 8: 1' },
      { text: 'mov r0, ［r1］\n        ~\n           ~', fixed: 'mov r0, [r1］' },
    ],
  }),
  'unknown-register': row<[name: string]>({
    severity: 'error',
    words: name => ({
      en: parts`there is no register ${code(name)}: they are ${code('r0')} to ${code('r7')}`,
      zh: parts`没有寄存器 ${code(name)}：寄存器只有 ${code('r0')} 到 ${code('r7')}`,
    }),
    examples: [{ text: 'mov r9, #1\n    ~~' }, { text: 'jmp r9\n    ~~' }],
  }),
  'undefined-name': row<[name: string, where: 'anywhere' | 'earlier' | 'register' | 'cell']>({
    severity: 'error',
    words: (name, where) =>
      where === 'earlier'
        ? {
            en: parts`${code(name)} is no constant of an earlier line`,
            zh: parts`${code(name)} 不是前面行中定义的常量`,
          }
        : where === 'cell'
          ? {
              en: parts`a cell is written as its number: ${code(name.slice(1))}, not ${code(name)}`,
              zh: parts`内存单元直接写编号：${code(name.slice(1))}，而不是 ${code(name)}`,
            }
          : where === 'register'
            ? {
                en: parts`nothing is called ${code(name)}: the registers are ${code('r0')} to ${code('r7')}`,
                zh: parts`没有定义 ${code(name)}：寄存器是 ${code('r0')} 到 ${code('r7')}`,
              }
            : { en: parts`nothing is called ${code(name)}`, zh: parts`没有定义 ${code(name)}` },
    examples: [
      { text: 'MOV AX, 5\n    ~~' },
      { text: 'loop:\n    jmp lop\n        ~~~', fixed: 'loop:\n    jmp loop' },
      { text: 'mov r0, #nowhere\n         ~~~~~~~' },
      { text: '.equ a, b\n        ~\n.equ b, 1' },
    ],
  }),
  'label-as-cell': row<[name: string]>({
    severity: 'error',
    words: name => ({
      en: parts`${code(name)} is a label, the number of an instruction, and no cell`,
      zh: parts`“${label(name)}”是标签，即指令的编号，不是内存单元`,
    }),
    examples: [
      { text: 'loop:\n    mov r0, loop\n            ~~~~', fixed: 'loop:\n    mov r0, #loop' },
      { text: 'loop:\n    mov loop, r0\n        ~~~~' },
    ],
  }),
  'constant-as-target': row<[name: string]>({
    severity: 'error',
    words: name => ({
      en: parts`${code(name)} is a constant; a jump leads to a label or a number`,
      zh: parts`${code(name)} 是常量；跳转目标应当是标签或数`,
    }),
    examples: [{ text: '.equ total, 10\njmp total\n    ~~~~~', fixed: '.equ total, 10\njmp [total]' }],
  }),
  'duplicate-name': row<[name: string, line: number]>({
    severity: 'error',
    words: (name, line) => ({
      en: parts`${code(name)} is defined already, on line ${line}`,
      zh: parts`${code(name)} 已在第 ${line} 行定义`,
    }),
    examples: [{ text: 'loop:\n    jmp loop\nloop:\n~~~~' }, { text: 'loop:\n    jmp loop\n.equ loop, 1\n     ~~~~' }],
  }),
  'reserved-name': row<[name: string]>({
    severity: 'error',
    words: name => ({
      en: parts`${code(name)} is reserved: mnemonics and names of registers can't be defined`,
      zh: parts`${code(name)} 是保留字：指令和寄存器的名字不能另作定义`,
    }),
    examples: [
      { text: 'mov:\n~~~' },
      { text: 'mov: r0, r1\n~~~', fixed: 'mov r0, r1' },
      { text: '.equ r3, 1\n     ~~' },
      { text: 'r08:\n~~~' },
    ],
  }),
  'immediate-destination': row<[]>({
    severity: 'error',
    words: () => ({
      en: parts`a number itself can't be written to: the destination is a cell`,
      zh: parts`立即数不能作目的操作数：写入的应当是内存单元`,
    }),
    examples: [{ text: 'add #1, r0\n    ~~', fixed: 'add r0, #1' }, { text: 'add #1, #2\n    ~~' }],
  }),
  'immediate-target': row<[]>({
    severity: 'error',
    words: () => ({ en: parts`a jump target is written without ${code('#')}`, zh: parts`跳转目标前不加 ${code('#')}` }),
    examples: [{ text: 'jmp #1\n    ~~', fixed: 'jmp 1' }],
  }),
  'invalid-target': row<[register: string]>({
    severity: 'error',
    words: register => ({
      en: parts`a jump leads to a label or a number; where ${code(register)} holds it, write ${code(`[${register}]`)}`,
      zh: parts`跳转目标应当是标签或数；若目标存放在 ${code(register)} 中，应写 ${code(`[${register}]`)}`,
    }),
    examples: [{ text: 'jmp r0\n    ~~', fixed: 'jmp [r0]' }],
  }),
  'address-out-of-range': row<[address: string, cells: number]>({
    severity: 'error',
    words: (address, cells) => ({
      en: parts`there is no cell ${address}: the cells are 0 to ${cells - 1}`,
      zh: parts`没有 ${address} 号单元：单元的编号是 0 到 ${cells - 1}`,
    }),
    examples: [
      { text: 'mov 256, r0\n    ~~~' },
      { text: 'mov r0, 300\n        ~~~', fixed: 'mov r0, #300' },
      { text: '.data 254: 1, 2, 3, 4\n                 ~' },
    ],
  }),
  'target-out-of-range': row<[target: string, length: number]>({
    severity: 'error',
    words: (target, length) => ({
      en: parts`there is no instruction ${target}: a jump leads to 0 up to ${length}, which is the end`,
      zh: parts`没有 ${target} 号指令：跳转目标是 0 到 ${length}，${length} 即程序末尾`,
    }),
    examples: [{ text: 'mov r0, #1\njmp 99\n    ~~' }],
  }),
  'value-out-of-range': row<[value: string, bits: number, from: number, to: number]>({
    severity: 'error',
    words: (value, bits, from, to) => {
      const digits = bits / 4
      const low = `0x${'0'.repeat(digits)}`
      const high = `0x${'F'.repeat(digits)}`
      return {
        en: parts`${value} does not fit a word of ${bits} bits: ${from} to ${to}, or ${low} to ${high}`,
        zh: parts`${value} 放不进 ${bits} 位的字：范围是 ${from} 到 ${to}，或 ${low} 到 ${high}`,
      }
    },
    examples: [{ text: '.bits 8\nmov r0, #300\n         ~~~' }, { text: '.bits 8\n.data 8: "né"\n           ~' }],
  }),
  'invalid-setting': row<[directive: string, problem: 'value' | 'twice' | 'late']>({
    severity: 'error',
    words: (directive, problem) => SETTING_WORDS[problem](directive),
    examples: [
      { text: '.bits 12\n      ~~' },
      { text: '.cells 3\n       ~' },
      { text: '.bits 8\n.bits 8\n~~~~~' },
      { text: 'mov r0, #1\n.bits 8\n~~~~~' },
    ],
  }),
  'program-too-large': row<[what: 'instructions' | 'bytes', most: number]>({
    severity: 'error',
    words: (what, most) =>
      what === 'instructions'
        ? { en: parts`a program has at most ${most} instructions`, zh: parts`一个程序最多有 ${most} 条指令` }
        : { en: parts`a source text has at most ${most} bytes`, zh: parts`源程序最多有 ${most} 字节` },
    examples: [{ text: '(65536 times) mov r0, #0\nmov r1, #0\n~~~~~~~~~~' }],
  }),
} as const

const CHARACTER_WORDS = {
  empty: { en: parts`a character is missing between the quotes`, zh: parts`引号之间缺少字符` },
  many: {
    en: parts`only one character stands between ${code("'")} and ${code("'")}`,
    zh: parts`${code("'")} 与 ${code("'")} 之间只能有一个字符`,
  },
  open: { en: parts`the character is not closed: ${code("'")} is missing`, zh: parts`字符没有闭合：缺少 ${code("'")}` },
  string: {
    en: parts`the string is not closed: ${code('"')} is missing`,
    zh: parts`字符串没有闭合：缺少 ${code('"')}`,
  },
  escape: {
    en: parts`the escapes are ${code('\\n')}, ${code('\\t')}, ${code('\\0')}, ${code('\\\\')}, ${code("\\'")} and ${code('\\"')}`,
    zh: parts`转义写法只有 ${code('\\n')}、${code('\\t')}、${code('\\0')}、${code('\\\\')}、${code("\\'")} 和 ${code('\\"')}`,
  },
} as const satisfies Record<string, Sentence>

const SETTING_WORDS = {
  value: (directive: string): Sentence =>
    directive === '.bits'
      ? { en: parts`a word has 8, 16 or 32 bits`, zh: parts`字长只能是 8、16 或 32 位` }
      : { en: parts`there can be 16 to 1048576 cells`, zh: parts`内存单元的个数应在 16 到 1048576 之间` },
  twice: (directive: string): Sentence => ({
    en: parts`${code(directive)} stands at most once`,
    zh: parts`${code(directive)} 最多出现一次`,
  }),
  late: (directive: string): Sentence => ({
    en: parts`${code(directive)} stands before all instructions and data`,
    zh: parts`${code(directive)} 应当写在所有指令和数据之前`,
  }),
} as const
