// What the worker offers: bounded questions, each answered within its budget of milliseconds, so that the page can
// stop asking at any time and nothing has to be cancelled.

import type { Language, Sentence } from '../../emulator/instructions/index.ts'
import type { Why } from '../../emulator/questions/index.ts'
import type { Worksheet } from '../../emulator/table/index.ts'
import type { Stop } from '../../programs/stops/index.ts'
import type { LanguageAnswer, LanguageArguments, LanguageQuestion } from './language.ts'
import type { Prediction, PredictionAsked } from './prediction.ts'
import type { Loaded, Question, VersionedText, View } from './view.ts'

/** How a search stands after a piece of work. */
export interface Searched {
  readonly done: boolean
  readonly found: number | null
  /** The `id` of the stop that was met where it was found. */
  readonly stop: number | null
  readonly reached: number
}

/** A search for the reader's stops from a position. The same `id` again goes on where the last answer stopped. */
export interface SearchRequest {
  readonly id: number
  readonly direction: 1 | -1
  readonly from: number
  readonly stops: readonly Stop[]
  /** Whether the history may be run on (not while the text has errors). */
  readonly extend: boolean
}

/** What the timeline wants to mark in a stretch of positions, at most one mark of a kind in each of so many places. */
export interface Marking {
  readonly from: number
  readonly to: number
  readonly places: number
  readonly cell: number
  readonly stops: readonly Stop[]
}

/** Positions to mark. Null where the stretch is too long to tell. */
export interface Marked {
  readonly stops: readonly number[]
  readonly writes: readonly number[]
  readonly jumps: readonly number[]
}

/** Which rows of the table to write out, and how. */
export interface Extract {
  readonly format: string
  readonly language: Language
  readonly fold: boolean
  readonly names: boolean
  readonly columns: readonly number[]
  /** To be filled in by hand, or its key; undefined for the table as it is. */
  readonly worksheet?: Worksheet | undefined
  /** The last step to write out; null for all. */
  readonly until: number | null
}

/** Why a cell holds what it does after the step at a position. */
export interface WhyAsked {
  readonly address: number
  readonly at: number
}

/** The answer; while what it stands on is still gathered, how far that has come. */
export type WhyAnswer =
  | { readonly done: false; readonly reached: number; readonly of: number }
  | {
      readonly done: true
      readonly version: number
      readonly why: Why
      /** The deciding jump in words, null where nothing decided. */
      readonly because: { readonly step: number; readonly said: Sentence } | null
      /** Of a blank cell, the lines that could have written it and why they have not. */
      readonly blank: readonly Sentence[]
    }

export interface WorkerService {
  /** Assembles a text and begins its history: its first 10,000 steps. */
  load(source: VersionedText, question: Question): Loaded
  /** The View at a position, running on towards it for at most `budget` ms. Null before any text has assembled. */
  look(question: Question, budget: number): View | null
  search(request: SearchRequest, budget: number): Searched
  /** Marks of the known history; null where the stretch is longer than 20,000 steps. */
  marks(marking: Marking): Marked | null
  /** The step that a reader predicts. Null before any text has assembled, and while the step is not reached. */
  predict(asked: PredictionAsked, budget: number): Prediction | null
  /** Null before any text has assembled. */
  why(asked: WhyAsked, budget: number): WhyAnswer | null
  /** The known table's first 10,000 rows as a text. */
  extract(what: Extract): string
  /** Answers a question about the text that was loaded last; null where that is not `version`. */
  language<Name extends LanguageQuestion>(
    version: number,
    name: Name,
    args: LanguageArguments<Name>,
  ): LanguageAnswer<Name> | null
  /** Answers at once: the heartbeat. */
  ping(): true
}
