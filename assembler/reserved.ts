// Names that are taken: mnemonics and registers. It knows no line.
import { MNEMONICS, type Mnemonic } from '../emulator/instructions/index.ts'
import { isDigit } from './characters.ts'

/** Mnemonics by their letters packed into a number, so that the common ones need no string. */
const PACKED = new Map<number, number>(
  MNEMONICS.map((mnemonic, opcode) => [packed(mnemonic, 0, mnemonic.length), opcode]),
)

/** Up to six ASCII letters without their case as one number, −1 for anything else. */
function packed(text: string, from: number, to: number): number {
  if (to - from > 6) return -1
  let key = 0
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at) | 32
    if (c < 97 || c > 122 || text.charCodeAt(at) > 122) return -1
    key = key * 32 + (c - 96)
  }
  return key
}

/** The number in `MNEMONICS` of the mnemonic that stands at `[from, to)`, in any case; −1 where there is none. */
export const opcodeAt = (text: string, from: number, to: number): number => PACKED.get(packed(text, from, to)) ?? -1

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
