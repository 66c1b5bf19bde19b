// A machine that can be run by many steps at a time. It knows nothing of positions, edits or the history.
import type { Program } from '../instructions/index.ts'
import type { State } from '../machine/index.ts'

/** A program's machine at some state. Whoever holds it may change `state` between two runs (restoring, editing). */
export interface Machine {
  readonly program: Program
  readonly state: State
  /** Executes `steps` instructions, fewer only where the machine halts or faults; tells how many. */
  run(steps: number): number
  /** Remembers the present state for `runToMark`. */
  mark(): void
  /** Like `run`, but stops as soon as the state is exactly the marked one again, after at least one step. Between
   * `mark` and this, and between two calls of this, nobody else may run the machine or change its state. */
  runToMark(steps: number): MarkedRun
}

/** A machine that also looks for something. */
export interface SearchingMachine extends Machine {
  /** Like `run`, but stops as soon as the condition is met, after at least one step. */
  seek(steps: number): SearchRun
}

/** How far `seek` came. */
export interface SearchRun {
  readonly steps: number
  /** The condition is met here. */
  readonly met: boolean
}

/** A machine that counts how often each instruction runs. */
export interface CountingMachine extends Machine {
  /** By instruction number; in doubles, because a run may be longer than 2^32 steps. Good until the next run. */
  counts(): Float64Array
}

/** How far `runToMark` came. */
export interface MarkedRun {
  readonly steps: number
  /** The state is the marked one: the program goes round for ever. */
  readonly returned: boolean
}
