// What the worker offers: bounded questions, each answered within its budget of milliseconds, so that the page can
// stop asking at any time and nothing has to be cancelled.

import type { Wanted } from '../../emulator/history/index.ts'
import type { Language } from '../../emulator/instructions/index.ts'
import type { Loaded, Question, Source, View } from './view.ts'

/** How a search stands after a piece of work. */
export interface Searched {
  readonly done: boolean
  readonly found: number | null
  readonly reached: number
}

/** A search of the history from a position. The same `id` again goes on where the last answer stopped. */
export interface Quest {
  readonly id: number
  readonly direction: 1 | -1
  readonly from: number
  readonly wanted: Wanted
}

/** Which rows of the table to write out, and how. */
export interface Extract {
  readonly format: string
  readonly language: Language
  readonly fold: boolean
  readonly columns: readonly number[]
}

export interface Engine {
  /** Assembles a text and begins its history: its first 10,000 steps. */
  load(source: Source, question: Question): Loaded
  /** The View at a position, running on towards it for at most `budget` ms. Null before any text has assembled. */
  look(question: Question, budget: number): View | null
  search(quest: Quest, budget: number): Searched
  /** The known table's first 10,000 rows as a text. */
  extract(what: Extract): string
  /** Answers at once: the heartbeat. */
  ping(): true
}
