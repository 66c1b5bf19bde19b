// Whether a source text is larger than it may be, and where it becomes so (language.md, section 4).
import { MAX_SOURCE_BYTES } from '../emulator/instructions/index.ts'
import { width } from './characters.ts'

/** The offset of the character with which a text passes its most bytes of UTF-8; −1 where it doesn't. */
export function tooLargeAt(text: string): number {
  if (text.length * 3 <= MAX_SOURCE_BYTES) return -1
  if (text.length <= MAX_SOURCE_BYTES && isAscii(text)) return -1
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

/** Whether a text is nothing but ASCII: then it has as many bytes as characters. Four at a time, for long texts. */
function isAscii(text: string): boolean {
  let at = 0
  for (const last = text.length - 3; at < last; at += 4) {
    const any = text.charCodeAt(at) | text.charCodeAt(at + 1) | text.charCodeAt(at + 2) | text.charCodeAt(at + 3)
    if (any > 127) return false
  }
  for (; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
