// Rows of text as wide as their widest field, for formats whose source is aligned. The rows are gone through once: what
// has come is kept until the widths are known, but never more than so many rows.
import { textWidth } from '../../instructions/width.ts'

/** Beyond these many rows, the widths found so far hold for the rest. */
const KEPT = 100_000

/** `line` of every row in `rows` with the columns' widths, which begin at `least`. */
export function* aligned(
  rows: Iterable<readonly string[]>,
  least: readonly number[],
  line: (fields: readonly string[], widths: readonly number[]) => string,
): Generator<string, void, undefined> {
  const widths = [...least]
  let kept: (readonly string[])[] | null = []
  for (const fields of rows) {
    if (kept === null) {
      yield line(fields, widths)
      continue
    }
    fields.forEach((field, index) => {
      widths[index] = Math.max(widths[index]!, textWidth(field))
    })
    kept.push(fields)
    if (kept.length < KEPT) continue
    for (const each of kept) yield line(each, widths)
    kept = null
  }
  for (const each of kept ?? []) yield line(each, widths)
}
