// How a cell's number is written for people: decimal, or as the word's bit pattern, or as a character. Knows no cell.
import { code, number, type Part } from '../instructions/index.ts'

/** The notations, in the order in which they are offered; the first is the default. */
export const NOTATIONS = ['decimal', 'hex', 'binary', 'char'] as const

export type Notation = (typeof NOTATIONS)[number]

const unsigned = (value: number, bits: number): number => (bits === 32 ? value >>> 0 : value & (2 ** bits - 1))

/** What a character looks like in a program; control and format characters and halves have no look. */
const SHOWN = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u
const ESCAPED: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\0': '\\0', '\\': '\\\\', "'": "\\'" }

function character(value: number): Part {
  if (value < 0 || value > 0x10ffff) return number(value)
  const text = String.fromCodePoint(value)
  const written = ESCAPED[text] ?? (SHOWN.test(text) ? text : null)
  return written === null ? number(value) : code(`'${written}'`)
}

const WRITERS: Record<Notation, (value: number, bits: number) => Part> = {
  decimal: number,
  hex: (value, bits) => code(`0x${unsigned(value, bits).toString(16).toUpperCase()}`),
  binary: (value, bits) => code(`0b${unsigned(value, bits).toString(2)}`),
  char: character,
}

/** The value of a word of `bits` bits: `-16657`, `0xBEEF`, `0b101`, `'A'` (a number where that is no character). */
export const inNotation = (value: number, bits: number, notation: Notation): Part => WRITERS[notation](value, bits)
