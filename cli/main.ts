// The process around `toycpu`: its arguments, streams, files and exit status.
import { readFileSync, writeSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import type { Text } from '../emulator/instructions/index.ts'
import { environmentLanguage } from './arguments.ts'
import { main } from './cli.ts'
import { EXIT, type Io } from './command.ts'
import { host } from './host.ts'

const UNWRITTEN: Text = { en: 'the output cannot be written', zh: '无法写出结果' }

/** Whoever reads may stop early (`| head`): then there is nothing left to do. A full disk is told. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(EXIT.done)
    if (stream === process.stdout)
      writeSync(process.stderr.fd, `toycpu: ${UNWRITTEN[environmentLanguage(process.env)]} (${code})\n`)
    process.exit(EXIT.usage)
  })
}

/** Resolves when the stream has taken the text, so that a long table doesn't pile up in memory. */
const send = (stream: Writable, text: string): Promise<void> =>
  new Promise(resolve => {
    stream.write(text, () => resolve())
  })

let input: Promise<Uint8Array> | undefined

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

/** Why a file can't be read, by the system's code; what is rarer has no words of its own. */
const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'cannot be read: there is no such file', zh: '无法读取：没有这个文件' },
  EISDIR: { en: 'cannot be read: it is a folder', zh: '无法读取：这是一个文件夹' },
  EACCES: { en: 'cannot be read: that is not permitted', zh: '无法读取：没有权限' },
}

const reason = (error: unknown): Text =>
  (error instanceof Error && 'code' in error && REASONS[`${error.code}`]) || { en: 'cannot be read', zh: '无法读取' }

const io: Io = {
  out: text => send(process.stdout, text),
  error: text => send(process.stderr, text),
  async read(file) {
    try {
      if (file !== '-') return await readFile(file)
      input ??= standardInput()
      return await input
    } catch (error) {
      return { unreadable: reason(error) }
    }
  },
  async write(file, text) {
    try {
      await writeFile(file, text)
      return true
    } catch {
      return false
    }
  },
  environment: process.env,
  host,
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
process.exitCode = await main(process.argv.slice(2), io, version)
