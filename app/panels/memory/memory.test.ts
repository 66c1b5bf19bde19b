// The memory's rows, folded where they are blank, and its numbers in each notation.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowBlocksOf } from './layout.ts'
import { columnsFor, numberText } from './numbers.ts'

const shown = (used: number[], rowCount: number, unfolded: number[] = []): string[] =>
  rowBlocksOf(Int32Array.from(used), rowCount, new Set(unfolded), 50, 35).map(
    ({ kind, first, last, unfolded }) => `${kind} ${first}–${last}${unfolded ? ' open' : ''}`,
  )

test.each([
  ['nothing in use', [], 32, [], ['folded 1–31']],
  ['registers alone', [0, 0], 32, [], ['folded 1–31']],
  ['the array sum', [0, 2], 32, [], ['rows 1–2', 'folded 3–31']],
  ['a run far away', [0, 0, 10, 12], 32, [], ['folded 1–9', 'rows 10–12', 'folded 13–31']],
  ['one blank row between', [0, 1, 3, 4], 32, [], ['rows 1–1', 'rows 2–2', 'rows 3–4', 'folded 5–31']],
  ['one blank row at the end', [0, 30], 32, [], ['rows 1–30', 'folded 31–31']],
  ['to the end', [0, 31], 32, [], ['rows 1–31']],
  ['unfolded', [0, 2], 32, [3], ['rows 1–2', 'rows 3–31 open']],
  ['eight cells', [0, 0], 1, [], []],
] as const)('rows: %s', (_, used, rowCount, unfolded, wanted) => {
  expect(shown([...used], rowCount, [...unfolded])).toEqual(wanted)
})

test('blocks cover every row after the registers’ once, one under the other', () => {
  const runs = fc.uniqueArray(fc.nat(400), { maxLength: 40 }).map(ends => {
    const sorted = ends.sort((a, b) => a - b)
    return sorted.length % 2 === 0 ? sorted : sorted.slice(1)
  })
  fc.assert(
    fc.property(runs, fc.array(fc.nat(400), { maxLength: 10 }), (used, unfolded) => {
      const blocks = rowBlocksOf(Int32Array.from(used), 402, new Set(unfolded), 50, 35)
      let row = 1
      let top = 0
      for (const block of blocks) {
        expect([block.first, block.top]).toEqual([row, top])
        row = block.last + 1
        top += block.height
        expect(block.height).toBeGreaterThan(0)
      }
      expect(row).toBe(402)
    }),
  )
})

test.each([
  [10, 32, '10', '0000000A', '00000000000000000000000000001010', '·'],
  [-1, 8, '-1', 'FF', '11111111', '·'],
  [-128, 8, '-128', '80', '10000000', '·'],
  [65, 16, '65', '0041', '0000000001000001', 'A'],
  [-2147483648, 32, '-2147483648', '80000000', `1${'0'.repeat(31)}`, '·'],
  [0x6c42, 32, '27714', '00006C42', '00000000000000000110110001000010', '求'],
  [0xd800, 32, '55296', '0000D800', '00000000000000001101100000000000', '·'],
  [0x110000, 32, '1114112', '00110000', '00000000000100010000000000000000', '·'],
])('%i in %i bits', (value, bits, decimal, hexadecimal, binary, character) => {
  expect(numberText(value, bits, 'decimal')).toBe(decimal)
  expect(numberText(value, bits, 'hexadecimal')).toBe(hexadecimal)
  expect(numberText(value, bits, 'binary')).toBe(binary)
  expect(numberText(value, bits, 'character')).toBe(character)
})

test.each([
  [3, 392, 8],
  [5, 392, 8],
  [6, 392, 4],
  [11, 392, 4],
  [11, 360, 4],
  [16, 392, 2],
  [32, 392, 1],
  [32, 262, 1],
  [0, 300, 8],
])('cells with room for %i characters in %i px: %i side by side', (characters, width, columns) => {
  expect(columnsFor(characters, width)).toBe(columns)
})
