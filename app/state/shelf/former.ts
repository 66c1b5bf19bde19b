// Drafts as pages kept them before there was a database: read once, and left where they are until they are taken over.
import { keysOf, read, removeKept } from '../storage.ts'
import { type Draft, readDraft } from './record.ts'

const PREFIX = 'toycpu.draft.'

export interface Former {
  readonly name: string
  /** Null where it is damaged. */
  readonly draft: Draft | null
  /** As it stands there. */
  readonly kept: string
}

/** The drafts that are there. */
export const formerDrafts = (): readonly Former[] =>
  keysOf(PREFIX).map(key => {
    const kept = read(key) ?? ''
    return { name: key.slice(PREFIX.length), draft: draftIn(kept), kept }
  })

function draftIn(kept: string): Draft | null {
  try {
    return readDraft(JSON.parse(kept))
  } catch {
    return null
  }
}

/** Takes them away, once they stand elsewhere. */
export function forgetFormer(all: readonly Former[]): void {
  for (const { name, kept } of all) if (read(PREFIX + name) === kept) removeKept(PREFIX + name)
}
