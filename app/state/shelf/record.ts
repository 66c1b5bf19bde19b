// A document as it is kept, and how one that is read back is judged: without its text it is damaged; whatever else makes
// no sense is left out. Knows no database.
import * as v from 'valibot'
import type { Stop } from '../../../programs/stops/index.ts'
import type { Branches } from '../branches.ts'
import type { Predicting } from '../predicting.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const time = v.pipe(count, v.minValue(1))

const stop = v.object({
  id: count,
  line: v.nullable(time),
  condition: v.string(),
  hits: v.nullable(time),
  enabled: v.boolean(),
}) satisfies v.GenericSchema<unknown, Stop>

const edit = v.object({ position: count, address: count, value: v.pipe(v.number(), v.safeInteger()) })

const branches = v.pipe(
  v.object({ program: v.string(), all: v.array(v.array(edit)), current: count, aside: v.boolean() }),
  v.check(({ all, current }) => current < all.length),
) satisfies v.GenericSchema<unknown, Branches>

const predicting = v.object({
  program: v.string(),
  from: count,
  until: count,
  rows: v.nullable(v.array(count)),
  atOnce: count,
  later: count,
  shown: count,
  tries: count,
}) satisfies v.GenericSchema<unknown, Predicting>

const draft = {
  text: v.string(),
  position: v.fallback(count, 0),
  stops: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform(all => all.filter((each): each is Stop => v.is(stop, each))),
    ),
    [],
  ),
  branches: v.fallback(v.nullable(branches), null),
  predicting: v.fallback(v.nullable(predicting), null),
}

const document = v.object({
  ...draft,
  name: v.string(),
  /** Counts the times it was kept: what is newer is told by this, never by a clock. */
  revision: v.fallback(count, 0),
  /** The page that kept it last. */
  writer: v.fallback(v.string(), ''),
})

/** A text as it was left, with what belongs to it. */
export interface Draft {
  readonly text: string
  readonly position: number
  readonly stops: readonly Stop[]
  readonly branches: Branches | null
  readonly predicting: Predicting | null
}

/** A draft under its name, as it is kept. */
export interface DocumentRecord extends Draft {
  readonly name: string
  readonly revision: number
  readonly writer: string
}

/** What was kept, as a document; null where it is damaged. */
export function readRecord(kept: unknown): DocumentRecord | null {
  const read = v.safeParse(document, kept)
  return read.success ? read.output : null
}

/** A draft without a name, as pages kept them before there was a database; null where it is damaged. */
export function readDraft(kept: unknown): Draft | null {
  const read = v.safeParse(v.object(draft), kept)
  return read.success ? read.output : null
}

/** A draft of nothing but a text. */
export const fresh = (text: string): Draft => ({ text, position: 0, stops: [], branches: null, predicting: null })
