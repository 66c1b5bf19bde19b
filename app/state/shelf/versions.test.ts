// Which versions go: never the newest, never the first, and what is left is denser the newer it is.
import { expect, test } from 'vitest'
import { MOST, superfluous } from './versions.ts'

const MINUTE = 60_000

/** The times that are left after so many versions, each thinned as it came. */
function after(count: number): number[] {
  let times: number[] = []
  for (let n = 0; n < count; n++) {
    times = [...times, n * MINUTE]
    const gone = new Set(superfluous(times))
    times = times.filter((_, index) => !gone.has(index))
  }
  return times
}

test('up to fifty all stay', () => {
  expect(after(MOST)).toHaveLength(MOST)
})

test('of a day of typing, fifty are left: the first, the newest, and fewer and fewer between', () => {
  const times = after(1440)
  expect(times).toHaveLength(MOST)
  expect(times[0]).toBe(0)
  expect(times.slice(-20)).toEqual(Array.from({ length: 20 }, (_, n) => (1420 + n) * MINUTE))
  const gaps = times.slice(1).map((time, index) => time - times[index]!)
  const mean = (some: number[]): number => some.reduce((sum, gap) => sum + gap, 0) / some.length
  expect(mean(gaps.slice(0, 12))).toBeGreaterThan(3 * mean(gaps.slice(20, 30)))
})
