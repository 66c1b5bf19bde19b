// The ruler's marks: no two places stand on one another, and nothing that is marked is left out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merged } from './merging.ts'

const KINDS = ['stops', 'writes', 'jumps', 'edits'] as const

test('marks far from each other stay where they are, those of one position stand side by side', () => {
  const marks = [
    { at: 8, kind: 'writes' },
    { at: 1, kind: 'writes' },
    { at: 8, kind: 'stops' },
  ] as const
  expect(merged(marks, 16, 900)).toEqual([
    { at: 1, kinds: ['writes'] },
    { at: 8, kinds: ['writes', 'stops'] },
  ])
  expect(merged(marks, 16, 20)).toEqual([{ at: 1, kinds: ['writes', 'stops'] }])
})

test('places stand clear of each other, and every kind of mark is there', () => {
  const mark = fc.record({ at: fc.nat(10_000), kind: fc.constantFrom(...KINDS) })
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 300 }), fc.integer({ min: 1, max: 1500 }), (marks, width) => {
      const places = merged(marks, 10_000, width)
      for (const [index, { at, kinds }] of places.entries()) {
        expect(new Set(kinds).size).toBe(kinds.length)
        const next = places[index + 1]
        if (next === undefined) continue
        const room = ((kinds.length + next.kinds.length) / 2) * 13
        expect(((next.at - at) / 10_000) * width).toBeGreaterThanOrEqual(room)
      }
      for (const { at, kind } of marks) {
        // It stands at the last place that does not come after it.
        expect(places.findLast(place => place.at <= at)?.kinds).toContain(kind)
      }
    }),
  )
})
