// A cell's value in the notations that readers can choose.
import type { NumberFormat } from '../../state/preferences.ts'

const unsigned = (value: number, bits: number): number => (bits === 32 ? value >>> 0 : value & (2 ** bits - 1))

/** Control characters and what no font shows get a middle dot. */
const VISIBLE = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u

const FORMATS: Record<NumberFormat, (value: number, bits: number) => string> = {
  decimal: value => String(value),
  hexadecimal: (value, bits) =>
    unsigned(value, bits)
      .toString(16)
      .toUpperCase()
      .padStart(bits / 4, '0'),
  binary: (value, bits) => unsigned(value, bits).toString(2).padStart(bits, '0'),
  character: value => {
    const character = value >= 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '·'
    return VISIBLE.test(character) ? character : '·'
  },
}

/** The value of a word of `bits` bits, written in a notation. */
export const written = (value: number, bits: number, format: NumberFormat): string => FORMATS[format](value, bits)
