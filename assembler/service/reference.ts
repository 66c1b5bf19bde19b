// The reference: every instruction, form of operand, flag, directive, limit, fault and diagnostic as an entry with an
// address, made from the tables that assembler and machine read, so that it cannot be out of date (learning.md, section 5).
import {
  code,
  DEFAULT_BITS,
  DEFAULT_CELLS,
  FAULTS,
  type FaultCode,
  instructionOf,
  MAX_CELLS,
  MAX_INSTRUCTIONS,
  MAX_SOURCE_BYTES,
  MIN_CELLS,
  MNEMONICS,
  type Parts,
  parts,
  perLanguage,
  plain,
  REGISTERS,
  type Sentence,
  sentenceOf,
  type Text,
  WORD_SIZES,
} from '../../emulator/instructions/index.ts'
import { assemble } from '../assemble.ts'
import { readDrawn } from '../diagnostics/drawn.ts'
import { DIAGNOSTIC_CODES, type DiagnosticCode, diagnosticOf } from '../diagnostics/index.ts'
import { DIRECTIVE_NAMES, directiveOf } from '../semantics/directives.ts'
import { directiveWords, instructionWords } from './hover.ts'
import { ROLE_WORDS } from './words.ts'

/** The parts of the reference, in their order. */
export const REFERENCE_GROUPS = {
  instructions: { en: 'Instructions', zh: '指令' },
  operands: { en: 'Operands', zh: '操作数' },
  flags: { en: 'Flags', zh: '标志位' },
  directives: { en: 'Directives', zh: '伪指令' },
  limits: { en: 'Limits', zh: '限制' },
  faults: { en: 'Faults', zh: '运行错误' },
  diagnostics: { en: 'Diagnostics', zh: '诊断信息' },
  absent: { en: 'What the machine has not', zh: '这台机器没有的' },
} as const satisfies Record<string, Text>

export type ReferenceGroup = keyof typeof REFERENCE_GROUPS

export interface ReferenceEntry {
  /** Its address: `add`, `flag-z`. */
  readonly id: string
  readonly group: ReferenceGroup
  readonly name: Text
  /** What stands beside the name in a list. */
  readonly brief: Text
  /** A sentence a paragraph. */
  readonly told: readonly Sentence[]
  /** A program to be tried, or a line that brings the diagnostic; null for none. */
  readonly example: string | null
  /** Addresses of entries that belong to it. */
  readonly see: readonly string[]
}

const same = (text: string): Text => ({ en: text, zh: text })

/** All entries, group by group. */
export function referenceEntries(): readonly ReferenceEntry[] {
  return [
    ...instructions(),
    ...OPERANDS.map(entry => ({ group: 'operands' as const, ...entry })),
    ...flags(),
    ...directives(),
    ...limits(),
    ...faults(),
    ...DIAGNOSTIC_CODES.map(diagnostic),
    ...ABSENT.map(entry => ({ group: 'absent' as const, example: null, see: [], brief: same(''), ...entry })),
  ]
}

/** The entries in whose address, name or words all the words stand that are looked for. */
export function foundEntries(entries: readonly ReferenceEntry[], wanted: string): readonly ReferenceEntry[] {
  const words = wanted.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return entries
  const rank = (entry: ReferenceEntry): number => {
    const name = `${entry.id} ${entry.name.en} ${entry.name.zh}`.toLowerCase()
    const all = [name, entry.brief.en, entry.brief.zh, ...entry.told.flatMap(({ en, zh }) => [plain(en), plain(zh)])]
      .join(' ')
      .toLowerCase()
    if (!words.every(word => all.includes(word))) return 2
    return words.every(word => name.includes(word)) ? 0 : 1
  }
  const ranked = entries.map(entry => ({ entry, at: rank(entry) }))
  return [0, 1].flatMap(wanted => ranked.filter(({ at }) => at === wanted).map(({ entry }) => entry))
}

