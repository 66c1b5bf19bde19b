// Where the ruler has ticks: every step while there is room, then every 5, 10, 50 …; never one for every step of many.

/** A stretch of positions that the ruler shows: from its left end to its right end. */
export interface RulerRange {
  readonly from: number
  readonly to: number
}

/** The least room for a tick, in px: 20, more where its number is longer. */
const LEAST = 20

/** How wide a tick's number is, in px. */
function widthOf(highest: number): number {
  const digits = String(highest).length
  const commas = highest >= 10_000 ? Math.floor((digits - 1) / 3) : 0
  return digits * 6.4 + commas * 3
}

/** The least room for a tick with its number, in px: 20 for short numbers, more for long ones. */
export const roomFor = (highest: number): number => Math.max(LEAST, widthOf(highest) + 7)

/** Whether a number at an end of the ruler stands wholly on the ruler's side of its tick: long ones have no room beyond. */
export const isInside = (at: number): boolean => widthOf(at) > 30

/** The distances between ticks: 1, 5, 10, 50, 100 … */
function spacing(length: number, most: number): number {
  for (let unit = 1; ; unit *= 10) {
    if (length / unit <= most) return unit
    if (length / (unit * 5) <= most) return unit * 5
  }
}

/** Positions with a tick on a ruler of `width` px: regular ones, the ends, and the position itself. */
export function ticksOf({ from, to }: RulerRange, position: number, width: number): readonly number[] {
  if (width === 0) return []
  const length = to - from
  const room = roomFor(to)
  const unit = spacing(length, Math.max(1, Math.floor(width / room)))
  const clear = (at: number, of: number): boolean => {
    const isOneSided = (of === from || of === to) && isInside(of)
    return Math.abs(at - of) * width >= (isOneSided ? 1.5 * room : room) * length
  }
  // What matters most comes first: where there is no room for all, the position keeps its tick.
  const fixed: number[] = []
  for (const at of [position, from, to]) {
    if (at >= from && at <= to && fixed.every(other => at !== other && clear(at, other))) fixed.push(at)
  }
  const ticks: number[] = []
  for (let at = Math.ceil(from / unit) * unit; at < to; at += unit) {
    if (fixed.every(other => at !== other && clear(at, other))) ticks.push(at)
  }
  return [...ticks, ...fixed].sort((a, b) => a - b)
}
