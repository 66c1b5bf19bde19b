// Reads files and standard input no further than a source text can be (command-line.md): what never ends costs no more.
import { open } from 'node:fs/promises'
import type { Text } from '../emulator/instructions/index.ts'
import { MAX_SOURCE_BYTES } from '../emulator/instructions/index.ts'
import type { Unreadable } from './command.ts'
import { pathOf } from './names.ts'

/** A whole character more than a text may have: then it is seen to be too large. */
const MOST = MAX_SOURCE_BYTES + 4
const PIECE = 65_536

/** Why a file can't be read, by the system's code; what is rarer has no words of its own. */
const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'cannot be read: there is no such file', zh: '无法读取：没有这个文件' },
  EISDIR: { en: 'cannot be read: it is a folder', zh: '无法读取：这是一个文件夹' },
  EACCES: { en: 'cannot be read: that is not permitted', zh: '无法读取：没有权限' },
}

const reason = (error: unknown): Text =>
  (error instanceof Error && 'code' in error && REASONS[`${error.code}`]) || { en: 'cannot be read', zh: '无法读取' }

let isInputTaken = false

/** The bytes of a file, or of standard input for `-`, to the limit; or why there are none. */
export async function readBytes(file: string): Promise<Uint8Array | Unreadable> {
  if (file === '-' && isInputTaken) {
    return { unreadable: { en: 'standard input can be read only once', zh: '标准输入只能读取一次' } }
  }
  try {
    if (file !== '-') return await gather(piecesOf(file))
    isInputTaken = true
    return await gather(process.stdin as AsyncIterable<Uint8Array>)
  } catch (error) {
    return { unreadable: reason(error) }
  }
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    read.push(piece)
    length += piece.length
    if (length >= MOST) break
  }
  return Buffer.concat(read).subarray(0, MOST)
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(pathOf(file), 'r')
  try {
    for (;;) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(PIECE), 0, PIECE, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
