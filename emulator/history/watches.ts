// Where to look for a state that comes back: the plan alone, positions in, stretches out.

/** A stretch of the run in which the state at `start` is looked for again, up to `end`. */
export interface Watch {
  readonly start: number
  readonly end: number
}

/** Up to about here every position is watched, in steps. */
const THOROUGH = 2 ** 17
/** Later stretches: at least so long, or this part of the way done. */
const SHORTEST = 2 ** 13
const PART = 8192
/** Remembering so many cells takes about as long as a step. */
const CELLS_PER_STEP = 64

/**
 * The first watch that begins at `position` or later. `base` is the last position with an edit, before which nothing
 * can be said; `cells` are the cells to be remembered, which is not done more often than it pays.
 *
 * At first Brent's method (R. P. Brent, 1980): after every stretch one of twice its length is watched, so a run that
 * goes round in at most 65,536 steps is found out soon after it has begun to. From there on a stretch is watched each
 * time that the run has doubled: short enough to cost next to nothing, and sure to find every period in the end.
 */
export function watchAt(base: number, position: number, cells: number): Watch {
  const done = Math.max(0, position - base)
  const first = 2 ** Math.ceil(Math.log2(Math.max(1, cells / CELLS_PER_STEP)))
  const length = first * 2 ** Math.ceil(Math.log2(done / first + 1))
  const start = length - first
  if (start + length <= THOROUGH) return { start: base + start, end: base + start + length }
  const late = Math.max(THOROUGH, 2 ** Math.ceil(Math.log2(done)))
  return { start: base + late, end: base + late + Math.max(SHORTEST, late / PART) }
}
