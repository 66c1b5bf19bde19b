// Plain columns for a terminal, numbers to the right, Chinese counted as two columns.
import { pad } from '../../instructions/width.ts'
import { gridColumns } from '../grid.ts'
import { type Table, tableRows } from '../table.ts'
import type { TableFormat } from './format.ts'
import { aligned } from './layout.ts'
import { fieldText } from './plain.ts'

export const columnsFormat: TableFormat = {
  name: 'table',
  *write(table) {
    const columns = gridColumns(table)
    const least = columns.map(() => 0)
    yield* aligned(lines(table, columns), least, (fields, widths) => {
      const cells = fields.map((field, index) => pad(field, widths[index]!, columns[index]!.align))
      return `${cells.join('  ').trimEnd()}\n`
    })
  },
}

/** The heads, beneath them the numbers of cells that have names, and the rows. */
function* lines(table: Table, columns: ReturnType<typeof gridColumns>): Generator<readonly string[], void, undefined> {
  yield columns.map(({ head }) => fieldText(head))
  if (columns.some(({ below }) => below !== null)) yield columns.map(({ below }) => fieldText(below ?? []))
  for (const row of tableRows(table)) yield columns.map(column => fieldText(column.parts(row)))
}
