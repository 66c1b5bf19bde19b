// A text made short enough for a place that holds few letters, and back. Knows nothing of what it says.
import { strFromU8, strToU8 } from 'fflate'
import { fromBase64url, toBase64url } from './base64url.ts'
import { pack, unpack } from './gzip.ts'

/** Longer texts are no answers. */
const BOUND = 1_048_576

/** The same letters for the same text, whenever they are made. */
export const packText = (text: string): string => toBase64url(pack(strToU8(text)))

/** The text that was packed; null for anything else. */
export function unpackText(packed: string): string | null {
  const bytes = fromBase64url(packed)
  const text = bytes === null ? null : unpack(bytes, BOUND)
  return text === null || typeof text === 'string' ? null : strFromU8(text)
}
