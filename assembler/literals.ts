// Number literals and characters: what is written, and how its place reads it (language.md, section 4).

/** How a literal is written: it decides whether a word may hold it as a pattern of bits, and whether it can be a cell. */
export type Notation = 'decimal' | 'hexadecimal' | 'binary' | 'character'

/** A number as written, not yet read by any place. */
export interface Literal {
  readonly notation: Notation
  readonly value: number
}

/** The escapes of characters and strings, by the letter after the backslash. */
export const ESCAPES: Readonly<Record<string, number>> = { n: 10, t: 9, '0': 0, '\\': 92, "'": 39, '"': 34 }

/** A literal as a value in a word whose highest value is `high`, or null where it doesn't fit. */
export function asValue(notation: Notation, value: number, high: number): number | null {
  if (value <= high) return value >= -high - 1 ? value : null
  if (notation === 'decimal' || notation === 'character') return null
  const patterns = (high + 1) * 2
  return value < patterns ? value - patterns : null
}

/** The value of the whole of `text`, which is a number token without its sign; null where it is malformed. */
export function numberOf(text: string): Literal | null {
  const base = text.charCodeAt(0) === 48 ? text.charCodeAt(1) | 32 : 0
  if (base === 120) return digits(text, 16, 'hexadecimal')
  if (base === 98) return digits(text, 2, 'binary')
  return digits(text, 10, 'decimal')
}

function digits(text: string, radix: number, notation: Notation): Literal | null {
  let value = 0
  const from = radix === 10 ? 0 : 2
  if (text.length === from) return null
  for (let i = from; i < text.length; i++) {
    const digit = digitOf(text.charCodeAt(i))
    if (digit >= radix) return null
    value = value * radix + digit
  }
  return { notation, value }
}

function digitOf(c: number): number {
  if (c >= 48 && c <= 57) return c - 48
  const letter = c | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : 99
}