function instructions(): readonly ReferenceEntry[] {
  return MNEMONICS.map(mnemonic => {
    const row = instructionOf(mnemonic)
    const roles = [...new Set(row.operands)].map(role => ROLE_WORDS[role])
    const isJump = row.kind === 'jump'
    const others = MNEMONICS.filter(other => other !== mnemonic && instructionOf(other).kind === row.kind)
    return {
      id: mnemonic,
      group: 'instructions',
      name: same(`${mnemonic} ${isJump ? 't' : 'a, b'}`),
      brief: row.summary,
      told: [...instructionWords(mnemonic), ...roles],
      example: isJump
        ? `cmp r0, #0\n${row.example.replace(/\w+$/u, 'there')}\nmov r1, #1\nthere: mov r2, #2\n`
        : `${row.example}\n`,
      see: [...others, ...(isJump ? ['label', 'target-out-of-range'] : ['direct', 'brackets', 'immediate'])],
    }
  })
}

const OPERANDS: readonly Omit<ReferenceEntry, 'group'>[] = [
  {
    id: 'direct',
    name: same('8, 0x1F, total'),
    brief: { en: 'a cell by its number', zh: '按编号指定的单元' },
    told: [
      {
        en: parts`A number, or a name given by ${code('.equ')}, is the cell with that number; what the cell holds is used.`,
        zh: parts`数字（或用 ${code('.equ')} 起的名字）表示该编号的单元，使用其中存放的数。`,
      },
    ],
    example: '.data 8: 5\nmov r0, 8\n',
    see: ['register', 'brackets', 'immediate', '.equ'],
  },
  {
    id: 'register',
    name: same(`r0 … r${REGISTERS - 1}`),
    brief: { en: 'a register', zh: '寄存器' },
    told: [
      {
        en: parts`The registers are the cells 0 to ${REGISTERS - 1} by another name, nothing else.`,
        zh: parts`寄存器就是 0 到 ${REGISTERS - 1} 号单元的另一种叫法，此外并无不同。`,
      },
    ],
    example: 'mov r0, #5\nmov r1, 0\n',
    see: ['direct'],
  },
  {
    id: 'brackets',
    name: same('[r1], [8], [total]'),
    brief: { en: 'the cell that another one points at', zh: '指针所指的单元' },
    told: [
      {
        en: parts`${code('[r1]')} is the cell whose number r1 holds. In a jump it is the instruction whose number the cell holds.`,
        zh: parts`${code('[r1]')} 是编号存放在 r1 中的那个单元；在跳转中，则是编号存放在该单元中的那条指令。`,
      },
    ],
    example: '.data 8: 5\nmov r1, #8\nmov r0, [r1]\n',
    see: ['direct', 'address-out-of-range', 'target-out-of-range'],
  },
  {
    id: 'immediate',
    name: same("#5, #-1, #'A', #loop"),
    brief: { en: 'the number itself', zh: '立即数' },
    told: [
      {
        en: parts`With ${code('#')} the number itself is meant, not the cell of that number; of a label it is the number of its instruction.`,
        zh: parts`加上 ${code('#')} 表示这个数本身，而不是该编号的单元；标签前加 ${code('#')} 表示其指令的编号。`,
      },
    ],
    example: 'mov r0, #5\n',
    see: ['direct', 'number'],
  },
  {
    id: 'number',
    name: same("42, -7, 0x2A, 0b101, 'A'"),
    brief: { en: 'how numbers are written', zh: '数的写法' },
    told: [
      {
        en: parts`Decimal, hexadecimal, binary or a character, which is its code. Only a decimal may carry a sign, and only ${code('-')}.`,
        zh: parts`十进制、十六进制、二进制，或字符（表示其编码）。只有十进制数可带符号，且只能是 ${code('-')}。`,
      },
    ],
    example: "mov r0, #0x2A\nmov r1, #'A'\n",
    see: ['immediate', 'word'],
  },
  {
    id: 'label',
    name: same('loop:'),
    brief: { en: 'a place in the program', zh: '程序中的位置' },
    told: [
      {
        en: parts`A name with a colon stands before an instruction; a jump to the name goes there.`,
        zh: parts`名字后加冒号，写在指令之前；跳转到这个名字就到那里。`,
      },
    ],
    example: 'mov r0, #3\nloop: sub r0, #1\njne loop\n',
    see: ['jmp', 'je', 'jne', 'jl'],
  },
]

