// Where stops can stand, and breakpoints that keep their conditions while the text changes.
import { expect, test } from 'vitest'
import { isSound, type Stop, withLines } from './stops.ts'

const MACHINE = { cells: 256, bits: 32 }

const stop = (id: number, line: number | null, condition = '', hits: number | null = null): Stop => ({
  id,
  line,
  condition,
  hits,
  enabled: true,
})

test('a breakpoint may compare, a watchpoint must say something', () => {
  expect(isSound(stop(1, 3), MACHINE)).toBe(true)
  expect(isSound(stop(1, 3, 'r1 = 2'), MACHINE)).toBe(true)
  expect(isSound(stop(1, 3, 'r1 changes'), MACHINE)).toBe(false)
  expect(isSound(stop(1, null), MACHINE)).toBe(false)
  expect(isSound(stop(1, null, 'r1 changes'), MACHINE)).toBe(true)
  expect(isSound(stop(1, null, 'rubbish'), MACHINE)).toBe(false)
})

/** Breakpoints with a condition each that tells the line they stood on. */
const on = (...lines: number[]): Stop[] => lines.map((line, index) => stop(index + 1, line, `r0 = ${line}`))

/** Where the breakpoints of `before` are with `now`: line and what its condition tells, none where it is new. */
const moved = (before: number[], now: number[]): string[] =>
  withLines(on(...before), now).map(({ line, condition }) => `${line}: ${condition.slice('r0 = '.length)}`)

test.each([
  ['set', [], [4], ['4: ']],
  ['set before others', [7], [3, 7], ['3: ', '7: 7']],
  ['set after others', [3], [3, 9], ['3: 3', '9: ']],
  ['set between others', [3, 9], [3, 5, 9], ['3: 3', '5: ', '9: 9']],
  ['taken away before others', [3, 7, 9], [7, 9], ['7: 7', '9: 9']],
  ['taken away between others', [3, 7, 9], [3, 9], ['3: 3', '9: 9']],
  ['taken away after others', [3, 7, 9], [3, 7], ['3: 3', '7: 7']],
  ['moved by lines put in above', [3, 7], [5, 9], ['5: 3', '9: 7']],
  ['moved by lines put in between', [3, 7], [3, 9], ['3: 3', '9: 7']],
  ['moved onto where another stood', [3, 7], [7, 11], ['7: 3', '11: 7']],
  ['moved by a line deleted above', [3, 7], [2, 6], ['2: 3', '6: 7']],
  ['its own line deleted, the next moved', [3, 7], [6], ['6: 7']],
  ['three lines deleted with the first two', [3, 5, 9], [6], ['6: 9']],
  ['all taken away', [3, 7], [], []],
] as const)('breakpoints keep their conditions: %s', (_, before, now, wanted) => {
  expect(moved([...before], [...now])).toEqual(wanted)
})

test('watchpoints stay, ids stay apart', () => {
  const watch = stop(9, null, 'r0 changes')
  const now = withLines([watch, ...on(3)], [3, 5])
  expect(now).toContainEqual(watch)
  expect(new Set(now.map(({ id }) => id)).size).toBe(3)
})
