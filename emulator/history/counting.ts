// How often each instruction has run up to a position, in pieces.
import type { CountingMachine } from '../engine/index.ts'
import { Cursor } from './cursor.ts'
import type { Counting, Edit } from './history.ts'

/** Counts from the beginning on. */
export class Counter implements Counting {
  private readonly machine: CountingMachine
  private readonly cursor: Cursor
  private readonly position: number

  /** `machine` must be at its initial state and for this alone; `position` must be known. */
  constructor(machine: CountingMachine, edits: readonly Edit[], position: number) {
    this.machine = machine
    this.cursor = new Cursor(machine, edits)
    this.position = position
  }

  get counts(): Float64Array {
    return this.machine.counts()
  }

  advance(fuel: number): boolean {
    this.cursor.forward(Math.min(this.position, this.cursor.position + fuel))
    return this.cursor.position === this.position
  }
}
