// The texts that a reader has: samples, each with a draft of its own, and texts under names of the reader's. Nothing
// that was written is ever thrown away without a way back.
import { wishFocus } from './editor.ts'
import { keepNow, keepOpen, open, pauseKeeping } from './keeping.ts'
import { FIRST_SAMPLE, loadSamples, sampleOf } from './samples.ts'
import { edit, moveTo, type Notice, session } from './session.ts'
import { type DocumentRecord, fresh } from './shelf/record.ts'
import { freeName, keepDocument, openShelf, readDocument, shelf } from './shelf/shelf.ts'
import { keep, keepForTab, kept, keptForTab } from './storage.ts'

/** The name under which a new text of the reader's own is kept. */
const OWN = 'untitled'
/** What was open last: by this tab, which comes first, and by any. */
const CURRENT = 'toycpu.current'

const isSample = (name: string): boolean => sampleOf(name) !== undefined

/** Opens what the address asks for, or what was open last, and keeps it from then on. */
export async function openFirst(): Promise<void> {
  await Promise.all([openShelf(), loadSamples()])
  const asked = new URLSearchParams(location.search).get('sample')
  const isKnown = asked !== null && isSample(asked)
  const last = [keptForTab(CURRENT), kept(CURRENT)].find(isThere)
  const notice: Notice | null = asked !== null && !isKnown ? { kind: 'unknown-sample', name: asked } : null
  await show(isKnown ? asked : (last ?? FIRST_SAMPLE), notice)
  keepOpen(remember)
}

const isThere = (name: unknown): name is string =>
  typeof name === 'string' && (isSample(name) || shelf.getState().names.includes(name))

function remember(name: string): void {
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
export async function openText(text: string, wish = OWN): Promise<void> {
  await keepNow()
  const name = freeName(wish.trim() === '' ? OWN : wish, isSample)
  await keepDocument(name, fresh(text), { revision: 0, text: '' })
  await show(name)
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
export async function removeText(): Promise<void> {
  await keepNow()
  const { name } = session.getState()
  const record = await readDocument(name)
  if (record === null || isSample(name)) return
  removed = record
  const resume = pauseKeeping()
  await keepDocument(name, null, record)
  resume()
  await show(FIRST_SAMPLE, { kind: 'removed', name })
}

/** Brings the text back that was removed last. */
export async function bringBack(): Promise<void> {
  if (removed === null) return
  await keepNow()
  const name = freeName(removed.name, isSample)
  await keepDocument(name, removed, { revision: 0, text: '' })
  removed = null
  await show(name)
}

/** Shows a name: its draft, else the sample as it is in the book. */
async function show(name: string, notice: Notice | null = null): Promise<void> {
  const record = await readDocument(name)
  const isDamaged = shelf.getState().damaged.includes(name)
  open(name, record, sampleOf(name)?.code ?? '', notice ?? (isDamaged ? { kind: 'damaged', name } : null))
  remember(name)
}
