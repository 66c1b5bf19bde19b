// Cells' names within words, for formats that set the number lower: x₈ and r₁ where people read (language.md, section 6).

/** A cell's name; in formulas also `v9`, the value of a step, and a given name, which has no number to set lower. */
export interface Name {
  readonly letter: string
  readonly number: string
}

/** A piece of words: plain text, or a cell's name. */
export type Piece = string | Name

const NAME = /(?<![A-Za-z0-9_])([rx])([0-9]+)(?![A-Za-z0-9_])/g

/** A name in a formula (language.md, section 7): all that begins as one is one. */
const IN_FORMULA = /([rvx])([0-9]+)(?![\p{L}\p{M}\p{Nd}_])|([\p{L}_][\p{L}\p{M}\p{Nd}_]*)/gu

/** Words cut at the cells' names in them. */
export const pieces = (words: string): readonly Piece[] => cut(words, NAME)

/** A formula, or a list of them, cut at the names in it, given ones too. */
export const formulaPieces = (formula: string): readonly Piece[] => cut(formula, IN_FORMULA)

function cut(text: string, name: RegExp): readonly Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const match of text.matchAll(name)) {
    if (match.index > from) found.push(text.slice(from, match.index))
    const [, letter, number, given] = match
    found.push({ letter: given ?? letter!, number: number ?? '' })
    from = match.index + match[0].length
  }
  if (from < text.length) found.push(text.slice(from))
  return found
}
