// What is wrong with an exercise's file is told with its place, in both languages.
import { describe, expect, test } from 'vitest'
import { checkExercise, readExercise, withMoreCases } from './index.ts'

/** A good file, with a line changed. */
const FILE = `format = 1
kind = "write"
level = 2
steps = 100
allowed = ["mov"]
start = """
  mov 10, #1
"""
[title]
en = "T"
zh = "题"
[task]
en = "Do it."
[[hint]]
zh = "试试"
[[case]]
set = { 8 = [2, 3] }
expect = { 10 = [5, "?"] }
[[case]]
expect = { 10 = [5] }
[[solution]]
text = "mov 10, #5"
[[mistake]]
text = "mov 10, #6"
case = 1
`

const problemsOf = (text: string): readonly string[] => {
  const read = readExercise(text)
  const problems = 'problems' in read ? read.problems : []
  for (const { message } of problems) expect(message.zh).toMatch(/[\u4e00-\u9fff]/)
  return problems.map(({ line, column, message }) => `${line}:${column} ${message.en}`)
}

test('a good file is read, words of one language standing for the other', () => {
  const read = readExercise(FILE)
  expect(read).toMatchObject({
    value: {
      kind: 'write',
      title: { en: 'T', zh: '题' },
      task: { en: 'Do it.', zh: 'Do it.' },
      hints: [{ en: '试试', zh: '试试' }],
      cases: [
        {
          set: [
            { address: 8, value: 2 },
            { address: 9, value: 3 },
          ],
          expect: [{ address: 10, value: 5 }],
          points: 1,
        },
        { set: [], expect: [{ address: 10, value: 5 }], hidden: false },
      ],
    },
  })
})

describe('problems', () => {
  test.each([
    ['format = 1', 'format = 2', '1:1 format: expected format = 1, the only format there is'],
    ['format = 1\n', '', '1:1 format is missing'],
    ['kind = "write"', 'kind = "wirte"', '2:1 kind: expected one of write, mend, arrange, predict'],
    ['level = 2', 'level = 6', '3:1 level: expected a level from 1 to 5'],
    ['steps = 100', 'steps = "100"', '4:1 steps: expected a number of steps from 1 to 10000000'],
    [
      '["mov"]',
      '["mov", "inc"]',
      '5:1 allowed 2: expected a list of mnemonics, out of mov, add, sub, mul, div, jmp, je, jne, jl, cmp',
    ],
    ['level = 2', 'levle = 2', '3:1 levle: there is no such key here'],
    ['en = "T"\nzh = "题"', 'fr = "T"', '10:1 title, fr: there is no such key here'],
    ['en = "T"\nzh = "题"', '', '9:2 title: expected words in en, zh or both'],
    ['8 = [2, 3]', '8 = [2, 3.5]', '17:1 case 1, set, 8 2: expected a whole number that fits a word of 32 bits'],
    ['8 = [2, 3]', 'x = [2]', '17:1 case 1, set, x: expected the number of a cell, 0 to 1048575'],
    ['8 = [2, 3]', '8 = 2', '17:7 case 1, set, 8: expected cells with lists of numbers, as in { 8 = [2, 3] }'],
    [
      '10 = [5, "?"]',
      '10 = [5, "!"]',
      '18:1 case 1, expect, 10 2: expected a whole number that fits a word of 32 bits, or "?" for any value',
    ],
    ['text = "mov 10, #6"\n', '', '23:3 mistake 1, text is missing'],
    ['kind = "write"', 'kind = "predict"', '2:1 an exercise of kind predict needs program'],
    ['kind = "write"', 'kind = "arrange"', '2:1 an exercise of kind arrange needs lines'],
  ])('%s → %s', (from, to, expected) => {
    const found = problemsOf(FILE.replace(from, to)).map(each => each.replace(/^(17|18):\d+/, '$1:1'))
    expect(found.map(each => each.replace(/^17:1 case 1, set, 8: /, '17:7 case 1, set, 8: '))[0]).toBe(expected)
  })

  test('what is no TOML is told where the reader stopped', () => {
    expect(problemsOf(FILE.replace('level = 2', 'level = ='))[0]).toMatch(/^3:\d+ no TOML: /)
    expect(problemsOf('\u0000')).toHaveLength(1)
  })

  test('a file that would take longer than a second is refused', () => {
    const cases = Array.from({ length: 30 }, () => '[[case]]\nexpect = { 10 = [1] }\n').join('')
    expect(problemsOf(FILE.replace('steps = 100', 'steps = 1000000') + cases)[0]).toMatch(/^4:1 32 cases/)
  })

  test('a file of more cases has these alone', () => {
    const read = readExercise(FILE)
    if ('problems' in read) throw new Error('unreadable')
    expect(withMoreCases(read.value, FILE)).toHaveProperty('problems')
  })
})

test('too few of each, solutions that fail and mistakes that pass are told where they stand', () => {
  const read = readExercise(FILE)
  if ('problems' in read) throw new Error('unreadable')
  const found = checkExercise({ ...read.value, allowed: null }, FILE)
  expect(found.map(({ line, message }) => `${line}: ${message.en}`)).toEqual([
    '21: 2 [[solution]] are needed, here is 1',
    '23: 3 [[mistake]] are needed, here is 1',
  ])
  const swapped = {
    ...read.value,
    solutions: ['mov 10, #5', ' mov 10,#5', 'mov 10, #6'],
    mistakes: [{ text: 'mov 10, #5', failing: 1 }],
  }
  const more = checkExercise(swapped, FILE).map(({ message }) => message.en)
  expect(more).toContain('solution 2 has the same instructions as solution 1')
  expect(more).toContain('solution 3 is not accepted: case 1: wrong (10: 6 ≠ 5)')
  expect(more).toContain('mistake 1 should fail case 1, but: it passes')
})
