// That a file is written whole or not at all, wherever the process is killed and however little room the disk has: each call
// to the file system is a place to be killed at, and half of the text a place to stop at (command-line.md).
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IS_FULL } from './amount.ts'

const ENTRY = fileURLToPath(new URL('../bin/toycpu.js', import.meta.url))

let folder = ''
let disk = ''

/** A disk of so many bytes in memory; only who may mount has one. */
const ROOM = 64 * 1024
function mounted(at: string): boolean {
  mkdirSync(at)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOM}`, 'none', at])
  return status === 0
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toycpu-'))
  const place = join(folder, 'disk')
  if (mounted(place)) disk = place
  // A test that can't be made says so, and doesn't pass for one that was.
  else console.warn('NOT TESTED on a full disk: nothing can be mounted here. Run as root to have it tested.')
})

afterAll(() => {
  if (disk !== '') spawnSync('umount', [disk])
  rmSync(folder, { recursive: true })
})

/** Counts the calls to the file system, and ends the process at one of them as a lost power supply would. */
const KILLER = `
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { writeSync } from 'node:fs'
let calls = 0
const at = Number(process.env.KILL_AT)
const call = () => { if (++calls === at) process.kill(process.pid, 'SIGKILL') }
const counted = (object, name) => {
  const plain = object[name].bind(object)
  object[name] = async (...args) => {
    call()
    const result = await plain(...args)
    call()
    return result
  }
}
for (const name of ['access', 'chmod', 'chown', 'readdir', 'realpath', 'rename', 'stat', 'unlink']) counted(fs, name)
const open = fs.open.bind(fs)
fs.open = async (path, flags, mode) => {
  call()
  const handle = await open(path, flags, mode)
  call()
  if (flags === 'r') return handle
  handle.writeFile = async text => {
    const bytes = Buffer.from(text)
    const half = bytes.length >> 1
    await handle.write(bytes.subarray(0, half))
    call()
    await handle.write(bytes.subarray(half))
    call()
  }
  counted(handle, 'sync')
  counted(handle, 'close')
  return handle
}
syncBuiltinESMExports()
process.on('exit', () => writeSync(2, 'calls ' + calls))
`

const KILLED = `data:text/javascript,${encodeURIComponent(KILLER)}`

/** Runs \`toycpu\`, killed at its call \`at\`; 0: not at all. Tells how many calls there were. */
function killed(words: readonly string[], at: number): number {
  const { stderr } = spawnSync(process.execPath, ['--import', KILLED, ENTRY, ...words], {
    env: { ...process.env, KILL_AT: `${at}`, LC_ALL: 'C' },
    encoding: 'utf8',
  })
  return Number(/calls (\d+)$/.exec(stderr)?.[1] ?? -1)
}

const left = (): readonly string[] => readdirSync(folder).filter(name => name.startsWith('.toycpu-'))

describe.each([
  ['fmt', '--write', 'MOV r0,#1\r\n', '    mov r0, #1\r\n'],
  ['check', '--fix', 'mov r0 #1\r\n', 'mov r0, #1\r\n'],
])('killed at any call: toycpu %s %s', (command, option, before, after) => {
  const OLD = before.repeat(3000)
  const NEW = after.repeat(3000)

  test('the old file or the new one, through a link, mode and line ends kept, and nothing left for ever', () => {
    const file = join(folder, `${command}.asm`)
    const link = join(folder, `${command}-link.asm`)
    symlinkSync(`${command}.asm`, link)
    const make = (): void => {
      writeFileSync(file, OLD)
      chmodSync(file, 0o640)
    }
    make()
    const calls = killed([command, option, link], 0)
    expect(calls).toBeGreaterThan(15)
    expect(readFileSync(file, 'utf8')).toBe(NEW)
    const ends = { old: 0, new: 0 }
    // In full every call, twice over: more than fifty kills a command. Else every eighth.
    const places = Array.from({ length: calls - 1 }, (_, at) => at + 1)
    const chosen = IS_FULL ? [...places, ...places] : places.filter(at => at % 8 === 0)
    for (const at of [...chosen, calls]) {
      make()
      // What the one before left is removed by the next write, which has calls of its own; the last call follows the rename.
      if (at === calls) for (const each of left()) rmSync(join(folder, each))
      expect(killed([command, option, link], at), 'killed').toBe(-1)
      const text = readFileSync(file, 'utf8')
      expect(text === OLD || text === NEW, `killed at call ${at}`).toBe(true)
      ends[text === OLD ? 'old' : 'new']++
      expect(statSync(file).mode & 0o7777).toBe(0o640)
      expect(lstatSync(link).isSymbolicLink()).toBe(true)
      expect(left().length).toBeLessThan(2)
    }
    expect(ends.old).toBeGreaterThan(0)
    expect(ends.new).toBeGreaterThan(0)
    make()
    killed([command, option, link], 0)
    expect(left()).toEqual([])
  })
})

test('what another machine or a running process writes is left to it', () => {
  const file = join(folder, 'kept.asm')
  const others = [join(folder, '.toycpu-elsewhere-1.tmp'), join(folder, 'toycpu.tmp')]
  for (const each of others) writeFileSync(each, '')
  writeFileSync(file, 'MOV r0,#1\n')
  killed(['fmt', '--write', file], 0)
  for (const each of others) expect(existsSync(each)).toBe(true)
  for (const each of others) rmSync(each)
})

test.each([
  ['fmt', '--write', 'MOV r0,#1\n', '    mov r0, #1\n'],
  ['check', '--fix', 'mov r0 #1\n', 'mov r0, #1\n'],
])('on a full disk: toycpu %s %s', (command, option, before, after) => {
  if (disk === '') return
  const old = before.repeat(600)
  const file = join(disk, 'file.asm')
  const other = join(disk, 'other')
  const link = join(disk, 'link.asm')
  const say = (): { readonly status: number | null; readonly stderr: string } =>
    spawnSync(process.execPath, [ENTRY, command, option, link], {
      env: { ...process.env, LC_ALL: 'C' },
      encoding: 'utf8',
    })
  symlinkSync('file.asm', link)
  // From no room at all to nearly enough: in full fifty sizes a command.
  const page = 4096
  const most = ROOM - Math.ceil(old.length / page) * page
  for (let kept = 0; kept < (IS_FULL ? 50 : 2); kept++) {
    writeFileSync(file, old)
    chmodSync(file, 0o604)
    // So many bytes more and the new file would have room.
    writeFileSync(other, Buffer.alloc(most - (kept % 3) * page, 1))
    const { status, stderr } = say()
    const text = readFileSync(file, 'utf8')
    if (status === 2) {
      expect(stderr).toBe(`${link}:1:1: error: cannot be written [unwritable]\n`)
      expect(text).toBe(old)
    } else expect(text).toBe(after.repeat(600))
    if (kept % 3 === 0) expect(status).toBe(2)
    expect(statSync(file).mode & 0o7777).toBe(0o604)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readdirSync(disk).sort()).toEqual(['file.asm', 'link.asm', 'other'])
    rmSync(other)
  }
  expect(say().status).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe(after.repeat(600))
  for (const each of [file, link]) rmSync(each)
})
