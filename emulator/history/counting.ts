// How often each instruction has run up to a position, in pieces.
import { isFault, perform } from '../machine/index.ts'
import type { Cursor } from './cursor.ts'
import type { Counting } from './history.ts'

/** Counts from the beginning on. */
export class Counter implements Counting {
  readonly counts: Float64Array
  private readonly cursor: Cursor
  private readonly position: number

  /** `cursor` must be at position 0 and for this alone; `position` must be known. */
  constructor(cursor: Cursor, position: number) {
    this.cursor = cursor
    this.position = position
    this.counts = new Float64Array(cursor.machine.program.instructions.length)
  }

  advance(fuel: number): boolean {
    const { cursor, counts } = this
    for (let left = fuel; left > 0 && cursor.position < this.position; left--) {
      const outcome = perform(cursor.machine.program, cursor.state, cursor.position + 1)
      if (isFault(outcome)) throw new Error(`position ${this.position} is not known`)
      counts[outcome.pc] = counts[outcome.pc]! + 1
      cursor.position++
      cursor.edit()
    }
    return cursor.position === this.position
  }
}
