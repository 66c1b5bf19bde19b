// A Typst table that compiles alone, set as the book sets its tables.
import { type Part, type Parts, REGISTERS } from '../../instructions/index.ts'
import { type GridColumn, gridColumns } from '../grid.ts'
import { tableRows } from '../table.ts'
import type { TableFormat } from './format.ts'

/** A line to write on, high enough for a pen. */
const ROOM = '#box(width: 2.4em, height: 1.4em, stroke: (bottom: 0.4pt))'

export const typstFormat: TableFormat = {
  name: 'typst',
  *write(table) {
    const columns = gridColumns(table)
    const line = (fields: readonly string[]) => `  ${fields.map(field => `[${field}],`).join(' ')}\n`
    yield `#table(\n  columns: ${columns.length},\n  align: (${columns.map(({ align }) => align).join(', ')}),\n`
    yield '  stroke: none,\n  table.hline(),\n  table.header(\n  '
    yield line(columns.map(column => headOf(column)))
    yield '  ),\n  table.hline(),\n'
    for (const row of tableRows(table))
      yield line(columns.map(column => (column.isBlank(row) ? ROOM : field(column, column.parts(row)))))
    yield '  table.hline(),\n)\n'
  },
}

const headOf = (column: GridColumn): string =>
  column.below === null
    ? field(column, column.head)
    : `${field(column, column.head)} #linebreak() ${field(column, column.below)}`

/** Cells are mathematics altogether; empty fields stay empty. */
function field({ kind }: GridColumn, parts: Parts): string {
  if (parts.length === 0) return ''
  return kind === 'cells' ? `$${parts.map(inMathematics).join('')}$` : parts.map(inText).join('')
}

function inMathematics(part: Part): string {
  switch (part.kind) {
    case 'words':
      return signed(part.text)
    case 'number':
      return `${part.value}`
    case 'cell':
      return part.name === null ? lowered(part.address < REGISTERS ? 'r' : 'x', part.address) : nameMark(part.name)
    case 'unknown':
      return part.index === null ? nameMark(part.name) : lowered(part.name, part.index)
    case 'label':
    case 'constant':
      return nameMark(part.name)
    case 'code':
      return `#raw(${quoted(part.text)})`
  }
}

function inText(part: Part): string {
  switch (part.kind) {
    case 'words':
      return escaped(part.text)
    case 'number':
      return part.value < 0 ? `$${part.value}$` : `${part.value}`
    case 'label':
    case 'constant':
      return escaped(part.name)
    case 'code':
      return inMathematics(part)
    case 'cell':
    case 'unknown':
      return `$${inMathematics(part)}$`
  }
}

/** The signs of formulas and lists; a product is set without one. */
const SIGNS: Readonly<Record<string, string>> = { '…': 'dots', '÷': ' div ', '*': ' thin ', '[': '\\[', ']': '\\]' }

const signed = (text: string): string => text.replace(/[…÷*[\]]/g, sign => SIGNS[sign]!)

const lowered = (letter: string, index: number): string => `${letter}_${index}`

/** A name as one slanted word. */
const nameMark = (name: string): string => `italic(${quoted(name)})`

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`

/** Everything that Typst could take for a mark. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
