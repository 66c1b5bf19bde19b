// A window over very many rows: every row can be reached, and what is scrolled names it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extentOf, rowAt, scrollFor, TALLEST, topFor } from './window.ts'

const ROW = 21
const HEAD = 32

const windows = fc.record({
  count: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 2_000_000_000 })),
  viewport: fc.integer({ min: 0, max: 2000 }),
})

test('the first and the last row of a thousand million are reached, and the end of the scrolling is the last', () => {
  const count = 1_000_000_001
  const extent = extentOf(count, ROW, HEAD, 600)
  expect(extent.span).toBe(TALLEST)
  expect(extent.height).toBeLessThan(33_000_000)
  expect(rowAt(extent, 0)).toBe(0)
  expect(rowAt(extent, extent.height - 600)).toBe(extent.most)
  expect(extent.most + extent.room).toBe(count)
})

test('whatever is scrolled names a row that can stand at the top, and never an earlier one further down', () => {
  fc.assert(
    fc.property(windows, fc.nat(TALLEST * 2), fc.nat(TALLEST * 2), ({ count, viewport }, a, b) => {
      const extent = extentOf(count, ROW, HEAD, viewport)
      const [first, second] = [rowAt(extent, Math.min(a, b)), rowAt(extent, Math.max(a, b))]
      expect(first).toBeGreaterThanOrEqual(0)
      expect(second).toBeLessThanOrEqual(extent.most)
      expect(first).toBeLessThanOrEqual(second)
    }),
  )
})

test('a row that is scrolled to is read back, exactly where each has a pixel of its own', () => {
  fc.assert(
    fc.property(windows, fc.double({ min: 0, max: 1, noNaN: true }), ({ count, viewport }, share) => {
      const extent = extentOf(count, ROW, HEAD, viewport)
      const row = Math.round(share * extent.most)
      expect(rowAt(extent, scrollFor(extent, row))).toBe(row)
      const pixel = Math.round(scrollFor(extent, row))
      const rowsInAPixel = extent.span === 0 ? 0 : extent.most / extent.span
      expect(Math.abs(rowAt(extent, pixel) - row)).toBeLessThanOrEqual(Math.ceil(rowsInAPixel / 2))
    }),
  )
})

test('a row is brought in sight by as little as it takes', () => {
  fc.assert(
    fc.property(windows, fc.nat(2_000_000_000), fc.nat(2_000_000_000), ({ count, viewport }, a, b) => {
      const extent = extentOf(count, ROW, HEAD, viewport)
      const row = a % count
      const top = b % (extent.most + 1)
      const now = topFor(extent, top, row)
      expect(now).toBeGreaterThanOrEqual(0)
      expect(now).toBeLessThanOrEqual(extent.most)
      expect(row).toBeGreaterThanOrEqual(now)
      expect(row).toBeLessThan(now + extent.room)
      const wasInSight = row >= top && row < top + extent.room
      if (wasInSight) expect(now).toBe(top)
      else expect([row, row - extent.room + 1]).toContain(now)
    }),
  )
})

test('few rows are not scrolled at all', () => {
  expect(extentOf(17, ROW, HEAD, 600)).toMatchObject({ most: 0, span: 0 })
  expect(extentOf(1, ROW, HEAD, 0)).toMatchObject({ room: 1, most: 0 })
})
