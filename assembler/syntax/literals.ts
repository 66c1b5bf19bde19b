// Number literals and characters: what is written, and how its place reads it (language.md, section 4).

/** How a literal is written: it decides whether a word may hold it as a pattern of bits, and whether it can be a cell. */
export type LiteralNotation = 'decimal' | 'hexadecimal' | 'binary' | 'character'

/** A number as written, not yet read by any place. */
export interface Literal {
  readonly notation: LiteralNotation
  readonly value: number
}

/** The escapes of characters and strings, by the letter after the backslash. */
export const ESCAPES: Readonly<Record<string, number>> = { n: 10, t: 9, '0': 0, '\\': 92, "'": 39, '"': 34 }

/** A literal as a value in a word whose highest value is `high`, or null where it doesn't fit. */
export function asValue(notation: LiteralNotation, value: number, high: number): number | null {
  if (value <= high) return value >= -high - 1 ? value : null
  if (notation === 'decimal' || notation === 'character') return null
  const patterns = (high + 1) * 2
  return value < patterns ? value - patterns : null
}

/** The value of the whole of `text`, which is a number token without its sign; null where it is malformed. */
export function numberOf(text: string): Literal | null {
  const notation = notationAt(text, 0)
  const value = numberAt(text, 0, text.length, notation)
  return value < 0 ? null : { notation, value }
}

/** How the number token at `from` is written, as its beginning tells. */
export function notationAt(text: string, from: number): LiteralNotation {
  if (text.charCodeAt(from) !== 48) return 'decimal'
  const letter = text.charCodeAt(from + 1) | 32
  return letter === 120 ? 'hexadecimal' : letter === 98 ? 'binary' : 'decimal'
}

/** The value of the number token `[from, to)`, without its sign; −1 where it is malformed. */
export function numberAt(text: string, from: number, to: number, notation: LiteralNotation): number {
  const radix = notation === 'hexadecimal' ? 16 : notation === 'binary' ? 2 : 10
  const first = radix === 10 ? from : from + 2
  if (first >= to) return -1
  let value = 0
  for (let at = first; at < to; at++) {
    const digit = digitOf(text.charCodeAt(at))
    if (digit >= radix) return -1
    value = value * radix + digit
  }
  return value
}

function digitOf(c: number): number {
  if (c >= 48 && c <= 57) return c - 48
  const letter = c | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : 99
}

/** What joins the character before it: marks, and the later parts of a Korean syllable. */
const JOINS = /[\p{M}\u1160-\u11ff]/u

/** The characters after NFC that the one at `at` makes with the marks after it, and where these end. */
export function composedAt(
  text: string,
  at: number,
  to: number,
): { readonly values: readonly number[]; readonly end: number } {
  const first = text.codePointAt(at) ?? 0
  let end = at + (first > 0xffff ? 2 : 1)
  while (end < to && text.charCodeAt(end) > 0x2ff) {
    const next = text.codePointAt(end) ?? 0
    if (!JOINS.test(String.fromCodePoint(next))) break
    end += next > 0xffff ? 2 : 1
  }
  if (first < 128 && end === at + 1) return { values: [first], end }
  const composed = text.slice(at, end).normalize('NFC')
  return { values: Array.from(composed, character => character.codePointAt(0) ?? 0), end }
}
