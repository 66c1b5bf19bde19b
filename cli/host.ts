// What only a process has, for commands that need it: folders, the terminal, an interrupt, other processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Host } from './command.ts'

/** What a shell tells of a process that was interrupted. */
const INTERRUPTED = 130

const children = new Set<ChildProcess>()

export const host: Host = {
  terminal: process.stderr.isTTY,
  cores: availableParallelism(),
  async list(folder) {
    try {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries.filter(entry => !entry.isDirectory()).map(entry => join(entry.parentPath, entry.name))
      return files.sort()
    } catch {
      return null
    }
  },
  onInterrupt(words) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        for (const child of children) child.kill('SIGKILL')
        writeSync(process.stderr.fd, `${process.stderr.isTTY ? '\r\x1b[K' : ''}${words()}`)
        process.exit(INTERRUPTED)
      })
    }
  },
  async again(words, line) {
    const child = spawn(process.execPath, [process.argv[1]!, ...words], { stdio: ['ignore', 'pipe', 'ignore'] })
    children.add(child)
    // A child that cannot be started or is ended from outside just says no more.
    child.on('error', () => children.delete(child))
    for await (const text of createInterface({ input: child.stdout })) await line(text)
    children.delete(child)
  },
}
