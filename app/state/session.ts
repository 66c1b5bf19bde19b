// The page's one store: the text being written, the wanted position, and the last View that the worker answered.
// It swaps whole Views and drops answers for an older text; views read it by selectors. No React in it.
import { createStore } from 'zustand/vanilla'
import type { Diagnostic } from '../../assembler/index.ts'
import type { Marked, Searched } from '../engine/api.ts'
import { type EngineClient, Lost, startEngine } from '../engine/client.ts'
import type { Facts, Question, Range, View } from '../engine/view.ts'
import { applyAgain, type Branches, branchOff, editsOf, showBranch } from './branches.ts'
import { currentName, type Draft, draftOf, forgetDraft, keepDraft, rememberCurrent } from './drafts.ts'
import { preferences } from './preferences.ts'
import { FIRST_SAMPLE, sampleOf } from './samples.ts'
import { type Stop, withLines } from './stops.ts'

/** What is moving the position by itself. */
export type Going = 'run' | 'end' | 'search' | null

/** A word to the reader that is not a problem of the text. */
export type Notice = { readonly kind: 'unknown-sample'; readonly name: string } | { readonly kind: 'not-saved' }

export interface Session {
  /** The name of the open text: a sample's, or the reader's own. */
  readonly name: string
  readonly text: string
  /** Counts every change of the text. */
  readonly version: number
  readonly diagnostics: readonly Diagnostic[]
  /** The version that the diagnostics are of. */
  readonly checked: number
  /** The first line that differs from the text of the View, while the text has errors; else null. */
  readonly oldSince: number | null
  readonly facts: Facts | null
  readonly view: View | null
  /** Where the reader wants to be; the View's position is the smaller of this and what is known. */
  readonly wanted: number
  readonly going: Going
  /** The cell whose name is underlined everywhere. */
  readonly picked: number
  /** Columns of the state table that the reader has put away. */
  readonly hidden: readonly number[]
  /** The bit that is opened in the circuit. */
  readonly bit: number
  readonly stops: readonly Stop[]
  readonly branches: Branches | null
  /** The program of the View (its fingerprint). */
  readonly program: string | null
  /** How far a search has looked. */
  readonly searched: number
  readonly saved: boolean
  readonly notice: Notice | null
  /** Source line that the cursor is on. */
  readonly cursor: number
  readonly rows: Range
  readonly cells: readonly Range[]
  readonly lines: Range
}

/** Milliseconds that the worker may run on for one answer while the position is waited for. */
const BUDGET = 12
/** A draft is kept so many ms after the last change. */
const KEEP_AFTER = 250

/** The name under which a text of the reader's own is kept. */
export const OWN = 'untitled'

function firstDocument(): Pick<Session, 'name' | 'notice'> & Left {
  const asked = new URLSearchParams(location.search).get('sample')
  const known = asked !== null && sampleOf(asked) !== undefined
  const notice: Notice | null = asked !== null && !known ? { kind: 'unknown-sample', name: asked } : null
  const last = currentName()
  const name = known
    ? asked
    : last !== null && (sampleOf(last) !== undefined || draftOf(last) !== null)
      ? last
      : FIRST_SAMPLE
  return { name, ...leftOf(name), notice }
}

/** What a draft leaves. */
type Left = Pick<Session, 'text' | 'wanted' | 'stops' | 'branches'>

/** What to show for a name: its draft, else the sample as it is in the book. */
function leftOf(name: string): Left {
  const { text, position, stops, branches }: Draft = draftOf(name) ?? fresh(sampleOf(name)?.code ?? '')
  return { text, wanted: position, stops, branches }
}

const fresh = (text: string): Draft => ({ text, position: 0, stops: [], branches: null })

export const session = createStore<Session>(() => ({
  ...firstDocument(),
  version: 1,
  diagnostics: [],
  checked: 0,
  oldSince: null,
  facts: null,
  view: null,
  going: null,
  picked: 0,
  hidden: [],
  bit: 0,
  program: null,
  searched: 0,
  saved: true,
  cursor: 1,
  rows: { from: 0, to: 60 },
  cells: [{ from: 0, to: 255 }],
  lines: { from: 1, to: 60 },
}))

const get = session.getState
const set = session.setState

let engine: EngineClient
/** The text of the last View, to say since which line an erroneous text differs from it. */
let viewedText = ''

