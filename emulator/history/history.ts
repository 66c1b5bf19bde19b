// What can be asked of a program's history, whoever answers: every view is a question to this, by position.
// Position t is the number of the last step done; 0 is the state before the first step.
import type { StopCondition } from '../engine/index.ts'
import type { Program } from '../instructions/index.ts'
import type { Fault, State, Step } from '../machine/index.ts'
import type { Edit } from './edits.ts'
import type { Ledger } from './ledger/ledger.ts'

export type { StopCondition } from '../engine/index.ts'
export type { Edit } from './edits.ts'

/** How a history ends. `steps` is its last position. */
export type Ending =
  | { readonly kind: 'halted'; readonly steps: number }
  | { readonly kind: 'fault'; readonly steps: number; readonly fault: Fault }
  /** The state at `steps` is exactly the state at `repeats`: the program never ends. */
  | { readonly kind: 'endless'; readonly steps: number; readonly repeats: number }

/** A search under way. `advance` does a bounded piece of work and tells whether the search is over. */
export interface Search {
  /** Goes on by about `fuel` steps of the machine; true when done. */
  advance(fuel: number): boolean
  /** The nearest position that meets the condition, null while there is none (or when done: none). */
  readonly found: number | null
  /** How far the search has looked. */
  readonly reached: number
}

/** A count under way. `advance` goes on by about `fuel` steps and tells whether it is done. */
export interface Counting {
  advance(fuel: number): boolean
  /** How often each instruction has run: right once `advance` has said true. */
  readonly counts: Float64Array
}

/** A program's whole history, computed as far as someone has looked. All positions asked for must lie in 0…known. */
export interface History {
  readonly program: Program
  readonly edits: readonly Edit[]
  /** The last position that is known. It grows, but for once: where a program turns out to be endless, it falls back
   * to the first position that repeats another. */
  readonly known: number
  /** What is kept to answer from, in bytes. */
  readonly bytes: number
  /** How the history ends, null while that is not known. Where it is known, `known` is its last position. */
  readonly ending: Ending | null
  /** Runs on towards `position`, by at most `fuel` steps; stops at an ending. */
  extend(position: number, fuel: number): void
  /** The state after the step at `position`: not to be changed, and good until the next question. */
  state(position: number): State
  /** The steps `from`…`to` in detail, both included, `from` ≥ 1. */
  steps(from: number, to: number): readonly Step[]
  /** Looks for the nearest position after (1) or before (−1) `from` that meets the condition. Forwards, the history
   * is extended as needed. */
  search(direction: 1 | -1, from: number, condition: StopCondition): Search
  /** Begins to count how often each instruction has run in the steps 1…position. */
  count(position: number): Counting
  /** What each stretch wrote and ran: has to be made to cover a position before it is asked about it. */
  readonly ledger: Ledger
  /** The same at once: for positions that are not far. */
  counts(position: number): Float64Array
}
