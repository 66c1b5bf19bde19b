// Names of files that are no UTF-8. Node gives the command line as text, in which such bytes are lost; where the system
// tells its bytes, each that is part of no character stands as half of one (U+DC80 to U+DCFF), and is a byte again in a path.
import { readFileSync } from 'node:fs'

/** The words after the command's own name. */
export function commandWords(): readonly string[] {
  const words = process.argv.slice(2)
  if (!words.some(word => word.includes('\ufffd'))) return words
  try {
    const all = readFileSync('/proc/self/cmdline').toString('latin1').split('\0').slice(0, -1)
    return all.slice(all.length - words.length).map(word => textOf(Buffer.from(word, 'latin1')))
  } catch {
    return words
  }
}

/** The path that such a word names. */
export function pathOf(word: string): string | Buffer {
  if (!/[\udc80-\udcff]/u.test(word)) return word
  return Buffer.concat(
    Array.from(word, character => {
      const c = character.charCodeAt(0)
      return character.length === 1 && c >= 0xdc80 && c <= 0xdcff ? Buffer.from([c - 0xdc00]) : Buffer.from(character)
    }),
  )
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function characterOf(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** Bytes as text, each that is part of no character as half of one. */
function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find(each => characterOf(bytes.subarray(at, at + each)) !== null)
    text +=
      length === undefined ? String.fromCharCode(0xdc00 + bytes[at]!) : characterOf(bytes.subarray(at, at + length))
    at += length ?? 1
  }
  return text
}
