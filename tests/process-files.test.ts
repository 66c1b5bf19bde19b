// What a process alone can show: readers that stop, input without end, files written whole or not at all, names that are no
// UTF-8, a terminal left as it was. It runs the bundle that `npm ci` and `npm test` build.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
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

const ENTRY = fileURLToPath(new URL('../bin/toycpu.js', import.meta.url))
const FULL = process.env['PROOFS'] === 'full'
/** How often a process is killed. */
const KILLS = FULL ? 100 : 8

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toycpu-'))
  writeFileSync(at('exp.asm'), '.expect 8: 1\nmov 8, #2\n')
  writeFileSync(at('bad.asm'), 'mov r9, #1\n')
  writeFileSync(at('good.asm'), 'mov r0, #5\n')
  writeFileSync(at('endless.asm'), 'l: add r0, #1\njmp l\n')
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a line of the shell in the folder; `toycpu` is the command. Its status is that of `toycpu`, whatever reads it. */
function shell(line: string, input = '') {
  const script = `toycpu() { '${process.execPath}' '${ENTRY}' "$@"; }\n${line}`
  const { stdout, stderr } = spawnSync('bash', ['-c', `${script}\necho "status \${PIPESTATUS[*]}" >&2`], {
    cwd: folder,
    input,
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
  })
  const statuses = /status ([\d ]+)\n$/.exec(stderr)?.[1]?.split(' ').map(Number) ?? []
  return { out: stdout, error: stderr.replace(/status [\d ]+\n$/, ''), statuses }
}

describe('a reader that stops reading', () => {
  test.each([
    [5, 'run exp.asm exp.asm exp.asm | head -1'],
    [5, 'run exp.asm exp.asm 2>&1 | true'],
    [1, 'check bad.asm bad.asm --json | true'],
    [1, 'check bad.asm good.asm 2>&1 | true'],
    [1, 'fmt bad.asm good.asm bad.asm | true'],
    [4, 'run --max-steps 10 endless.asm endless.asm | true'],
    [4, 'trace endless.asm | head -1'],
    [0, 'trace --max-steps 3 good.asm | true'],
    [0, 'circuit full-adder --format svg | true'],
  ])('changes no status: %i, toycpu %s', (status, line) => {
    const { statuses, error } = shell(`toycpu ${line}`)
    expect(statuses[0]).toBe(status)
    expect(error).not.toMatch(/EPIPE|cannot be written/)
  })

  test('keeps no file from being mended', () => {
    const names = Array.from({ length: 8 }, (_, i) => `q${i}.asm`)
    for (const name of names) writeFileSync(at(name), 'mov r9 #1\nmov r0 #2\n')
    const { statuses } = shell(`toycpu check --fix ${names.join(' ')} 2>&1 | head -1`)
    expect(statuses[0]).toBe(1)
    for (const name of names) expect(readFileSync(at(name), 'utf8')).toBe('mov r9, #1\nmov r0, #2\n')
  })
})

describe('input', () => {
  test.each([['check /dev/zero'], ['run /dev/zero'], ['fmt /dev/zero'], ['trace /dev/zero']])(
    'without end is not read to its end: toycpu %s',
    line => {
      const { statuses, error } = shell(`ulimit -v 40000000; toycpu ${line} > /dev/null`)
      expect(statuses[0]).toBe(1)
      expect(error).toContain('[program-too-large]')
    },
  )

  test('without end costs little', () => {
    const { statuses, error } = shell(`yes | command time -f '%e %M' '${process.execPath}' '${ENTRY}' check -`)
    const [, seconds, kilobytes] = /([\d.]+) (\d+)\n$/.exec(error) ?? []
    // Without the command `time` there is nothing to measure with; the status is told all the same.
    if (seconds === undefined) return expect(statuses).toHaveLength(2)
    expect(statuses[1]).toBe(1)
    expect(Number(kilobytes)).toBeLessThan(150_000)
    expect(Number(seconds)).toBeLessThan(5)
  })

  test('is read once', () => {
    const { statuses, error } = shell('toycpu run - -', 'mov r0, #1\n')
    expect(statuses[0]).toBe(2)
    expect(error).toBe('-:1:1: error: standard input can be read only once [unreadable]\n')
  })

  test('cut in a character is too large, and is not written', () => {
    const large = `;${'求'.repeat(400_000)}\n`
    writeFileSync(at('large.asm'), large)
    for (const command of ['check --fix', 'fmt --write', 'fmt']) {
      const { statuses, out, error } = shell(`toycpu ${command} large.asm`)
      expect([statuses[0], out]).toEqual([1, ''])
      expect(error).toContain('[program-too-large]')
    }
    expect(readFileSync(at('large.asm'), 'utf8')).toBe(large)
  })
})

