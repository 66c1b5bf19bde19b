// What the page is told of the step that a reader predicts: what is asked, and how what was said came out. Whatever
// notation the language has is read by the assembler itself.
import { assemble } from '../../assembler/index.ts'
import type { History } from '../../emulator/history/index.ts'
import type { Instruction, Program, Sentence } from '../../emulator/instructions/index.ts'
import {
  type Field,
  fieldsOf,
  happens,
  type SaidStep,
  whereToLook,
  wrongFields,
} from '../../emulator/questions/index.ts'
import { explain } from '../../emulator/table/index.ts'

/** What a reader has written into the form. */
export interface SaidWords {
  readonly cell: string
  readonly value: string
  readonly z: boolean
  readonly l: boolean
  readonly line: string
}

/** A step that is to be said; `open` has what happens told as well. */
export interface PredictionAsked {
  readonly step: number
  readonly said: SaidWords | null
  readonly open: boolean
}

export interface Judged {
  readonly wrong: readonly Field[]
  /** Of the wrong ones those that can't be read as anything. */
  readonly unread: readonly Field[]
  readonly look: readonly Sentence[]
}

export type Prediction =
  /** There is no such step: the program halts, faults or repeats itself before. */
  | { readonly kind: 'ended'; readonly fault: boolean }
  | {
      readonly kind: 'asked'
      readonly step: number
      readonly instruction: Pick<Instruction, 'line' | 'source'>
      readonly fields: readonly Field[]
      readonly judged: Judged | null
      readonly happens: { readonly short: Sentence; readonly explanation: Sentence } | null
    }

/** Answers for a step that is known, or where the history ends before it. */
export function predictionAt(
  history: History,
  text: string,
  { step: number, said, open }: PredictionAsked,
): Prediction {
  const { program, known, ending } = history
  if (number > known) return { kind: 'ended', fault: ending?.kind === 'fault' }
  const step = history.steps(number, number)[0]!
  const instruction = program.instructions[step.pc]!
  const { line, source } = instruction
  const fields = fieldsOf(instruction)
  const read = said === null ? null : readSaid(program, text, fields, said)
  const wrong = read === null ? [] : wrongFields(instruction, step, read)
  return {
    kind: 'asked',
    step: number,
    instruction: { line, source },
    fields,
    judged: read === null ? null : { wrong, unread: unreadOf(wrong, read), look: whereToLook(program, step, wrong) },
    happens: open ? { short: happens(program, step), explanation: explain(program, step) } : null,
  }
}

const unreadOf = (wrong: readonly Field[], { cell, value, next }: SaidStep): readonly Field[] =>
  wrong.filter(field => ({ cell, value, line: next, flags: 0 })[field] === null)

function readSaid(program: Program, text: string, fields: readonly Field[], said: SaidWords): SaidStep {
  const writes = fields.includes('cell')
  return {
    cell: writes ? (operandValue(text, `mov ${oneLine(said.cell)}, #0`, 0) ?? numberedCell(said.cell)) : null,
    value: writes ? operandValue(text, `mov 0, #${oneLine(said.value).replace(/^#/, '')}`, 1) : null,
    flags: { z: said.z, l: said.l },
    next: fields.includes('line') ? placeSaid(program, oneLine(said.line)) : null,
  }
}

/** `x15`: a cell as tables call it, where the program has no such name itself. */
function numberedCell(said: string): number | null {
  const digits = /^\s*x(\d{1,7})\s*$/iu.exec(said)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Nobody goes on to a second line, nor hides the rest in a comment. */
const oneLine = (said: string): string => said.replace(/[;；\r\n\u2028\u2029].*$/su, '').trim()

/** What an operand of an instruction comes to that is written after the program, with the program's own names. */
function operandValue(text: string, line: string, index: number): number | null {
  const { program } = assemble(`${text}\n${line}`)
  const operand = program?.instructions.at(-1)?.operands[index]
  if (operand?.mode === 'direct') return operand.address
  return operand?.mode === 'immediate' ? operand.value : null
}

const END = /^(?:(?:the )?end|halts?|结束|程序结束|末尾|停机)$/iu

/** A line, a label or the end, as the number of an instruction; the first instruction from the line on is meant. */
function placeSaid({ instructions, labels }: Program, said: string): number | null {
  if (END.test(said)) return instructions.length
  const label = labels.find(({ name }) => name === said.normalize('NFC').replace(/[:：]$/u, ''))
  if (label !== undefined) return label.index
  const digits = /^(?:line\s*|第\s*)?(\d{1,7})(?:\s*行)?$/iu.exec(said)?.[1]
  if (digits === undefined) return null
  const index = instructions.findIndex(({ line }) => line >= Number(digits))
  return index < 0 ? instructions.length : index
}
