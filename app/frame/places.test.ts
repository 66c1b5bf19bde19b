// Where the views stand: nothing lies over anything, all room is used, and what is put away leaves its room to others.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ViewArrangement } from '../state/arrangement.ts'
import { type Box, placesOf } from './places.ts'
import type { PageLayout } from './useLayout.ts'

const PLAIN: ViewArrangement = { shares: {}, away: [], large: null }
const VIEWS = ['editor', 'table', 'circuit', 'memory', 'problems'] as const
const LAYOUTS: readonly PageLayout[] = ['whole', 'A', 'B', 'C', 'D', 'E', 'F']

test('while nothing is arranged the style sheet has its say', () => {
  for (const layout of LAYOUTS) expect(placesOf(layout, PLAIN)).toMatchObject({ shown: VIEWS, boxes: null })
  expect(placesOf('A', PLAIN).tabs).toEqual(['circuit', 'memory', 'problems'])
  expect(placesOf('F', PLAIN).tabs).toEqual(VIEWS)
})

test('whatever is put away, enlarged or moved, the places cover the room once', () => {
  const anArrangement = fc.record({
    shares: fc.record(
      {
        'whole left right': fc.tuple(share(), share()),
        'left editor memory problems': fc.tuple(share(), share(), share()),
        'low editor table tabs': fc.tuple(share(), share(), share()),
      },
      { requiredKeys: [] },
    ),
    away: fc.subarray([...VIEWS]),
    large: fc.option(fc.record({ view: fc.constantFrom(...VIEWS), fills: fc.boolean() })),
  })
  fc.assert(
    fc.property(fc.constantFrom(...LAYOUTS), anArrangement, (layout, arrangement) => {
      const { boxes, shown, tabs } = placesOf(layout, arrangement)
      expect(shown.length).toBeGreaterThan(0)
      if (boxes === null) return
      const all = [...boxes.values()]
      expect(all.reduce((sum, box) => sum + area(box), 0)).toBeCloseTo(10_000, 3)
      for (const [index, box] of all.entries()) {
        for (const other of all.slice(index + 1)) expect(common(box, other)).toBeCloseTo(0, 3)
      }
      const alone = shown.filter(id => !tabs.includes(id))
      expect([...boxes.keys()].sort()).toEqual(
        [...alone, ...(shown.some(id => tabs.includes(id)) ? ['tabs'] : [])].sort(),
      )
    }),
  )
})

test('what fills the page is alone; enlarged, it has most of the room', () => {
  expect(placesOf('whole', { ...PLAIN, large: { view: 'circuit', fills: true } }).shown).toEqual(['circuit'])
  const box = placesOf('whole', { ...PLAIN, large: { view: 'circuit', fills: false } }).boxes?.get('circuit')
  expect(box).toEqual({ left: 30, width: 70, top: 34, height: 66 })
})

const share = () => fc.integer({ min: 1, max: 99 })
const area = ({ width, height }: Box): number => width * height
function common(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  return width > 1e-9 && height > 1e-9 ? width * height : 0
}