describe('a file is written whole or not at all', () => {
  const OLD = `MOV r0, #1\n${'mov  r1,#2 ; 求和\n'.repeat(20_000)}`
  const NEW = `    mov r0, #1\n${'    mov r1, #2  ; 求和\n'.repeat(20_000)}`

  test('whenever the process is killed', async () => {
    const file = at('killed.asm')
    const ends = new Set<string>()
    writeFileSync(file, OLD)
    const before = performance.now()
    expect(shell('toycpu fmt --write killed.asm').statuses[0]).toBe(0)
    const whole = performance.now() - before
    expect(readFileSync(file, 'utf8')).toBe(NEW)
    for (let kill = 0; kill < KILLS; kill++) {
      writeFileSync(file, OLD)
      const child = spawn(process.execPath, [ENTRY, 'fmt', '--write', file], { stdio: 'ignore' })
      const ended = new Promise(resolve => child.on('close', resolve))
      // From the middle of it to its end, where it writes.
      const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.4 + (0.6 * kill) / KILLS))
      await ended
      clearTimeout(timer)
      const text = readFileSync(file, 'utf8')
      expect(text === OLD || text === NEW).toBe(true)
      ends.add(text === OLD ? 'old' : 'new')
    }
    expect(ends.size).toBeGreaterThan(0)
  })

  test.each(['fmt --write', 'check --fix'])('where the disk has no room: toycpu %s', command => {
    const old = 'mov r0 #1\n'.repeat(10_000)
    writeFileSync(at('full.asm'), old)
    const before = readdirSync(folder).length
    // A file may have 8 blocks of 1,024 bytes; the signal that says so is ignored, as on a full disk there is none.
    const { statuses, error } = shell(`trap '' XFSZ; ulimit -f 8; toycpu ${command} full.asm`)
    expect(statuses[0]).toBeGreaterThan(0)
    if (command === 'check --fix') expect(error).toContain('[unwritable]')
    expect(readFileSync(at('full.asm'), 'utf8')).toBe(old)
    expect(readdirSync(folder)).toHaveLength(before)
  })

  test('through links into what they point at, mode and line ends kept', () => {
    writeFileSync(at('real.asm'), 'MOV r0,#1\r\n')
    chmodSync(at('real.asm'), 0o640)
    symlinkSync('real.asm', at('link.asm'))
    symlinkSync(at('link.asm'), at('second.asm'))
    expect(shell('toycpu fmt --write second.asm').statuses[0]).toBe(0)
    expect(readFileSync(at('real.asm'), 'utf8')).toBe('    mov r0, #1\r\n')
    expect(statSync(at('real.asm')).mode & 0o7777).toBe(0o640)
    expect(lstatSync(at('second.asm')).isSymbolicLink() && lstatSync(at('link.asm')).isSymbolicLink()).toBe(true)
  })

  test('and leaves nothing beside it', () => {
    expect(
      readdirSync(folder).filter(name => name.startsWith('.toycpu-') && !existsSync(`/proc/${name.split('-')[1]}`)),
    ).toSatisfy((left: string[]) => left.length <= KILLS)
  })
})

test('files whose names are no UTF-8', () => {
  const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0x2e, 0x61, 0x73, 0x6d])])
  try {
    writeFileSync(name, 'MOV r9,#1\n')
  } catch {
    return // Some systems have no such names.
  }
  const { statuses, error } = shell(`toycpu fmt --write $'\\xff.asm'; toycpu check $'\\xff.asm'`)
  expect(statuses[0]).toBe(1)
  expect(error).toContain('\\udcff.asm:1:')
  rmSync(name)
})

test('names, options and literals leave a terminal as it was', () => {
  const name = 'a\u001b[31m\n\u202eb.asm'
  writeFileSync(at(name), "mov r9, #'\u202e'\n")
  const words = `$'a\\e[31m\\n\\u202eb.asm'`.replace('\\u202e', '\\xe2\\x80\\xae')
  for (const line of [
    `check ${words}`,
    `run ${words} good.asm`,
    `check --json ${words} good.asm`,
    `run --set ${words} good.asm`,
    `run --${words}`,
    `circuit ${words}`,
    `${words}`,
  ]) {
    const { out, error } = shell(`toycpu ${line}`)
    expect(out + error).toMatch(/\\x1b|\\u001b/)
    expect(out + error).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u)
  }
})
