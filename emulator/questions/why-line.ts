// Why a line did or did not run (history.md, section 3): its visits, or the chain of deciding jumps up to the first that
// ran. Plain values; the history's ledger must cover the positions asked about.
import { type Passed, passedIn } from './passed.ts'
import { type Reason, reasonFor } from './reason.ts'
import type { Questions } from './why.ts'

/** What there is to say of a line at a position. */
export interface WhyLine {
  readonly line: number
  readonly pc: number
  readonly visits: number
  readonly first: number | null
  readonly last: number | null
  /** The first visit after the position. */
  readonly next: number | null
  /** Null where it has run. */
  readonly reason: readonly Reason[] | null
  /** Where the reason is a loop that runs on because what it asks to be equal never was: how one passed the other. */
  readonly passed: Passed | null
}

/** The instruction that stands on a line; null where none does. */
export function instructionOn(questions: Questions, line: number): number | null {
  const found = questions.history.program.instructions.findIndex(each => each.line === line)
  return found < 0 ? null : found
}

/** Why instruction `pc` did or did not run in the steps 1…at. */
export function whyLine(questions: Questions, pc: number, at: number): WhyLine {
  const { ledger, program } = questions.history
  const { line } = program.instructions[pc]!
  const own = new Set([pc])
  const visits = ledger.visits(pc, at)
  const next = ledger.nextRun(own, at)?.step ?? null
  if (visits > 0) {
    const first = ledger.visit(pc, 1)
    const last = ledger.lastRun(own, at)?.step ?? null
    return { line, pc, visits, first, last, next, reason: null, passed: null }
  }
  const reason = reasonFor(questions, pc, at)
  const jump = reason.at(-1)
  const passed = jump === undefined || jump.visits === 0 ? null : passedIn(questions, jump, at)
  return { line, pc, visits, first: null, last: null, next, reason, passed }
}
