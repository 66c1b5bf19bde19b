// A small HTML document of the table alone, which needs nothing else: rules and figures in the book's manner.
import { LANGUAGE_NAMES, type Part, type Parts, partText, REGISTERS, type Text } from '../../instructions/index.ts'
import { type GridColumn, gridColumns } from '../grid.ts'
import { tableRows } from '../table.ts'
import type { TableFormat } from './format.ts'

const TITLE: Text = { en: 'State table', zh: '状态表' }

const STYLE = `\
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2em; }
  table { border-collapse: collapse; border-block: 2px solid; font-variant-numeric: tabular-nums lining-nums; }
  th { border-bottom: 1px solid; font-weight: normal; }
  th, td { padding: 0 0.7em; text-align: left; white-space: nowrap; }
  .number { text-align: right; }
`

export const htmlFormat: TableFormat = {
  name: 'html',
  *write(table) {
    const columns = gridColumns(table)
    yield `<!doctype html>\n<html lang="${LANGUAGE_NAMES[table.language].tag}">\n<meta charset="utf-8">\n`
    yield `<title>${TITLE[table.language]}</title>\n<style>\n${STYLE}</style>\n`
    yield '<table>\n<thead>\n'
    yield line(columns.map(column => `<th scope="col"${marked(column)}>${head(column)}</th>`))
    yield '</thead>\n<tbody>\n'
    for (const row of tableRows(table)) {
      yield line(columns.map(column => `<td${marked(column)}>${set(column.parts(row))}</td>`))
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
