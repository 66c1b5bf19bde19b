// The texts that a reader has: samples, each with a draft of its own, and texts under names of the reader's. Whatever
// is open is kept as it changes; nothing that was written is ever thrown away without a way back.
import { currentName, type Draft, draftOf, forgetDraft, keepDraft, rememberCurrent } from './drafts.ts'
import { FIRST_SAMPLE, sampleOf } from './samples.ts'
import { edit, moveTo, type Notice, restingPosition, type Session, session } from './session.ts'

/** A draft is kept so many ms after the last change. */
const KEEP_AFTER = 250
/** The name under which a new text of the reader's own is kept. */
const OWN = 'untitled'

const get = session.getState
const set = session.setState

/** The text of the open name as this tab has last read or kept it (in memory, where the browser refused). */
let lastKept: string | null = null
let keeping: ReturnType<typeof setTimeout> | undefined

/** Opens what the address asks for, or what was open last, and keeps it from then on. */
export function openFirst(): void {
  const asked = new URLSearchParams(location.search).get('sample')
  const isKnown = asked !== null && sampleOf(asked) !== undefined
  const last = currentName()
  const isThere = last !== null && (sampleOf(last) !== undefined || draftOf(last) !== null)
  const notice: Notice | null = asked !== null && !isKnown ? { kind: 'unknown-sample', name: asked } : null
  show(isKnown ? asked : isThere ? last : FIRST_SAMPLE, notice)
  session.subscribe((now, before) => {
    const changed = (['text', 'wanted', 'stops', 'branches'] as const).some(key => now[key] !== before[key])
    if (!changed || now.name !== before.name) return
    clearTimeout(keeping)
    keeping = setTimeout(keepNow, KEEP_AFTER)
  })
  addEventListener('pagehide', keepNow)
  addEventListener('beforeunload', event => {
    keepNow()
    // What the browser does not keep would be lost: it asks whether to leave.
    if (!get().saved) event.preventDefault()
  })
  document.addEventListener('visibilitychange', keepNow)
}

/** Opens a sample or a text of one's own, with its draft if there is one. The open text stays kept under its name. */
export function openDocument(name: string): void {
  keepNow()
  show(name)
}

/** Shows the open sample as it was: a change of the text like any other, so that the editor can undo it. */
export function backToOriginal(): void {
  const sample = sampleOf(get().name)
  if (sample === undefined) return
  edit(sample.code)
  moveTo(0)
}

/** Opens a text under a name of its own that is not taken yet. */
export function openText(text: string, wish = OWN): void {
  keepNow()
  const name = freeName(wish)
  keepDraft(name, fresh(text))
  show(name)
}

/** The last text that was removed, for as long as the page is open. */
let removed: { readonly name: string; readonly draft: Draft } | null = null

/** Removes the open text, if it is the reader's own; it can be brought back. */
export function removeText(): void {
  keepNow()
  const { name } = get()
  const draft = draftOf(name)
  if (draft === null || sampleOf(name) !== undefined) return
  removed = { name, draft }
  forgetDraft(name)
  show(FIRST_SAMPLE, { kind: 'removed', name })
}

/** Brings the text back that was removed last. */
export function bringBack(): void {
  if (removed === null) return
  keepNow()
  const name = freeName(removed.name)
  keepDraft(name, removed.draft)
  removed = null
  show(name)
}

/** Keeps the open text with all that belongs to it now. */
export function keepNow(): void {
  clearTimeout(keeping)
  const { text, stops, branches } = get()
  const position = restingPosition(get())
  const stored = draftOf(get().name)?.text
  if (stored !== undefined && stored !== lastKept && stored !== text) {
    // Another tab has written there since. Who has only looked on leaves it alone; who has written as well gives way.
    if (text === lastKept) return
    giveWay()
  }
  const { name } = get()
  const isUntouched = text === sampleOf(name)?.code && position === 0 && stops.length === 0 && branches === null
  if (isUntouched) forgetDraft(name)
  const saved = isUntouched || keepDraft(name, { text, position, stops, branches })
  lastKept = text
  if (saved !== get().saved) set({ saved, ...(saved ? {} : { notice: { kind: 'not-saved' } }) })
}

/** Goes on under a name of its own: the other tab's text stays where it is. */
function giveWay(): void {
  const own = freeName(get().name)
  rememberCurrent(own)
  set({ name: own, notice: { kind: 'other-tab', name: own } })
}

/** The wish, or the wish with the first number that makes it free. */
function freeName(wish: string): string {
  let name = wish
  for (let n = 2; draftOf(name) !== null || sampleOf(name) !== undefined; n++) name = `${wish}-${n}`
  return name
}

const fresh = (text: string): Draft => ({ text, position: 0, stops: [], branches: null })

/** Shows a name: its draft, else the sample as it is in the book. */
function show(name: string, notice: Notice | null = null): void {
  const { text, position, stops, branches }: Draft = draftOf(name) ?? fresh(sampleOf(name)?.code ?? '')
  lastKept = text
  rememberCurrent(name)
  const opened: Partial<Session> = { name, text, wanted: position, stops, branches, notice }
  set({ ...opened, version: get().version + 1, going: null, picked: 0, hidden: [] })
  // Tells, too, whether the browser keeps this one.
  keepNow()
}