/** Starts the worker with the text that is there. */
export function begin(): void {
  engine = startEngine(() => {
    isFresh = true
    void loadText()
  })
  rememberCurrent(get().name)
  void loadText()
  addEventListener('pagehide', keepNow)
  document.addEventListener('visibilitychange', keepNow)
}

/** Ends the worker as a crash would; the page goes on with another. For tests of exactly that. */
export const killEngine = (): void => engine.kill()

function question(): Question {
  const { wanted, rows, cells, lines, oldSince } = get()
  const fold = preferences.getState().foldJumps
  return { position: wanted, rows, cells, lines, fold, extend: oldSince === null }
}

/** Whether the text has errors. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(d => d.severity === 'error')

let loading = false

/** Has the worker assemble the newest text; while one is under way, only the newest after it counts. */
async function loadText(): Promise<void> {
  if (loading) return
  loading = true
  let loaded = false
  while (!loaded) loaded = await loadOnce()
  loading = false
  if (get().oldSince === null) look()
}

/** Whether the worker is a new one that has never seen the text whose history is shown. */
let isFresh = false

/** A new worker gets the old text first where the newer one has errors: the page is still looking at its history. */
async function loadViewed(): Promise<void> {
  isFresh = false
  const { view, text, branches } = get()
  if (view === null || text === viewedText) return
  const source = {
    version: view.version,
    text: viewedText,
    edits: editsOf(branches),
    editsOf: branches?.program ?? null,
  }
  await engine.ask('load', source, { ...question(), extend: true }).catch(unlessLost)
}

/** One try; false where the text has changed meanwhile or the worker was replaced. */
async function loadOnce(): Promise<boolean> {
  if (isFresh) await loadViewed()
  const { version, text, branches } = get()
  const source = { version, text, edits: editsOf(branches), editsOf: branches?.program ?? null }
  const loaded = await engine.ask('load', source, { ...question(), extend: true }).catch(unlessLost)
  if (loaded === null || get().version !== version || get().branches !== branches) return false
  const { diagnostics, facts, view, program } = loaded
  const errors = facts === null
  if (!errors) viewedText = text
  set({
    diagnostics,
    checked: version,
    oldSince: errors ? firstDifference(viewedText, text) : null,
    ...(errors ? {} : { facts, program }),
    ...(errors || branches === null || branches.program === program ? {} : { branches: { ...branches, aside: true } }),
    ...(view === null ? {} : { view }),
  })
  return true
}

/** Null for a question that a replaced worker could not answer; any other error is ours. */
function unlessLost(error: unknown): null {
  if (error instanceof Lost) return null
  throw error
}

/** The first line in which two texts differ, 1-based. */
function firstDifference(before: string, after: string): number {
  const old = before.split('\n')
  const now = after.split('\n')
  const index = now.findIndex((line, at) => line !== old[at])
  return (index < 0 ? Math.min(now.length, old.length) : index) + 1
}

let looking = false
let again = false

/** Asks for the View of the newest question; never more than one question is under way. */
export function look(): void {
  again = true
  if (!looking) void lookLoop()
}

async function lookLoop(): Promise<void> {
  looking = true
  while (again) {
    again = false
    const asked = question()
    const view = await engine.ask('look', asked, BUDGET).catch(unlessLost)
    const { version, oldSince, wanted, going } = get()
    // A worker that has just been replaced knows no text yet: loading it asks anew. Answers for an older text are
    // dropped, unless that is the text being shown because the newer one has errors.
    if (view === null || (view.version !== version && oldSince === null)) continue
    set({ view })
    // Paused on the way to the end: the position is as far as the history has come.
    if (wanted === Number.POSITIVE_INFINITY && going === null) set({ wanted: view.position })
    else if (asked.extend && view.ending === null && view.known < wanted) again = true
  }
  looking = false
}

/** The state table as a text, with the columns and the folding that are shown. */
export function extractTable(format: string): Promise<string> {
  const { view, hidden } = get()
  const { language, foldJumps } = preferences.getState()
  const columns = (view?.columns ?? []).filter(address => !hidden.includes(address))
  return engine.ask('extract', { format, language, fold: foldJumps, columns })
}

