// A state table as a plain value: what a format writes. The steps can be gone through as often as a format needs,
// and are not kept.
import type { Edit } from '../history/index.ts'
import type { Language, Parts, Program } from '../instructions/index.ts'
import type { State, Step } from '../machine/index.ts'
import type { Column } from './columns.ts'
import { Formulas, type Symbols } from './formulas.ts'
import type { Notation } from './notation.ts'
import { initialRow, type Row, ShownColumns, stepRows } from './rows.ts'

/** `columns`: one a cell. `book`: neighbouring cells as one list, `x8, x9, x10, …`, as the book prints them. */
export const CELL_LAYOUTS = ['columns', 'book'] as const

export type CellLayout = (typeof CELL_LAYOUTS)[number]

/** What of a worksheet is written: the blanks, or their key. */
export const WORKSHEETS = ['blank', 'key'] as const
export type Worksheet = (typeof WORKSHEETS)[number]

export interface Table {
  readonly program: Program
  /** The state before the first step. */
  readonly initial: State
  /** The steps from the first on; every call begins anew. */
  readonly steps: () => Iterable<Step>
  /** Cells changed by hand after a step; none by default. */
  readonly edits?: readonly Edit[]
  /** What is shown, in this order. */
  readonly columns: readonly Column[]
  /** Whether a `cmp` and the conditional jump right after it share a row. */
  readonly fold: boolean
  /** The instruction whose visits alone are shown, each with its number; all steps by default. */
  readonly visits?: number
  readonly layout: CellLayout
  readonly language: Language
  /** How cells are written in the formats for people. */
  readonly notation: Notation
  /** To be filled in by hand: `blank` leaves what each step does empty, `key` is the same sheet filled in. */
  readonly worksheet?: Worksheet | undefined
  /** Names of cells whose first values are unknowns: the table shows formulas. Null where it shows numbers. */
  readonly symbols: Symbols | null
}

/** All rows, the initial one first; of a table of visits the visits alone, numbered. */
export function* tableRows(table: Table): Generator<Row, void, undefined> {
  if (table.visits === undefined) {
    yield* allRows(table)
    return
  }
  let visit = 0
  for (const row of allRows({ ...table, fold: false }))
    if (row.steps[0]?.pc === table.visits) yield { ...row, visit: ++visit }
}

function* allRows(table: Table): Generator<Row, void, undefined> {
  const { program, initial, steps, edits, columns, fold, symbols } = table
  const rows = stepRows(program, new ShownColumns(columns, initial), steps(), fold, edits)
  const first = initialRow(initial, columns)
  if (symbols === null) {
    yield first
    yield* rows
    return
  }
  const formulas = new Formulas(program, symbols)
  yield { ...first, formulas: formulasOf(formulas, first) }
  for (const row of rows) {
    for (const step of row.steps) formulas.advance(step)
    yield { ...row, formulas: formulasOf(formulas, row) }
  }
}

/** What the row's cells hold as formulas, null for a blank one. */
const formulasOf = (formulas: Formulas, { addresses }: Row): readonly (Parts | null)[] =>
  addresses.map(address => {
    const formula = address === null ? null : formulas.cell(address)
    return formula === null ? null : formulas.parts(formula)
  })

/** Gathers the conditions under which a history holds, in the order in which they arise; none: for all values. */
export class Conditions {
  readonly found: Parts[] = []
  private readonly formulas: Formulas

  constructor(program: Program, symbols: Symbols) {
    this.formulas = new Formulas(program, symbols)
  }

  /** Goes on by the next step. */
  advance(step: Step): void {
    for (const { parts } of this.formulas.advance(step).conditions) this.found.push(parts)
  }
}
