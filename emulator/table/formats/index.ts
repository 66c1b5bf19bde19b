// The formats of the state table, in the order in which they are offered; the first is the default.
import { columnsFormat } from './columns.ts'
import { csvFormat } from './csv.ts'
import type { TableFormat } from './format.ts'
import { htmlFormat } from './html.ts'
import { jsonlFormat } from './jsonl.ts'
import { latexFormat } from './latex.ts'
import { markdownFormat } from './markdown.ts'
import { typstFormat } from './typst.ts'

export type { TableFormat } from './format.ts'
export { fieldText } from './plain.ts'

export const TABLE_FORMATS: readonly TableFormat[] = [
  columnsFormat,
  markdownFormat,
  csvFormat,
  latexFormat,
  htmlFormat,
  typstFormat,
  jsonlFormat,
]
