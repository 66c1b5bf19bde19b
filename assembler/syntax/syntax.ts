// The nodes of the syntax tree as plain values: a line's labels, statement, operands and comment at their exact columns.
// With the text they are lossless: what no node covers is blanks and separators.
import type { Mnemonic } from '../../emulator/instructions/index.ts'
import type { Problem } from '../problems.ts'
import type { DirectiveName } from '../semantics/directives.ts'
import type { FullwidthRun } from './fullwidth.ts'
import type { LiteralNotation } from './literals.ts'

/** Columns on a line: from 1, UTF-16 code units, the end exclusive. */
export interface Columns {
  readonly column: number
  readonly endColumn: number
}

/** A name where it stands. `name` is its canonical form, by which names are compared. */
export interface NameNode extends Columns {
  readonly name: string
}

/** What an operand is made of; `missing` where a `#` or a bracket holds nothing that could be understood. */
export type AtomKind = 'number' | 'character' | 'string' | 'register' | 'name' | 'any' | 'missing'

/** What stands around the atom. */
export type Marker = 'none' | 'immediate' | 'brackets'

/** One operand. `column` and `endColumn` are with its `#` and brackets. */
export interface OperandNode extends Columns {
  readonly marker: Marker
  readonly kind: AtomKind
  /** Where the number, name or string itself stands. */
  readonly atomColumn: number
  readonly atomEndColumn: number
  /** A number's or character's value; a register's cell, −1 where there is none such; else 0. */
  readonly value: number
  readonly notation: LiteralNotation
  /** A name's canonical form; a register's as written; else empty. */
  readonly name: string
  /** Something is wrong with it that has been said. */
  readonly faulty: boolean
}

/** An instruction; `mnemonic` is null where there is none of that name. */
export interface InstructionNode extends Columns {
  readonly kind: 'instruction'
  /** The mnemonic's number in `MNEMONICS`, −1 where there is none of that name. */
  readonly opcode: number
  readonly mnemonic: Mnemonic | null
  /** Where the mnemonic ends: it begins at `column`. */
  readonly nameEndColumn: number
  readonly operands: readonly OperandNode[]
  /** Nothing more is to be said of it. */
  readonly faulty: boolean
}

/** A directive; `directive` is null where there is none of that name. Its first operand is the address or the name. */
export interface DirectiveNode extends Columns {
  readonly kind: 'directive'
  readonly directive: DirectiveName | null
  readonly nameEndColumn: number
  /** The address of `.data` and `.expect`, where there is one. */
  readonly address: OperandNode | null
  /** The values of `.data` and `.expect`; all operands of the others. */
  readonly operands: readonly OperandNode[]
  readonly faulty: boolean
}

export type StatementNode = InstructionNode | DirectiveNode

/** One line of the text. */
export interface LineNode {
  readonly labels: readonly NameNode[]
  readonly statement: StatementNode | null
  /** From its `;` to the end of the line. */
  readonly comment: Columns | null
  /** Names in places that could not be understood: they count as used. */
  readonly strays: readonly NameNode[]
  /** Names that the line was probably to define in the way of another language. */
  readonly meant: readonly string[]
  /** Names with what can't stand in one. */
  readonly odd: readonly OddName[]
  readonly problems: readonly Problem[]
  /** The full-width characters, which were read as if ASCII stood there. */
  readonly fullwidth: readonly FullwidthRun[]
}

/** `my-loop`: a name with what can't stand in one. */
export interface OddName extends Columns {
  /** As written. */
  readonly name: string
  /** What is said where it is used, unless a label is called so; null for the label. */
  readonly use: Problem | null
}
