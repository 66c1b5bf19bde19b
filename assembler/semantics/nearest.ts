// The name that was probably meant: at most two edits away, neighbours' swap being one (language.md, section 5).

/** The most edits between a name and what it was meant to be. */
const MOST_EDITS = 2

/** How many names at the same distance are offered. */
const MOST_OFFERED = 3

/**
 * The candidates nearest to `name` by inserting, deleting, changing or swapping neighbours: at most two edits and fewer
 * than the name has characters. All that are equally near, in the candidates' order, at most three.
 */
export function nearest(name: string, candidates: Iterable<string>): readonly string[] {
  let best = Math.min(MOST_EDITS, name.length - 1)
  let found: string[] = []
  if (best < 1) return found
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > best) continue
    const edits = distance(name, candidate)
    if (edits > best || edits === 0) continue
    if (edits < best) found = []
    best = edits
    found.push(candidate)
  }
  return found.slice(0, MOST_OFFERED)
}

let table = new Int32Array(256)

/** The Damerau–Levenshtein distance between two names, in UTF-16 code units: each edit counts one, whatever comes between. */
export function distance(a: string, b: string): number {
  // What both have at the beginning and at the end costs nothing.
  let from = 0
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++
  let aEnd = a.length
  let bEnd = b.length
  while (aEnd > from && bEnd > from && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--
    bEnd--
  }
  const rows = aEnd - from
  const columns = bEnd - from
  if (rows === 0 || columns === 0) return Math.max(rows, columns)
  // A border of unreachable entries, then the row and the column of the empty beginning.
  const stride = columns + 2
  if (table.length < (rows + 2) * stride) table = new Int32Array((rows + 2) * stride * 2)
  const d = table
  const far = rows + columns
  for (let i = 0; i < rows + 2; i++) {
    d[i * stride] = far
    d[i * stride + 1] = i - 1
  }
  for (let j = 0; j < columns + 2; j++) {
    d[j] = far
    if (j > 0) d[stride + j] = j - 1
  }
  for (let i = 1; i <= rows; i++) {
    const ac = a.charCodeAt(from + i - 1)
    let matched = 0
    for (let j = 1; j <= columns; j++) {
      const bc = b.charCodeAt(from + j - 1)
      // The last row whose character is this column's, and the last column whose character is this row's: a swap.
      let row = i - 1
      while (row > 0 && a.charCodeAt(from + row - 1) !== bc) row--
      const change = d[i * stride + j]! + (ac === bc ? 0 : 1)
      const gap = d[(i + 1) * stride + j]! + 1
      const cut = d[i * stride + j + 1]! + 1
      const swap = d[row * stride + matched]! + (i - row - 1) + 1 + (j - matched - 1)
      d[(i + 1) * stride + j + 1] = Math.min(change, gap, cut, swap)
      if (ac === bc) matched = j
    }
  }
  return d[(rows + 1) * stride + columns + 1]!
}
