// The arithmetic of a window over very many rows of one height: which row stands at the top for how far is scrolled.
// Browsers cut an element off at some 33 million px, so the scrolled height is capped and then stands for the rows in
// proportion. Knows no element.

/** The most that is scrolled, in px. */
export const TALLEST = 8_000_000

/** A window over `count` rows. */
export interface Extent {
  /** How many whole rows there is room for. */
  readonly room: number
  /** The last row that can stand at the top. */
  readonly most: number
  /** How far can be scrolled, in px. */
  readonly span: number
  /** How tall the scrolled element is to be, in px: scrolled to its end, exactly the span has gone by. */
  readonly height: number
}

/** The extent of `count` rows of `rowHeight` px below a head of `headHeight` px, seen through `viewport` px. */
export function extentOf(count: number, rowHeight: number, headHeight: number, viewport: number): Extent {
  const room = Math.max(1, Math.floor((viewport - headHeight) / rowHeight))
  const most = Math.max(0, count - room)
  const span = Math.min(most * rowHeight, TALLEST)
  return { room, most, span, height: span === 0 ? headHeight + room * rowHeight : span + viewport }
}

/** The row at the top where `scrolled` px are scrolled. */
export const rowAt = ({ most, span }: Extent, scrolled: number): number =>
  span === 0 ? 0 : Math.round((Math.min(Math.max(scrolled, 0), span) / span) * most)

/** How far to scroll for a row to stand at the top, in px. */
export const scrollFor = ({ most, span }: Extent, row: number): number => (most === 0 ? 0 : (row / most) * span)

/** The row at the top that is nearest to `top` and has `row` in sight. */
export function topFor({ room }: Extent, top: number, row: number): number {
  if (row < top) return row
  return row > top + room - 1 ? row - room + 1 : top
}
