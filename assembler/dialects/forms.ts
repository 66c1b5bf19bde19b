// The forms in which operands are written, as patterns, and a number in place of one that lacks its `#`. Knows no dialect.
import { MNEMONICS } from '../../emulator/instructions/index.ts'

export const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{Nd}_]*`
/** A number or a character. */
export const LITERAL = String.raw`(?:-?\d\w*|'(?:\\.|[^'\\])')`
/** What can be written to: a cell by its number or name, or by brackets. */
export const PLACE = String.raw`(?:\d\w*|${NAME}|\[\s*\w+\s*\])`
/** What can be read, with or without `#`. */
export const VALUE = String.raw`(?:#?\s*(?:${LITERAL}|${NAME})|\[\s*\w+\s*\])`
export const MNEMONIC = MNEMONICS.join('|')

export const isRegister = (written: string): boolean => /^r[0-7]$/i.test(written)

const PLAIN = new RegExp(`^(?:${LITERAL})$`, 'u')

/** A value as it is written here: a number in a formula is the number itself, not a cell's. */
export const asOperand = (written: string): string => (PLAIN.test(written) ? `#${written}` : written)
