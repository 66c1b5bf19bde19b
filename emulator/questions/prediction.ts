// What a reader is asked to say of a step before it is shown, whether that is right, and where to look when it is not
// (learning.md, section 1). It never says the answer by itself.
import {
  cellOf,
  code,
  type Instruction,
  instructionOf,
  joined,
  type Part,
  type Parts,
  type Program,
  parts,
  type Sentence,
  sentenceOf,
} from '../instructions/index.ts'
import type { Step } from '../machine/index.ts'
import { flagsSet } from '../table/index.ts'

/** The pieces of an answer. */
export const FIELDS = ['cell', 'value', 'flags', 'line'] as const
export type Field = (typeof FIELDS)[number]

/** What is asked of an instruction: where it writes and what, the flags that it sets, the line that follows a jump. */
export function fieldsOf({ mnemonic }: Instruction): readonly Field[] {
  switch (instructionOf(mnemonic).kind) {
    case 'copy':
      return ['cell', 'value']
    case 'arithmetic':
      return ['cell', 'value', 'flags']
    case 'compare':
      return ['flags']
    case 'jump':
      return ['line']
  }
}

/** What a reader says of a step; null for what can't be read as anything. */
export interface SaidStep {
  readonly cell: number | null
  readonly value: number | null
  readonly flags: { readonly z: boolean; readonly l: boolean }
  /** The number of the instruction that comes next. */
  readonly next: number | null
}

/** The fields that are not as the step does it. */
export function wrongFields(instruction: Instruction, step: Step, said: SaidStep): readonly Field[] {
  const right: Readonly<Record<Field, boolean>> = {
    cell: said.cell === step.write?.address,
    value: said.value === step.write?.after,
    flags: said.flags.z === step.flags.z && said.flags.l === step.flags.l,
    line: said.next === step.next,
  }
  return fieldsOf(instruction).filter(field => !right[field])
}

/** What the step does, in the words of the form: `r0 = 1`, `Z`, `line 7`. */
export function happens(program: Program, step: Step): Sentence {
  const { write, flags, next } = step
  const said = fieldsOf(program.instructions[step.pc]!).flatMap((field): Sentence[] => {
    if (field === 'cell' && write !== null) {
      const held = parts`${cellOf(program, write.address)} = ${{ kind: 'number', value: write.after, result: true }}`
      return [{ en: held, zh: held }]
    }
    if (field === 'flags') {
      const names = flagsSet(flags)
      return [sentenceOf(names === '' ? { en: 'no flag', zh: '无标志' } : { en: names, zh: names })]
    }
    return field === 'line' ? [lineOf(program, next)] : []
  })
  return {
    en: joined(
      said.map(({ en }) => en),
      ', ',
    ),
    zh: joined(
      said.map(({ zh }) => zh),
      '，',
    ),
  }
}

function lineOf(program: Program, next: number): Sentence {
  const line = program.instructions[next]?.line
  if (line === undefined) return sentenceOf({ en: 'the end', zh: '程序结束' })
  return { en: parts`line ${line}`, zh: parts`第 ${line} 行` }
}

/** Where to look for what was not right: made from what the step reads, and never what it comes to. */
export function whereToLook(program: Program, step: Step, wrong: readonly Field[]): readonly Sentence[] {
  const instruction = program.instructions[step.pc]!
  return wrong.flatMap(field => LOOK[field](program, step, instruction))
}

type Look = (program: Program, step: Step, instruction: Instruction) => readonly Sentence[]

const LOOK: Readonly<Record<Field, Look>> = {
  cell: lookAtPlace,
  value: lookAtOperands,
  flags: lookAtFlags,
  line: lookAtJump,
}

/** An operand as it stands in the source. */
function written({ source, column, spans }: Instruction, operand: number): Part {
  const { column: from, endColumn } = spans[operand] ?? { column, endColumn: column }
  return code(source.slice(from - column, endColumn - column))
}

