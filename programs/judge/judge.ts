// Judges an answer, one way for page and command line (learning.md, section 2): assembles it, then runs every case on a
// fresh machine. Bounded by steps, never by a clock, so that the same answer is judged the same everywhere.
import { assemble } from '../../assembler/index.ts'
import { FastMachine, Translations } from '../../emulator/engine/index.ts'
import type { FaultCode, Program } from '../../emulator/instructions/index.ts'
import { type Fault, halted, isFault, perform, type State, setCell } from '../../emulator/machine/index.ts'
import type { Case, CellValue, Exercise } from './exercise.ts'
import { pointsOf } from './exercise.ts'
import { type AnswerRefusal, refusalOf } from './refusal.ts'

/** How a case came out. */
export type Verdict = 'pass' | 'wrong' | 'fault' | 'endless' | 'step-limit'

/** The first cell by address that is not as expected; null where it is blank. */
export interface CellDifference {
  readonly address: number
  readonly expected: number
  readonly actual: number | null
}

export interface CaseResult {
  /** Its number, from 1. */
  readonly case: number
  readonly verdict: Verdict
  /** The points that it gave. */
  readonly points: number
  /** Steps done until the end, the fault, or where it was clear that there is no end. */
  readonly steps: number
  readonly hidden: boolean
  /** Where the verdict is `wrong`. */
  readonly difference: CellDifference | null
  /** Where the verdict is `fault`. */
  readonly fault: { readonly code: FaultCode; readonly line: number } | null
}

export interface Judgement {
  readonly points: number
  readonly of: number
  /** Why the answer was not run at all; null where it was. */
  readonly refused: AnswerRefusal | null
  readonly cases: readonly CaseResult[]
}

/** Judges the text of an answer. */
export function judge(exercise: Exercise, answer: string): Judgement {
  const of = pointsOf(exercise)
  const assembly = assemble(answer)
  const refused = refusalOf(exercise, answer, assembly)
  if (refused !== null || assembly.program === null) return { points: 0, of, refused, cases: [] }
  const { program } = assembly
  const translations = new Translations(program)
  const cases = exercise.cases.map((each, index) => judgeCase(translations, each, index + 1, exercise.steps))
  return { points: cases.reduce((sum, { points }) => sum + points, 0), of, refused: null, cases }
}

/** The number of the first case that fails; 0 where the answer is refused before any, null where it passes them all. */
export function firstFailing({ refused, cases }: Judgement): number | null {
  if (refused !== null) return 0
  return cases.find(({ verdict }) => verdict !== 'pass')?.case ?? null
}

/** The program as a case runs it: its cells' first values are data. */
export function programOfCase(program: Program, { set }: Case): Program {
  return { ...program, data: [...program.data, ...set.map(cell => ({ ...cell, line: 0 }))] }
}

function judgeCase(translations: Translations, given: Case, number: number, limit: number): CaseResult {
  const { program } = translations
  const machine = new FastMachine(translations)
  const { state } = machine
  for (const { address, value } of given.set) setCell(state, address, value)
  const ended = runToEnd(machine, limit)
  const result = (verdict: Verdict, more: Partial<CaseResult> = {}): CaseResult => ({
    case: number,
    verdict,
    points: verdict === 'pass' ? given.points : 0,
    steps: ended.steps,
    hidden: given.hidden,
    difference: null,
    fault: null,
    ...more,
  })
  if (ended.endless) return result('endless')
  if (halted(program, state)) {
    const difference = firstDifference(given.expect, state)
    return difference === null ? result('pass') : result('wrong', { difference })
  }
  const fault = ended.steps < limit ? faultAt(program, state, ended.steps) : null
  return fault === null ? result('step-limit') : result('fault', { fault: { code: fault.code, line: fault.line } })
}

interface Ended {
  readonly steps: number
  /** The state came back: it is proved that the program never ends. */
  readonly endless: boolean
}

/** The steps after which a state is first remembered; each time twice as many. */
const FIRST_MARK = 32

/** Runs until the machine halts or faults, a state comes back, or the limit is reached (Brent's way: a state is
 * remembered, and after twice as many steps another). */
function runToEnd(machine: FastMachine, limit: number): Ended {
  let steps = 0
  for (let stretch = FIRST_MARK; steps < limit; stretch *= 2) {
    machine.mark()
    const asked = Math.min(stretch, limit - steps)
    const run = machine.runToMark(asked)
    steps += run.steps
    if (run.returned) return { steps, endless: true }
    if (run.steps < asked) break
  }
  return { steps, endless: false }
}

function faultAt(program: Program, state: State, steps: number): Fault {
  const fault = perform(program, state, steps + 1)
  if (!isFault(fault)) throw new Error(`stopped at step ${steps} without a fault`)
  return fault
}

function firstDifference(expect: readonly CellValue[], state: State): CellDifference | null {
  const wrong = expect
    .map(({ address, value }) => ({ address, expected: value, actual: heldAt(state, address) }))
    .filter(({ expected, actual }) => expected !== actual)
  return wrong.reduce<CellDifference | null>(
    (first, each) => (first === null || each.address < first.address ? each : first),
    null,
  )
}

/** What a cell holds; null where it is blank, or there is no such cell. */
const heldAt = (state: State, address: number): number | null =>
  state.blank[address] === 0 ? (state.cells[address] ?? null) : null
