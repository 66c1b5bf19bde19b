// The plan of where a state is looked for again: nothing before the last edit counts.
import { expect, test } from 'vitest'
import { watchAt } from './watches.ts'

test.each([0, 1, 1000, 3_000_000])('begins at the last edit, at %i, and is done soon after it', base => {
  expect(watchAt(base, base, 1)).toEqual({ start: base, end: base + 1 })
  expect(watchAt(base, base + 1, 1)).toEqual({ start: base + 1, end: base + 3 })
  expect(watchAt(base, base + 4, 1)).toEqual({ start: base + 7, end: base + 15 })
})

test('where many cells are to be remembered, watches are as long as that pays', () => {
  expect(watchAt(0, 0, 65_536)).toEqual({ start: 0, end: 1024 })
  expect(watchAt(0, 1, 65_536)).toEqual({ start: 1024, end: 3072 })
})

test('far on, a watch begins each time that the run has doubled', () => {
  expect(watchAt(0, 2 ** 17 + 1, 1)).toEqual({ start: 2 ** 18, end: 2 ** 18 + 2 ** 13 })
  expect(watchAt(10, 2 ** 30 + 10, 1)).toEqual({ start: 2 ** 30 + 10, end: 2 ** 30 + 10 + 2 ** 17 })
})
