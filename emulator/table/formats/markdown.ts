// A table of GitHub-flavoured Markdown, its source aligned too.
import { type GridColumn, gridColumns } from '../grid.ts'
import type { Row } from '../rows.ts'
import { tableRows } from '../table.ts'
import { pad, textWidth } from '../width.ts'
import type { Format } from './format.ts'

export const markdownFormat: Format = {
  name: 'markdown',
  *write(table) {
    const columns = gridColumns(table)
    const widths = columns.map(column => Math.max(3, textWidth(column.head)))
    for (const row of tableRows(table)) {
      columns.forEach((column, index) => {
        widths[index] = Math.max(widths[index]!, textWidth(marked(column, row)))
      })
    }
    const line = (texts: readonly string[]) => {
      const cells = texts.map((text, index) => pad(text, widths[index]!, columns[index]!.align))
      return `| ${cells.join(' | ')} |\n`
    }
    yield line(columns.map(column => column.head))
    yield line(columns.map(({ align }, index) => rule(align, widths[index]!)))
    for (const row of tableRows(table)) yield line(columns.map(column => marked(column, row)))
  },
}

/** The line under the heads, which tells how a column is set. */
const rule = (align: 'left' | 'right', width: number): string =>
  align === 'left' ? `:${'-'.repeat(width - 1)}` : `${'-'.repeat(width - 1)}:`

function marked(column: GridColumn, row: Row): string {
  const text = column.text(row)
  if (column.kind === 'instruction') return text === '' ? '' : code(text.replaceAll('\t', ' '))
  return column.kind === 'explanation' || column.kind === 'cells' ? escaped(text) : text
}

/** Source between more backticks than it has itself; a `|` would end the table's cell even there. */
function code(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map(run => run.length)) + 1)
  const blank = runs.length > 0 ? ' ' : ''
  return `${fence}${blank}${text.replaceAll('|', '\\|')}${blank}${fence}`
}

/** Words with the characters masked that Markdown would take for marks. */
const escaped = (text: string): string => text.replace(/[\\`*_|~]|<(?=\S)/g, '\\$&')
