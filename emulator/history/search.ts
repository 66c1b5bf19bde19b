// Looking for the nearest position that meets a condition, in pieces, forwards and backwards.
import type { Machine } from '../engine/index.ts'
import { isFault, perform, type Step } from '../machine/index.ts'
import type { Checkpoints } from './checkpoints.ts'
import { Cursor } from './cursor.ts'
import type { History, Search, Wanted } from './history.ts'
import { meets } from './wanted.ts'

/** How many positions a search backwards takes at once, at first and at most. */
const FIRST_CHUNK = 1024
const LARGEST_CHUNK = 1_048_576

/** What a search needs of the history. */
export interface Ground {
  readonly history: History
  readonly checkpoints: Checkpoints
  /** A machine at its initial state, for this search alone. */
  readonly machine: Machine
}

/** Begins a search: see `History.search`. */
export function createSearch(ground: Ground, direction: 1 | -1, from: number, wanted: Wanted): Search {
  return direction === 1 ? new Forward(ground, from, wanted) : new Backward(ground, from, wanted)
}

/** What both directions share: going to a position, and testing the ones after it. */
abstract class Scan {
  found: number | null = null
  reached: number
  protected readonly ground: Ground
  protected readonly cursor: Cursor
  private readonly wanted: Wanted

  constructor(ground: Ground, from: number, wanted: Wanted) {
    this.ground = ground
    this.reached = from
    this.wanted = wanted
    this.cursor = new Cursor(ground.machine, ground.history.edits)
  }

  /** Goes to `position`, however it can be reached quickest. */
  protected go(position: number): void {
    const { cursor } = this
    const checkpoint = this.ground.checkpoints.at(position)
    if (position < cursor.position || checkpoint.position > cursor.position) cursor.restore(checkpoint)
    cursor.forward(position)
  }

  /** Whether the cursor's position meets the condition; `step` led to it. */
  protected test(step: Step | null): boolean {
    return meets(this.ground.history.program, this.wanted, step, this.cursor.state)
  }

  /** Takes one step, edits included. */
  protected step(): Step {
    const { cursor } = this
    const outcome = perform(this.ground.history.program, cursor.state, cursor.position + 1)
    if (isFault(outcome)) throw new Error(`position ${cursor.position + 1} is not known`)
    cursor.position++
    cursor.edit()
    return outcome
  }
}

/** The nearest position after the beginning. */
class Forward extends Scan implements Search {
  advance(fuel: number): boolean {
    if (this.found !== null) return true
    const { history } = this.ground
    let left = fuel
    if (history.known < this.reached + fuel) history.extend(this.reached + fuel, fuel)
    if (this.reached < history.known) this.go(this.reached)
    while (left-- > 0 && this.reached < history.known) {
      const step = this.step()
      this.reached++
      if (this.test(step)) {
        this.found = this.reached
        return true
      }
    }
    return history.ending !== null && this.reached >= history.known
  }
}

/** The nearest position before the beginning: stretches are gone through forwards, the last one first. */
class Backward extends Scan implements Search {
  /** The stretch under way goes from the step after `start` to the position before `reached`. */
  private start: number | null = null
  /** The last position in it that met the condition. */
  private hit: number | null = null
  private chunk = FIRST_CHUNK

  advance(fuel: number): boolean {
    for (let left = fuel; left > 0 && this.found === null && this.reached > 0; ) {
      if (this.start === null) left -= this.begin()
      while (left-- > 0 && this.cursor.position < this.reached - 1) {
        if (this.test(this.step())) this.hit = this.cursor.position
      }
      if (this.cursor.position === this.reached - 1) this.close()
    }
    return this.found !== null || this.reached === 0
  }

  /** Goes to the beginning of the next stretch; tells how many steps that took. */
  private begin(): number {
    const last = Math.max(0, this.reached - 2)
    const checkpoint = this.ground.checkpoints.at(last).position
    this.start = Math.max(checkpoint, last - this.chunk)
    this.chunk = Math.min(2 * this.chunk, LARGEST_CHUNK)
    this.go(this.start)
    this.hit = this.start === 0 && this.test(null) ? 0 : null
    return this.start - checkpoint
  }

  private close(): void {
    this.found = this.hit
    this.reached = this.start === 0 ? 0 : this.start! + 1
    this.start = null
  }
}
