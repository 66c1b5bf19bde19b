// What the formats make of a table: exact lines where a format has rules of its own. (Columns, CSV, Markdown and JSON
// lines are tested through the command line, in cli/.)
import { describe, expect, test } from 'vitest'
import { assemble } from '../../../assembler/index.ts'
import { halted, initialState, isFault, perform, type Step } from '../../machine/index.ts'
import { addTouched, type CellLayout, cellColumn, type Symbols, TABLE_FORMATS, touched } from '../index.ts'

/** A program's table in a format, all of it unfolded. */
function written(
  source: string,
  format: string,
  { layout = 'columns', symbols = null }: { readonly layout?: CellLayout; readonly symbols?: Symbols | null } = {},
): string {
  const program = assemble(source).program!
  const state = initialState(program)
  const steps: Step[] = []
  while (!halted(program, state)) {
    const outcome = perform(program, state, steps.length + 1)
    if (isFault(outcome)) break
    steps.push(outcome)
  }
  const seen = new Set<number>()
  for (const step of steps) addTouched(seen, step)
  const columns = touched(program, seen).map(cellColumn)
  const table = {
    program,
    initial: initialState(program),
    steps: () => steps,
    columns,
    fold: false,
    layout,
    language: 'en' as const,
    notation: 'decimal' as const,
    symbols,
  }
  return [...TABLE_FORMATS.find(({ name }) => name === format)!.write(table)].join('')
}

/** A formula with names of every kind: given ones short, long and Chinese, a cell's, and the value of a step. */
const FORMULAS = `.data 8: 1, 2, 3, 4\nl: mul 8, 8\nmul 9, 10\nadd 9, 11\ncmp 9, #0\n`.concat('mul 8, 8\n'.repeat(4))
const NAMES = new Map([
  [8, 'k'],
  [9, 'to_tal'],
  [10, '甲'],
])

const SOURCE = `.data 10: -3\n.data 11: 4\nadd r0, 10\n_a_: cmp #'&', 11\njne end_\nend_:\n`

test('the formats, in the order in which they are offered', () => {
  expect(TABLE_FORMATS.map(({ name }) => name)).toStrictEqual([
    'table',
    'markdown',
    'csv',
    'latex',
    'html',
    'typst',
    'jsonl',
  ])
})

test('a tab within an instruction shifts no column', () => {
  const source = 'mov\tr0,\t#1\nmov r0, #2\n'
  for (const format of ['table', 'markdown']) {
    const [first, second] = written(source, format).trimEnd().split('\n').slice(-2)
    expect(first!.indexOf('writes')).toBe(second!.indexOf('writes'))
    expect(first).not.toContain('\t')
  }
  expect(written(source, 'csv')).toContain('"mov\tr0,\t#1"')
})

describe('latex', () => {
  test('sets names, signs and minus as mathematics and masks the rest', () => {
    expect(written(SOURCE, 'latex')).toBe(String.raw`\begin{tabular}{rrlrrrll}
  \hline
  step & line & instruction & $r_0$ & $x_{10}$ & $x_{11}$ & flags & explanation \\
  \hline
  0 &  &  & $?$ & $-3$ & $4$ &  & the state before the first step \\
  1 & 3 & \texttt{add r0, 10} & $-3$ & $-3$ & $4$ & L & adds $x_{10}$ $=$ $-3$ to $r_0$: 0 + ($-3$) $=$ $-3$; $r_0$ was blank, read as 0 \\
  2 & 4 & \texttt{cmp \#'\&', 11} & $-3$ & $-3$ & $4$ &  & 38 $>$ 4: clears Z and L \\
  3 & 5 & \texttt{jne end\_} & $-3$ & $-3$ & $4$ &  & 38 $\neq$ 4: jumps to end\_ (line 6) \\
  \hline
\end{tabular}
`)
  })

  test('prints lists as the book does', () => {
    const lines = written(SOURCE, 'latex', { layout: 'book' }).split('\n')
    expect(lines[2]).toBe(
      String.raw`  step & line & instruction & $r_0, \dots$ & $x_{10}, x_{11}, \dots$ & flags & explanation \\`,
    )
    expect(lines[4]).toBe(String.raw`  0 &  &  & $?, \dots$ & $-3, 4, \dots$ &  & the state before the first step \\`)
  })

  test('sets names in formulas as words, products without a sign', () => {
    const row = written(FORMULAS, 'latex', { symbols: NAMES }).split('\n').at(-4)!
    expect(row).toContain(String.raw`& $v_8$ & $\mathit{to\_tal}\,\mbox{甲} + x_{11}$ & $\mbox{甲}$ & $x_{11}$ &`)
  })

  test('masks what LaTeX would take for commands', () => {
    const line = written(`cmp #'\\\\', #'~'\ncmp #'{', #'^'\ncmp #'$', #'%'\n`, 'latex')
    expect(line).toContain(String.raw`\texttt{cmp \#'\textbackslash{}\textbackslash{}', \#'\textasciitilde{}'}`)
    expect(line).toContain(String.raw`\texttt{cmp \#'\{', \#'\textasciicircum{}'}`)
    expect(line).toContain(String.raw`\texttt{cmp \#'\$', \#'\%'}`)
  })
})

