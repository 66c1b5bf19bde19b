// The visits of one line (history.md, section 4): which step each was, and a page of them. The history's ledger must
// cover the positions asked about.
import type { History } from '../history/index.ts'

/** One visit of an instruction: its number, and its step. */
export interface Visit {
  readonly visit: number
  readonly step: number
}

/** The visits number `from`…`to` (from 1) of instruction `pc`; fewer where there are not so many. */
export function visitsOf({ ledger }: History, pc: number, from: number, to: number): readonly Visit[] {
  const own = new Set([pc])
  const found: Visit[] = []
  let step = ledger.visit(pc, from)
  for (let visit = Math.max(1, from); visit <= to && step !== null; visit++) {
    found.push({ visit, step })
    step = visit === to ? null : (ledger.nextRun(own, step)?.step ?? null)
  }
  return found
}
