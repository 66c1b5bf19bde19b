// The documents that the browser keeps for the reader: read, kept, renamed, removed. Two pages may keep the same one:
// neither writes over what it has not seen. What the database refuses is held here for as long as the page is open.
import { createStore } from 'zustand/vanilla'
import { type Database, database } from './database.ts'
import { forgetFormer, formerDrafts } from './former.ts'
import { notes, PAGE } from './journal.ts'
import { type DocumentRecord, type Draft, readRecord } from './record.ts'

/** What a page knows of a document that is kept: the revision it has seen, and its text. */
export interface Seen {
  readonly revision: number
  readonly text: string
}

/** How keeping came out. */
export type Kept =
  | { readonly kind: 'kept'; readonly revision: number }
  /** Another page has written there since: nothing was kept. */
  | { readonly kind: 'theirs'; readonly record: DocumentRecord }
  /** Full, forbidden, or not answering. */
  | { readonly kind: 'refused' }

/** The names of all documents, in the order in which people count. */
export const shelf = createStore<{ readonly names: readonly string[]; readonly damaged: readonly string[] }>(() => ({
  names: [],
  damaged: [],
}))

/** What the database would not take: the newest of each name. */
const held = new Map<string, DocumentRecord>()

/** Whether the browser has kept what it was last asked to keep. */
let works = true

/** Whether the browser keeps a name: false where it has refused, and what there is will go with the page. */
export const isKept = (name: string): boolean => works && !held.has(name)

const counted = new Intl.Collator(undefined, { numeric: true })

function setNames(stored: readonly string[]): void {
  const names = [...new Set([...stored, ...held.keys()])].sort(counted.compare)
  if (names.join('\n') !== shelf.getState().names.join('\n')) shelf.setState({ names })
}

/** Reads the names again: another page may have changed them. */
export async function refreshNames(): Promise<void> {
  try {
    setNames(await (await database()).getAllKeys('documents'))
  } catch {
    setNames([])
  }
}

/** Brings in what earlier pages have left, drafts of old and newest texts, and learns the names. Never rejects. */
export async function openShelf(): Promise<void> {
  try {
    const db = await database()
    if ((await db.get('done', 'former')) === undefined) await takeOver(db)
    await recover(db)
  } catch {
    // Nothing that was there is taken away: the next page tries again.
    works = false
  }
  await refreshNames()
}

async function takeOver(db: Database): Promise<void> {
  const all = formerDrafts()
  const tx = db.transaction(['documents', 'damaged', 'done'], 'readwrite', { durability: 'strict' })
  const taken = new Set(await tx.objectStore('documents').getAllKeys())
  for (const { name, draft, kept } of all) {
    if (draft === null) void tx.objectStore('damaged').put({ name, record: kept })
    else void tx.objectStore('documents').put(recordOf(freeAmong(taken, name), draft, 1))
  }
  void tx.objectStore('done').put(true, 'former')
  await tx.done
  forgetFormer(all)
}

/** Takes up what pages have written down that did not come to keep it. */
async function recover(db: Database): Promise<void> {
  for (const { record, forget } of notes()) {
    const tx = db.transaction('documents', 'readwrite', { durability: 'strict' })
    const stored = readRecord(await tx.store.get(record.name))
    const isOwn = stored !== null && stored.writer === record.writer
    // What its page had seen, or wrote itself, it may replace; a text of another page it stands beside.
    const follows = stored === null || record.revision > stored.revision
    if (follows) void tx.store.put(record)
    else if (!isOwn && stored.text !== record.text) {
      const taken = new Set(await tx.store.getAllKeys())
      void tx.store.put({ ...record, name: freeAmong(taken, record.name) })
    }
    await tx.done
    forget()
  }
}

const recordOf = (
  name: string,
  { text, position, stops, branches, predicting }: Draft,
  revision: number,
): DocumentRecord => ({
  name,
  text,
  position,
  stops,
  predicting,
  branches,
  revision,
  writer: PAGE,
})

/** The document of a name, or null. One that is damaged is set aside, to be downloaded. */
export async function readDocument(name: string): Promise<DocumentRecord | null> {
  const refused = held.get(name)
  if (refused !== undefined) return refused
  try {
    const db = await database()
    const stored: unknown = await db.get('documents', name)
    const record = readRecord(stored)
    if (stored !== undefined && record === null) await setAside(db, name, stored)
    return record
  } catch {
    return null
  }
}

/** All documents that are kept or held, in the order of the names. */
export async function allDocuments(): Promise<readonly DocumentRecord[]> {
  const all = await Promise.all(shelf.getState().names.map(readDocument))
  return all.flatMap(record => record ?? [])
}

async function setAside(db: Database, name: string, record: unknown): Promise<void> {
  const tx = db.transaction(['documents', 'damaged'], 'readwrite')
  void tx.objectStore('damaged').put({ name, record })
  void tx.objectStore('documents').delete(name)
  await tx.done
  shelf.setState(({ damaged }) => ({ damaged: [...damaged, name] }))
}

/** Everything that was set aside as damaged, as a text that can be taken out. */
export async function damagedAsText(): Promise<string> {
  return JSON.stringify(await (await database()).getAll('damaged'), null, 2)
}

/**
 * Keeps a draft under its name; null takes it away. `seen` is what this page knows of that name: where another page has
 * written another text since, nothing is kept.
 */
export async function keepDocument(
  name: string,
  draft: Draft | null,
  seen: Seen,
  durability: IDBTransactionDurability = 'relaxed',
): Promise<Kept> {
  try {
    const db = await database()
    const tx = db.transaction('documents', 'readwrite', { durability })
    const stored = readRecord(await tx.store.get(name))
    const isTheirs = stored !== null && stored.revision !== seen.revision && stored.writer !== PAGE
    if (isTheirs && stored.text !== seen.text && stored.text !== draft?.text) return { kind: 'theirs', record: stored }
    const revision = Math.max(stored?.revision ?? 0, seen.revision) + 1
    if (draft !== null) await tx.store.put(recordOf(name, draft, revision))
    else if (stored !== null) await tx.store.delete(name)
    await tx.done
    held.delete(name)
    works = true
    if ((draft !== null) !== shelf.getState().names.includes(name)) await refreshNames()
    if (draft !== null || stored !== null) tell(name)
    return { kind: 'kept', revision }
  } catch {
    works = false
    if (draft === null) held.delete(name)
    else held.set(name, recordOf(name, draft, seen.revision))
    setNames(shelf.getState().names.filter(each => draft !== null || each !== name))
    return { kind: 'refused' }
  }
}

/** The wish, or the wish with the first number that makes it free. */
export function freeName(wish: string, isTaken: (name: string) => boolean): string {
  const { names } = shelf.getState()
  let name = wish
  for (let n = 2; names.includes(name) || isTaken(name); n++) name = `${wish} ${n}`
  return name
}

function freeAmong(taken: Set<string>, wish: string): string {
  const name = freeName(wish, each => taken.has(each))
  taken.add(name)
  return name
}

/** Pages of one browser tell each other what they have kept. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('toycpu.documents')

const tell = (name: string): void => channel?.postMessage(name)

/** Tells of names that other pages have kept or removed. */
export function onTold(listener: (name: string) => void): void {
  channel?.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') listener(data)
  })
}