/** `r1 = 15`: the cell in an operand's brackets and what it holds. */
function pointer(program: Program, step: Step, operand: number): Parts | null {
  const read = step.reads.find(each => each.operand === operand && each.pointer)
  return read === undefined ? null : parts`${cellOf(program, read.address)} = ${read.value}`
}

function lookAtPlace(program: Program, step: Step, instruction: Instruction): readonly Sentence[] {
  const held = pointer(program, step, 0)
  if (held !== null) return [{ en: parts`${held} tells which cell is written`, zh: parts`${held}，这决定写入哪个单元` }]
  const place = written(instruction, 0)
  return [
    {
      en: parts`the first operand, ${place}, is the cell that is written`,
      zh: parts`第一个操作数 ${place} 就是要写入的单元`,
    },
  ]
}

function lookAtOperands(program: Program, step: Step, instruction: Instruction): readonly Sentence[] {
  const said: Sentence[] = []
  if (instructionOf(instruction.mnemonic).kind === 'arithmetic') {
    const held = pointer(program, step, 0)
    said.push(
      held === null
        ? {
            en: parts`${written(instruction, 0)} counts as it was before the step`,
            zh: parts`${written(instruction, 0)} 取这一步之前的值`,
          }
        : {
            en: parts`${held} tells which cell counts, as it was before the step`,
            zh: parts`${held}，这决定取哪个单元在这一步之前的值`,
          },
    )
  }
  const operand = written(instruction, 1)
  const held = pointer(program, step, 1)
  if (held !== null) said.push({ en: parts`${held} tells which cell is read`, zh: parts`${held}，这决定读取哪个单元` })
  else if (instruction.operands[1]?.mode === 'immediate')
    said.push({ en: parts`${operand} is the number itself`, zh: parts`${operand} 就是这个数本身` })
  else said.push({ en: parts`${operand} is a cell: what it holds counts`, zh: parts`${operand} 是单元，取其中的数` })
  if (step.notes.includes('blank-read'))
    said.push(sentenceOf({ en: 'a blank cell counts as 0', zh: '空白单元按 0 读取' }))
  if (step.notes.includes('overflow'))
    said.push({
      en: parts`the result does not fit ${program.bits} bits: it wraps around`,
      zh: parts`结果超出 ${program.bits} 位，会回绕`,
    })
  return said
}

function lookAtFlags(_program: Program, _step: Step, instruction: Instruction): readonly Sentence[] {
  if (instructionOf(instruction.mnemonic).kind !== 'compare')
    return [
      sentenceOf({
        en: 'Z says that what is stored is 0, L that it is below 0',
        zh: 'Z 表示存入的数为 0，L 表示存入的数小于 0',
      }),
    ]
  const [a, b] = [written(instruction, 0), written(instruction, 1)]
  return [
    {
      en: parts`Z says that ${a} and ${b} are equal, L that ${a} is the less`,
      zh: parts`Z 表示 ${a} 与 ${b} 相等，L 表示 ${a} 较小`,
    },
  ]
}

function lookAtJump(program: Program, step: Step, instruction: Instruction): readonly Sentence[] {
  const row = instructionOf(instruction.mnemonic)
  const said: Sentence[] = []
  const name = code(instruction.mnemonic)
  if (row.kind === 'jump' && row.when !== null) {
    const setter = program.instructions[step.flagsFrom.setter]
    said.push({
      en: parts`${name} ${row.summary.en}; else the next line comes`,
      zh: parts`${name}：${row.summary.zh}，否则顺序执行`,
    })
    said.push(
      setter === undefined
        ? sentenceOf({ en: 'nothing has set Z or L yet', zh: '尚无指令设置过 Z 和 L' })
        : { en: parts`Z and L are from line ${setter.line}`, zh: parts`Z、L 由第 ${setter.line} 行设置` },
    )
  } else said.push({ en: parts`${name} always goes to its target`, zh: parts`${name} 总是跳到目标处` })
  const held = pointer(program, step, 0)
  if (held !== null)
    said.push({
      en: parts`${held} is the number of an instruction, counted from 0`,
      zh: parts`${held}，这是指令的编号，从 0 数起`,
    })
  return said
}
