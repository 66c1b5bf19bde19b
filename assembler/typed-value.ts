// A value as a reader types it, outside the program: in the language's notations, read as a word of the program.

import { highest } from '../emulator/instructions/index.ts'
import { asValue, ESCAPES, numberOf } from './syntax/literals.ts'

const CHARACTER = /^'(?:\\(?<escaped>.)|(?<plain>[^'\\]))'$/su

/** The value: decimal, `0x…`, `0b…` or `'c'` (language.md, section 4); null where it is none or fits no word. */
export function readValue(text: string, bits: number): number | null {
  const typed = text.trim()
  const high = highest(bits)
  const character = CHARACTER.exec(typed)?.groups
  if (character !== undefined) {
    const { escaped, plain } = character
    const value = escaped === undefined ? plain!.codePointAt(0) : ESCAPES[escaped]
    return value === undefined ? null : asValue('character', value, high)
  }
  const negative = typed.startsWith('-')
  const literal = numberOf(negative ? typed.slice(1) : typed)
  if (literal === null) return null
  const { notation, value } = literal
  if (!negative) return asValue(notation, value, high)
  return notation === 'decimal' ? asValue(notation, 0 - value, high) : null
}
