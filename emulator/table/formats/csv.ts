// Comma-separated values by RFC 4180, but with LF: one column a cell, whatever the layout; heads and numbers as programs
// read them, in every language. No spreadsheet takes a field for a formula.
import { cellName, plain as plainWords, visibleLines } from '../../instructions/index.ts'
import type { Column } from '../columns.ts'
import type { Row } from '../rows.ts'
import { tableRows } from '../table.ts'
import type { TableFormat } from './format.ts'

export const csvFormat: TableFormat = {
  name: 'csv',
  *write(table) {
    const cells = table.columns.map(headOf)
    const visits = table.visits === undefined ? [] : ['visit']
    const isBlank = table.worksheet === 'blank'
    const last = isBlank ? [] : ['explanation']
    yield record([...visits, 'step', 'line', 'instruction', ...cells, 'flags', ...last])
    for (const row of tableRows(table)) {
      const left = isBlank && row.step > 0
      const values = table.columns.map((_, index) => (left ? '' : shownIn(row, index)))
      const words = isBlank ? [] : [plainWords(row.explanation[table.language])]
      const visit = row.visit === undefined ? [] : [row.visit]
      yield record([
        ...visit,
        row.step,
        row.line ?? '',
        visibleLines(row.instruction),
        ...values,
        left ? '' : row.flags,
        ...words,
      ])
    }
  },
}

function headOf({ mode, address }: Column): string {
  const name = cellName(address)
  return mode === 'direct' ? name : `[${name}]`
}

/** A number, a formula's text, or `?`. */
function shownIn({ values, formulas }: Row, index: number): string | number {
  const formula = formulas?.[index]
  const [only, ...more] = formula ?? []
  if (more.length === 0 && only?.kind === 'number') return only.value
  return formula == null ? (values[index] ?? '?') : plainWords(formula)
}

const record = (fields: readonly (string | number)[]): string => `${fields.map(field).join(',')}\n`

/** What a spreadsheet would begin a formula with. */
const ACTIVE = /^[=+\-@\t\r]/

function field(value: string | number): string {
  if (typeof value === 'number') return `${value}`
  const text = ACTIVE.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