function flags(): readonly ReferenceEntry[] {
  const setters = MNEMONICS.filter(mnemonic => ['arithmetic', 'compare'].includes(instructionOf(mnemonic).kind))
  const entry = (id: string, name: string, brief: Text, told: Sentence): ReferenceEntry => ({
    id,
    group: 'flags',
    name: same(name),
    brief,
    told: [told, SET_BY(setters)],
    example: 'cmp #2, #3\n',
    see: [...setters, 'je', 'jne', 'jl'],
  })
  return [
    entry(
      'flag-z',
      'Z',
      { en: 'equal, or result 0', zh: '相等，或结果为 0' },
      sentenceOf({
        en: 'Set when the two compared are equal, or when the result that was stored is 0; else clear.',
        zh: '比较的两数相等，或存入的结果为 0 时置 1，否则清零。',
      }),
    ),
    entry(
      'flag-l',
      'L',
      { en: 'less, or result below 0', zh: '小于，或结果小于 0' },
      sentenceOf({
        en: 'Set when the first compared is less than the second, or when the result that was stored is below 0; else clear.',
        zh: '比较时第一个数小于第二个数，或存入的结果小于 0 时置 1，否则清零。',
      }),
    ),
  ]
}

const listed = (names: readonly string[], between: string): Parts =>
  names.flatMap((name, index) => [...(index === 0 ? [] : parts`${between}`), code(name)])

const SET_BY = (setters: readonly string[]): Sentence => ({
  en: parts`Set by ${listed(setters, ', ')}; ${code('mov')} and jumps leave it as it is.`,
  zh: parts`由 ${listed(setters, '、')} 设置；${code('mov')} 和跳转不改变它。`,
})

function directives(): readonly ReferenceEntry[] {
  return DIRECTIVE_NAMES.map(name => {
    const { usage, summary, example } = directiveOf(name)
    return {
      id: name,
      group: 'directives',
      name: usage,
      brief: summary,
      told: directiveWords(name),
      example: `${example}\n`,
      see: [],
    }
  })
}

function limits(): readonly ReferenceEntry[] {
  const entry = (id: string, name: Text, told: Text): ReferenceEntry => ({
    id,
    group: 'limits',
    name,
    brief: same(''),
    told: [sentenceOf(told)],
    example: null,
    see: [],
  })
  const grouped = (value: number): string => `${value}`.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  const sizes = WORD_SIZES.join(', ')
  return [
    entry(
      'word',
      { en: 'Word', zh: '字长' },
      {
        en: `Every cell holds one signed word of ${DEFAULT_BITS} bits; .bits chooses one of ${sizes}. What does not fit wraps around.`,
        zh: `每个单元存放一个带符号的 ${DEFAULT_BITS} 位整数，可用 .bits 改为 ${WORD_SIZES.join('、')} 位之一。超出范围的结果回绕。`,
      },
    ),
    entry(
      'cells',
      { en: 'Cells', zh: '内存单元' },
      {
        en: `${DEFAULT_CELLS} cells; .cells chooses from ${MIN_CELLS} to ${grouped(MAX_CELLS)}.`,
        zh: `共 ${DEFAULT_CELLS} 个单元，可用 .cells 改为 ${MIN_CELLS} 到 ${grouped(MAX_CELLS)} 个。`,
      },
    ),
    entry(
      'blank',
      { en: 'Blank cells', zh: '空白单元' },
      {
        en: 'A cell that nothing has written yet is blank and shown as ?. Read, it counts as 0.',
        zh: '尚未写入过的单元是空白的，显示为 ?；读取时按 0 计。',
      },
    ),
    entry(
      'size',
      { en: 'Programs', zh: '程序大小' },
      {
        en: `At most ${grouped(MAX_INSTRUCTIONS)} instructions and ${grouped(MAX_SOURCE_BYTES)} bytes of text.`,
        zh: `最多 ${grouped(MAX_INSTRUCTIONS)} 条指令，源代码最多 ${grouped(MAX_SOURCE_BYTES)} 字节。`,
      },
    ),
  ]
}

