// The plain, serialisable Program that passes from the assembler to the emulator. It carries the text of its lines,
// so that a table can quote them; nothing in the emulator reads that text for its meaning.

import type { Mnemonic } from './instructions.ts'
import type { WordSize } from './limits.ts'

/** The number itself, written with `#`. */
export interface Immediate {
  readonly mode: 'immediate'
  readonly value: number
}

/** A cell named directly: `8`, `r3`, a constant. */
export interface Direct {
  readonly mode: 'direct'
  readonly address: number
}

/** `[a]`: the cell (for a jump: the instruction) whose number is held in cell `address`. */
export interface Indirect {
  readonly mode: 'indirect'
  readonly address: number
}

/** A jump's target written as a label or a number: an instruction number, 0 to the program's length. */
export interface Target {
  readonly mode: 'target'
  readonly index: number
}

export type Operand = Immediate | Direct | Indirect | Target

/** A piece of one source line: 1-based columns in UTF-16 code units, the end exclusive. */
export interface Span {
  readonly column: number
  readonly endColumn: number
}

/** One instruction with where it stands. `operands` are as many as its row in the table says, in that order. */
export interface Instruction extends Span {
  readonly mnemonic: Mnemonic
  readonly operands: readonly Operand[]
  /** 1-based source line; `column` is its mnemonic's, `endColumn` the end of its last operand. */
  readonly line: number
  /** As written, from the mnemonic to the last operand: no label, no comment. */
  readonly source: string
  /** Where each operand stands on the line, with its `#` and brackets. */
  readonly spans: readonly Span[]
}

/** A cell's value before the first step, from `.data`. */
export interface Datum {
  readonly address: number
  readonly value: number
  readonly line: number
}

/** A cell's value wanted after a halt, from `.expect`; a `?` makes no entry. */
export interface Expectation {
  readonly address: number
  readonly value: number
  readonly line: number
}

/** A label: the number of the instruction that it stands before (the program's length at the very end). */
export interface Label {
  readonly name: string
  readonly index: number
  readonly line: number
}

/** A constant that the program uses as a cell: what people call that cell (history.md, section 1). */
export interface NamedCell {
  readonly address: number
  readonly name: string
}

/** An assembled program (language.md, section 1). Its data stand in the order of the text: for one cell the last entry holds. */
export interface Program {
  readonly bits: WordSize
  readonly cells: number
  readonly instructions: readonly Instruction[]
  readonly data: readonly Datum[]
  readonly expectations: readonly Expectation[]
  readonly labels: readonly Label[]
  /** Instruction numbers of labels that are used as values (`#loop`, in `.data`): where a computed jump may lead. */
  readonly labelValues: readonly number[]
  /** One a cell at most, by address; registers keep their own names and have none here. */
  readonly cellNames: readonly NamedCell[]
}
