// Every sample program meets its expectations, has its words in both languages, and none gets lost.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assemble, format } from '../assembler/index.ts'
import { LANGUAGES } from '../emulator/instructions/index.ts'
import { toycpu } from '../tests/toycpu.ts'
import { GROUPS, readSample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const NAMES = readdirSync(folder)
  .filter(name => name.endsWith('.asm'))
  .sort()
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** The drawing's array sum, as formatted. */
const ARRAY_SUM = `\
.data 8: 15, 18    ; start, end
.data 15: 1, 2, 3  ; the numbers
    mov r0, #0
    mov r1, 8
    mov r2, 9
loop:
    add r0, [r1]
    add r1, #1
    cmp r1, r2
    jne loop
    mov 10, r0
.expect 10: 6      ; 1 + 2 + 3
`

test('there are 52 samples, in all the groups', () => {
  expect(NAMES).toHaveLength(52)
  const groups = NAMES.map(name => readSample(textOf(name)).group)
  expect(new Set(groups)).toStrictEqual(new Set(Object.keys(GROUPS)))
})

describe.each(NAMES)('%s', name => {
  const text = textOf(name)
  const sample = readSample(text)

  test('halts with every expectation met, and nothing to complain of', async () => {
    const { status, error } = await toycpu(['run', name], { [name]: text })
    expect({ status, error }).toStrictEqual({ status: 0, error: '' })
    expect(assemble(text).program!.expectations.length).toBeGreaterThan(0)
  })

  test('runs the same without its words', () => {
    expect(assemble(sample.code).program).toStrictEqual(assemble(text).program)
    expect(text.startsWith(sample.code)).toBe(true)
  })

  test('is formatted', () => expect(format(text).text).toBe(text))

  test('has a title and a paragraph in both languages', () => {
    for (const language of LANGUAGES) {
      expect(sample.title[language].length).toBeGreaterThan(1)
      expect(sample.introduction[language].length).toBeGreaterThan(20)
      expect(sample.introduction[language]).not.toMatch(/^;|\b(en|zh): /)
    }
    expect(sample.introduction.zh).toMatch(/[。！]$/)
    expect(sample.introduction.zh).not.toMatch(/[\u4e00-\u9fff] ?[,;:?!]/)
  })
})

test('the array sum is the drawing’s twelve lines', () => {
  const { code, title } = readSample(textOf('array-sum.asm'))
  expect(code).toBe(ARRAY_SUM)
  expect(title).toStrictEqual({ en: 'Array sum', zh: '数组求和' })
})

test('a text without words is code alone', () => {
  expect(readSample('mov r0, #1\n')).toStrictEqual({
    group: null,
    code: 'mov r0, #1\n',
    title: { en: '', zh: '' },
    introduction: { en: '', zh: '' },
  })
})
