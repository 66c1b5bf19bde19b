// Routing between two columns of a layered picture: every net that turns gets a vertical track of its own, so that wires
// cross but never lie on one another.
import type { Net } from '../netlist.ts'
import type { Point } from './symbols.ts'

/** A net in a channel: where it comes in on the left, and where it goes out on the right. */
export interface Crossing {
  readonly net: Net
  readonly from: Point
  readonly to: readonly Point[]
}

export interface Routed {
  readonly lines: readonly { readonly net: Net; readonly points: readonly Point[] }[]
  readonly dots: readonly { readonly net: Net; readonly at: Point }[]
  /** How many tracks it took. */
  readonly tracks: number
}

/** A vertical: the heights at which it is met from the left and from the right. `key` tells apart the halves of a split net. */
interface Vertical {
  readonly net: Net
  readonly left: number
  readonly right: readonly number[]
  track: number
}

/** Distance between tracks. */
export const TRACK = 10

const span = (vertical: Vertical): [number, number] => {
  const all = [vertical.left, ...vertical.right]
  return [Math.min(...all), Math.max(...all)]
}

/** Gives every crossing its way. Tracks begin at `x`; the first points of lines lie left of it, the last ones right. */
export function route(crossings: readonly Crossing[], x: number): Routed {
  const turning = crossings.filter(({ from, to }) => to.some(([, y]) => y !== from[1]))
  const verticals = turning.map(
    ({ net, from, to }): Vertical => ({ net, left: from[1], right: to.map(([, y]) => y), track: -1 }),
  )
  const tracks = assign(verticals)
  const at = (vertical: Vertical): number => x + vertical.track * TRACK
  const lines: { net: Net; points: Point[] }[] = []
  const dots: { net: Net; at: Point }[] = []
  for (const { net, from, to } of crossings) {
    const mine = verticals.filter(vertical => vertical.net === net)
    if (mine.length === 0) {
      for (const end of to) lines.push({ net, points: [from, end] })
      continue
    }
    let start = from
    for (const vertical of mine) {
      const ends = vertical === mine.at(-1) ? to : [[at(mine.at(-1)!), vertical.right[0]!] as Point]
      lines.push(...branches(net, start, ends, at(vertical)))
      dots.push(...junctions(vertical, at(vertical)))
      start = [at(vertical), vertical.right[0]!]
    }
  }
  return { lines, dots, tracks }
}

/** From a point to a vertical and on to every end: the farthest ends draw the vertical, those between only branch off. */
function branches(net: Net, from: Point, ends: readonly Point[], x: number): { net: Net; points: Point[] }[] {
  const [, y] = from
  const heights = ends.map(end => end[1])
  const low = Math.max(y, ...heights)
  const high = Math.min(y, ...heights)
  return ends.map((end, i) => {
    const first = heights.indexOf(end[1]) === i
    const turns = first && (end[1] === low || end[1] === high) && end[1] !== y
    if (turns) return { net, points: [from, [x, y], [x, end[1]], end] }
    if (end[1] === y) return { net, points: [from, end] }
    return { net, points: [[x, end[1]], end] }
  })
}

/** Where three ways or more meet on a vertical. */
function junctions(vertical: Vertical, x: number): { net: Net; at: Point }[] {
  const [high, low] = span(vertical)
  const heights = [...new Set([vertical.left, ...vertical.right])]
  return heights
    .filter(y => {
      const ways = Number(y === vertical.left) + Number(vertical.right.includes(y)) + Number(y > high) + Number(y < low)
      return ways >= 3
    })
    .map(y => ({ net: vertical.net, at: [x, y] as Point }))
}

/**
 * Puts the verticals on tracks, left to right. Where one net comes in and another goes out at the same height, the first
 * must have turned away before the second turns in; a ring of such claims is cut by a net that turns twice.
 */
function assign(verticals: Vertical[]): number {
  let track = 0
  let waiting = [...verticals]
  while (waiting.length > 0) {
    const before = (later: Vertical): boolean =>
      waiting.some(other => other !== later && other.net !== later.net && later.right.includes(other.left))
    const halves = (later: Vertical): boolean =>
      waiting.some(other => other.net === later.net && verticals.indexOf(other) < verticals.indexOf(later))
    let ready = waiting.filter(vertical => !before(vertical) && !halves(vertical))
    if (ready.length === 0) {
      const ring = waiting.find(vertical => !halves(vertical)) ?? waiting[0]!
      const middle = between(ring, verticals)
      const first: Vertical = { net: ring.net, left: ring.left, right: [middle], track: -1 }
      const second: Vertical = { net: ring.net, left: middle, right: ring.right, track: -1 }
      verticals.splice(verticals.indexOf(ring), 1, first, second)
      waiting = waiting.flatMap(vertical => (vertical === ring ? [first, second] : [vertical]))
      ready = [first]
    }
    const placed: Vertical[] = []
    for (const vertical of ready.toSorted((x, y) => span(x)[0] - span(y)[0])) {
      const [high, low] = span(vertical)
      const free = placed.every(other => span(other)[1] + 4 <= high || span(other)[0] >= low + 4)
      if (!free) continue
      vertical.track = track
      placed.push(vertical)
    }
    waiting = waiting.filter(vertical => !placed.includes(vertical))
    track++
  }
  return track
}

/** A height at which nothing else runs: halfway, off the grid of 4 on which all pins stand. */
function between(vertical: Vertical, verticals: readonly Vertical[]): number {
  const [high, low] = span(vertical)
  let y = Math.round((high + low) / 8) * 4 + 2
  const taken = new Set(verticals.flatMap(other => [other.left, ...other.right]))
  while (taken.has(y)) y += 4
  return y
}
