// What an embedded page and the page around it say to each other (docs/embedding.md): plain objects with `toycpu: 1`. What
// comes in is judged; only the page around is heard, and what it asks does no more than a reader's hand.
import * as v from 'valibot'
import { MAX_SOURCE_BYTES } from '../../emulator/instructions/index.ts'

const POSITION = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const HEARD = v.variant('kind', [
  v.object({
    toycpu: v.literal(1),
    kind: v.literal('open'),
    text: v.pipe(v.string(), v.maxLength(MAX_SOURCE_BYTES)),
    name: v.optional(v.pipe(v.string(), v.maxLength(200))),
    position: v.optional(POSITION),
  }),
  v.object({ toycpu: v.literal(1), kind: v.literal('go'), position: POSITION }),
  v.object({ toycpu: v.literal(1), kind: v.literal('step'), by: v.picklist([1, -1]) }),
])

export type Heard = v.InferOutput<typeof HEARD>

/** What the page around has said; null where it is nothing for us. */
export function heard(data: unknown): Heard | null {
  const read = v.safeParse(HEARD, data)
  return read.success ? read.output : null
}

export type EmbedNews =
  | { readonly kind: 'ready' }
  | { readonly kind: 'height'; readonly height: number }
  | { readonly kind: 'position'; readonly position: number; readonly known: number; readonly ended: boolean }

/** Tells the page around. It may be anybody's, so nothing is told but what everybody sees. */
export function say(said: EmbedNews): void {
  if (parent !== window) parent.postMessage({ toycpu: 1, ...said }, '*')
}
