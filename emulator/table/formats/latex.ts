// A LaTeX tabular, set as the book sets its tables: no package needed but, for Chinese words, ctex.
import { type GridColumn, gridColumns } from '../grid.ts'
import type { Row } from '../rows.ts'
import { tableRows } from '../table.ts'
import type { Format } from './format.ts'
import { formulaPieces, type Name, pieces } from './names.ts'

export const latexFormat: Format = {
  name: 'latex',
  *write(table) {
    const columns = gridColumns(table)
    const line = (texts: readonly string[]) => `  ${texts.join(' & ')} \\\\\n`
    yield `\\begin{tabular}{${columns.map(({ align }) => align[0]).join('')}}\n  \\hline\n`
    yield line(columns.map(column => (column.kind === 'cells' ? formula(column.head) : set(column.head))))
    yield '  \\hline\n'
    for (const row of tableRows(table)) yield line(columns.map(column => field(column, row)))
    yield '  \\hline\n\\end{tabular}\n'
  },
}

function field(column: GridColumn, row: Row): string {
  const text = column.text(row)
  if (column.kind === 'instruction') return text === '' ? '' : `\\texttt{${masked(text)}}`
  return column.kind === 'cells' ? formula(text) : set(text)
}

/** Cells are mathematics altogether: `$x_8, x_9, x_{10}, \\dots$`, `$15, 18, ?, \\dots$`. */
const formula = (text: string): string => {
  const inner = formulaPieces(text).map(piece => (typeof piece === 'string' ? signed(piece) : lowered(piece)))
  return `$${inner.join('')}$`
}

/** The signs that stand in mathematics anyway; a product is set without one. */
const signed = (text: string): string => text.replaceAll('…', '\\dots').replaceAll('÷', '\\div').replaceAll('*', '\\,')

/** `x_8`, `x_{10}`; a given name as a word, which mathematics would take for a product of its letters. */
function lowered({ letter, number }: Name): string {
  if (number !== '') return `${letter}_${number.length > 1 ? `{${number}}` : number}`
  if (/^[A-Za-z]$/.test(letter)) return letter
  return `${/^\w+$/.test(letter) ? '\\mathit' : '\\mbox'}{${masked(letter)}}`
}

/** Names with their number lower, signs as mathematics, everything else masked. */
const set = (words: string): string =>
  pieces(words)
    .map(piece => (typeof piece === 'string' ? signs(piece) : `$${lowered(piece)}$`))
    .join('')

/** The signs of the words as LaTeX has them, and a number's minus. */
const SIGNS: Readonly<Record<string, string>> = {
  '≠': '$\\neq$',
  '×': '$\\times$',
  '÷': '$\\div$',
  '−': '$-$',
  '…': '\\dots',
  '<': '$<$',
  '>': '$>$',
  '=': '$=$',
}

const signs = (text: string): string =>
  masked(text)
    .replace(/[≠×÷−…<>=]/g, sign => SIGNS[sign]!)
    .replace(/(?<![\p{L}\p{Nd}_])-(?=\d)/gu, '$-$')

/** Characters that LaTeX would take for commands. */
const MASKS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const masked = (text: string): string => text.replace(/[\\~^#$%&_{}]/g, mark => MASKS[mark] ?? `\\${mark}`)
