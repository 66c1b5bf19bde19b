// Looking for the nearest position that meets a condition, in pieces, forwards and backwards.
import { meets, type SearchingMachine, type StopCondition } from '../engine/index.ts'
import { isFault, perform, type Step } from '../machine/index.ts'
import type { Checkpoints } from './checkpoints.ts'
import { Cursor } from './cursor.ts'
import type { History, Search } from './history.ts'

/** How many positions a search backwards looks at first; each time that it finds nothing, twice as many. */
const FIRST_CHUNK = 1024

/** What a stop costs, in steps. */
const HIT = 100

/** What a search needs of the history. */
export interface SearchContext {
  readonly history: History
  readonly checkpoints: Checkpoints
  /** A machine at its initial state, for this search alone and what it wants. */
  readonly machine: SearchingMachine
}

/** Begins a search: see `History.search`. */
export function createSearch(
  context: SearchContext,
  direction: 1 | -1,
  from: number,
  condition: StopCondition,
): Search {
  return direction === 1 ? new Forward(context, from, condition) : new Backward(context, from, condition)
}

/** What both directions share: going to a position, and testing the ones after it. */
abstract class Scan {
  found: number | null = null
  reached: number
  protected readonly context: SearchContext
  protected readonly cursor: Cursor
  private readonly condition: StopCondition

  constructor(context: SearchContext, from: number, condition: StopCondition) {
    this.context = context
    this.reached = from
    this.condition = condition
    this.cursor = new Cursor(context.machine, context.history.edits)
  }

  /** Goes to `position`, however it can be reached quickest. */
  protected go(position: number): void {
    const { cursor } = this
    const checkpoint = this.context.checkpoints.at(position)
    if (position < cursor.position || checkpoint.position > cursor.position) cursor.restore(checkpoint)
    cursor.forward(position)
  }

  /** Whether the cursor's position meets the condition; `step` led to it. */
  protected test(step: Step | null): boolean {
    return meets(this.context.history.program, this.condition, step, this.cursor.state)
  }

  /** Goes on to `position`, which is known, or to the first one on the way that meets the condition; true there. */
  protected seek(position: number): boolean {
    const { cursor, context } = this
    while (cursor.position < position) {
      const from = cursor.position
      // Edits come between a step and its position's test, so that position is come to by itself.
      const target = Math.min(position, cursor.nextEdit - 1)
      const met = target === from ? this.test(this.step()) : this.seekTo(target)
      if (met) return true
      if (cursor.position === from) throw new Error(`position ${from + 1} of ${context.history.known} is not known`)
    }
    return false
  }

  private seekTo(target: number): boolean {
    const { cursor, context } = this
    const run = context.machine.seek(target - cursor.position)
    cursor.position += run.steps
    return run.met
  }

  /** Takes one step, and edits. */
  private step(): Step {
    const { cursor } = this
    const outcome = perform(this.context.history.program, cursor.state, cursor.position + 1)
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
    const { history } = this.context
    if (history.known < this.reached + fuel) history.extend(this.reached + fuel, fuel)
    const target = Math.min(history.known, this.reached + fuel)
    if (this.reached < target) {
      this.go(this.reached)
      if (this.seek(target)) this.found = this.cursor.position
      this.reached = this.cursor.position
    }
    return this.found !== null || (history.ending !== null && this.reached >= history.known)
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
      const last = this.reached - 1
      while (left > 0 && this.cursor.position < last) {
        const from = this.cursor.position
        if (this.seek(Math.min(last, from + left))) this.hit = this.cursor.position
        left -= this.cursor.position - from + HIT
      }
      if (this.cursor.position === last) this.close()
    }
    return this.found !== null || this.reached === 0
  }

  /** Goes to the beginning of the next stretch; tells how many steps that took. */
  private begin(): number {
    const last = Math.max(0, this.reached - 2)
    const checkpoint = this.context.checkpoints.at(last).position
    this.start = Math.max(checkpoint, last - this.chunk)
    this.chunk *= 2
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
