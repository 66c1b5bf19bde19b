// A source file's text: its bytes must be UTF-8 (command-line.md, "Details").
import type { Io, Unreadable } from './command.ts'

/** The text of FILE, or why there is none. */
export async function readSource(io: Io, file: string): Promise<{ text: string } | Unreadable> {
  const bytes = await io.read(file)
  if ('unreadable' in bytes) return bytes
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { unreadable: { en: 'is not UTF-8', zh: '不是 UTF-8 文本' } }
  }
}
