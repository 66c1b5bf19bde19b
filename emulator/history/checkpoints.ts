// States kept on the way, from which any other is reached by running again. Pages of cells that did not change
// between two checkpoints are kept once. Knows nothing of instructions.
import type { State } from '../machine/index.ts'

/** Cells in a page: few, so that little is kept that has not changed; many where there are many, because a page has its
 * price whatever its size. */
export const pageSize = (cells: number): number =>
  Math.min(16_384, Math.max(1024, 2 ** Math.floor(Math.log2(cells / 16))))

/** A run of cells as they were, shared by the checkpoints between which it did not change. Which of them are blank
 * changes more seldom still, and is shared on its own. */
interface Page {
  readonly cells: Words
  readonly blank: Blanks
  holders: number
}

/** Numbers of a page, in as few bytes as they fit into: fresh memory is what keeping a checkpoint costs most. */
type Words = Int8Array | Int16Array | Int32Array

interface Blanks {
  readonly map: Uint8Array
  holders: number
}

/** The state at a position, after the edits there. */
export interface Checkpoint {
  readonly position: number
  readonly pc: number
  readonly left: number
  readonly right: number
  readonly setter: number
  readonly pages: readonly Page[]
}

/** What things take, in bytes, with a guess at what the objects themselves do. */
const cellBytes = (page: Page): number => page.cells.byteLength + 200
const blankBytes = (blank: Blanks): number => blank.map.length + 200
const ownBytes = (checkpoint: Checkpoint): number => 8 * checkpoint.pages.length + 200

/** More checkpoints than this are never kept: between the two, going anywhere stays quick at any length. */
const MOST = 2048

/** The checkpoints of a run, in the order of their positions, about `interval` steps apart. */
export class Checkpoints {
  interval: number
  bytes = 0
  private readonly limit: number
  private list: Checkpoint[] = []
  /** The one that the following ones are compared with: each that is the 2^kth (Brent's method once more). */
  private anchor: Checkpoint | null = null
  private saved = 0

  /** `interval` in steps; `limit` in bytes: beyond it every other checkpoint is dropped and the interval doubled. */
  constructor(interval: number, limit: number) {
    this.interval = interval
    this.limit = limit
  }

  get last(): Checkpoint {
    return this.list.at(-1)!
  }

  get count(): number {
    return this.list.length
  }

  /** Keeps `state` as the one at `position`, which must lie behind all others. Returns the position of an earlier
   * checkpoint where the state was exactly this, if one has come to notice. */
  save(position: number, state: State): number | null {
    const before = this.list.at(-1)
    const size = pageSize(state.cells.length)
    const pages: Page[] = []
    for (let start = 0, index = 0; start < state.cells.length; start += size, index++) {
      pages.push(this.page(before?.pages[index], state, start, size))
    }
    const { pc, left, right, setter } = state
    const checkpoint: Checkpoint = { position, pc, left, right, setter, pages }
    this.bytes += ownBytes(checkpoint)
    this.list.push(checkpoint)
    while ((this.bytes > this.limit || this.list.length > MOST) && this.list.length > 2) this.thin()
    return this.compare(checkpoint, state)
  }

  /** The last checkpoint at or before `position`. The one at 0 is always there. */
  at(position: number): Checkpoint {
    let low = 0
    let high = this.list.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.list[middle]!.position <= position) low = middle
      else high = middle - 1
    }
    return this.list[low]!
  }

  /** Drops all checkpoints after `position`. */
  cut(position: number): void {
    while (this.list.length > 1 && this.last.position > position) this.release(this.list.pop()!)
  }

  /** The page that begins at cell `start`: `old` itself where nothing has changed. */
  private page(old: Page | undefined, state: State, start: number, size: number): Page {
    const sameBlank = old !== undefined && sameBytes(old.blank.map, state.blank, start)
    if (sameBlank && sameWords(old.cells, state.cells, start)) {
      old.holders++
      return old
    }
    const blank = sameBlank ? old.blank : { map: state.blank.slice(start, start + size), holders: 0 }
    if (blank.holders++ === 0) this.bytes += blankBytes(blank)
    const page: Page = { cells: narrowed(state.cells.subarray(start, start + size)), blank, holders: 1 }
    this.bytes += cellBytes(page)
    return page
  }

  private compare(checkpoint: Checkpoint, state: State): number | null {
    const { anchor } = this
    const same = anchor !== null && sameControl(anchor, checkpoint) && samePages(anchor, checkpoint, state)
    this.saved++
    if (Number.isInteger(Math.log2(this.saved))) this.anchor = checkpoint
    return same ? anchor.position : null
  }

  private thin(): void {
    const last = this.list.length - 1
    this.list = this.list.filter((checkpoint, index) => {
      const stays = index % 2 === 0 || index === last
      if (!stays) this.release(checkpoint)
      return stays
    })
    this.interval *= 2
  }

  private release(checkpoint: Checkpoint): void {
    this.bytes -= ownBytes(checkpoint)
    for (const page of checkpoint.pages) {
      if (--page.holders > 0) continue
      this.bytes -= cellBytes(page)
      if (--page.blank.holders === 0) this.bytes -= blankBytes(page.blank)
    }
  }
}

