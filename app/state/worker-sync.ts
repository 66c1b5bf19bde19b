// The page's conversation with the worker: whenever the session changes, the newest text is loaded and the newest
// question asked, never more than one of a kind at a time. Answers for an older text are dropped.

import type { Worksheet } from '../../emulator/table/index.ts'
import type { Stop } from '../../programs/stops/index.ts'
import type { AskLanguage, LanguageAnswer } from '../worker/language.ts'
import type { Prediction, PredictionAsked } from '../worker/prediction.ts'
import type { Marked, Searched, WhyAnswer } from '../worker/protocol.ts'
import type { Question, VersionedText } from '../worker/view.ts'
import { chosenEdits, judged } from './branches.ts'
import { predictionOf } from './predicting.ts'
import { preferences } from './preferences.ts'
import { session } from './session.ts'
import { sharedView } from './sharing.ts'
import { type EngineClient, Lost, startEngine } from './worker-client.ts'

/** Milliseconds that the worker may run on for one answer while the position is waited for. */
const BUDGET = 12

const get = session.getState
const set = session.setState

let engine: EngineClient
/** The text of the last View, to say since which line an erroneous text differs from it. */
let viewedText = ''
/** Whether the worker is a new one that has never seen the text whose history is shown. */
let isFresh = false
let loading = false
let looking = false
let again = false
/** The question that the newest text's View answers. */
let answered: Question | null = null

/** Starts the worker with the text that is there, and keeps asking it as the session changes. */
export function goLive(): void {
  engine = startEngine(
    () => {
      isFresh = true
      void loadText()
    },
    () => set({ notice: { kind: 'worker-missing' } }),
  )
  session.subscribe((now, before) => {
    if (now.version !== before.version) void loadText()
    else if (now.wanted !== before.wanted || now.going !== before.going) look()
    else if (now.predicting !== before.predicting) look()
    else if (now.rows !== before.rows || now.cells !== before.cells || now.lines !== before.lines) look()
  })
  preferences.subscribe((now, before) => {
    if (now.foldJumps !== before.foldJumps || now.cellNames !== before.cellNames) look()
  })
  void loadText()
}

function question(): Question {
  const { wanted, rows, cells, lines, oldSince, going, view, predicting } = get()
  const { foldJumps: fold, cellNames: names } = preferences.getState()
  const follow = going !== null || view === null || view.position !== wanted
  return {
    position: wanted,
    rows,
    cells,
    lines,
    fold,
    names,
    follow,
    until: predicting?.until ?? null,
    extend: oldSince === null,
  }
}

/** Has the worker assemble the newest text; while one is under way, only the newest after it counts. */
async function loadText(): Promise<void> {
  // Until it is known which text is open, there is nothing to assemble.
  if (loading || get().name === '') return
  loading = true
  try {
    let loaded = false
    while (!loaded) loaded = await loadOnce()
  } finally {
    loading = false
  }
  // What came with the text answers what is asked now, unless the reader has moved meanwhile, or wants to be further on.
  const { oldSince, view, wanted } = get()
  const isFar = view !== null && (view.ending !== null || view.known >= wanted)
  if (oldSince === null && !(isFar && answered !== null && sameQuestion(answered, question()))) look()
}

/** Whether two questions have the same answer; that the rows follow the position changes none that has been found. */
const sameQuestion = (a: Question, b: Question): boolean =>
  JSON.stringify({ ...a, follow: false }) === JSON.stringify({ ...b, follow: false })

const sourceOf = (version: number, text: string): VersionedText => {
  const { name, branches } = get()
  return { version, text, name, edits: chosenEdits(branches), editsOf: branches?.program ?? null }
}

/** A new worker gets the old text first where the newer one has errors: the page is still looking at its history. */
async function loadViewed(): Promise<void> {
  isFresh = false
  const { view, text } = get()
  if (view === null || text === viewedText) return
  await engine.ask('load', sourceOf(view.version, viewedText), { ...question(), extend: true }).catch(unlessLost)
}

