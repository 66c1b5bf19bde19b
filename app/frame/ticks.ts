// Where the ruler has ticks: every step while there is room, then every 5, 10, 50 …; never one for every step of many.

/** The least room for a tick with its number, in px: 20 for short numbers, more for long ones. */
const roomFor = (known: number): number => Math.max(20, String(known).length * 9 + (known >= 10_000 ? 12 : 6))

/** The distances between ticks: 1, 5, 10, 50, 100 … */
function spacing(known: number, width: number): number {
  const most = Math.max(1, Math.floor(width / roomFor(known)))
  for (let unit = 1; ; unit *= 10) {
    if (known / unit <= most) return unit
    if (known / (unit * 5) <= most) return unit * 5
  }
}

/** Positions with a tick on a ruler from 0 to `known` of `width` px: regular ones, the end, and the position itself. */
export function ticksOf(known: number, position: number, width: number): readonly number[] {
  if (width === 0) return []
  const unit = spacing(known, width)
  const room = (roomFor(known) / width) * known
  const clear = (at: number, of: number): boolean => Math.abs(at - of) >= room || at === of
  const ticks: number[] = []
  for (let at = 0; at < known; at += unit) if (unit === 1 || (clear(at, position) && clear(at, known))) ticks.push(at)
  if (known === position || unit === 1 || clear(known, position)) ticks.push(known)
  if (!ticks.includes(position)) ticks.push(position)
  return ticks
}
