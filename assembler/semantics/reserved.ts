// Names that are taken: mnemonics and registers. It knows no line.
import { MNEMONICS, type Mnemonic } from '../../emulator/instructions/index.ts'
import { isDigit } from '../syntax/characters.ts'

/** The mnemonics' letters packed into numbers, so that none needs a string of its own to be found. */
const KEYS = MNEMONICS.map(mnemonic => packed(mnemonic, 0, mnemonic.length))

/** A number by which all keys leave different remainders, and the mnemonics' numbers by these remainders. */
const DIVISOR = distinguishing(KEYS)
const BY_REMAINDER = new Int8Array(DIVISOR).fill(-1)
for (const [opcode, key] of KEYS.entries()) BY_REMAINDER[key % DIVISOR] = opcode

function distinguishing(keys: readonly number[]): number {
  let divisor = keys.length
  while (new Set(keys.map(key => key % divisor)).size < keys.length) divisor++
  return divisor
}

/** Up to six ASCII letters without their case as one number, −1 for anything else. */
function packed(text: string, from: number, to: number): number {
  if (to - from > 6) return -1
  let key = 0
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at)
    const letter = c | 32
    if (letter < 97 || letter > 122 || c > 122) return -1
    key = key * 32 + (letter - 96)
  }
  return key
}

/** The number in `MNEMONICS` of the mnemonic that stands at `[from, to)`, in any case; −1 where there is none. */
export function opcodeAt(text: string, from: number, to: number): number {
  const key = packed(text, from, to)
  if (key < 0) return -1
  const opcode = BY_REMAINDER[key % DIVISOR]!
  return opcode >= 0 && KEYS[opcode] === key ? opcode : -1
}

/** The mnemonic that a name is, in any case, or null. */
export const mnemonicOf = (name: string): Mnemonic | null => MNEMONICS[opcodeAt(name, 0, name.length)] ?? null

/** Whether a name is `r` followed by nothing but digits. */
export function looksLikeRegister(text: string, from: number, to: number): boolean {
  if (to - from < 2 || (text.charCodeAt(from) | 32) !== 114) return false
  for (let at = from + 1; at < to; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

/** Whether no label or constant may be called so (language.md, section 4). */
export const isReserved = (name: string): boolean =>
  mnemonicOf(name) !== null || looksLikeRegister(name, 0, name.length)