/** One try; false where the text has changed meanwhile or the worker was replaced. */
async function loadOnce(): Promise<boolean> {
  if (isFresh) await loadViewed()
  const { version, text, branches } = get()
  const asked = { ...question(), extend: true }
  const loaded = await engine.ask('load', sourceOf(version, text), asked).catch(unlessLost)
  if (loaded === null || get().version !== version || get().branches !== branches) return false
  const { diagnostics, facts, hasOld, view, program } = loaded
  const { predicting } = get()
  const errors = facts === null
  if (!errors) viewedText = text
  else if (!hasOld) viewedText = ''
  set({
    diagnostics,
    checked: version,
    oldSince: errors ? firstDifference(viewedText, text) : null,
    // With errors, what is known of an older text stays; of nothing there is nothing to know.
    ...(errors && hasOld ? {} : { facts, program }),
    ...(program === null || branches === null ? {} : { branches: judged(branches, program) }),
    ...(program === null || predicting === null ? {} : { predicting: predictionOf(predicting, program) }),
    ...(view === null ? {} : { view: sharedView(get().view, view) }),
  })
  answered = asked
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

/** Asks for the View of the newest question; never more than one question is under way. */
function look(): void {
  again = true
  if (!looking) void lookLoop()
}

async function lookLoop(): Promise<void> {
  looking = true
  try {
    while (again) await lookOnce()
  } finally {
    looking = false
  }
}

async function lookOnce(): Promise<void> {
  again = false
  const asked = question()
  const view = await engine.ask('look', asked, BUDGET).catch(unlessLost)
  const { version, oldSince, wanted, going } = get()
  // A worker that has just been replaced knows no text yet: loading it asks anew. Answers for an older text are
  // dropped, unless that is the text being shown because the newer one has errors.
  if (view === null || (view.version !== version && oldSince === null)) return
  set({ view: sharedView(get().view, view) })
  // Paused on the way to the end: the position is as far as the history has come.
  if (wanted === Number.POSITIVE_INFINITY && going === null) set({ wanted: view.position })
  else if (asked.extend && view.ending === null && view.known < wanted) again = true
}

/** Tries again to have the worker, where it could not be had. */
export function reviveWorker(): void {
  set({ notice: null })
  engine.revive()
}

/** The state table as a text, with the columns and the folding that are shown. */
export function extractTable(format: string, worksheet?: Worksheet): Promise<string> {
  const { view, hidden, predicting } = get()
  const { language, foldJumps, cellNames } = preferences.getState()
  const columns = (view?.columns ?? []).filter(address => !hidden.includes(address))
  return engine.ask('extract', {
    format,
    language,
    fold: foldJumps,
    names: cellNames,
    columns,
    until: predicting?.until ?? null,
    worksheet,
  })
}

/** Looks for the reader's stops from a position; goes on where the last answer with the same number stopped. Null
 * where the worker was replaced meanwhile. */
export function search(id: number, direction: 1 | -1, from: number, stops: readonly Stop[]): Promise<Searched | null> {
  const extend = get().oldSince === null
  return engine.ask('search', { id, direction, from, stops, extend }, BUDGET).catch(unlessLost)
}

/** One piece of work on why a cell holds what it does; null where the worker was replaced meanwhile. */
export const askWhy = (address: number, at: number): Promise<WhyAnswer | null> =>
  engine.ask('why', { address, at }, BUDGET).catch(unlessLost)

/** What is asked of a step, and how what was said of it came out; null where the step is not reached yet. */
export const askPrediction = (asked: PredictionAsked): Promise<Prediction | null> =>
  engine.ask('predict', asked, BUDGET).catch(unlessLost)

/** The timeline's marks in a stretch of positions. */
export function askMarks(from: number, to: number, places: number): Promise<Marked | null> {
  const { picked, stops } = get()
  return engine.ask('marks', { from, to, places, cell: picked, stops })
}

/** Asks the language's service about the newest text, as soon as the worker has it. */
export const askLanguage: AskLanguage = async (name, ...args) => {
  await loadedNewest()
  const { version } = get()
  const call = engine.ask as (name: 'language', version: number, question: string, args: unknown) => Promise<unknown>
  return (await call('language', version, name, args).catch(unlessLost)) as LanguageAnswer<typeof name> | null
}

/** When the worker has told the diagnostics of the newest text. */
const loadedNewest = (): Promise<void> => new Promise(onceLoaded)

/** Does something as soon as the worker has told about the newest text: at once, where it has. */
export function onceLoaded(then: () => void): void {
  const isThere = (): boolean => get().checked === get().version
  if (isThere()) {
    then()
    return
  }
  const stop = session.subscribe(() => {
    if (!isThere()) return
    stop()
    then()
  })
}
