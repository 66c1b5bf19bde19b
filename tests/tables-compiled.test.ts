// Tables in formats that other programs set, set by those programs: Typst by its own compiler, and the result asked for every
// cell; LaTeX by pdflatex where it is installed, and by strict rules of its own everywhere.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../emulator/instructions/index.ts'
import { IS_FULL } from './amount.ts'
import { toycpu } from './toycpu.ts'

const PROGRAMS = fileURLToPath(new URL('../programs/', import.meta.url))

/** What marks in one of the formats or the other. */
const ODD = `.equ to_tal, 20
.data 8: 1, -2
_a_: mov to_tal, #'\\\\' ; "$" & {
求和: cmp #'"', #'#'
cmp #'$', #'&'
cmp #'_', #'^'
cmp #'~', #'%'
cmp #'{', #'}'
cmp #'*', #'\u0060'
cmp #'<', #'@'
cmp #'/', #']'
mov\tr0,\t[8]
jne _a2
_a2: jl 求和2
求和2: mul 9, 9
`

const NAMES = IS_FULL ? readdirSync(PROGRAMS).filter(name => name.endsWith('.asm')) : ['array-sum.asm', 'horner.asm']
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['odd', ODD],
  ...NAMES.map(name => [name, readFileSync(join(PROGRAMS, name), 'utf8')] as const),
]

const OPTIONS: readonly string[][] = [
  [],
  ['--fold-jumps', '--layout', 'book'],
  ['--symbolic'],
  ['--columns', '[8],r0,x9', '--numbers', 'char'],
]

const CASES = LANGUAGES.flatMap(language => OPTIONS.map(options => [language, options] as const))

async function table(text: string, format: string, language: string, options: readonly string[]): Promise<string> {
  const words = ['trace', '--format', format, '--max-steps', '60', '--lang', language, ...options, '-']
  return (await toycpu(words, { '-': text })).out
}

/** The records of the CSV of the same table. */
async function records(text: string, language: string, options: readonly string[]): Promise<readonly string[][]> {
  const { data, errors } = Papa.parse<string[]>((await table(text, 'csv', language, options)).trimEnd())
  expect(errors).toEqual([])
  return data
}

/** What a query of Typst tells of an element. */
interface Element {
  readonly func?: string
  readonly text?: string
  readonly children?: readonly Element[]
  readonly body?: Element
}

/** All words in an element, without its marks. */
const wordsIn = (element: unknown): string =>
  typeof element === 'string'
    ? element
    : Array.isArray(element)
      ? element.map(wordsIn).join('')
      : element === null || typeof element !== 'object'
        ? ''
        : Object.entries(element)
            .filter(([key]) => ['text', 'body', 'children', 'base', 'b', 'child'].includes(key))
            .map(([, value]) => wordsIn(value))
            .join('')

