// A state table as a plain value: what a format writes. The steps can be gone through as often as a format needs,
// and are not kept.
import type { Edit } from '../history/index.ts'
import type { Language, Program } from '../instructions/index.ts'
import type { State, Step } from '../machine/index.ts'
import { Formulas, type Symbols } from './formulas.ts'
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
  /** Cells changed by hand after a step; none by default. */
  readonly edits?: readonly Edit[]
  /** Addresses of the cells shown, ascending. */
  readonly columns: readonly number[]
  /** Whether a `cmp` and the conditional jump right after it share a row. */
  readonly fold: boolean
  readonly layout: Layout
  readonly language: Language
  /** Names of cells whose first values are unknowns: the table shows formulas. Null where it shows numbers. */
  readonly symbols: Symbols | null
}

/** All rows, the initial one first. */
export function* tableRows(table: Table): Generator<Row, void, undefined> {
  const { program, initial, steps, edits, columns, fold, symbols } = table
  const rows = stepRows(program, columns, valuesOf(initial, columns), steps(), fold, edits)
  const first = initialRow(initial, columns)
  if (symbols === null) {
    yield first
    yield* rows
    return
  }
  const formulas = new Formulas(program, symbols)
  yield { ...first, formulas: formulaTexts(formulas, columns) }
  for (const row of rows) {
    for (const step of row.steps) formulas.advance(step)
    yield { ...row, formulas: formulaTexts(formulas, columns) }
  }
}

/** What the columns' cells hold as formulas, null for a blank one. */
function formulaTexts(formulas: Formulas, columns: readonly number[]): readonly (string | null)[] {
  return columns.map(address => {
    const formula = formulas.cell(address)
    return formula === null ? null : formulas.text(formula)
  })
}

/** The conditions under which a table's history holds, in the order in which they arise; none: for all values. */
export function conditionsOf({ program, steps, symbols }: Table): readonly string[] {
  if (symbols === null) return []
  const formulas = new Formulas(program, symbols)
  const conditions: string[] = []
  for (const step of steps()) conditions.push(...formulas.advance(step).conditions.map(({ text }) => text))
  return conditions
}
