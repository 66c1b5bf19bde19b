// Whether a source text is larger than it may be, and where it becomes so (language.md, section 4).
import { MAX_SOURCE_BYTES } from '../../emulator/instructions/index.ts'
import { width } from './characters.ts'

/** What takes more than one byte. Engines look for it quicker than a loop can. */
const BEYOND_ASCII = /[\x80-\uffff]/

/** The offset of the character with which a text passes its most bytes of UTF-8; −1 where it doesn't. */
export function tooLargeAt(text: string): number {
  if (text.length * 3 <= MAX_SOURCE_BYTES) return -1
  if (text.length <= MAX_SOURCE_BYTES && !BEYOND_ASCII.test(text)) return -1
  let bytes = 0
  for (let at = 0; at < text.length; at++) {
    const start = at
    const c = text.charCodeAt(at)
    bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3
    if (c >= 0xd800 && width(text, at) === 2) {
      bytes++
      at++
    }
    if (bytes > MAX_SOURCE_BYTES) return start
  }
  return -1
}
