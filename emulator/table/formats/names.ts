// Cells' names within words, for formats that set the number lower: x₈ and r₁ where people read (language.md, section 6).

/** A cell's name. */
export interface Name {
  readonly letter: string
  readonly number: string
}

/** A piece of words: plain text, or a cell's name. */
export type Piece = string | Name

const NAME = /(?<![A-Za-z0-9_])([rx])([0-9]+)(?![A-Za-z0-9_])/g

/** Words cut at the names in them. */
export function pieces(words: string): readonly Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of words.matchAll(NAME)) {
    if (match.index > from) found.push(words.slice(from, match.index))
    found.push({ letter: match[1]!, number: match[2]! })
    from = match.index + match[0].length
  }
  if (from < words.length) found.push(words.slice(from))
  return found
}
