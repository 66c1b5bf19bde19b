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
export const numberText = (value: number, bits: number, format: NumberFormat): string => FORMATS[format](value, bits)

/** The widths in px that figures take, at most, in the cells' two sizes, and what a cell has beside them. */
const FIGURE = 8.2
const SMALL_FIGURE = 6.9
const BESIDE = 20
const BESIDE_SMALL = 13

/** Whether so many characters fit into a cell of `width` px in the cells' usual size. */
export const fits = (characters: number, width: number): boolean => characters * FIGURE + BESIDE <= width

/** How many cells stand side by side in `width` px, so that each has room for so many characters, small ones at least. */
export const columnsFor = (characters: number, width: number): number =>
  [8, 4, 2].find(columns => characters * SMALL_FIGURE + BESIDE_SMALL <= width / columns) ?? 1
