// What goes to a terminal does nothing there, and whatever is harmless stays as it is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visible, visibleJson, visibleLines } from './visible.ts'

/** Whatever a terminal acts on, by its numbers. */
const acts = (c: number): boolean =>
  c < 32 ||
  (c >= 0x7f && c <= 0x9f) ||
  [0x61c, 0x200e, 0x200f, 0x2028, 0x2029].includes(c) ||
  (c >= 0x202a && c <= 0x202e) ||
  (c >= 0x2066 && c <= 0x2069)

const numbers = (text: string): number[] => Array.from(text, character => character.codePointAt(0) ?? 0)

/** Texts in which every second character is one of those. */
const hostile = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0x9f }),
      fc.constantFrom(0x61c, 0x200e, 0x200f, 0x2028, 0x202a, 0x202e, 0x2066, 0x2069, 0xd800, 0x4e2d, 0x1f600),
    ),
  )
  .map(codes => codes.map(code => String.fromCodePoint(code)).join(''))

test('names what it makes visible', () => {
  expect(visible('a\x1b[31m\u202eb\nFILE:1:1\x9b\x7f')).toBe('a\\x1b[31m\\u202eb\\x0aFILE:1:1\\x9b\\x7f')
  expect(visible('求和 é \u200d 😀 \\x')).toBe('求和 é \u200d 😀 \\x')
  expect(visibleLines('\ta\r\n\rb\x07')).toBe('\ta\r\n\\x0db\\x07')
  expect(visible('\ud83d')).toBe('\\ud83d')
})

test('leaves nothing that acts, and the same JSON', () => {
  fc.assert(
    fc.property(hostile, text => {
      expect(numbers(visible(text)).filter(acts)).toEqual([])
      expect(numbers(visibleLines(text)).filter(c => acts(c) && ![9, 10, 13].includes(c))).toEqual([])
      const json = visibleJson({ [text]: text })
      expect(numbers(json).filter(acts)).toEqual([])
      expect(JSON.parse(json)).toEqual({ [text]: text })
    }),
  )
})