describe('html', () => {
  test('is a document of its own with the names set', () => {
    const out = written(SOURCE, 'html')
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n/)
    expect(out).toContain('<th scope="col" class="number"><i>x</i><sub>10</sub></th>')
    expect(out).toContain("<td><code>cmp #'&amp;', 11</code></td>")
    expect(out).toContain('<td>38 &gt; 4: clears Z and L</td>')
    expect(out.match(/<tr>/g)).toHaveLength(5)
    expect(out.match(/<td/g)).toHaveLength(4 * 8)
  })

  test('prints lists as the book does', () => {
    expect(written(SOURCE, 'html', { layout: 'book' })).toContain(
      '<th scope="col"><i>x</i><sub>10</sub>, <i>x</i><sub>11</sub>, …</th>',
    )
  })

  test('slants names in formulas', () => {
    const row = written(FORMULAS, 'html', { symbols: NAMES }).split('\n').at(-5)!
    const cell = (formula: string) => `<td class="number">${formula}</td>`
    expect(row).toContain(cell('<i>v</i><sub>8</sub>'))
    expect(row).toContain(cell('<i>to_tal</i>*<i>甲</i> + <i>x</i><sub>11</sub>'))
  })

  test('lets no text become a tag', () => {
    expect(written(`cmp #'<', #'"'\n`, 'html')).toContain("<code>cmp #'&lt;', #'&quot;'</code>")
  })
})

const LABEL = 'mov r0, #0\nx12: add r0, #1\nmov r1, #x12\ncmp r0, #2\njl x12\n'

test('a label that looks like a cell stays a label', () => {
  for (const [format, cell] of [
    ['latex', '$x_{12}$'],
    ['html', '<i>x</i><sub>12</sub>'],
    ['typst', '$x_12$'],
  ] as const) {
    const out = written(LABEL, format)
    expect(out).not.toContain(cell)
    expect(out).toContain('x12')
  }
})

describe('typst', () => {
  test('compiles alone, whatever the program holds', async () => {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const compiler = NodeCompiler.create()
    const odd = `cmp #'"', #'\\\\'\ncmp #'#', #'$'\ncmp #']', #'\u0060'\ncmp #'*', #'_'\ncmp #'/', #'<'\n`
    for (const text of [
      written(SOURCE, 'typst'),
      written(odd, 'typst'),
      written(LABEL, 'typst'),
      written(SOURCE, 'typst', { layout: 'book' }),
      written(FORMULAS, 'typst', { symbols: NAMES }),
    ]) {
      expect(text).toMatch(/^#table\(/)
      const { result, diags } = { result: compiler.compile({ mainFileContent: text }), diags: null }
      expect(diags).toBeNull()
      expect(result.hasError(), text).toBe(false)
    }
  })
})

test('no field of CSV but a number begins as a formula of a spreadsheet', () => {
  const rows = written('.data 8: -1, 2\nmul 8, #-1\nsub 8, #1\ncmp #-5, 8\n', 'csv', { symbols: new Map([[8, 'x']]) })
  expect(rows).toContain(",'-x,")
  expect(rows).toContain(",'-x - 1,")
  expect(rows).toContain(",'-5 < 0: sets L")
})
