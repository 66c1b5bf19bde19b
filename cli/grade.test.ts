// `toycpu grade` over a class: a folder of good, wrong, endless, broken and binary answers, judged in processes of their
// own, in every format; and Ctrl+C. It runs the bundle that `npm ci` and `npm test` build.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toycpu } from '../tests/toycpu.ts'

const ENTRY = fileURLToPath(new URL('../bin/toycpu.js', import.meta.url))
const EXERCISE = fileURLToPath(new URL('../programs/exercises/multiply-by-adding.toml', import.meta.url))

const SIZE = process.env['PROOFS'] === 'full' ? 1000 : 120

const GOOD = 'mov r0, #0\nmov r1, 9\nl: cmp r1, #0\nje e\nadd r0, 8\nsub r1, #1\njmp l\ne: mov 10, r0\n'
/** Ten answers, one of each kind in each ten: how they begin and end is what differs. */
const KINDS: readonly { text: string | Uint8Array; refused: string | null; verdicts: readonly string[] }[] = [
  { text: 'l: jmp l\n', refused: null, verdicts: ['endless', 'endless', 'endless', 'endless'] },
  { text: 'mvo r0, #1\n', refused: 'error', verdicts: [] },
  { text: new Uint8Array([0xff, 0xfe, 0x00, 0x80]), refused: 'unreadable', verdicts: [] },
  { text: 'mov 10, #42\n', refused: null, verdicts: ['pass', 'wrong', 'wrong', 'wrong'] },
  { text: 'mul 8, 9\nmov 10, 8\n', refused: 'not-allowed', verdicts: [] },
  { text: 'jmp [8]\n', refused: null, verdicts: ['fault', 'fault', 'endless', 'fault'] },
  { text: 'l: add r0, #1\njmp l\n', refused: null, verdicts: Array.from({ length: 4 }, () => 'step-limit') },
  ...Array.from({ length: 3 }, () => ({ text: GOOD, refused: null, verdicts: ['pass', 'pass', 'pass', 'pass'] })),
]

let folder = ''
const kindOf = (index: number) => KINDS[index % KINDS.length]!

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toycpu-class-'))
  mkdirSync(join(folder, 'class', 'deeper'), { recursive: true })
  writeFileSync(join(folder, 'class', 'notes.txt'), 'no answer')
  for (let index = 0; index < SIZE; index++) writeFileSync(pathOf(index), kindOf(index).text)
})
afterAll(() => rmSync(folder, { recursive: true }))

const pathOf = (index: number): string =>
  join(folder, 'class', index % 2 === 0 ? '.' : 'deeper', `${`${index}`.padStart(4, '0')}.asm`)

interface Result {
  readonly status: number | null
  readonly out: string
  readonly error: string
}

function run(words: readonly string[], interruptAfter?: number): Promise<Result> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [ENTRY, 'grade', EXERCISE, ...words], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
    })
    let out = ''
    let error = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text
      if (interruptAfter !== undefined && out.length > interruptAfter) child.kill('SIGINT')
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      error += text
    })
    child.on('close', status => resolve({ status, out, error }))
  })
}

/** The number in a path, by which its kind is known. */
const indexOf = (file: string): number => Number(/(\d+)\.asm$/.exec(file)![1])

