// Keeps the open text as it changes: at once in small storage, and a moment later in the database, whether one pauses or
// not. Follows what another page does to the same text, and gives way to it rather than write over it.
import { sampleOf } from './samples.ts'
import { type Notice, restingPosition, type Session, session } from './session.ts'
import { clearNote, note, PAGE } from './shelf/journal.ts'
import { type DocumentRecord, type Draft, fresh } from './shelf/record.ts'
import { freeName, isKept, keepDocument, onTold, readDocument, refreshNames, type Seen } from './shelf/shelf.ts'
import { keepVersion } from './shelf/versions.ts'

/** The open text is kept at most so many ms after a change. */
const KEEP_WITHIN = 200

const get = session.getState
const set = session.setState

/** What this page has last read or kept of the open name. */
let seen: Seen = { revision: 0, text: '' }
/** The draft that was kept last: the same values as long as nothing has changed. */
let before: Draft | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let paused = false
/** What is being kept: one after the other, so that none overtakes. */
let under: Promise<void> = Promise.resolve()
let onName: (name: string) => void = () => undefined

const now = (): Draft => {
  const { text, stops, branches, predicting } = get()
  return { text, position: restingPosition(get()), stops, branches, predicting }
}

const same = (a: Draft | null, b: Draft): boolean =>
  a !== null &&
  a.text === b.text &&
  a.position === b.position &&
  a.stops === b.stops &&
  a.branches === b.branches &&
  a.predicting === b.predicting

/** Shows a document, in place of what is shown. */
export function open(name: string, record: DocumentRecord | null, original: string, notice: Notice | null): void {
  clearTimeout(timer)
  timer = undefined
  const { text, position, stops, branches, predicting } = record ?? fresh(original)
  seen = { revision: record?.revision ?? 0, text }
  const opened: Partial<Session> = { name, text, wanted: position, stops, branches, predicting, notice, saved: 'yes' }
  if (!isKept(name)) Object.assign(opened, { saved: 'no', notice: notice ?? { kind: 'not-saved' } })
  set({ ...opened, version: get().version + 1, going: null, picked: 0, hidden: [] })
  before = now()
  clearNote()
}

/**
 * Keeps the open text from now on.
 * @param named  told where it goes on under another name
 */
export function keepOpen(named: (name: string) => void): void {
  onName = named
  session.subscribe((state, last) => {
    if (state.name !== last.name) return
    const isText =
      state.text !== last.text ||
      state.stops !== last.stops ||
      state.branches !== last.branches ||
      state.predicting !== last.predicting
    // While something moves the position by itself, only where it comes to rest is worth keeping.
    const isPlace = state.going === null && (state.wanted !== last.wanted || last.going !== null)
    if (state.text !== last.text && isStroke(last.text, state.text)) {
      // Taken as undone where it is: what was there is a version.
      if (last.text.trim() !== '') void keepVersion(state.name, last.text, 'replaced')
    }
    if ((isText || isPlace) && !same(before, now())) changed(isText)
  })
  onTold(name => void follow(name))
  // The page may be gone after any of these.
  addEventListener('pagehide', () => void keepNow('strict'))
  document.addEventListener('visibilitychange', () => void keepNow('strict'))
  addEventListener('beforeunload', event => {
    void keepNow('strict')
    // What the browser does not keep would be lost: it asks whether to leave.
    if (get().saved === 'no') event.preventDefault()
  })
}

/** Whether a change replaces much of a text at a stroke, as no typing does. */
function isStroke(before: string, after: string): boolean {
  const most = Math.min(before.length, after.length)
  if (before.length - most > 200) return true
  let same = 0
  while (same < most && before[same] === after[same]) same++
  let tail = 0
  while (tail < most - same && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const gone = before.slice(same, before.length - tail)
  return gone.length > 200 || gone.split('\n', 3).length > 2
}

function changed(isText: boolean): void {
  if (paused) return
  if (isText) note({ ...now(), name: get().name, revision: seen.revision + 1, writer: PAGE })
  if (isText && get().saved === 'yes') set({ saved: 'soon' })
  timer ??= setTimeout(() => void keepNow(), KEEP_WITHIN)
}

/** Lets nothing be kept until the function that it gives is called. */
export function pauseKeeping(): () => void {
  paused = true
  return () => {
    paused = false
  }
}

/** Keeps the open text with all that belongs to it, after whatever is being kept already. */
export function keepNow(durability: IDBTransactionDurability = 'relaxed'): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  under = under.then(() => keepOnce(durability))
  return under
}

async function keepOnce(durability: IDBTransactionDurability): Promise<void> {
  const { name, saved } = get()
  const draft = now()
  if (paused || name === '' || (same(before, draft) && saved === 'yes')) return
  const isUntouched =
    draft.text === sampleOf(name)?.code &&
    draft.position === 0 &&
    draft.stops.length === 0 &&
    draft.branches === null &&
    draft.predicting === null
  const kept = await keepDocument(name, isUntouched ? null : draft, seen, durability)
  if (get().name !== name) return
  if (kept.kind === 'theirs') {
    if (draft.text === seen.text) adopt(kept.record)
    else await giveWay(name)
    return
  }
  if (kept.kind === 'refused') {
    if (get().saved !== 'no') set({ saved: 'no', notice: { kind: 'not-saved' } })
    return
  }
  if (draft.text !== seen.text && seen.text.trim() !== '') void keepVersion(name, seen.text, 'typing')
  seen = { revision: kept.revision, text: draft.text }
  before = draft
  const isNewest = get().text === draft.text
  if (isNewest) clearNote()
  const notice = get().notice?.kind === 'not-saved' ? null : get().notice
  if (isNewest && get().saved !== 'yes') set({ saved: 'yes', notice })
}

/** The open text goes on under another name, under which it is kept already. */
export function goOnAs(name: string, revision: number): void {
  seen = { revision, text: get().text }
  set({ name })
  before = now()
  onName(name)
}

/** Another page has kept or removed a document: who only looks on sees it at once. */
async function follow(name: string): Promise<void> {
  await refreshNames()
  if (name !== get().name || get().text !== seen.text) return
  const record = await readDocument(name)
  const isStill = name === get().name && get().text === seen.text
  if (record !== null && isStill && record.text !== seen.text) adopt(record)
}

/** Shows the text that another page has kept, as one change that the editor can undo. */
function adopt({ text, revision }: DocumentRecord): void {
  void keepVersion(get().name, get().text, 'replaced')
  seen = { revision, text }
  set({ text, version: get().version + 1, going: null, wanted: restingPosition(get()) })
  before = now()
  set({ saved: 'yes' })
}

/** Goes on under a name of its own: the other page's text stays where it is. */
async function giveWay(from: string): Promise<void> {
  // Another page may have given way to the same name, unheard.
  await refreshNames()
  if (get().name !== from) return
  const name = freeName(from.replace(/ \d+$/, ''), each => each === from || sampleOf(each) !== undefined)
  seen = { revision: 0, text: '' }
  before = null
  set({ name, saved: 'soon', notice: { kind: 'other-tab', name } })
  onName(name)
  void keepNow()
}
