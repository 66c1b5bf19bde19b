// The page's one store: the text being written, the wanted position, and the last View that the worker answered.
// Views read it by selectors, actions change it, live.ts asks the worker when it changes, documents.ts keeps it.
// No React in it, and nobody is called from here.
import { createStore } from 'zustand/vanilla'
import type { Diagnostic } from '../../assembler/index.ts'
import type { Text } from '../../emulator/instructions/index.ts'
import type { FileProblem } from '../../programs/judge/index.ts'
import { type Stop, withLines } from '../../programs/stops/index.ts'
import type { Interval, ProgramFacts, View } from '../worker/view.ts'
import { applyAgain, type Branches, branchOff, showBranch } from './branches.ts'
import type { Encoding } from './encodings.ts'
import { cutBack, type Predicting } from './predicting.ts'

/** What is moving the position by itself. */
export type Going = 'run' | 'end' | 'search' | null

/** Something that a reader can do about a notice, which is then gone. */
export interface NoticeAction {
  readonly words: Text
  perform(): void
}

/** A word to the reader that is not a problem of the text. */
export type Notice =
  | { readonly kind: 'unknown-sample'; readonly name: string }
  | { readonly kind: 'not-saved' }
  /** Another tab has changed the text of the same name: this one goes on under a name of its own. */
  | { readonly kind: 'other-tab'; readonly name: string }
  | { readonly kind: 'removed'; readonly name: string }
  /** What was kept of a text cannot be read: it is set aside. */
  | { readonly kind: 'damaged'; readonly name: string }
  /** The worker could not be had: nothing is executed. */
  | { readonly kind: 'worker-missing' }
  /** Another build of the page waits to take over. */
  | { readonly kind: 'new-version' }
  /** The editor's own menus keep their language until the page is loaded again. */
  | { readonly kind: 'editor-language' }
  /** A file that is no exercise: the first thing that is wrong with it. */
  | { readonly kind: 'not-exercise'; readonly name: string; readonly problem: FileProblem }
  /** Files that are no texts, or too large. */
  | { readonly kind: 'not-text'; readonly names: readonly string[] }
  /** How a file was read where that is not plain, and as what else it can be. */
  | {
      readonly kind: 'encoding'
      readonly name: string
      readonly encoding: Encoding
      readonly others: readonly Encoding[]
    }
  /** A text that was to be pasted is larger than a program may be. */
  | { readonly kind: 'too-large' }
  /** What a part of the page that came later has to say, in its own words, and what can be done about it. */
  | { readonly kind: 'told'; readonly text: Text; readonly actions?: readonly NoticeAction[] }

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
  readonly facts: ProgramFacts | null
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
  /** What stopped a run, and where: told while the position is there. */
  readonly stopped: { readonly position: number; readonly stop: Stop } | null
  readonly branches: Branches | null
  /** While the reader says what the next steps do: how far, and how it came out. */
  readonly predicting: Predicting | null
  /** The program of the View (its fingerprint). */
  readonly program: string | null
  /** How far a search has looked. */
  readonly searched: number
  /** Whether the browser has the text as it is: not yet, or not at all, where it refuses. */
  readonly saved: 'yes' | 'soon' | 'no'
  readonly notice: Notice | null
  /** Source line that the cursor is on. */
  readonly cursor: number
  readonly rows: Interval
  readonly cells: readonly Interval[]
  readonly lines: Interval
}

export const session = createStore<Session>(() => ({
  name: '',
  text: '',
  version: 0,
  diagnostics: [],
  checked: 0,
  oldSince: null,
  facts: null,
  view: null,
  wanted: 0,
  going: null,
  picked: 0,
  hidden: [],
  bit: 0,
  stops: [],
  stopped: null,
  branches: null,
  predicting: null,
  program: null,
  searched: 0,
  saved: 'yes',
  notice: null,
  cursor: 1,
  rows: { from: 0, to: 60 },
  cells: [{ from: 0, to: 255 }],
  lines: { from: 1, to: 60 },
}))

const get = session.getState
const set = session.setState

/** The wanted position as a number that can be kept: where "to the end" is wanted, what is in sight. */
export const restingPosition = ({ wanted, view }: Session): number =>
  Number.isFinite(wanted) ? wanted : (view?.position ?? 0)

/** Changes the text, as typing does. The wanted position stays; a run pauses. */
export function edit(text: string): void {
  if (text === get().text) return
  set({ text, version: get().version + 1, going: null, wanted: restingPosition(get()) })
}

/** The last position there can be: infinite while the end is not known and the history may be run on. */
export function lastPosition({ view, oldSince, predicting }: Session): number {
  if (predicting !== null) return predicting.until
  if (view?.ending != null) return view.ending.steps
  return oldSince === null ? Number.POSITIVE_INFINITY : (view?.known ?? 0)
}

/** Moves the position: the one thing that stepping, dragging and clicking do. */
export function moveTo(position: number): void {
  const wanted = Math.max(0, Math.min(position, lastPosition(get())))
  if (wanted !== get().wanted) set({ wanted, stopped: null })
}

/** Says which rows, cells and lines are in sight. */
export function inSight(part: Partial<Pick<Session, 'rows' | 'cells' | 'lines'>>): void {
  const state = get()
  const keys = Object.keys(part) as (keyof typeof part)[]
  if (keys.some(key => JSON.stringify(part[key]) !== JSON.stringify(state[key]))) set(part)
}

/** Changes where runs stop. */
export const setStops = (stops: readonly Stop[]): void => set({ stops })

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

const setBranches = (branches: Branches): void =>
  set({
    branches,
    predicting: cutBack(get().predicting, restingPosition(get())),
    version: get().version + 1,
    going: null,
    wanted: restingPosition(get()),
  })
