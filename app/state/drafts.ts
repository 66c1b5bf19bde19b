// Drafts: one for each sample and any number of the reader's own. Text and position survive a reload or a crash.
import type { Edit } from '../../emulator/history/index.ts'
import type { Branches } from './branches.ts'
import type { Stop } from './stops.ts'
import { forget, keep, kept, keysFrom } from './storage.ts'

/** A text as it was left, with what belongs to it. */
export interface Draft {
  readonly text: string
  readonly position: number
  readonly stops: readonly Stop[]
  readonly branches: Branches | null
}

const draftKey = (name: string): string => `toycpu.draft.${name}`
const CURRENT = 'toycpu.current'

/** The draft of that name, or null. */
export function draftOf(name: string): Draft | null {
  const draft = kept<Partial<Draft>>(draftKey(name))
  if (draft === null || typeof draft.text !== 'string') return null
  const { text, position, stops, branches } = draft
  return {
    text,
    position: isPosition(position) ? position : 0,
    stops: Array.isArray(stops) ? stops.filter(isStop) : [],
    branches: isBranches(branches) ? branches : null,
  }
}

const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Storage can hold what an older page has left there, or a reader: what makes no sense is left out. */
function isStop(value: unknown): value is Stop {
  if (!isRecord(value)) return false
  const { id, line, condition, hits, enabled } = value
  const isLine = line === null || (isPosition(line) && line > 0)
  const isTime = hits === null || (isPosition(hits) && hits > 0)
  return isPosition(id) && isLine && typeof condition === 'string' && isTime && typeof enabled === 'boolean'
}

function isBranches(value: unknown): value is Branches {
  if (!isRecord(value)) return false
  const { program, all, current, aside } = value
  const isList = Array.isArray(all) && all.every(edits => Array.isArray(edits) && edits.every(isEdit))
  return (
    typeof program === 'string' && isList && isPosition(current) && current < all.length && typeof aside === 'boolean'
  )
}

function isEdit(value: unknown): value is Edit {
  if (!isRecord(value)) return false
  const { position, address, value: given } = value
  return isPosition(position) && isPosition(address) && Number.isSafeInteger(given)
}

/** The names of all drafts, in the order of the alphabet. */
export const draftNames = (): readonly string[] =>
  keysFrom(draftKey(''))
    .map(key => key.slice(draftKey('').length))
    .sort((a, b) => a.localeCompare(b))

/** Keeps a draft; false where the browser refused (the page then says so). */
export const keepDraft = (name: string, draft: Draft): boolean => keep(draftKey(name), draft)

/** Forgets a draft: the original is what there is again. */
export const forgetDraft = (name: string): void => forget(draftKey(name))

/** The name of the text that was open last. */
export const currentName = (): string | null => kept<string>(CURRENT)

/** Remembers which text is open. */
export const rememberCurrent = (name: string): boolean => keep(CURRENT, name)
