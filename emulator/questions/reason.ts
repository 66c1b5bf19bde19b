// The reason why a line has not run (history.md, section 3): the chain of deciding jumps up to the first that ran.
import { instructionOf } from '../instructions/index.ts'
import type { Questions } from './why.ts'

/** A deciding jump on the way to a line that has not run. */
export interface Reason {
  readonly line: number
  readonly pc: number
  readonly visits: number
  readonly taken: number
  /** The step of its last visit. */
  readonly last: number | null
}

/** The deciding jumps from the line up to the first that ran; none where no path of the program leads there. */
export function reasonFor(questions: Questions, pc: number, at: number): readonly Reason[] {
  const { history, deciding } = questions
  const reason: Reason[] = []
  if (!deciding.canRun(pc)) return reason
  const seen = new Set([pc])
  for (let here = pc; ; ) {
    const jump = nearest(deciding.of(here), here, seen)
    if (jump === null) return reason
    seen.add(jump)
    const visits = history.ledger.visits(jump, at)
    const last = visits === 0 ? null : history.ledger.lastRun(new Set([jump]), at)!.step
    const taken = visits === 0 ? 0 : takenTimes(questions, jump, visits, at)
    reason.push({ line: history.program.instructions[jump]!.line, pc: jump, visits, taken, last })
    if (visits > 0) return reason
    here = jump
  }
}

/** Of several deciding jumps the one nearest above, else the nearest below. */
function nearest(jumps: ReadonlySet<number>, pc: number, seen: ReadonlySet<number>): number | null {
  let above: number | null = null
  let below: number | null = null
  for (const jump of jumps) {
    if (seen.has(jump)) continue
    if (jump < pc && (above === null || jump > above)) above = jump
    if (jump > pc && (below === null || jump < below)) below = jump
  }
  return above ?? below
}

/** How often a jump that ran `visits` times was taken. */
function takenTimes({ history }: Questions, jump: number, visits: number, at: number): number {
  const { ledger, program } = history
  const row = instructionOf(program.instructions[jump]!.mnemonic)
  if (row.kind === 'jump' && row.when === null) return visits
  const own = new Set([jump])
  // Of two ways it never took the one that surely leads on to what has not run, but for the last time at most: so all
  // the times before it went as the first time.
  if (program.instructions[jump]!.operands[0]!.mode === 'target') {
    const first = ledger.nextRun(own, 0)!.taken === true ? 1 : 0
    const last = ledger.lastRun(own, at)!.taken === true ? 1 : 0
    return visits === 1 ? last : first * (visits - 1) + last
  }
  let taken = 0
  for (let step = ledger.nextRun(own, 0); step !== null && step.step <= at; step = ledger.nextRun(own, step.step))
    if (step.taken === true) taken++
  return taken
}
