// What is typed between two writings of the database, kept at once by the browser's small storage, so that a page that
// dies loses nothing; the next page that opens takes it up. One entry a page. Small storage may refuse: then the
// database alone is what there is.
import { keysOf, read, removeKept } from '../storage.ts'
import { type DocumentRecord, readRecord } from './record.ts'

const PREFIX = 'toycpu.newest.'
/** Longer texts are left to the database: to write them at every keystroke would be felt. */
const LONGEST = 100_000

/** This page's own mark: a number drawn anew at each load. */
export const PAGE: string = Array.from(crypto.getRandomValues(new Uint32Array(2)), n => n.toString(36)).join('')

let written = false

/** Writes down the newest text with all that belongs to it. */
export function note(record: DocumentRecord): void {
  if (record.text.length > LONGEST) {
    clearNote()
    return
  }
  try {
    localStorage.setItem(PREFIX + PAGE, JSON.stringify(record))
    written = true
  } catch {
    clearNote()
  }
}

/** Takes the entry away: the database has it. */
export function clearNote(): void {
  if (!written) return
  written = false
  removeKept(PREFIX + PAGE)
}

/** An entry of a page before, or of one that is open beside this. */
export interface JournalEntry {
  readonly record: DocumentRecord
  /** Takes the entry away, unless its page has written another since. */
  forget(): void
}

/** The entries that other pages have left. */
export function notes(): readonly JournalEntry[] {
  return keysOf(PREFIX).flatMap(key => {
    const text = read(key)
    const record = readRecord(parsed(text))
    const forget = (): void => {
      if (read(key) === text) removeKept(key)
    }
    return record === null || key === PREFIX + PAGE ? [] : [{ record, forget }]
  })
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
