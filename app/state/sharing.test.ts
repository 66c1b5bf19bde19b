// From View to View what is equal stays the same value, wherever it stands; what is not is the new one, whole.
import { expect, test } from 'vitest'
import { createService } from '../worker/service.ts'
import type { Question, View } from '../worker/view.ts'
import { sharedView } from './sharing.ts'

const TEXT = 'mov r0, #0\nloop:\nadd r0, #1\nmov 20, r0\ncmp r0, #9\njne loop\n.expect 20: 9\n'

const at = (position: number, from = 0): Question => ({
  position,
  rows: { from, to: from + 10 },
  cells: [{ from: 0, to: 31 }],
  lines: { from: 1, to: 20 },
  fold: false,
  names: true,
  follow: false,
  until: null,
  extend: true,
})

const service = createService(() => 0)
service.load({ version: 1, text: TEXT, name: 'a', edits: [], editsOf: null }, at(0))
const look = (question: Question): View => structuredClone(service.look(question, 10)!)

test('the same answer is the same value', () => {
  const before = look(at(5))
  expect(sharedView(before, look(at(5)))).toBe(before)
})

test('a step changes what is at it; the rows, which are of all positions, stay', () => {
  const before = look(at(5))
  const after = look(at(6))
  const view = sharedView(before, after)
  expect(view).toEqual(after)
  expect(view.rows).toBe(before.rows)
  expect(view.step).not.toBe(before.step)
  expect(view.columns).toBe(before.columns)
  expect(view.expectations).toBe(before.expectations)
})

test('rows that scroll stay the same values in their new places; the step that is shown stays, too', () => {
  const before = look(at(5))
  const after = look(at(5, 4))
  const view = sharedView(before, after)
  expect(view).toEqual(after)
  expect(view.step).toBe(before.step)
  expect(view.instruction).toBe(before.instruction)
  const kept = view.rows.filter(row => before.rows.includes(row))
  expect(kept).toHaveLength(before.rows.length - 4)
})

test('a cell that changes takes its stretch with it, and nothing is mixed', () => {
  for (let position = 0; position < 30; position++) {
    const before = look(at(position))
    for (const other of [0, 3, 17, 29]) {
      const after = look(at(other, other % 5))
      expect(sharedView(before, after)).toEqual(after)
    }
  }
})
