// The machine's state: a plain value that knows its program's sizes but not the program.
import type { Program } from '../instructions/index.ts'

/** Z and L (language.md, section 1). */
export interface Flags {
  readonly z: boolean
  readonly l: boolean
}

/**
 * The machine between two steps (language.md, section 1).
 *
 * The flags are kept as the pair that set them: Z is `left = right`, L is `left < right`. `cmp` leaves its two operands
 * there, an arithmetic instruction its stored result and 0; so whoever asks why a jump was taken finds the numbers.
 */
export interface State {
  /** The number of the next instruction; the program's length means halted. */
  pc: number
  left: number
  right: number
  /** The number of the instruction that set the flags last, −1 before any has. Two states that differ only in `left`,
   * `right` and `setter`, and not in Z and L, go on alike. */
  setter: number
  /** Every cell's value; 0 where blank. */
  readonly cells: Int32Array
  /** 1 for a cell that nothing has written yet, else 0. */
  readonly blank: Uint8Array
}

/** The flags of a state. */
export const flagsOf = (state: Pick<State, 'left' | 'right'>): Flags => ({
  z: state.left === state.right,
  l: state.left < state.right,
})

/** Whether the machine has halted: pc is the program's length. */
export const halted = (program: Program, state: State): boolean => state.pc === program.instructions.length

/** The state before the first step: flags clear, cells blank but for the program's data (the later entry holds). */
export function initialState(program: Program): State {
  const cells = new Int32Array(program.cells)
  const blank = new Uint8Array(program.cells).fill(1)
  for (const { address, value } of program.data) {
    cells[address] = value
    blank[address] = 0
  }
  return { pc: 0, left: 1, right: 0, setter: -1, cells, blank }
}

/** A copy that shares nothing. */
export const copyState = (state: State): State => ({ ...state, cells: state.cells.slice(), blank: state.blank.slice() })

/** Gives a cell a value from outside, as `.data` and edits by hand do. `value` must fit the word. */
export function setCell(state: State, address: number, value: number): void {
  state.cells[address] = value
  state.blank[address] = 0
}
