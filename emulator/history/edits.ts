// Cells given other values by hand: where in the history, and how a state takes them.
import { type State, setCell } from '../machine/index.ts'

/** A cell given another value by hand, applied after the step at `position`; at position 0 it is data. */
export interface Edit {
  readonly position: number
  readonly address: number
  readonly value: number
}

/** The positions of the edits, ascending, each once. */
export const editPositions = (edits: readonly Edit[]): readonly number[] =>
  [...new Set(edits.map(edit => edit.position))].sort((a, b) => a - b)

/** Applies the edits made at `position`, in their order. */
export function applyEdits(state: State, edits: readonly Edit[], position: number): void {
  for (const edit of edits) if (edit.position === position) setCell(state, edit.address, edit.value)
}
