// How often each instruction has run up to a position, in pieces.
import type { CountingMachine } from '../engine/index.ts'
import { Cursor } from './cursor.ts'
import type { Edit } from './edits.ts'
import type { Counting } from './history.ts'

/** Counts from the beginning on. */
export class Counter implements Counting {
  private readonly machine: CountingMachine
  private readonly cursor: Cursor
  private readonly target: number

  /** `machine` must be at its initial state and for this alone; `target` must be known. */
  constructor(machine: CountingMachine, edits: readonly Edit[], target: number) {
    this.machine = machine
    this.cursor = new Cursor(machine, edits)
    this.target = target
  }

  /** How far it has counted. */
  get position(): number {
    return this.cursor.position
  }

  get counts(): Float64Array {
    return this.machine.counts()
  }

  /** Goes on, to another target than the first one if there is one. */
  advance(fuel: number, target = this.target): boolean {
    this.cursor.forward(Math.min(target, this.cursor.position + fuel))
    return this.cursor.position === target
  }
}
