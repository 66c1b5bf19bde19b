// Which cells a table shows, and how neighbours are put together.
import { expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { initialState, isFault, perform } from '../machine/index.ts'
import { addTouched, inOrder, neighbouring, touched } from './index.ts'

test('neighbours make a list, registers and cells apart', () => {
  expect(neighbouring([0, 1, 2, 8, 9, 15])).toStrictEqual([[0, 1, 2], [8, 9], [15]])
  expect(neighbouring([6, 7, 8, 9])).toStrictEqual([
    [6, 7],
    [8, 9],
  ])
  expect(neighbouring([])).toStrictEqual([])
})

test('addresses once each, by size and not by their digits', () =>
  expect(inOrder([10, 9, 100, 9])).toEqual([9, 10, 100]))

test('a program touches what it gives, expects, points through, reads and writes', () => {
  const program = assemble('.data r1: 30\n.data 50: 1\n.expect 40: ?, 2\nmov [r1], 20\nmov 60, #1').program!
  const step = perform(program, initialState(program), 1)
  if (isFault(step)) throw new Error(step.code)
  expect(touched(program, [])).toEqual([1, 41, 50])
  const seen = new Set<number>()
  addTouched(seen, step)
  expect(touched(program, seen)).toEqual([1, 20, 30, 41, 50])
})
