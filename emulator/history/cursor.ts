// A machine with a position in the history: goes forward through steps and edits, back by way of a checkpoint.
// It keeps no past of its own.
import type { Machine } from '../engine/index.ts'
import type { State } from '../machine/index.ts'
import { type Checkpoint, restore } from './checkpoints.ts'
import { applyEdits, type Edit, editPositions } from './edits.ts'

/** A place in the history, with the machine as it is there (after the edits of that position). */
export class Cursor {
  readonly machine: Machine
  readonly edits: readonly Edit[]
  position = 0
  private readonly stops: readonly number[]

  /** `machine` must be at its initial state. */
  constructor(machine: Machine, edits: readonly Edit[]) {
    this.machine = machine
    this.edits = edits
    this.stops = editPositions(edits)
    applyEdits(machine.state, edits, 0)
  }

  get state(): State {
    return this.machine.state
  }

  /** The first position after this one at which there is an edit; infinite where there is none. */
  get nextEdit(): number {
    return this.stops.find(stop => stop > this.position) ?? Number.POSITIVE_INFINITY
  }

  /** Goes on to `position`, which must not lie behind. Tells whether it got there: false at a halt or a fault. */
  forward(position: number): boolean {
    while (this.position < position) {
      const target = Math.min(position, this.nextEdit)
      this.position += this.machine.run(target - this.position)
      const arrived = this.position === target
      if (arrived) this.edit()
      else return false
    }
    return true
  }

  /** Applies the edits of this position: for whoever has run the machine here himself. */
  edit(): void {
    if (this.stops.includes(this.position)) applyEdits(this.state, this.edits, this.position)
  }

  /** Goes to where the checkpoint was taken. */
  restore(checkpoint: Checkpoint): void {
    restore(checkpoint, this.state)
    this.position = checkpoint.position
  }
}
