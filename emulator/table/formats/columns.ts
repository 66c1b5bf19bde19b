// Plain columns for a terminal, numbers to the right, Chinese counted as two columns.
import { type GridColumn, gridColumns } from '../grid.ts'
import type { Row } from '../rows.ts'
import { tableRows } from '../table.ts'
import { pad, textWidth } from '../width.ts'
import type { Format } from './format.ts'

export const columnsFormat: Format = {
  name: 'table',
  *write(table) {
    const columns = gridColumns(table)
    const widths = columns.map(column => textWidth(column.head))
    for (const row of tableRows(table)) {
      columns.forEach((column, index) => {
        widths[index] = Math.max(widths[index]!, textWidth(shown(column, row)))
      })
    }
    const line = (texts: readonly string[]) => {
      const cells = texts.map((text, index) => pad(text, widths[index]!, columns[index]!.align))
      return `${cells.join('  ').trimEnd()}\n`
    }
    yield line(columns.map(column => column.head))
    for (const row of tableRows(table)) yield line(columns.map(column => shown(column, row)))
  },
}

/** A tab within an instruction would shift all that follows it. */
const shown = (column: GridColumn, row: Row): string => column.text(row).replaceAll('\t', ' ')
