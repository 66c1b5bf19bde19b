// The command as a process: its entry, exit status, standard input, files, and a reader that stops early. What it says is
// tested without processes (cli/). It runs the bundle that `npm ci` and `npm test` build.
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ENTRY = fileURLToPath(new URL('../bin/toycpu.js', import.meta.url))
const PACKAGE = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toycpu-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

interface Result {
  readonly status: number | null
  readonly out: string
  readonly error: string
}

/** Runs the command in the folder; `until` is as much output as its reader takes before it goes away. */
function run(words: readonly string[], input = '', until = Number.POSITIVE_INFINITY): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...words], { cwd: folder, env: { ...process.env, LC_ALL: 'C' } })
    let out = ''
    let error = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text
      if (out.length > until) child.stdout.destroy()
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      error += text
    })
    child.on('error', reject)
    child.on('close', status => resolve({ status, out, error }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

test('tells its version from anywhere', async () => {
  expect(await run(['--version'])).toStrictEqual({ status: 0, out: `${PACKAGE.version}\n`, error: '' })
})

test('reads standard input and files, and exits with their status', async () => {
  writeFileSync(join(folder, 'good.asm'), 'mov r0, #5\n')
  expect((await run(['run', '-'], 'div r0, r1\n')).status).toBe(3)
  expect((await run(['run', 'good.asm', '-'], '.expect 8: 1\n')).status).toBe(5)
  expect((await run(['check', 'good.asm', '.', 'missing.asm'])).error).toBe(
    '.:1:1: error: cannot be read: it is a folder [unreadable]\n' +
      'missing.asm:1:1: error: cannot be read: there is no such file [unreadable]\n',
  )
})

test('writes what it mends', async () => {
  const file = join(folder, 'slip.asm')
  writeFileSync(file, 'mov r0 #5\n')
  expect(await run(['check', '--fix', 'slip.asm'])).toStrictEqual({ status: 0, out: '', error: '' })
  expect(readFileSync(file, 'utf8')).toBe('mov r0, #5\n')
})

test('says nothing when its reader goes away', async () => {
  const { error, out } = await run(['trace', '--max-steps', '200000', '-'], 'l: add r0, #1\njmp l\n', 1000)
  expect(error).toBe('')
  expect(out.length).toBeLessThan(1_000_000)
})

test('says so where its output cannot be written', async () => {
  const file = join(folder, 'good.asm')
  writeFileSync(file, 'mov r0, #5\n')
  const only = openSync(file, 'r')
  const child = spawn(process.execPath, [ENTRY, 'run', file], {
    stdio: ['ignore', only, 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(only)
  let error = ''
  child.stderr?.setEncoding('utf8').on('data', text => {
    error += text
  })
  const status = await new Promise(resolve => child.on('close', resolve))
  expect(status).toBe(2)
  expect(error).toMatch(/^toycpu: the output cannot be written \(E[A-Z]+\)\n$/)
})

test('a long table arrives whole', async () => {
  const { out } = await run(['trace', '--max-steps', '50000', '--format', 'csv', '-'], 'l: jmp l\n')
  expect(out.split('\n')).toHaveLength(50_003)
})
