// How far a reader has said what the next steps do, and how that came out: plain values, kept with the draft alone.

/** What lies after `until` is hidden (learning.md, section 1). */
export interface Predicting {
  /** The program that it is about (its fingerprint); empty until it is known. */
  readonly program: string
  /** Where it began. */
  readonly from: number
  readonly until: number
  /** The steps that are asked, ascending; null for every one. */
  readonly rows: readonly number[] | null
  readonly atOnce: number
  readonly later: number
  readonly shown: number
  /** How often the step after `until` was said wrong. */
  readonly tries: number
}

/** Begins to ask for what comes after a position. */
export const predictionFrom = (program: string, from: number, rows: Predicting['rows'] = null): Predicting => ({
  program,
  from,
  until: from,
  rows,
  atOnce: 0,
  later: 0,
  shown: 0,
  tries: 0,
})

/** The same for a text that was changed: another program is asked anew, from its beginning. */
export function predictionOf(predicting: Predicting, program: string): Predicting {
  if (predicting.program === program) return predicting
  return predicting.program === '' ? { ...predicting, program } : predictionFrom(program, 0, predicting.rows)
}

/** From a position on the history is another one: what was said of the old one's steps no longer shows them. */
export const cutBack = (predicting: Predicting | null, position: number): Predicting | null =>
  predicting === null || predicting.until <= position ? predicting : { ...predicting, until: position, tries: 0 }

/** Whether the step after `until` is one that is asked. */
export const isAsked = ({ rows, until }: Predicting): boolean => rows === null || rows.includes(until + 1)

/** Whether all rows that are asked have been answered. */
export const isOver = ({ rows, until }: Predicting): boolean => rows !== null && until >= (rows.at(-1) ?? 0)
