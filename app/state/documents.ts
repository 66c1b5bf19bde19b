// The texts that a reader has: samples, each with a draft of its own, and texts under names of the reader's. Nothing
// that was written is ever thrown away without a way back.
import { wishFocus } from './editor.ts'
import { goOnAs, keepNow, open, pauseKeeping } from './keeping.ts'
import { FIRST_SAMPLE, sampleOf } from './samples.ts'
import { edit, moveTo, type Notice, session } from './session.ts'
import { type DocumentRecord, type Draft, fresh } from './shelf/record.ts'
import { freeName, keepDocument, readDocument, shelf } from './shelf/shelf.ts'
import { forgetRemoved, keepVersion, type Removed, removedRecord, renameVersions } from './shelf/versions.ts'
import { keep, keepForTab, kept, keptForTab } from './storage.ts'

/** The name under which a new text of the reader's own is kept. */
const OWN = 'untitled'
/** What was open last: by this tab, which comes first, and by any. */
const CURRENT = 'toycpu.current'

const isSample = (name: string): boolean => sampleOf(name) !== undefined

/** What was open last, by this tab or by any, if it is still there; else the first sample. */
export const lastOpen = (): string => [keptForTab(CURRENT), kept(CURRENT)].find(isThere) ?? FIRST_SAMPLE

const isThere = (name: unknown): name is string =>
  typeof name === 'string' && (isSample(name) || shelf.getState().names.includes(name))

/** Notes which document is open. */
export function remember(name: string): void {
  keepForTab(CURRENT, name)
  keep(CURRENT, name)
}

/** Opens a sample or a text of one's own, with its draft if there is one. The open text stays kept under its name. */
export async function openDocument(name: string): Promise<void> {
  await keepNow()
  await show(name)
  address(name)
}

/** Puts a sample into the page's address, and takes it out for a text of one's own: the browser's Back leads back. */
function address(name: string): void {
  const url = new URL(location.href)
  if (isSample(name)) url.searchParams.set('sample', name)
  else url.searchParams.delete('sample')
  url.hash = ''
  if (url.href !== location.href) history.pushState({ name }, '', url)
}

/** The browser's Back and Forward open what was open there. */
export function followAddress(): void {
  const first = session.getState().name
  addEventListener('popstate', ({ state }: PopStateEvent) => {
    // A link that was pasted opens a document of its own.
    if (location.hash.startsWith('#v')) return
    const there = (state as { name?: unknown } | null)?.name
    const asked = isThere(there) ? there : new URLSearchParams(location.search).get('sample')
    const name = asked !== null && isThere(asked) ? asked : first
    if (name !== session.getState().name && isThere(name)) void keepNow().then(() => show(name))
  })
}

/** Shows the open sample as it was: a change of the text like any other, so that the editor can undo it. */
export function backToOriginal(): void {
  const sample = sampleOf(session.getState().name)
  if (sample === undefined) return
  edit(sample.code)
  moveTo(0)
}

/** Opens a text under a name of its own that is not taken yet. */
export const openText = (text: string, wish = OWN): Promise<void> => openDraft(fresh(text), wish)

/** Opens a draft likewise. `notice` tells of it, once its name is known. */
export async function openDraft(
  draft: Draft,
  wish: string,
  notice: (name: string) => Notice | null = () => null,
): Promise<void> {
  await keepNow()
  const name = freeName(wish.trim() === '' ? OWN : wish, isSample)
  await keepDocument(name, draft, { revision: 0, text: '' })
  await show(name, notice(name))
}

/** Begins a text of one's own, and leads the reader to where it is written. */
export async function newText(): Promise<void> {
  await openText('')
  // Once the menu has given the focus back.
  setTimeout(wishFocus, 50)
}

/** The last text that was removed, for as long as the page is open. */
let removed: DocumentRecord | null = null

/** Removes the open text, if it is the reader's own; it can be brought back. */
export const removeText = (): Promise<void> => removeDocument(session.getState().name)

/** Removes a text of the reader's own; it can be brought back, also after the page was closed. */
export async function removeDocument(name: string): Promise<void> {
  await keepNow()
  const record = await readDocument(name)
  if (record === null || isSample(name)) return
  removed = record
  await keepVersion(name, record.text, 'removed', record)
  const resume = pauseKeeping()
  await keepDocument(name, null, record)
  resume()
  if (session.getState().name === name) await show(FIRST_SAMPLE, { kind: 'removed', name })
  else session.setState({ notice: { kind: 'removed', name } })
}

/** Brings the text back that was removed last. */
export async function bringBack(): Promise<void> {
  if (removed === null) return
  const record = removed
  removed = null
  await openDraft(record, record.name)
}

/** Brings a text back that was removed, whenever that was. */
export async function restoreRemoved(which: Removed): Promise<void> {
  const record = await removedRecord(which.id)
  if (record !== null) await openDraft(record, which.name)
}

/** Takes texts that were removed away for good. */
export const forgetForGood = (all: readonly Removed[]): Promise<void> => forgetRemoved(all)

/** A name as a reader may give one: in one line; null for none. */
function cleanName(wish: string): string | null {
  const name = wish
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)
  return name === '' ? null : name
}

/** Gives a text of the reader's own another name, its versions and its file with it; tells the name that it has then. */
export async function renameDocument(from: string, wish: string): Promise<string> {
  const clean = cleanName(wish)
  if (clean === null || clean === from || isSample(from)) return from
  await keepNow()
  const record = await readDocument(from)
  if (record === null) return from
  const name = freeName(clean, isSample)
  const resume = pauseKeeping()
  const kept = await keepDocument(name, record, { revision: 0, text: '' })
  await keepDocument(from, null, record)
  if (session.getState().name === from) goOnAs(name, kept.kind === 'kept' ? kept.revision : 0)
  resume()
  await renameVersions(from, name)
  return name
}

/** Opens a copy of a text, or of a sample as it is now. */
export async function duplicateDocument(name: string): Promise<void> {
  await keepNow()
  const record = await readDocument(name)
  await openDraft(record ?? fresh(sampleOf(name)?.code ?? ''), name)
}

/** Shows a name: its draft, else the sample as it is in the book. */
export async function show(name: string, notice: Notice | null = null): Promise<void> {
  const record = await readDocument(name)
  const isDamaged = shelf.getState().damaged.includes(name)
  open(name, record, sampleOf(name)?.code ?? '', notice ?? (isDamaged ? { kind: 'damaged', name } : null))
  remember(name)
}
