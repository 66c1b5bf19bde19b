// What only a process has, for commands that need it: folders, the terminal, an interrupt, other processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
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
  async page() {
    const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist')
    const files = await this.list(folder)
    if (files === null || !files.includes(join(folder, 'index.html'))) return null
    const read = files.map(async file => [relative(folder, file).replaceAll('\\', '/'), await readFile(file)] as const)
    return new Map(await Promise.all(read))
  },
  async save(file, bytes) {
    try {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, bytes)
      return true
    } catch {
      return false
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
