// Goes to any position of what is known, and keeps the steps just there in detail, so that one step back is immediate.
import { isFault, perform, redo, type State, type Step, undo } from '../machine/index.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { Cursor } from './cursor.ts'
import { editPositions } from './edits.ts'

/** Steps kept in detail behind a position that was come to from the right. */
const BEHIND = 512

/** A cursor that goes both ways. */
export class Viewer {
  private readonly cursor: Cursor
  private readonly checkpoints: Checkpoints
  private readonly stops: readonly number[]
  /** The steps `first + 1`… in detail; between them no edit lies. The cursor is among them or the list is empty. */
  private details: Step[] = []
  private first = 0

  constructor(cursor: Cursor, checkpoints: Checkpoints) {
    this.cursor = cursor
    this.checkpoints = checkpoints
    this.stops = editPositions(cursor.edits)
  }

  get position(): number {
    return this.cursor.position
  }

  /** The state at a known position: good until the next question. */
  state(position: number): State {
    const { cursor } = this
    if (this.first <= position && position <= this.first + this.details.length) {
      this.walk(position)
    } else if (position < cursor.position && cursor.position - position <= BEHIND) {
      this.goBehind(position)
      this.detail(position)
    } else {
      this.go(position)
    }
    return cursor.state
  }

  /** The steps `from`…`to` in detail. */
  steps(from: number, to: number): readonly Step[] {
    if (!(this.first < from && to <= this.first + this.details.length)) {
      const steps: Step[] = []
      this.state(from - 1)
      while (this.position < to) {
        this.forget()
        const target = Math.min(to, this.cursor.nextEdit)
        this.detail(target)
        for (const step of this.details) steps.push(step)
        this.cursor.edit()
        if (this.stops.includes(target)) this.forget()
      }
      return steps
    }
    return this.details.slice(from - this.first - 1, to - this.first)
  }

  /** Forgets what was kept in detail: for whoever has moved the cursor himself. */
  private forget(): void {
    this.details = []
    this.first = this.cursor.position
  }

  /** Moves within the steps kept. */
  private walk(position: number): void {
    const { cursor } = this
    while (cursor.position > position) undo(cursor.state, this.details[--cursor.position - this.first]!)
    while (cursor.position < position) redo(cursor.state, this.details[cursor.position++ - this.first]!)
  }

  /** Goes to a position anywhere. */
  private go(position: number): void {
    const { cursor } = this
    const checkpoint = this.checkpoints.at(position)
    if (position < cursor.position || checkpoint.position > cursor.position) cursor.restore(checkpoint)
    cursor.forward(position)
    this.forget()
  }

  /** Goes to where details should begin for somebody who walks back to `position`. */
  private goBehind(position: number): void {
    const edit = this.stops.findLast(stop => stop <= position) ?? 0
    const start = Math.max(edit, position - BEHIND)
    this.go(start)
  }

  /** Goes on to `position` step by step, keeping the details. No edit lies before `position`. */
  private detail(position: number): void {
    const { cursor } = this
    while (cursor.position < position) {
      const outcome = perform(cursor.machine.program, cursor.state, cursor.position + 1)
      if (isFault(outcome)) throw new Error(`position ${position} is not known`)
      this.details.push(outcome)
      cursor.position++
    }
  }
}