/** What brings each fault about, in a program. */
const FAULT_EXAMPLES: Readonly<Record<FaultCode, string>> = {
  'division-by-zero': 'mov r0, #1\ndiv r0, #0\n',
  'address-out-of-range': 'mov r1, #-1\nmov r0, [r1]\n',
  'target-out-of-range': 'mov r7, #99\njmp [r7]\n',
}

function faults(): readonly ReferenceEntry[] {
  return (Object.keys(FAULTS) as FaultCode[]).map(fault => ({
    id: fault,
    group: 'faults',
    name: FAULTS[fault],
    brief: { en: 'while running', zh: '运行时' },
    told: [
      sentenceOf({
        en: 'The step is not done: nothing is written, no flag changes, and the machine stops there.',
        zh: '这一步不执行：不写入任何单元，标志位不变，机器停在这里。',
      }),
    ],
    example: FAULT_EXAMPLES[fault],
    see: fault === 'division-by-zero' ? ['div'] : ['brackets'],
  }))
}

function diagnostic(code: DiagnosticCode): ReferenceEntry {
  const { severity, examples } = diagnosticOf(code)
  const [example] = examples
  const drawn = example === undefined ? null : readDrawn(example.text)
  const found =
    drawn === null
      ? undefined
      : assemble(drawn.source).diagnostics.find(each => each.code === code && each.line >= drawn.firstLine)
  const fix = found?.fixes[0]
  const message = found?.message
  return {
    id: `diagnostic-${code}`,
    group: 'diagnostics',
    name: same(code),
    brief: SEVERITIES[severity],
    told: [
      ...(message === undefined ? [] : [message]),
      ...(fix === undefined ? [] : [perLanguage(language => parts`${FIX[language]}${fix.title[language]}`)]),
    ],
    example: drawn === null ? null : `${drawn.source}\n`,
    see: [],
  }
}

const FIX: Text = { en: 'Fix: ', zh: '修正：' }

const SEVERITIES: Readonly<Record<'error' | 'warning' | 'hint', Text>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  hint: { en: 'hint', zh: '提示' },
}

const absent = (id: string, name: Text, told: Text) => ({ id, name, told: [sentenceOf(told)] })

const ABSENT = [
  absent(
    'no-encoding',
    { en: 'No encoding', zh: '没有机器码' },
    {
      en: 'Instructions are kept apart from the cells and have no number of their own: a program cannot read or change itself.',
      zh: '指令与内存单元分开存放，没有机器码：程序不能读取或改动自己。',
    },
  ),
  absent(
    'no-stack',
    { en: 'No stack', zh: '没有栈' },
    {
      en: 'There is no call and no stack. A subroutine returns by jmp [r7]; a stack is cells and a pointer that the program moves itself.',
      zh: '没有 call 指令，也没有栈。子程序用 jmp [r7] 返回；需要栈时，由程序自己用若干单元和一个指针实现。',
    },
  ),
  absent(
    'no-interrupts',
    { en: 'No interrupts, no input', zh: '没有中断和输入' },
    {
      en: 'Nothing happens but the program’s own steps: no interrupts, no devices, no clock. First data come from .data.',
      zh: '除程序自身的步骤外什么也不会发生：没有中断、外设和时钟。初始数据由 .data 给出。',
    },
  ),
  absent(
    'no-halt',
    { en: 'No halt instruction', zh: '没有停机指令' },
    {
      en: 'The machine halts when it comes to the end of the program; to stop earlier, jump to a label there.',
      zh: '执行到程序末尾即停机；要提前结束，可跳转到末尾的标签。',
    },
  ),
]
