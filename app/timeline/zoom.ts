// Which stretch of the history the ruler shows: all of it, or a piece that the reader has zoomed into.
import type { RulerRange } from './ticks.ts'

/** The shortest stretch worth showing. */
const SHORTEST = 16

/** The stretch in sight: a zoomed one kept within what is known, the whole history where there is none. */
export function stretchOf(zoomed: RulerRange | null, known: number): RulerRange {
  if (zoomed === null || known <= SHORTEST) return { from: 0, to: known }
  const length = Math.min(zoomed.to - zoomed.from, known)
  const from = Math.min(Math.max(zoomed.from, 0), known - length)
  return { from, to: from + length }
}

/** The stretch `factor` times as long (below 1: zooming in) in which `about` stays where it is; null for all there is. */
export function zoom(stretch: RulerRange, known: number, about: number, factor: number): RulerRange | null {
  const length = Math.round(Math.max((stretch.to - stretch.from) * factor, SHORTEST))
  if (length >= known) return null
  const share = stretch.to === stretch.from ? 0.5 : (about - stretch.from) / (stretch.to - stretch.from)
  const from = Math.round(Math.min(Math.max(about - share * length, 0), known - length))
  return { from, to: from + length }
}

/** The stretch of the same length that has `position` in it. */
export function follow(zoomed: RulerRange | null, position: number): RulerRange | null {
  if (zoomed === null || (position >= zoomed.from && position <= zoomed.to)) return zoomed
  const length = zoomed.to - zoomed.from
  const from = Math.max(0, Math.round(position - length / 2))
  return { from, to: from + length }
}
