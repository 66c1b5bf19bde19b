// A worksheet leaves what the steps do to be filled in, in every format; its key is the table itself.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../../assembler/index.ts'
import { createHistory } from '../../history/index.ts'
import { LANGUAGES } from '../../instructions/index.ts'
import { initialState } from '../../machine/index.ts'
import { cellColumn } from '../columns.ts'
import type { Table, Worksheet } from '../table.ts'
import { TABLE_FORMATS } from './index.ts'

const program = assemble(readFileSync(new URL('../../../programs/array-sum.asm', import.meta.url), 'utf8')).program!
const history = createHistory(program)
history.extend(100, 100)

const written = (format: string, language: Table['language'], worksheet?: Worksheet): string =>
  [
    ...TABLE_FORMATS.find(({ name }) => name === format)!.write({
      program,
      initial: initialState(program),
      steps: () => history.steps(1, history.known),
      columns: [0, 1, 2, 8, 9, 10, 15, 16, 17].map(cellColumn),
      fold: false,
      layout: 'columns',
      language,
      notation: 'decimal',
      symbols: null,
      worksheet,
    }),
  ].join('')

const NAMES = TABLE_FORMATS.map(({ name }) => name).filter(name => name !== 'jsonl')

describe.each(LANGUAGES)('in %s', language => {
  test.each(NAMES)('%s', name => {
    const blank = written(name, language, 'blank')
    const key = written(name, language, 'key')
    const table = written(name, language)
    // Its first row is given; of the sum nothing is told, nor how the flags stand.
    expect(blank).toContain('18')
    expect(blank).not.toMatch(/0 \+ 1|sets Z|置 1(?! ?的)/u)
    expect(blank.split('\n').length).toBeGreaterThanOrEqual(table.split('\n').length)
    if (name === 'html') {
      expect(blank.match(/<td class="blank"><\/td>/g)).toHaveLength(16 * 10)
      const rows = (text: string): string => text.slice(text.indexOf('<table>'))
      expect(rows(key)).toBe(rows(table))
    } else expect(key).toBe(table)
  })
})