describe('typst', () => {
  const compiler = NodeCompiler.create()

  test.each(CASES)('in %s with %j', async (language, options) => {
    for (const [name, text] of TEXTS) {
      const written = await table(text, 'typst', language, options)
      const result = compiler.compile({ mainFileContent: written })
      expect(result.hasError(), `${name}\n${written}`).toBe(false)
      const [found] = compiler.query({ mainFileContent: written }, { selector: 'table' }) as Element[]
      const cells = found!.children!.filter(each => each.func === 'cell')
      const heads = found!.children!.find(({ func }) => func === 'header')!.children!
      const rows = await records(text, language, options)
      expect(cells.length, name).toBe((rows.length - 1) * heads.length)
      // Instructions arrive as they were written, and so do the numbers of steps and lines.
      rows.slice(1).forEach((row, at) => {
        const told = cells.slice(at * heads.length, at * heads.length + 3).map(wordsIn)
        expect(told).toEqual([row[0], row[1], row[2]!.replaceAll('\t', ' ').replace(/^'/, '')])
      })
    }
  })
})

const PDFLATEX = spawnSync('pdflatex', ['--version']).status === 0

/** Every way in which a line of a tabular could fail to be set; null where it is right. */
function wrongInLatex(text: string): string | null {
  const lines = text.trimEnd().split('\n')
  const columns = /^\\begin\{tabular\}\{([lr]+)\}$/.exec(lines[0]!)?.[1]?.length
  if (columns === undefined || lines.at(-1) !== '\\end{tabular}') return 'no tabular'
  for (const line of lines.slice(1, -1)) {
    if (line === '  \\hline') continue
    if (!line.endsWith(' \\\\')) return `no end: ${line}`
    let [depth, ands, isMathematics] = [0, 0, false]
    for (const [token] of line.slice(0, -3).matchAll(/\\[A-Za-z]+|\\.|./gu)) {
      if (token === '{') depth++
      else if (token === '}') depth--
      else if (token === '&') ands++
      else if (token === '$') isMathematics = !isMathematics
      else if (/^[#%~^]$/.test(token) || (token === '_' && !isMathematics)) return `a mark: ${token} in ${line}`
      else if (/^\\[A-Za-z]/.test(token) && !KNOWN.has(token)) return `unknown: ${token} in ${line}`
      else if (/^\\[^A-Za-z#$%&_{},]/.test(token)) return `masked: ${token} in ${line}`
      if (depth < 0 || ((token === '&' || token === '\\hline') && (depth > 0 || isMathematics))) return `torn: ${line}`
    }
    if (depth !== 0 || isMathematics) return `open: ${line}`
    if (ands !== columns - 1) return `${ands + 1} fields of ${columns}: ${line}`
  }
  return null
}

const KNOWN = new Set(
  'texttt textbackslash textasciitilde textasciicircum mathit mbox dots div times neq leq geq'
    .split(' ')
    .map(each => `\\${each}`),
)

describe('latex', () => {
  test.each(CASES)('in %s with %j keeps its rules', async (language, options) => {
    for (const [, text] of TEXTS) {
      const written = await table(text, 'latex', language, options)
      expect(wrongInLatex(written)).toBe(null)
      const rows = await records(text, language, options)
      expect(written.match(/\\\\$/gm)!.length).toBeGreaterThanOrEqual(rows.length)
    }
  })

  test('the rules see what is wrong', () => {
    const around = (line: string): string => `\\begin{tabular}{rl}\n${line}\n\\end{tabular}\n`
    expect(wrongInLatex(around('  1 & a \\\\'))).toBe(null)
    for (const line of [
      '  1 \\\\',
      '  1 & a_b \\\\',
      '  1 & $a \\\\',
      '  1 & {a \\\\',
      '  1 & # \\\\',
      '  1 & \\foo{} \\\\',
    ])
      expect(wrongInLatex(around(line)), line).not.toBe(null)
  })

  // Not every machine has one: the rules above hold alone there, and this line says so.
  if (!PDFLATEX) console.warn('NOT TESTED: LaTeX set by pdflatex, which is not installed')
  else
    test('is set by pdflatex, where it is installed, in every language', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'toycpu-'))
      const tables: string[] = []
      for (const [language, options] of CASES)
        for (const [, text] of TEXTS) tables.push(await table(text, 'latex', language, options))
      const all = tables.join('\n\\par\n')
      // What the fonts of a small installation lack stands as a letter: the form is what is compiled.
      const foreign = new Set([...all].filter(character => character > '\x7f'))
      const declared = [...foreign].map(
        character =>
          `\\DeclareUnicodeCharacter{${character.codePointAt(0)!.toString(16).padStart(4, '0').toUpperCase()}}{o}`,
      )
      const head = `\\documentclass{article}\n\\hbadness=10000\\hfuzz=\\maxdimen\n${declared.join('\n')}\n\\begin{document}\\tiny\n`
      writeFileSync(join(folder, 'a.tex'), `${head}${all}\\end{document}\n`)
      const { stdout, status } = spawnSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'a.tex'], {
        cwd: folder,
        encoding: 'utf8',
      })
      rmSync(folder, { recursive: true })
      expect(stdout.match(/^!.*/gm)).toBe(null)
      expect(status).toBe(0)
      expect(stdout).toContain('Output written on a.pdf')
    })
})
