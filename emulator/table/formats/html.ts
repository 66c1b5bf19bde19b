// A small HTML document of the table alone, which needs nothing else: rules and figures in the book's manner.
import { LANGUAGE_NAMES, type Part, type Parts, partText, REGISTERS, type Text } from '../../instructions/index.ts'
import { type GridColumn, gridColumns } from '../grid.ts'
import { tableRows, type Worksheet } from '../table.ts'
import type { TableFormat } from './format.ts'

const TITLE: Text = { en: 'State table', zh: '状态表' }

const STYLE = `\
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2em; }
  table { border-collapse: collapse; border-block: 2px solid; font-variant-numeric: tabular-nums lining-nums; }
  th { border-bottom: 1px solid; font-weight: normal; }
  th, td { padding: 0 0.7em; text-align: left; white-space: nowrap; }
  .number { text-align: right; }
`

/** On paper: one A4 page across, its heads on every page, no row cut in two, room to write in. */
const PRINTED = `\
  @page { size: A4; margin: 14mm 12mm; }
  @media print { body { margin: 0; } }
  body { font-size: 13px; }
  table { width: 100%; }
  th, td { padding: 0.22em 0.4em; border: 1px solid #999; border-inline-width: 1px; height: 2.2em; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  td:last-child { white-space: normal; }
  .blank { min-width: 2.6em; }
  .top { margin: 0 0 1em; }
`

const TOP: Record<Worksheet, Text> = {
  blank: {
    en: 'State table. Write what each cell holds after the step, and the flags that are set. &emsp; Name ______________________',
    zh: '状态表：写出每一步之后各单元中的数，以及置 1 的标志。&emsp; 姓名 ______________________',
  },
  key: { en: 'State table: the key', zh: '状态表：答案' },
}

export const htmlFormat: TableFormat = {
  name: 'html',
  *write(table) {
    const columns = gridColumns(table)
    yield `<!doctype html>\n<html lang="${LANGUAGE_NAMES[table.language].tag}">\n<meta charset="utf-8">\n`
    yield `<title>${TITLE[table.language]}</title>\n<style>\n${STYLE}${table.worksheet === undefined ? '' : PRINTED}</style>\n`
    if (table.worksheet !== undefined) yield `<p class="top">${TOP[table.worksheet][table.language]}</p>\n`
    yield '<table>\n<thead>\n'
    yield line(columns.map(column => `<th scope="col"${marked(column)}>${head(column)}</th>`))
    yield '</thead>\n<tbody>\n'
    for (const row of tableRows(table)) {
      yield line(
        columns.map(column =>
          column.isBlank(row) ? '<td class="blank"></td>' : `<td${marked(column)}>${set(column.parts(row))}</td>`,
        ),
      )
    }
    yield '</tbody>\n</table>\n</html>\n'
  },
}

const line = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>\n`

const marked = ({ align }: GridColumn): string => (align === 'right' ? ' class="number"' : '')

const head = ({ head, below }: GridColumn): string => (below === null ? set(head) : `${set(head)}<br>${set(below)}`)

const set = (parts: Parts): string => parts.map(tagged).join('')

/** A name slanted, its number lower; code as code. */
function tagged(part: Part): string {
  switch (part.kind) {
    case 'cell':
      if (part.name !== null) return `<i>${escaped(part.name)}</i>`
      return lowered(part.address < REGISTERS ? 'r' : 'x', part.address)
    case 'unknown':
      return part.index === null ? `<i>${escaped(part.name)}</i>` : lowered(part.name, part.index)
    case 'code':
      return `<code>${escaped(part.text)}</code>`
    default:
      return escaped(partText(part))
  }
}

const lowered = (letter: string, index: number): string => `<i>${letter}</i><sub>${index}</sub>`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, mark => ENTITIES[mark]!)
