// Where things stand in a machine's memory, which interpreter and translated code share, and the memory itself.
import type { Program } from '../../instructions/index.ts'
import { initialState } from '../../machine/index.ts'

/** Byte addresses at the beginning, through which a translated function takes and gives what is not a cell. */
export const HEADER = { left: 0, right: 4, setter: 8, fuel: 12, hit: 16 } as const

/** The byte address of cell 0. Behind the last cell stand the constants, then a byte a cell: 1 where it is blank. */
export const CELLS = 64

/** The sizes and places that follow from a program. */
export interface MemoryLayout {
  readonly cells: number
  /** Byte address of the map of blank cells. */
  readonly blank: number
  /** Byte address of the counts of the blocks, a word each. */
  readonly counts: number
  readonly size: number
}

/** `constants` and `blocks` are the numbers of words wanted for them. */
export function layoutOf(program: Program, constants: number, blocks: number): MemoryLayout {
  const { cells } = program
  const blank = CELLS + 4 * (cells + constants)
  const counts = (blank + cells + 3) & ~3
  return { cells, blank, counts, size: counts + 4 * blocks }
}

/** A machine's memory: views of one buffer. */
export interface Store {
  readonly buffer: ArrayBuffer
  readonly header: Int32Array
  /** The cells, and behind them the constants. */
  readonly words: Int32Array
  readonly cells: Int32Array
  readonly blank: Uint8Array
  readonly counts: Int32Array
}

/** A buffer's parts. */
export function storeIn(buffer: ArrayBuffer, layout: MemoryLayout, constants: number): Store {
  const words = new Int32Array(buffer, CELLS, layout.cells + constants)
  return {
    buffer,
    header: new Int32Array(buffer, 0, CELLS / 4),
    words,
    cells: words.subarray(0, layout.cells),
    blank: new Uint8Array(buffer, layout.blank, layout.cells),
    counts: new Int32Array(buffer, layout.counts, (layout.size - layout.counts) / 4),
  }
}

/** A memory with the program's first data. It is none of WebAssembly's, which are dear, until code is translated. */
export function createStore(program: Program, layout: MemoryLayout, constants: readonly number[]): Store {
  const store = storeIn(new ArrayBuffer(layout.size), layout, constants.length)
  const { cells, blank } = initialState(program)
  store.words.set(cells)
  store.words.set(constants, layout.cells)
  store.blank.set(blank)
  return store
}
