// Writes a file whole or not at all (command-line.md): a new file beside it, then a rename. Whenever the process is killed
// or the disk is full, the name stands for the old text or for the new one.
import { constants } from 'node:fs'
import { access, chmod, chown, open, readdir, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { pathOf } from './names.ts'

/** Whether the file, or what a link in its place points at, now holds the text. Its mode and owner stay. */
export async function replaceFile(file: string, text: string): Promise<boolean> {
  try {
    // A path may be no UTF-8: as Latin-1 every byte is a character.
    const target = (await realpath(pathOf(file), 'buffer')).toString('latin1')
    await access(bytesOf(target), constants.W_OK)
    const { mode, uid, gid } = await stat(bytesOf(target))
    const isFile = (mode & constants.S_IFMT) === constants.S_IFREG
    if (isFile) await replace(target, text, mode & 0o7777, uid, gid)
    // A terminal or a pipe has no old text to keep.
    else await writeFile(bytesOf(target), text)
    return true
  } catch {
    return false
  }
}

const bytesOf = (path: string): Buffer => Buffer.from(path, 'latin1')

async function replace(target: string, text: string, mode: number, uid: number, gid: number): Promise<void> {
  const folder = dirname(target)
  await sweep(folder)
  const fresh = bytesOf(join(folder, `${OWN}${process.pid}${END}`))
  try {
    const handle = await open(fresh, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    const made = await stat(fresh)
    // Only who may give files away can keep another's; the mode comes last, since a change of owner takes from it.
    if (made.uid !== uid || made.gid !== gid) await chown(fresh, uid, gid).catch(() => undefined)
    await chmod(fresh, mode)
    await rename(fresh, bytesOf(target))
  } catch (error) {
    await unlink(fresh).catch(() => undefined)
    throw error
  }
}

/** New files are named by the machine and the process that writes them. */
const OWN = `.toycpu-${encodeURIComponent(hostname())}-`
const END = '.tmp'

const swept = new Set<string>()

/** Removes what processes of this machine left that were killed while they wrote; once a folder is enough. */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return
  swept.add(folder)
  const names = await readdir(bytesOf(folder), 'buffer').catch(() => [])
  for (const each of names) {
    const name = each.toString('latin1')
    if (!name.startsWith(OWN) || !name.endsWith(END)) continue
    const pid = Number(name.slice(OWN.length, -END.length))
    if (Number.isSafeInteger(pid) && pid > 0 && !isRunning(pid))
      await unlink(bytesOf(join(folder, name))).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // One of somebody else's runs as well.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
