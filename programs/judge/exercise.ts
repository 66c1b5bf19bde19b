// What an exercise is once it has been read (learning.md, section 2): plain values. Knows no TOML and judges nothing.
import type { Mnemonic, Text } from '../../emulator/instructions/index.ts'

/** What is asked for: a program, a mended program, lines put in order, or what the next steps do. */
export const KINDS = ['write', 'mend', 'arrange', 'predict'] as const
export type Kind = (typeof KINDS)[number]

/** A cell's value that a case gives or wants. */
export interface CellValue {
  readonly address: number
  readonly value: number
}

/** One run that an answer is judged by. */
export interface Case {
  /** What cells hold before the first step, over the answer's own data. */
  readonly set: readonly CellValue[]
  /** What cells have to hold after the halt; a `?` makes no entry. */
  readonly expect: readonly CellValue[]
  readonly points: number
  /** Shown only once the others pass. */
  readonly hidden: boolean
}

/** A wrong answer that a learner might give, and the first case that it fails (from 1; 0: refused before any). */
export interface Mistake {
  readonly text: string
  readonly failing: number
}

export interface Exercise {
  readonly kind: Kind
  /** 1 to 5. */
  readonly level: number
  readonly title: Text
  /** Paragraphs, code between backquotes. */
  readonly task: Text
  readonly hints: readonly Text[]
  /** The limit of steps a case. */
  readonly steps: number
  /** At most so many instructions; null for any number. */
  readonly instructions: number | null
  /** Only these mnemonics; null for all. */
  readonly allowed: readonly Mnemonic[] | null
  /** Where an answer begins (write, mend); empty for the other kinds. */
  readonly start: string
  /** The lines to be put in order, in a right one, and lines that don't belong (arrange). */
  readonly lines: readonly string[]
  readonly distractors: readonly string[]
  /** The program whose steps are to be said, and which of them (predict). */
  readonly program: string
  readonly rows: readonly number[]
  readonly cases: readonly Case[]
  readonly solutions: readonly string[]
  readonly mistakes: readonly Mistake[]
}

/** All points that can be had. */
export const pointsOf = ({ cases }: Exercise): number => cases.reduce((sum, { points }) => sum + points, 0)