/** Makes `state` the one kept. */
export function restore(checkpoint: Checkpoint, state: State): void {
  const { pc, left, right, setter, pages } = checkpoint
  Object.assign(state, { pc, left, right, setter })
  const size = pageSize(state.cells.length)
  for (let index = 0; index < pages.length; index++) {
    state.cells.set(pages[index]!.cells, index * size)
    state.blank.set(pages[index]!.blank.map, index * size)
  }
}

/** The bits that a number takes beside its sign. */
const magnitude = (value: number): number => value ^ (value >> 31)

function narrowed(cells: Int32Array): Words {
  const { length } = cells
  let bits = 0
  let index = 0
  // Four at a time: it is what most of a checkpoint's time goes to.
  for (; index + 3 < length; index += 4) {
    bits |= magnitude(cells[index]!) | magnitude(cells[index + 1]!)
    bits |= magnitude(cells[index + 2]!) | magnitude(cells[index + 3]!)
  }
  for (; index < length; index++) bits |= magnitude(cells[index]!)
  if (bits < 2 ** 7) return new Int8Array(cells)
  return bits < 2 ** 15 ? new Int16Array(cells) : cells.slice()
}

// One loop for each kind of array: in a loop that meets several kinds, engines ask at every turn which it is.
const sameWords = (kept: Words, now: Int32Array, start: number): boolean => {
  if (kept instanceof Int8Array) return same8(kept, now, start)
  return kept instanceof Int16Array ? same16(kept, now, start) : same32(kept, now, start)
}

function same8(kept: Int8Array, now: Int32Array, start: number): boolean {
  for (let index = 0; index < kept.length; index++) if (kept[index] !== now[start + index]) return false
  return true
}

function same16(kept: Int16Array, now: Int32Array, start: number): boolean {
  for (let index = 0; index < kept.length; index++) if (kept[index] !== now[start + index]) return false
  return true
}

function same32(kept: Int32Array, now: Int32Array, start: number): boolean {
  for (let index = 0; index < kept.length; index++) if (kept[index] !== now[start + index]) return false
  return true
}

function sameBytes(kept: Uint8Array, now: Uint8Array, start: number): boolean {
  // Four at once where they stand on whole words, as a machine's do.
  const at = now.byteOffset + start
  const words = ((at | kept.byteOffset) & 3) === 0 ? kept.length >> 2 : 0
  const fours = (bytes: Uint8Array, from: number): Int32Array => new Int32Array(bytes.buffer, from, words)
  if (words > 0 && !same32(fours(kept, kept.byteOffset), fours(now, at), 0)) return false
  for (let index = words << 2; index < kept.length; index++) if (kept[index] !== now[start + index]) return false
  return true
}

const samePages = (anchor: Checkpoint, { pages }: Checkpoint, { cells, blank }: State): boolean =>
  anchor.pages.every((page, index) => {
    const start = index * pageSize(cells.length)
    return page === pages[index] || (sameWords(page.cells, cells, start) && sameBytes(page.blank.map, blank, start))
  })

type Control = Pick<State, 'pc' | 'left' | 'right'>

/** Whether two states go on alike, as far as pc and the flags decide (the cells apart). */
export const sameControl = (a: Control, b: Control): boolean =>
  a.pc === b.pc && (a.left === a.right) === (b.left === b.right) && a.left < a.right === b.left < b.right
