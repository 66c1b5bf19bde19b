// The ruler's ticks and its zoom: what holds for every stretch, position and width.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roomFor, ticksOf } from './ticks.ts'
import { follow, stretchOf, zoom } from './zoom.ts'

const RUNS = { numRuns: 2000 }

/** A stretch of a history, short ones often, and widths that rulers have. */
const stretches = fc
  .tuple(
    fc.oneof(fc.constant(0), fc.nat(2_000_000_000)),
    fc.oneof(fc.nat(40), fc.nat(20_000), fc.nat(2_000_000_000)),
    fc.integer({ min: 1, max: 2000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([from, length, width, share]) => ({
    stretch: { from, to: from + length },
    width,
    position: Math.round(from + share * length),
  }))

test('ticks are positions of the stretch, ascending, each once, and the position always has its own', () => {
  fc.assert(
    fc.property(stretches, ({ stretch, width, position }) => {
      const ticks = ticksOf(stretch, position, width)
      expect(ticks).toContain(position)
      ticks.forEach((at, index) => {
        expect(Number.isInteger(at)).toBe(true)
        expect(at).toBeGreaterThanOrEqual(stretch.from)
        expect(at).toBeLessThanOrEqual(stretch.to)
        if (index > 0) expect(at).toBeGreaterThan(ticks[index - 1]!)
      })
    }),
    RUNS,
  )
})

test('no two ticks are nearer to each other than their numbers have room', () => {
  fc.assert(
    fc.property(stretches, ({ stretch, width, position }) => {
      const { from, to } = stretch
      const ticks = ticksOf(stretch, position, width)
      const place = (at: number): number => ((at - from) / Math.max(to - from, 1)) * width
      for (let index = 1; index < ticks.length; index++) {
        expect(place(ticks[index]!) - place(ticks[index - 1]!)).toBeGreaterThan(roomFor(to) - 1e-6)
      }
    }),
    RUNS,
  )
})

test('short histories have a tick for every step, long ones round numbers and their ends', () => {
  expect(ticksOf({ from: 0, to: 16 }, 4, 900)).toEqual(Array.from({ length: 17 }, (_, at) => at))
  expect(ticksOf({ from: 0, to: 0 }, 0, 900)).toEqual([0])
  expect(ticksOf({ from: 0, to: 10_000 }, 0, 800)).toEqual([
    0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000,
  ])
  expect(ticksOf({ from: 0, to: 100 }, 37, 110)).toEqual([0, 37, 100])
  expect(ticksOf({ from: 0, to: 16 }, 4, 0)).toEqual([])
})

const histories = fc
  .tuple(fc.oneof(fc.nat(100), fc.nat(2_000_000_000)), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([known, share]) => ({ known, position: Math.round(known * share) }))

/** Zooms about the position by each factor in turn. */
function zoomed(known: number, position: number, factors: readonly number[]) {
  let piece: ReturnType<typeof zoom> = null
  for (const factor of factors) piece = zoom(stretchOf(piece, known), known, position, factor)
  return piece
}

const factors = fc.array(fc.constantFrom(0.5, 0.7, 2, 1 / 0.7), { maxLength: 40 })

test('however one zooms about the position, it stays in sight, and the stretch within the history', () => {
  fc.assert(
    fc.property(histories, factors, ({ known, position }, factors) => {
      const { from, to } = stretchOf(zoomed(known, position, factors), known)
      expect(Number.isInteger(from) && Number.isInteger(to)).toBe(true)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(known)
      expect(from).toBeLessThanOrEqual(position)
      expect(to).toBeGreaterThanOrEqual(position)
      expect(to - from).toBeGreaterThanOrEqual(Math.min(16, known))
    }),
    RUNS,
  )
})

test('zooming in ends at 16 steps, zooming out at the whole history', () => {
  const deep = zoomed(
    1_000_000,
    500_000,
    Array.from({ length: 60 }, () => 0.5),
  )
  expect(deep).toEqual({ from: 499_992, to: 500_008 })
  expect(zoomed(1_000_000, 3, [0.5, 0.5, 2, 2])).toBeNull()
  expect(stretchOf(null, 1_000_000)).toEqual({ from: 0, to: 1_000_000 })
})

test('a piece goes with the position out of sight, and stays where it has it in sight', () => {
  fc.assert(
    fc.property(histories, fc.nat(2_000_000_000), factors, ({ known, position }, to, factors) => {
      const piece = zoomed(known, position, factors)
      const there = Math.min(to, known)
      const followed = follow(piece, there)
      if (piece === null) expect(followed).toBeNull()
      else if (there >= piece.from && there <= piece.to) expect(followed).toBe(piece)
      const stretch = stretchOf(followed, known)
      expect(stretch.from).toBeLessThanOrEqual(there)
      expect(stretch.to).toBeGreaterThanOrEqual(there)
    }),
    RUNS,
  )
})

test('a piece of a longer history is kept within a shorter one', () => {
  expect(stretchOf({ from: 5000, to: 5100 }, 5050)).toEqual({ from: 4950, to: 5050 })
  expect(stretchOf({ from: 5000, to: 5100 }, 60)).toEqual({ from: 0, to: 60 })
  expect(stretchOf({ from: 5000, to: 5100 }, 7)).toEqual({ from: 0, to: 7 })
})
