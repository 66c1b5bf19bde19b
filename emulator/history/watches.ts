// Where to look for a state that comes back: the plan alone, positions in, stretches out.

/** A stretch of the run in which the state at `start` is looked for again, up to `end`. */
export interface Watch {
  readonly start: number
  readonly end: number
}

/** The last power of two of steps for which every position is watched. */
const THOROUGH = 2 ** 16
/** Later stretches: at least so long, or this part of the way done. */
const SHORTEST = 2 ** 13
const PART = 2048

/**
 * The first watch that begins at `position` or later. `base` is the last position with an edit, before which nothing
 * can be said.
 *
 * At first Brent's method (R. P. Brent, 1980): the state at 2^k − 1 is looked for during the next 2^k steps, so a run
 * that goes round in at most 65,536 steps is found out soon after it has begun to. From there on a stretch is watched
 * each time that the run has doubled: short enough to cost next to nothing, and sure to find every period in the end.
 */
export function watchAt(base: number, position: number): Watch {
  const done = Math.max(0, position - base)
  const early = 2 ** Math.ceil(Math.log2(done + 1))
  if (early <= THOROUGH) return { start: base + early - 1, end: base + 2 * early - 1 }
  const start = Math.max(2 * THOROUGH, 2 ** Math.ceil(Math.log2(done)))
  return { start: base + start, end: base + start + Math.max(SHORTEST, start / PART) }
}
