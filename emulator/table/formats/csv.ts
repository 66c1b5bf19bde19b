// Comma-separated values by RFC 4180, but with LF: one column a cell, whatever the layout.
import { gridColumns } from '../grid.ts'
import { tableRows } from '../table.ts'
import type { Format } from './format.ts'

export const csvFormat: Format = {
  name: 'csv',
  *write(table) {
    const columns = gridColumns({ ...table, layout: 'columns' })
    yield record(columns.map(column => column.head))
    for (const row of tableRows(table)) yield record(columns.map(column => column.text(row)))
  },
}

const record = (fields: readonly string[]): string => `${fields.map(quoted).join(',')}\n`

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
