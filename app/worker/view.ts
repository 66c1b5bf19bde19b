// What the page asks of the worker and what it is answered: plain values. The page holds a position and the last View,
// never a copy of the history.
import type { Diagnostic } from '../../assembler/index.ts'
import type { Edit, Ending } from '../../emulator/history/index.ts'
import type { Instruction, NamedCell, Part, Sentence, WordSize } from '../../emulator/instructions/index.ts'
import type { CheckedExpectation, Flags, Step } from '../../emulator/machine/index.ts'
import type { Row } from '../../emulator/table/index.ts'
import type { ValuesOfLine } from './line-values.ts'

/** Cells in a row of the memory view. */
export const ROW_CELLS = 8

/** A stretch of positions, addresses or lines, both ends included. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** What of a history the page wants to see. */
export interface Question {
  /** The wanted position; Infinity for "as far as there is". The answer's is the smaller of wanted and known. */
  readonly position: number
  /** Positions whose rows are in sight. */
  readonly rows: Interval
  /** Addresses in sight: a few stretches. */
  readonly cells: readonly Interval[]
  /** Source lines in sight. */
  readonly lines: Interval
  /** Whether the rows go with the position where it leaves those in sight. */
  readonly follow: boolean
  /** Whether a `cmp` and the conditional jump after it share a row. */
  readonly fold: boolean
  /** Whether sentences call cells by the names that the program gives them. */
  readonly names: boolean
  /** What lies after this position is hidden from the reader, who says it first; null: nothing is. */
  readonly until: number | null
  /** Whether the history may be run on towards the wanted position (not while the text has errors). */
  readonly extend: boolean
}

/** An expectation held against the cells at the end. */
export interface ExpectationResult extends CheckedExpectation {
  /** What the program calls the cell, null where it gives it no name. */
  readonly name: string | null
}

/** A stretch of cells: their values, and 1 where blank. */
export interface CellStretch {
  readonly from: number
  readonly values: Int32Array
  readonly blank: Uint8Array
}

/** The division by zero in which a history ends: the dividend, and where both numbers come from (`r0`, `x8`, `#0`). */
export interface Division {
  readonly a: number
  readonly names: Readonly<Record<'a' | 'b', Part>>
}

/** Everything on screen at one position. */
export interface View {
  /** The version of the text whose history this is. */
  readonly version: number
  readonly position: number
  readonly known: number
  readonly ending: Ending | null
  /** The step at the position, and the instruction that it executed; null at 0. */
  readonly step: Step | null
  readonly instruction: Instruction | null
  readonly explanation: Sentence
  readonly bits: WordSize
  /** The instruction executed next; null at the end of the program. */
  readonly next: Instruction | null
  /** The fault at the history's end, in words. */
  readonly fault: Sentence | null
  /** At a fault's position, where it is a division by zero; else null. */
  readonly division: Division | null
  readonly flags: Flags
  /** Addresses of the table's columns, ascending. */
  readonly columns: readonly number[]
  /** Cells that the columns would have shown, had there not been too many. */
  readonly columnsLeftOut: number
  readonly rows: readonly Row[]
  readonly cells: readonly CellStretch[]
  /** Runs of rows of eight cells that hold something or are named by the program: first, last, first, last … */
  readonly usedRows: Int32Array
  readonly lines: readonly ValuesOfLine[]
  /** Cells changed by hand, all of the branch. */
  readonly edits: readonly Edit[]
  /** Filled where the history is known to halt. */
  readonly expectations: readonly ExpectationResult[]
}

/** What stays the same through a history. */
export interface ProgramFacts {
  readonly bits: WordSize
  readonly cells: number
  readonly instructions: number
  readonly expectations: number
  /** What the program calls its cells, each once. */
  readonly cellNames: readonly NamedCell[]
}

/** The answer to a text. Without `facts` the text has errors, and the history is still the one before. */
export interface Loaded {
  readonly version: number
  readonly diagnostics: readonly Diagnostic[]
  readonly facts: ProgramFacts | null
  /** With errors: whether the history shown is that of an older text, not of nothing. */
  readonly hasOld: boolean
  readonly view: View | null
  /** Which program it is, comments apart; null with errors. */
  readonly program: string | null
}

/** A text to assemble. */
export interface VersionedText {
  readonly version: number
  readonly text: string
  /** The name that it stands under: the history of another is never shown as an older one of this. */
  readonly name: string
  /** Cells changed by hand, and the program they belong to, empty for any: they are left out where the text is another. */
  readonly edits: readonly Edit[]
  readonly editsOf: string | null
}

/** What a cell holds in a View: a number, null for blank, undefined where it is not in sight. */
export function cellAt(view: View, address: number): number | null | undefined {
  for (const { from, values, blank } of view.cells) {
    const index = address - from
    if (index >= 0 && index < values.length) return blank[index] === 1 ? null : values[index]!
  }
  return undefined
}
