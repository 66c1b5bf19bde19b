// Values as readers type them: the language's notations, read as a word.
import { expect, test } from 'vitest'
import { readValue } from './typed-value.ts'

test.each([
  ['42', 32, 42],
  [' -7 ', 32, -7],
  ['-0', 8, 0],
  ['2147483647', 32, 2147483647],
  ['2147483648', 32, null],
  ['-2147483648', 32, -2147483648],
  ['-2147483649', 32, null],
  ['127', 8, 127],
  ['128', 8, null],
  ['0x80', 8, -128],
  ['0xff', 8, -1],
  ['0x100', 8, null],
  ['0xFFFFFFFF', 32, -1],
  ['0b1111111111111111', 16, -1],
  ["'A'", 8, 65],
  ["'é'", 8, null],
  ["'求'", 32, 0x6c42],
  [String.raw`'\n'`, 32, 10],
  [String.raw`'\q'`, 32, null],
  ["'ab'", 32, null],
  ["''", 32, null],
  ['', 32, null],
  ['-', 32, null],
  ['-0x1', 32, null],
  ['+1', 32, null],
  ['1e3', 32, null],
  ['0x', 32, null],
  ['1.5', 32, null],
  ['Infinity', 32, null],
  ['9'.repeat(400), 32, null],
])('%s in %i bits', (text, bits, value) => {
  expect(readValue(text, bits)).toBe(value)
})
