// Which encoding a file's bytes are in, and their text.

/** Encodings by their names: first those that a file can be known by, then those that are looked at by choice alone. */
const ENCODINGS = {
  'UTF-8': 'utf-8',
  'GB 18030': 'gb18030',
  Big5: 'big5',
  'Shift JIS': 'shift_jis',
  'Latin-1': 'windows-1252',
  'UTF-16': 'utf-16le',
} as const

export type Encoding = keyof typeof ENCODINGS

/** What else a text may be in that was read so: nothing, where the file says it itself. */
export const encodingsBut = (encoding: Encoding): readonly Encoding[] =>
  encoding === 'UTF-16'
    ? []
    : (Object.keys(ENCODINGS) as Encoding[]).filter(each => each !== encoding && each !== 'UTF-16')

/** Bytes in an encoding, whatever they are. */
export const textAs = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(ENCODINGS[encoding]).decode(bytes)

/** A file's text and how it was read. */
interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** Bytes as a text: UTF-8, UTF-16 with its mark, else GB 18030, which older Chinese files are in; null for no text. */
export function decoded(bytes: Uint8Array): Decoded | null {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const text = marked === null ? null : textIn(bytes, marked)
  if (text !== null) return { text, encoding: 'UTF-16' }
  if (bytes.includes(0)) return null
  for (const encoding of ['UTF-8', 'GB 18030'] as const) {
    const text = textIn(bytes, ENCODINGS[encoding])
    if (text !== null) return { text, encoding }
  }
  return null
}

/** Null where the bytes are not in that encoding. */
function textIn(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
