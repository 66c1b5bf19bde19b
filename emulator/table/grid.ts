// A table's columns with their heads and what stands in them, for the formats that are meant to be looked at.
// The heads are the specification's names of the columns (command-line.md, "The state table").
import { cellName } from '../instructions/index.ts'
import { neighbouring } from './columns.ts'
import type { Row } from './rows.ts'
import type { Table } from './table.ts'

/** What stands in a column. */
export type GridKind = 'step' | 'line' | 'instruction' | 'cells' | 'flags' | 'explanation'

export interface GridColumn {
  readonly kind: GridKind
  readonly head: string
  /** The cells that a column of kind `cells` shows; several are a list in the book's manner. */
  readonly addresses: readonly number[]
  readonly align: 'left' | 'right'
  text(row: Row): string
}

/** A value or formula as a table shows it: `?` where the cell is blank. */
const shown = ({ values, formulas }: Row, index: number): string => `${(formulas ?? values)[index] ?? '?'}`

/** The columns of a table, in their order. */
export function gridColumns(table: Table): readonly GridColumn[] {
  return [
    plain('step', 'right', row => `${row.step}`),
    plain('line', 'right', row => `${row.line ?? ''}`),
    plain('instruction', 'left', row => row.instruction),
    ...(table.layout === 'book' ? lists(table) : singles(table)),
    plain('flags', 'left', row => row.flags),
    plain('explanation', 'left', row => row.explanation[table.language]),
  ]
}

const plain = (kind: GridKind, align: 'left' | 'right', text: (row: Row) => string): GridColumn => ({
  kind,
  head: kind,
  addresses: [],
  align,
  text,
})

function singles({ columns }: Table): readonly GridColumn[] {
  return columns.map((address, index) => ({
    kind: 'cells',
    head: cellName(address),
    addresses: [address],
    align: 'right',
    text: row => shown(row, index),
  }))
}

/** `r0, r1, r2, …`: the list goes on, in the book, as the memory does. */
export const listed = (items: readonly string[]): string => `${items.join(', ')}, …`

function lists({ columns }: Table): readonly GridColumn[] {
  const place = new Map(columns.map((address, index) => [address, index]))
  return neighbouring(columns).map(addresses => ({
    kind: 'cells',
    head: listed(addresses.map(cellName)),
    addresses,
    align: 'left',
    text: row => listed(addresses.map(address => shown(row, place.get(address)!))),
  }))
}
