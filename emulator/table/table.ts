// A state table as a plain value: what a format writes. The steps can be gone through as often as a format needs,
// and are not kept.
import type { Language, Program } from '../instructions/index.ts'
import type { State, Step } from '../machine/index.ts'
import { initialRow, type Row, stepRows, valuesOf } from './rows.ts'

/** `columns`: one a cell. `book`: neighbouring cells as one list, `x8, x9, x10, …`, as the book prints them. */
export const LAYOUTS = ['columns', 'book'] as const

export type Layout = (typeof LAYOUTS)[number]

export interface Table {
  readonly program: Program
  /** The state before the first step. */
  readonly initial: State
  /** The steps from the first on; every call begins anew. */
  readonly steps: () => Iterable<Step>
  /** Addresses of the cells shown, ascending. */
  readonly columns: readonly number[]
  /** Whether a `cmp` and the conditional jump right after it share a row. */
  readonly fold: boolean
  readonly layout: Layout
  readonly language: Language
}

/** All rows, the initial one first. */
export function* tableRows(table: Table): Generator<Row, void, undefined> {
  const { program, initial, steps, columns, fold } = table
  yield initialRow(initial, columns)
  yield* stepRows(program, columns, valuesOf(initial, columns), steps(), fold)
}
