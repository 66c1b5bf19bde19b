// A source file's text: its bytes must be UTF-8 (command-line.md, "Details").
import { MAX_SOURCE_BYTES } from '../emulator/instructions/index.ts'
import type { Io, Unreadable } from './command.ts'

/** A text, and whether it is all that the file holds: what is too large is not read to its end. */
export interface SourceText {
  readonly text: string
  readonly whole: boolean
}

/** The text of FILE, or why there is none. */
export async function readSource(io: Io, file: string): Promise<SourceText | Unreadable> {
  const bytes = await io.read(file)
  if ('unreadable' in bytes) return bytes
  const whole = bytes.length <= MAX_SOURCE_BYTES
  try {
    // Where reading has stopped, the last character may be there in part.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !whole })
    return { text, whole }
  } catch {
    return { unreadable: { en: 'is not UTF-8', zh: '不是 UTF-8 文本' } }
  }
}
