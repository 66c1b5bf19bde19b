// Where in a TOML text a value stands, told by the reader itself: the line up to which the text has to be read for the
// value to be there. So there is no second reader; it is asked only where something is wrong.
import { parse } from 'smol-toml'

/** The way to a value: keys and places in lists. */
export type Path = readonly (string | number)[]

/** 1-based. */
export interface Spot {
  readonly line: number
  readonly column: number
}

/** What the text means as far as the end of line `count`; null where it can't end there. */
function upTo(lines: readonly string[], count: number): unknown {
  try {
    return parse(lines.slice(0, count).join('\n'))
  } catch {
    return null
  }
}

/** Whether there is something at the end of the path. */
function holds(value: unknown, path: Path): boolean {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false
    at = (at as Record<string | number, unknown>)[key]
  }
  return true
}

/** Where the value at `path` begins; of a missing one, the table that it belongs in; else the text's first line. */
export function spotOf(text: string, path: Path): Spot {
  const lines = text.split(/\r?\n/)
  const readings = lines.map((_, index) => upTo(lines, index + 1))
  for (let length = path.length; length > 0; length--) {
    const wanted = path.slice(0, length)
    const end = readings.findIndex(reading => holds(reading, wanted))
    if (end < 0) continue
    // The lines before the end that belong to the same statement are those at which the text can't end.
    let begin = end
    while (begin > 0 && readings[begin - 1] === null) begin--
    const name = wanted.findLast(key => typeof key === 'string') ?? ''
    return { line: begin + 1, column: Math.max(0, (lines[begin] ?? '').indexOf(`${name}`)) + 1 }
  }
  return { line: 1, column: 1 }
}
