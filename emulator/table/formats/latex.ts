// A LaTeX tabular, set as the book sets its tables: no package needed but, for Chinese words, ctex.
import { type Part, type Parts, REGISTERS } from '../../instructions/index.ts'
import { type GridColumn, gridColumns } from '../grid.ts'
import { tableRows } from '../table.ts'
import type { TableFormat } from './format.ts'

/** A line to write on, high enough for a pen. */
const ROOM = '\\rule{0pt}{1.6em}\\rule{2.4em}{0.4pt}'

export const latexFormat: TableFormat = {
  name: 'latex',
  *write(table) {
    const columns = gridColumns(table)
    const line = (of: (column: GridColumn) => string) => `  ${columns.map(of).join(' & ')} \\\\\n`
    yield `\\begin{tabular}{${columns.map(({ align }) => align[0]).join('')}}\n  \\hline\n`
    yield line(column => field(column, column.head))
    if (columns.some(({ below }) => below !== null)) yield line(column => field(column, column.below ?? []))
    yield '  \\hline\n'
    for (const row of tableRows(table))
      yield line(column => (column.isBlank(row) ? ROOM : field(column, column.parts(row))))
    yield '  \\hline\n\\end{tabular}\n'
  },
}

/** Cells are mathematics altogether: `$x_8, x_9, x_{10}, \\dots$`, `$15, 18, ?, \\dots$`. */
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
      return part.name === null ? cellMark(part.address) : nameMark(part.name)
    case 'unknown':
      return part.index === null ? nameMark(part.name) : lowered(part.name, part.index)
    case 'label':
    case 'constant':
      return `\\mbox{${masked(part.name)}}`
    case 'code':
      return `\\texttt{${masked(part.text)}}`
  }
}

function inText(part: Part): string {
  switch (part.kind) {
    case 'words':
      return signs(part.text)
    case 'number':
      return part.value < 0 ? `$${part.value}$` : `${part.value}`
    case 'label':
    case 'constant':
      return masked(part.name)
    case 'code':
      return inMathematics(part)
    case 'cell':
    case 'unknown':
      return `$${inMathematics(part)}$`
  }
}

/** The signs that stand in mathematics anyway; a product is set without one. */
const signed = (text: string): string => text.replaceAll('…', '\\dots').replaceAll('÷', '\\div').replaceAll('*', '\\,')

/** `x_8`, `x_{10}`. */
const lowered = (letter: string, index: number): string => `${letter}_${index > 9 ? `{${index}}` : index}`

const cellMark = (address: number): string => lowered(address < REGISTERS ? 'r' : 'x', address)

/** A name as a word, which mathematics would take for a product of its letters. */
function nameMark(name: string): string {
  if (/^[A-Za-z]$/.test(name)) return name
  return `${/^\w+$/.test(name) ? '\\mathit' : '\\mbox'}{${masked(name)}}`
}

/** The signs of the words as LaTeX has them. */
const SIGNS: Readonly<Record<string, string>> = {
  '≠': '$\\neq$',
  '≤': '$\\leq$',
  '≥': '$\\geq$',
  '×': '$\\times$',
  '÷': '$\\div$',
  '−': '$-$',
  '…': '\\dots',
  '<': '$<$',
  '>': '$>$',
  '=': '$=$',
}

const signs = (text: string): string => masked(text).replace(/[≠≤≥×÷−…<>=]/g, sign => SIGNS[sign]!)

/** Characters that LaTeX would take for commands. */
const MASKS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const masked = (text: string): string => text.replace(/[\\~^#$%&_{}]/g, mark => MASKS[mark] ?? `\\${mark}`)
