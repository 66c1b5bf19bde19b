// A table of GitHub-flavoured Markdown, its source aligned too.
import type { Parts } from '../../instructions/index.ts'
import { pad } from '../../instructions/width.ts'
import { type GridColumn, gridColumns } from '../grid.ts'
import type { Row } from '../rows.ts'
import { type Table, tableRows } from '../table.ts'
import type { TableFormat } from './format.ts'
import { aligned } from './layout.ts'
import { fieldText } from './plain.ts'

export const markdownFormat: TableFormat = {
  name: 'markdown',
  *write(table) {
    const columns = gridColumns(table)
    let number = 0
    const least = columns.map(() => 3)
    yield* aligned(lines(table, columns), least, (fields, widths) => {
      const cells = fields.map((field, index) => pad(field, widths[index]!, columns[index]!.align))
      const line = `| ${cells.join(' | ')} |\n`
      if (number++ > 0) return line
      const rules = columns.map(({ align }, index) => rule(align, widths[index]!))
      return `${line}| ${rules.join(' | ')} |\n`
    })
  },
}

function* lines(table: Table, columns: readonly GridColumn[]): Generator<readonly string[], void, undefined> {
  yield columns.map(({ head, below }) => (below === null ? set(head) : `${set(head)}<br>${set(below)}`))
  for (const row of tableRows(table)) yield columns.map(column => marked(column, row))
}

/** The line under the heads, which tells how a column is set. */
const rule = (align: 'left' | 'right', width: number): string =>
  align === 'left' ? `:${'-'.repeat(width - 1)}` : `${'-'.repeat(width - 1)}:`

function marked(column: GridColumn, row: Row): string {
  const parts = column.parts(row)
  return column.kind === 'step' || column.kind === 'line' || column.kind === 'flags' ? fieldText(parts) : set(parts)
}

const set = (parts: Parts): string =>
  parts.map(part => (part.kind === 'code' ? code(part.text) : escaped(fieldText([part])))).join('')

/** Source between more backticks than it has itself; a `|` would end the table's cell even there. */
function code(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map(run => run.length)) + 1)
  const blank = runs.length > 0 ? ' ' : ''
  return `${fence}${blank}${text.replaceAll('|', '\\|')}${blank}${fence}`
}

/** Words with the characters masked that Markdown would take for marks. */
const escaped = (text: string): string => text.replace(/[\\`*_|~[\]]|<(?=\S)/g, '\\$&')