describe('a class', () => {
  test('is judged right in every format, in several processes', async () => {
    const json = await run(['class', '--format', 'json', '--jobs', '2'])
    expect({ status: json.status, error: json.error }).toStrictEqual({ status: 2, error: '' })
    const records = json.out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    const names: string[] = records.map(({ file }) => file)
    expect(names).toStrictEqual(names.toSorted((a, b) => (a < b ? -1 : 1)))
    expect(records).toHaveLength(SIZE)
    for (const { file, refused, cases, points, of } of records) {
      const kind = kindOf(indexOf(file))
      expect([refused, cases.map((each: { verdict: string }) => each.verdict)]).toStrictEqual([
        kind.refused,
        kind.verdicts,
      ])
      expect([points, of]).toStrictEqual([kind.verdicts.filter(verdict => verdict === 'pass').length, 4])
    }
    const csv = (await run(['class', '--format', 'csv', '--jobs', '1'])).out.trimEnd().split('\n')
    expect(csv[0]).toBe('file,points,of,case 1,case 2,case 3,case 4')
    expect(csv.slice(1).map(line => line.split(',')[1])).toStrictEqual(records.map(({ points }) => `${points}`))
    const junit = new XMLParser({ ignoreAttributes: false }).parse((await run(['class', '--format', 'junit'])).out)
    const suites = junit.testsuites.testsuite
    expect(suites.map((suite: Record<string, string>) => suite['@_name'])).toStrictEqual(
      records.map(({ file }) => file),
    )
    for (const suite of suites) {
      const failed = suite.testcase.filter((each: object) => 'failure' in each).length
      expect(failed).toBe(4 - kindOf(indexOf(suite['@_name'])).verdicts.filter(each => each === 'pass').length)
      expect(suite['@_failures']).toBe(`${failed}`)
    }
    const table = (await run(['class', '--lang', 'zh'])).out.trimEnd().split('\n')
    expect(table).toHaveLength(SIZE + 1)
    expect(table.find(line => line.includes('0006.asm'))).toMatch(/ 0 +4 +步数上限，/)
  })

  test('ends at once when it is interrupted, and says how far it came', async () => {
    const { status, error, out } = await run(['class', '--format', 'json', '--jobs', '1'], 1)
    expect(status).toBe(130)
    expect(error).toMatch(new RegExp(`^stopped: \\d+ of ${SIZE} judged\n$`))
    expect(out).not.toContain(`"${pathOf(SIZE - 1)}"`)
  })
})

describe('one answer', () => {
  const exercise = `format = 1
kind = "write"
title = { en = "T<" }
task = { en = "T" }
[[case]]
set = { 8 = [1] }
expect = { 10 = [1] }
[[case]]
expect = { 10 = [2] }
points = 3
hidden = true
`
  const files = {
    'e.toml': exercise,
    'a.asm': 'mov 10, #1\n',
    'b.asm': 'cmp 8, #1\nje x\nmov 10, #2\njmp y\nx: mov 10, #1\ny:\n',
  }

  test('for Gradescope', async () => {
    const { out, status } = await toycpu(['grade', 'e.toml', 'a.asm', '--format', 'gradescope'], files)
    expect(status).toBe(5)
    expect(JSON.parse(out)).toStrictEqual({
      score: 1,
      max_score: 4,
      tests: [
        { score: 1, max_score: 1, name: 'case 1', output: 'pass', visibility: 'visible' },
        {
          score: 0,
          max_score: 3,
          name: 'case 2',
          output: 'first differs at x10: 1 instead of 2',
          visibility: 'after_published',
        },
      ],
    })
    expect((await toycpu(['grade', 'e.toml', 'a.asm', 'b.asm', '--format', 'gradescope'], files)).status).toBe(2)
  })

  test('exit statuses', async () => {
    const status = async (...words: string[]) => (await toycpu(['grade', ...words], files)).status
    expect(await status('e.toml', 'b.asm')).toBe(0)
    expect(await status('e.toml', 'a.asm', 'b.asm')).toBe(5)
    expect(await status('e.toml', 'missing.asm')).toBe(2)
    expect(await status('a.asm', 'b.asm')).toBe(2)
    expect(await status('e.toml')).toBe(2)
    expect(await status('e.toml', 'b.asm', '--jobs', 'many')).toBe(2)
    expect(await status('e.toml', 'b.asm', '--format', 'xml')).toBe(2)
  })

  test('with more cases, after the exercise’s own', async () => {
    const more = 'format = 1\n[[case]]\nset = { 8 = [7] }\nexpect = { 10 = [7] }\n'
    const { out, status } = await toycpu(['grade', 'e.toml', 'b.asm', '--cases', 'm.toml', '--format', 'csv'], {
      ...files,
      'm.toml': more,
    })
    expect([out, status]).toStrictEqual(['file,points,of,case 1,case 2,case 3\nb.asm,4,5,pass,pass,wrong\n', 5])
  })
})
