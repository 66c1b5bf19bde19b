// Two histories side by side (history.md, section 5): where their cells first differ, and where they part. In pieces, so
// that it can be given up at any time. It knows no text; what a line says comes from its program.
import type { History } from '../history/index.ts'
import type { State, Step } from '../machine/index.ts'

/** The line that a history runs in a step; null where it has ended. */
export type LineRun = { readonly line: number; readonly source: string } | null

/** What there is to tell; null for a thing that has not come up. */
export interface Difference {
  readonly differ: { readonly step: number; readonly addresses: readonly number[] } | null
  readonly part: { readonly step: number; readonly a: LineRun; readonly b: LineRun } | null
}

/** Steps of both that are taken from the histories at once. */
const PIECE = 1000

/** A comparison under way. */
export class Comparison implements Difference {
  differ: Difference['differ'] = null
  part: Difference['part'] = null
  /** How far both have been looked at. */
  reached = -1
  private readonly a: History
  private readonly b: History
  private readonly limit: number

  /** Two histories, of which no position behind `limit` counts. */
  constructor(a: History, b: History, limit = Number.POSITIVE_INFINITY) {
    this.a = a
    this.b = b
    this.limit = limit
  }

  /** Goes on by about `fuel` steps; true when both answers are known, or there is nothing more to look at. */
  advance(fuel: number): boolean {
    if (this.reached < 0) this.begin()
    for (let left = fuel; left > 0; left -= PIECE) {
      if (this.isDone()) return true
      const to = this.reached + PIECE
      this.a.extend(Math.min(this.limit, to), PIECE)
      this.b.extend(Math.min(this.limit, to), PIECE)
      this.look()
    }
    return this.isDone()
  }

  private isDone(): boolean {
    return (this.differ !== null && this.part !== null) || this.end() === this.reached
  }

  /** The last position that both have, where that is known. */
  private end(): number {
    return Math.min(lastOf(this.a, this.limit), lastOf(this.b, this.limit))
  }

  private begin(): void {
    const addresses = differing(this.a.state(0), this.b.state(0))
    if (addresses.length > 0) this.differ = { step: 0, addresses }
    this.reached = 0
    // The same program with the same data goes the same way up to the first cell changed by hand.
    if (this.differ === null && this.a.program === this.b.program) this.skip()
    this.endingsAt()
  }

  private skip(): void {
    const { a, b } = this
    const first = Math.min(...[...a.edits, ...b.edits].map(({ position }) => position))
    this.reached = Math.max(0, Math.min(first - 1, a.known, b.known, this.limit))
  }

  /** Looks at what both know of the next piece. */
  private look(): void {
    const { a, b } = this
    const from = this.reached + 1
    const to = Math.min(this.reached + PIECE, a.known, b.known, this.limit)
    if (to >= from) {
      const [left, right] = [a.steps(from, to), b.steps(from, to)]
      for (let index = 0; index < left.length; index++) this.compareSteps(left[index]!, right[index]!)
      this.reached = to
    }
    this.endingsAt()
  }

  private compareSteps(one: Step, other: Step): void {
    const { a, b } = this
    if (this.part === null && one.pc !== other.pc)
      this.part = { step: one.step, a: lineOf(a, one.pc), b: lineOf(b, other.pc) }
    if (this.differ !== null) return
    // Nothing differed before: only what one of them has written since can.
    const written = [...a.edits, ...b.edits].filter(({ position }) => position === one.step).length > 0
    if (!written && one.write === null && other.write === null) return
    const same = one.write?.address === other.write?.address && one.write?.after === other.write?.after
    if (!written && same) return
    const addresses = differing(a.state(one.step), b.state(one.step))
    if (addresses.length > 0) this.differ = { step: one.step, addresses }
  }

  /** One has ended, and the other goes on. */
  private endingsAt(): void {
    const { a, b } = this
    if (this.part !== null || this.end() !== this.reached || this.reached >= this.limit) return
    const step = this.reached + 1
    const next = (history: History): LineRun => {
      if (history.ending?.kind === 'endless' || history.known > this.reached) {
        return lineOf(history, history.state(this.reached).pc)
      }
      return null
    }
    const [left, right] = [next(a), next(b)]
    if (left !== null || right !== null) this.part = { step, a: left, b: right }
  }
}

/** The last position of a history that counts, where it is known. */
function lastOf({ ending, known }: History, limit: number): number {
  if (ending !== null && ending.kind !== 'endless') return Math.min(limit, ending.steps)
  return ending !== null || known >= limit ? Math.min(limit, known) : Number.POSITIVE_INFINITY
}

const lineOf = ({ program }: History, pc: number): LineRun => {
  const { line, source } = program.instructions[pc]!
  return { line, source }
}

/** The addresses of the cells that are not alike, or that only one of them has and that are not blank. */
export function differing(a: State, b: State): readonly number[] {
  const found: number[] = []
  const length = Math.max(a.cells.length, b.cells.length)
  for (let address = 0; address < length; address++) if (held(a, address) !== held(b, address)) found.push(address)
  return found
}

/** What a cell holds; null where it is blank or is none. */
export const held = (state: State, address: number): number | null =>
  (state.blank[address] ?? 1) === 1 ? null : state.cells[address]!
