// Tables as other programs read them: no spreadsheet takes a field of CSV for a formula, and Markdown gives back what CSV says,
// whatever backquotes, pipes and stars a program holds. The traces are of random programs.
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { IS_FULL } from './amount.ts'
import { Random, rightProgram } from './programs-generator.ts'
import { toycpu } from './toycpu.ts'

const TRACES = IS_FULL ? 5000 : 150

/** What spreadsheets begin a formula with; a number alone may. */
const ACTIVE = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+$/

/** A program's text with more of what marks elsewhere. */
function odd(text: string, random: Random): string {
  const characters = ['`', '|', '*', '_', '=', '+', '-', '@', '<', '"', ',', '\\\\', '~', '[', '#']
  const lines = Array.from(
    { length: 1 + random.below(4) },
    () => `cmp #'${random.pick(characters)}',#'${random.pick(characters)}'`,
  )
  return `${text.trimEnd()}\n${lines.join('\n')}\n`
}

function optionsFrom(random: Random): readonly string[] {
  const options: string[] = ['--lang', random.pick(['en', 'zh']), '--max-steps', `${5 + random.below(25)}`]
  if (random.chance(30)) options.push('--symbolic')
  if (random.chance(20)) options.push('--symbols', '8=x,9=_y')
  if (random.chance(30)) options.push('--fold-jumps')
  if (random.chance(20)) options.push('--no-names')
  if (random.chance(20)) options.push('--columns', '[8],r0,x9,[r1]')
  return options
}

/** The cells of a row of a Markdown table, as GitHub parts them: at every pipe that has no backslash before it. */
const cellsOf = (row: string): readonly string[] =>
  row
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'))

/** What is read of a cell: code between equal runs of backquotes as it stands, of the rest what no backslash masks. */
function shown(cell: string): string {
  let text = ''
  for (let at = 0; at < cell.length; ) {
    const rest = cell.slice(at)
    const [run = ''] = /^`+/.exec(rest) ?? []
    const code = run === '' ? null : new RegExp(`^${run}(?!\`)(.*?[^\`])${run}(?!\`)`).exec(rest)
    if (code !== null) {
      const inner = code[1]!
      text += /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner
      at += code[0].length
    } else if (/^\\[!-/:-@[-`{-~]/.test(rest)) {
      text += rest.charAt(1)
      at += 2
    } else {
      expect(rest.charAt(0), `a bare mark in ${cell}`).not.toMatch(/[`*_~[\]]/)
      text += rest.charAt(0)
      at++
    }
  }
  return text
}

test(`${TRACES} random traces: no formula in CSV, and the same in Markdown`, async () => {
  let formulas = 0
  for (let seed = 1; seed <= TRACES; seed++) {
    const random = new Random(seed)
    const text = odd(rightProgram(seed, 12), random)
    const options = optionsFrom(random)
    const trace = async (format: string): Promise<string> =>
      (await toycpu(['trace', ...options, '--format', format, '-'], { '-': text })).out
    const { data, errors } = Papa.parse<string[]>((await trace('csv')).replace(/\n$/, ''))
    expect(errors).toEqual([])
    for (const row of data) {
      expect(row).toHaveLength(data[0]!.length)
      for (const field of row) {
        expect(!ACTIVE.test(field) || NUMBER.test(field), `seed ${seed}: ${field}`).toBe(true)
        if (field.startsWith("'")) formulas++
      }
    }
    const [, , ...rows] = (await trace('markdown')).trimEnd().split('\n')
    expect(rows).toHaveLength(data.length - 1)
    rows.forEach((row, at) => {
      const cells = cellsOf(row)
      const record = data[at + 1]!.map(field => field.replace(/^'(?=[=+\-@\t\r])/, ''))
      expect(cells).toHaveLength(record.length)
      // The explanation of either is the same words; code has its marks in CSV's.
      expect(shown(cells[2]!), `seed ${seed}`).toBe(record[2]!.replaceAll('\t', ' ').trim())
      expect(cells.slice(0, 2).map(shown)).toEqual(record.slice(0, 2))
      expect(cells.slice(3, -1).map(shown)).toEqual(record.slice(3, -1))
      expect(shown(cells.at(-1)!)).toBe(
        record
          .at(-1)!
          .replaceAll(/(?<!#')`(?!')/g, '')
          .trim(),
      )
    })
  }
  expect(formulas).toBeGreaterThan(TRACES / 50)
}, 900_000)
