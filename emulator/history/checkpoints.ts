// States kept on the way, from which any other is reached by running again. Pages of cells that did not change
// between two checkpoints are kept once. Knows nothing of instructions.
import { type State, setCell } from '../machine/index.ts'
import type { Edit } from './history.ts'

/** Cells in a page. */
export const PAGE = 1024

/** A run of cells as they were, shared by the checkpoints between which it did not change. */
interface Page {
  readonly cells: Int32Array
  readonly blank: Uint8Array
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

/** What a page takes, in bytes, and what a checkpoint takes beside its pages. */
const pageBytes = (page: Page): number => 5 * page.cells.length + 200
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
    const pages: Page[] = []
    for (let start = 0, index = 0; start < state.cells.length; start += PAGE, index++) {
      const old = before?.pages[index]
      if (old !== undefined && isPage(old, state, start)) {
        old.holders++
        pages.push(old)
        continue
      }
      const cells = state.cells.slice(start, start + PAGE)
      const page: Page = { cells, blank: state.blank.slice(start, start + PAGE), holders: 1 }
      this.bytes += pageBytes(page)
      pages.push(page)
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
    for (const page of checkpoint.pages) if (--page.holders === 0) this.bytes -= pageBytes(page)
  }
}

/** Makes `state` the one kept. */
export function restore(checkpoint: Checkpoint, state: State): void {
  const { pc, left, right, setter, pages } = checkpoint
  Object.assign(state, { pc, left, right, setter })
  for (let index = 0; index < pages.length; index++) {
    state.cells.set(pages[index]!.cells, index * PAGE)
    state.blank.set(pages[index]!.blank, index * PAGE)
  }
}

/** Applies the edits made at `position`, in their order. */
export function applyEdits(state: State, edits: readonly Edit[], position: number): void {
  for (const edit of edits) if (edit.position === position) setCell(state, edit.address, edit.value)
}

function isPage(page: Page, state: State, start: number): boolean {
  const { cells, blank } = page
  for (let index = 0; index < cells.length; index++) {
    if (cells[index] !== state.cells[start + index] || blank[index] !== state.blank[start + index]) return false
  }
  return true
}

const samePages = (anchor: Checkpoint, { pages }: Checkpoint, state: State): boolean =>
  anchor.pages.every((page, index) => page === pages[index] || isPage(page, state, index * PAGE))

type Control = Pick<State, 'pc' | 'left' | 'right'>

/** Whether two states go on alike, as far as pc and the flags decide (the cells apart). */
export const sameControl = (a: Control, b: Control): boolean =>
  a.pc === b.pc && (a.left === a.right) === (b.left === b.right) && a.left < a.right === b.left < b.right
