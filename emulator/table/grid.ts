// A table's columns with their heads and what stands in them, as parts, for the formats that are meant to be looked at.
// It knows no format. The columns are the specification's (command-line.md, "The state table").
import {
  cell,
  cellOf,
  code,
  joined,
  type Part,
  type Parts,
  parts,
  type Text,
  visible,
  words,
} from '../instructions/index.ts'
import { type Column, neighbouring } from './columns.ts'
import { inNotation } from './notation.ts'
import type { Row } from './rows.ts'
import type { Table } from './table.ts'

/** What stands in a column. */
export type GridKind = 'visit' | 'step' | 'line' | 'instruction' | 'cells' | 'flags' | 'explanation'

export interface GridColumn {
  readonly kind: GridKind
  readonly head: Parts
  /** Beneath the head the number of a cell that has a name; null in a column without one. */
  readonly below: Parts | null
  readonly align: 'left' | 'right'
  parts(row: Row): Parts
  /** Whether a row's field is left for the reader to write in. */
  isBlank(row: Row): boolean
}

/** The heads that are no cells, as people read them. */
const HEADS: Record<Exclude<GridKind, 'cells'>, Text> = {
  visit: { en: 'visit', zh: '次' },
  step: { en: 'step', zh: '步' },
  line: { en: 'line', zh: '行' },
  instruction: { en: 'instruction', zh: '指令' },
  flags: { en: 'flags', zh: '标志' },
  explanation: { en: 'explanation', zh: '解释' },
}

/** The columns of a table, in their order. */
export function gridColumns(table: Table): readonly GridColumn[] {
  const { language } = table
  const plain = (kind: keyof typeof HEADS, align: 'left' | 'right', of: (row: Row) => Parts): GridColumn => ({
    kind,
    head: [words(HEADS[kind][language])],
    below: null,
    align,
    parts: of,
    isBlank: () => false,
  })
  const columns = filledColumns(table, plain)
  return table.worksheet === 'blank' ? columns.filter(({ kind }) => kind !== 'explanation').map(blanked) : columns
}

/** Room for a number, in the formats that are nothing but letters. */
const ROOM: Parts = [words('_____')]

/** The same column with what its rows after the first hold left out. */
function blanked(column: GridColumn): GridColumn {
  if (column.kind !== 'cells' && column.kind !== 'flags') return column
  const isBlank = (row: Row): boolean => row.step > 0
  return { ...column, isBlank, parts: row => (isBlank(row) ? ROOM : column.parts(row)) }
}

type MakePlain = (kind: keyof typeof HEADS, align: 'left' | 'right', of: (row: Row) => Parts) => GridColumn

function filledColumns(table: Table, plain: MakePlain): readonly GridColumn[] {
  const { language } = table
  return [
    ...(table.visits === undefined ? [] : [plain('visit', 'right', row => parts`${row.visit ?? 0}`)]),
    plain('step', 'right', row => parts`${row.step}`),
    plain('line', 'right', row => (row.line === null ? [] : parts`${row.line}`)),
    plain('instruction', 'left', row => sourceParts(row.instruction)),
    ...(table.layout === 'book' ? lists(table) : singles(table)),
    plain('flags', 'left', row => (row.flags === '' ? [] : [words(row.flags)])),
    plain('explanation', 'left', row => row.explanation[language]),
  ]
}

/** A tab within an instruction would shift all that follows it. */
const sourceParts = (source: string): Parts => (source === '' ? [] : [code(visible(source.replaceAll('\t', ' ')))])

/** A value or formula as a table shows it: `?` where the cell is blank. */
function shown({ values, formulas }: Row, index: number, { program, notation }: Table): Parts {
  const formula = formulas?.[index]
  if (formula != null) return formula
  const value = values[index]
  return value == null ? [words('?')] : [inNotation(value, program.bits, notation)]
}

/** A column's head, and beneath it the number of the cell whose name it is. */
function heads({ program }: Table, { mode, address }: Column): { head: Parts; below: Parts | null } {
  const named = cellOf(program, address)
  const set = (part: Part): Parts => (mode === 'direct' ? [part] : parts`[${part}]`)
  const hasName = named.kind === 'cell' && named.name !== null
  return { head: set(named), below: hasName ? set(cell(address)) : null }
}

function singles(table: Table): readonly GridColumn[] {
  return table.columns.map((column, index) => ({
    kind: 'cells',
    ...heads(table, column),
    align: 'right',
    parts: row => shown(row, index, table),
    isBlank: () => false,
  }))
}

/** `r0, r1, r2, …`: the list goes on, in the book, as the memory does. */
const listed = (items: readonly Parts[]): Parts => parts`${joined(items, ', ')}, …`

/** Neighbouring cells as one list each; what brackets lead to stands alone. */
function lists(table: Table): readonly GridColumn[] {
  const { columns } = table
  const cells = columns.flatMap(({ mode, address }) => (mode === 'direct' ? [address] : []))
  const groups = neighbouring(cells).map(addresses =>
    addresses.map(address => columns.findIndex(each => each.mode === 'direct' && each.address === address)),
  )
  const pointed = singles(table).filter((_, index) => columns[index]!.mode === 'indirect')
  const made = groups.map((indices): GridColumn => {
    const each = indices.map(index => heads(table, columns[index]!))
    return {
      kind: 'cells',
      head: listed(each.map(({ head }) => head)),
      below: each.some(({ below }) => below !== null) ? listed(each.map(({ head, below }) => below ?? head)) : null,
      align: 'left',
      parts: row => listed(indices.map(index => shown(row, index, table))),
      isBlank: () => false,
    }
  })
  return [...made, ...pointed]
}
