// The errors: code, words, examples with the squiggle drawn (language.md, section 5). It knows not where they are found.
import type { Text } from '../../emulator/instructions/index.ts'
import { row } from './diagnostic.ts'

export const ERRORS = {
  'unknown-instruction': row<[name: string]>({
    severity: 'error',
    words: name => ({ en: `there is no instruction \`${name}\``, zh: `没有名为 \`${name}\` 的指令` }),
    examples: [
      { text: 'mvo r0, #1\n~~~', fixed: 'mov r0, #1' },
      { text: '    load r0, r1, r2\n    ~~~~' },
      { text: 'loop add r0, #1\n~~~~', fixed: 'loop: add r0, #1' },
    ],
  }),
  'unknown-directive': row<[name: string]>({
    severity: 'error',
    words: name => ({ en: `there is no directive \`${name}\``, zh: `没有名为 \`${name}\` 的伪指令` }),
    examples: [{ text: '.dta 8: 1\n~~~~', fixed: '.data 8: 1' }, { text: '.include 8\n~~~~~~~~' }],
  }),
  'expected-operand': row<[statement: string, example: string]>({
    severity: 'error',
    words: (statement, example) => ({
      en: `an operand is missing after this: \`${statement}\` is written as in \`${example}\``,
      zh: `此处之后缺少操作数：\`${statement}\` 的写法如 \`${example}\``,
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
  'too-many-operands': row<[statement: string, number: number]>({
    severity: 'error',
    words: (statement, number) => ({
      en: `too many operands: \`${statement}\` takes ${number === 1 ? 'one' : number}`,
      zh: `操作数过多：\`${statement}\` 只需 ${number} 个操作数`,
    }),
    examples: [
      { text: 'mov r0, r1, r2\n            ~~', fixed: 'mov r0, r1' },
      { text: 'jmp a, b\n       ~', fixed: 'jmp a' },
      { text: 'add r0 r1 r2, #3\n          ~~~~~~', fixed: 'add r0 r1' },
    ],
  }),
  'expected-comma': row<[]>({
    severity: 'error',
    words: () => ({ en: 'a comma is missing after this', zh: '此处之后缺少逗号' }),
    examples: [
      { text: 'mov r0 #1\n    ~~', fixed: 'mov r0, #1' },
      { text: '.data 8: 1, 2 3\n            ~', fixed: '.data 8: 1, 2, 3' },
      { text: '.data 8: 1 2 3\n         ~', fixed: '.data 8: 1, 2, 3' },
    ],
  }),
  'expected-colon': row<[]>({
    severity: 'error',
    words: () => ({ en: 'a colon is missing after the address', zh: '地址之后缺少冒号' }),
    examples: [
      { text: '.data 8 1\n      ~', fixed: '.data 8: 1' },
      { text: '.data 8, 1\n      ~', fixed: '.data 8: 1' },
    ],
  }),
  'malformed-operand': row<[reason: Text]>({
    severity: 'error',
    words: reason => reason,
    examples: [
      { text: 'mov r0, #\n        ~' },
      { text: 'mov r0, [#8]\n        ~~~~', fixed: 'mov r0, [8]' },
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
      en: 'the bracket is not closed: `]` is missing after this',
      zh: '方括号没有闭合：此处之后缺少 `]`',
    }),
    examples: [
      { text: 'mov r0, [r1\n         ~~', fixed: 'mov r0, [r1]' },
      { text: 'mov [r0, r1\n     ~~', fixed: 'mov [r0], r1' },
    ],
  }),
  'nested-indirection': row<[]>({
    severity: 'error',
    words: () => ({
      en: 'only one level of brackets: copy the inner one into a register first',
      zh: '方括号只能有一层：请先把里层的值取到寄存器中',
    }),
    examples: [{ text: 'mov r0, [[r1]]\n        ~~~~~~', fixed: 'mov r0, [r1]' }],
  }),
  'malformed-number': row<[written: string]>({
    severity: 'error',
    words: written => ({
      en: `\`${written}\` is no number: write \`42\`, \`0x2A\` or \`0b101010\``,
      zh: `\`${written}\` 不是数：应写作 \`42\`、\`0x2A\` 或 \`0b101010\``,
    }),
    examples: [
      { text: 'mov r0, #0x\n         ~~' },
      { text: 'mov 12ab, r0\n    ~~~~' },
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
  'unexpected-character': row<[shown: string]>({
    severity: 'error',
    words: shown => ({ en: `\`${shown}\` can't stand here`, zh: `这里不能出现 \`${shown}\`` }),
    examples: [
      { text: 'mov r0, @1\n        ~' },
      { text: 'mov r0, r1]\n          ~', fixed: 'mov r0, r1' },
      { text: '12: mov r0, #1\n~~' },
      { text: ', mov\n~' },
      { text: 'mov r0, r1,\n          ~', fixed: 'mov r0, r1' },
      { text: 'mov\u00a0r0, #1\n   ~', fixed: 'mov r0, #1' },
      { text: 'm\u200bov r0, #1\n ~', fixed: 'mov r0, #1' },
    ],
  }),
  'fullwidth-character': row<[ascii: string]>({
    severity: 'error',
    words: ascii => ({
      en: ascii.trim() === '' ? 'a full-width blank: write a plain one' : `full-width: write \`${ascii}\``,
      zh: ascii.trim() === '' ? '全角空格：应写半角空格' : `全角字符：应写半角的 \`${ascii}\``,
    }),
    examples: [
      { text: 'mov r0，#1\n      ~', fixed: 'mov r0,#1' },
      { text: 'loop：\n    ~', fixed: 'loop:' },
      { text: '；note\n~', fixed: ';note' },
      { text: 'mov r0, ＃１\n        ~~', fixed: 'mov r0, #1' },
      { text: 'ｍｏｖ r0, r1\n~~~', fixed: 'mov r0, r1' },
      { text: 'mov r0, ［r1］\n        ~\n           ~', fixed: 'mov r0, [r1］' },
    ],
  }),
  'unknown-register': row<[name: string]>({
    severity: 'error',
    words: name => ({
      en: `there is no register \`${name}\`: they are \`r0\` to \`r7\``,
      zh: `没有寄存器 \`${name}\`：寄存器只有 \`r0\` 到 \`r7\``,
    }),
    examples: [{ text: 'mov r9, #1\n    ~~' }, { text: 'jmp r9\n    ~~' }],
  }),
  'undefined-name': row<[name: string, where: 'anywhere' | 'earlier']>({
    severity: 'error',
    words: (name, where) =>
      where === 'earlier'
        ? {
            en: `\`${name}\` is no constant of an earlier line`,
            zh: `\`${name}\` 不是前面行中定义的常量`,
          }
        : { en: `nothing is called \`${name}\``, zh: `没有定义 \`${name}\`` },
    examples: [
      { text: 'loop:\n    jmp lop\n        ~~~', fixed: 'loop:\n    jmp loop' },
      { text: 'mov r0, #nowhere\n         ~~~~~~~' },
      { text: '.equ a, b\n        ~\n.equ b, 1' },
    ],
  }),
  'label-as-cell': row<[name: string]>({
    severity: 'error',
    words: name => ({
      en: `\`${name}\` is a label, the number of an instruction, and no cell`,
      zh: `\`${name}\` 是标签，即指令的编号，不是内存单元`,
    }),
    examples: [
      { text: 'loop:\n    mov r0, loop\n            ~~~~', fixed: 'loop:\n    mov r0, #loop' },
      { text: 'loop:\n    mov loop, r0\n        ~~~~' },
    ],
  }),
  'constant-as-target': row<[name: string]>({
    severity: 'error',
    words: name => ({
      en: `\`${name}\` is a constant; a jump leads to a label or a number`,
      zh: `\`${name}\` 是常量；跳转目标应当是标签或数`,
    }),
    examples: [{ text: '.equ total, 10\njmp total\n    ~~~~~', fixed: '.equ total, 10\njmp [total]' }],
  }),
  'duplicate-name': row<[name: string, line: number]>({
    severity: 'error',
    words: (name, line) => ({
      en: `\`${name}\` is defined already, on line ${line}`,
      zh: `\`${name}\` 已在第 ${line} 行定义`,
    }),
    examples: [{ text: 'loop:\n    jmp loop\nloop:\n~~~~' }, { text: 'loop:\n    jmp loop\n.equ loop, 1\n     ~~~~' }],
  }),
  'reserved-name': row<[name: string]>({
    severity: 'error',
    words: name => ({
      en: `\`${name}\` is reserved: mnemonics and names of registers can't be defined`,
      zh: `\`${name}\` 是保留字：指令和寄存器的名字不能另作定义`,
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
      en: "a number itself can't be written to: the destination is a cell",
      zh: '数本身不能被写入：目的操作数应当是内存单元',
    }),
    examples: [{ text: 'add #1, r0\n    ~~' }],
  }),
  'immediate-target': row<[]>({
    severity: 'error',
    words: () => ({ en: 'a jump target is written without `#`', zh: '跳转目标前不加 `#`' }),
    examples: [{ text: 'jmp #1\n    ~~', fixed: 'jmp 1' }],
  }),
  'invalid-target': row<[register: string]>({
    severity: 'error',
    words: register => ({
      en: `a jump leads to a label or a number; where \`${register}\` holds it, write \`[${register}]\``,
      zh: `跳转目标应当是标签或数；若目标存放在 \`${register}\` 中，应写 \`[${register}]\``,
    }),
    examples: [{ text: 'jmp r0\n    ~~', fixed: 'jmp [r0]' }],
  }),
  'address-out-of-range': row<[address: string, cells: number]>({
    severity: 'error',
    words: (address, cells) => ({
      en: `there is no cell ${address}: the cells are 0 to ${cells - 1}`,
      zh: `没有 ${address} 号单元：单元的编号是 0 到 ${cells - 1}`,
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
      en: `there is no instruction ${target}: a jump leads to 0 up to ${length}, which is the end`,
      zh: `没有 ${target} 号指令：跳转目标是 0 到 ${length}，${length} 即程序末尾`,
    }),
    examples: [{ text: 'mov r0, #1\njmp 99\n    ~~' }],
  }),
  'value-out-of-range': row<[value: string, bits: number, from: number, to: number]>({
    severity: 'error',
    words: (value, bits, from, to) => ({
      en: `${value} does not fit a word of ${bits} bits: ${from} to ${to}`,
      zh: `${value} 放不进 ${bits} 位的字：范围是 ${from} 到 ${to}`,
    }),
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
        ? { en: `a program has at most ${most} instructions`, zh: `一个程序最多有 ${most} 条指令` }
        : { en: `a source text has at most ${most} bytes`, zh: `源程序最多有 ${most} 字节` },
    examples: [{ text: '(65536 times) mov r0, #0\nmov r1, #0\n~~~~~~~~~~' }],
  }),
} as const

const CHARACTER_WORDS = {
  empty: { en: 'a character is missing between the quotes', zh: '引号之间缺少字符' },
  many: {
    en: "only one character stands between `'` and `'`",
    zh: "`'` 与 `'` 之间只能有一个字符",
  },
  open: { en: "the character is not closed: `'` is missing", zh: "字符没有闭合：缺少 `'`" },
  string: { en: 'the string is not closed: `"` is missing', zh: '字符串没有闭合：缺少 `"`' },
  escape: {
    en: 'the escapes are `\\n`, `\\t`, `\\0`, `\\\\`, `\\\'` and `\\"`',
    zh: '转义写法只有 `\\n`、`\\t`、`\\0`、`\\\\`、`\\\'` 和 `\\"`',
  },
} as const satisfies Record<string, Text>

const SETTING_WORDS = {
  value: (directive: string): Text =>
    directive === '.bits'
      ? { en: 'a word has 8, 16 or 32 bits', zh: '字长只能是 8、16 或 32 位' }
      : { en: 'there can be 16 to 1048576 cells', zh: '内存单元的个数应在 16 到 1048576 之间' },
  twice: (directive: string): Text => ({
    en: `\`${directive}\` stands at most once`,
    zh: `\`${directive}\` 最多出现一次`,
  }),
  late: (directive: string): Text => ({
    en: `\`${directive}\` stands before all instructions and data`,
    zh: `\`${directive}\` 应当写在所有指令和数据之前`,
  }),
} as const