/** Changes the text, as typing does. The wanted position stays; a run pauses. */
export function edit(text: string): void {
  if (text === get().text) return
  const { wanted, view, version } = get()
  set({
    text,
    version: version + 1,
    going: null,
    notice: null,
    wanted: Number.isFinite(wanted) ? wanted : (view?.position ?? 0),
  })
  void loadText()
  keepSoon()
}

/** Moves the position: the one thing that stepping, dragging and clicking do. */
export function moveTo(position: number): void {
  const { view } = get()
  const last = view?.ending?.steps ?? Number.POSITIVE_INFINITY
  const wanted = Math.max(0, Math.min(position, last))
  if (wanted === get().wanted) return
  set({ wanted })
  look()
  keepSoon()
}

/** Says which rows, cells and lines are in sight. */
export function inSight(part: Partial<Pick<Session, 'rows' | 'cells' | 'lines'>>): void {
  const state = get()
  const changed = (Object.keys(part) as (keyof typeof part)[]).some(
    key => JSON.stringify(part[key]) !== JSON.stringify(state[key]),
  )
  if (!changed) return
  set(part)
  look()
}

/** Opens a sample or a text of one's own, with its draft if there is one. The open text stays kept under its name. */
export function openDocument(name: string): void {
  keepNow()
  show(name, leftOf(name))
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
  let name = wish
  for (let n = 2; draftOf(name) !== null || sampleOf(name) !== undefined; n++) name = `${wish}-${n}`
  keepDraft(name, fresh(text))
  show(name, leftOf(name))
}

function show(name: string, left: Left): void {
  rememberCurrent(name)
  set({ name, ...left, version: get().version + 1, going: null, notice: null, picked: 0, hidden: [] })
  void loadText()
}

/** Changes where runs stop. */
export function setStops(stops: readonly Stop[]): void {
  set({ stops })
  keepSoon()
}

/** Sets or takes away a breakpoint on the cursor's line. */
export function toggleBreakpoint(): void {
  const { stops, cursor } = get()
  const lines = stops.flatMap(({ line }) => (line === null ? [] : [line]))
  setStops(withLines(stops, lines.includes(cursor) ? lines.filter(line => line !== cursor) : [...lines, cursor]))
}

/** Gives a cell another value by hand after the step at the position: a new branch begins there. */
export function editCell(address: number, value: number): void {
  const { view, program, branches, oldSince } = get()
  if (view === null || program === null || oldSince !== null) return
  setBranches(branchOff(branches, program, { position: view.position, address, value }))
}

/** Shows another branch of the history. */
export function chooseBranch(index: number): void {
  const { branches } = get()
  if (branches !== null) setBranches(showBranch(branches, index))
}

/** Applies the edits again that were set aside when the program changed. */
export function applyEditsAgain(): void {
  const { branches, program } = get()
  if (branches !== null && program !== null) setBranches(applyAgain(branches, program))
}

function setBranches(branches: Branches): void {
  const { wanted, view, version } = get()
  set({ branches, version: version + 1, going: null, wanted: Number.isFinite(wanted) ? wanted : (view?.position ?? 0) })
  void loadText()
  keepSoon()
}

/** Looks for the reader's stops from a position; goes on where the last answer with the same number stopped. */
export async function search(id: number, direction: 1 | -1, from: number, stops: readonly Stop[]): Promise<Searched> {
  return engine.ask('search', { id, direction, from, stops, extend: get().oldSince === null }, BUDGET)
}

/** The timeline's marks in a stretch of positions. */
export function askMarks(from: number, to: number, places: number): Promise<Marked | null> {
  const { picked, stops } = get()
  return engine.ask('marks', { from, to, places, cell: picked, stops })
}

let keeping: ReturnType<typeof setTimeout> | undefined

function keepSoon(): void {
  clearTimeout(keeping)
  keeping = setTimeout(keepNow, KEEP_AFTER)
}

/** Keeps text and position of the open document now. */
export function keepNow(): void {
  clearTimeout(keeping)
  const { name, text, wanted, view, stops, branches } = get()
  const position = Number.isFinite(wanted) ? wanted : (view?.position ?? 0)
  const untouched = text === sampleOf(name)?.code && position === 0 && stops.length === 0 && branches === null
  if (untouched) forgetDraft(name)
  const saved = untouched || keepDraft(name, { text, position, stops, branches })
  if (saved !== get().saved) set({ saved, ...(saved ? {} : { notice: { kind: 'not-saved' } }) })
}
