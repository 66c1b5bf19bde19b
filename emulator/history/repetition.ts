// From "the state came back" to the first two positions that are alike: what "step 12 repeats step 8" says.
import type { State } from '../machine/index.ts'
import { sameControl } from './checkpoints.ts'

/** Whether two states go on alike for ever: pc, Z, L, the cells and which of them are blank. */
export function sameState(a: State, b: State): boolean {
  if (!sameControl(a, b)) return false
  for (let address = 0; address < a.cells.length; address++) {
    if (a.cells[address] !== b.cells[address] || a.blank[address] !== b.blank[address]) return false
  }
  return true
}

/** The bisection for the first position that the run comes back to. States equal once stay equal, so it halves. */
export class FirstRepetition {
  readonly period: number
  private low: number
  private high: number

  /** The state at `high` is that at `high + period`; the run goes undisturbed from `low` on. */
  constructor(low: number, high: number, period: number) {
    this.low = low
    this.high = high
    this.period = period
  }

  /** The first such position, null while it is not known. */
  get position(): number | null {
    return this.low === this.high ? this.low : null
  }

  /** Halves what is left, asking for two states. */
  halve(stateAt: (position: number) => State): void {
    if (this.low === this.high) return
    const middle = Math.floor((this.low + this.high) / 2)
    const { pc, left, right, setter, cells, blank } = stateAt(middle)
    const one: State = { pc, left, right, setter, cells: cells.slice(), blank: blank.slice() }
    if (sameState(one, stateAt(middle + this.period))) this.high = middle
    else this.low = middle + 1
  }
}
