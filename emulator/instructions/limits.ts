// The sizes of the machine and of a source text (language.md, sections 1 and 4).

/** Word sizes that `.bits` can choose. */
export const WORD_SIZES = [8, 16, 32] as const

/** Bits in a word. */
export type WordSize = (typeof WORD_SIZES)[number]

export const DEFAULT_BITS: WordSize = 32
export const DEFAULT_CELLS = 256
export const MIN_CELLS = 16
export const MAX_CELLS = 1_048_576

/** r0 to r7 are the names of cells 0 to 7, nothing else. */
export const REGISTERS = 8

export const MAX_INSTRUCTIONS = 65_536
/** A source text's largest size, in bytes of UTF-8. */
export const MAX_SOURCE_BYTES = 1_048_576

/** The lowest signed value of a word. */
export const lowest = (bits: number): number => -(2 ** (bits - 1))

/** The highest signed value of a word. */
export const highest = (bits: number): number => 2 ** (bits - 1) - 1

/** The integer `value` cut to a word of `bits` bits and read as signed (two's complement). `value` must be exact, |value| ≤ 2^53. */
export function wrap(value: number, bits: number): number {
  return ((value | 0) << (32 - bits)) >> (32 - bits)
}

/** The name under which people know a cell in words: `r1` for cell 1, `x15` for cell 15. */
export const cellName = (address: number): string => (address < REGISTERS ? `r${address}` : `x${address}`)
