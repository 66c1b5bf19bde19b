// The instructions of a text while it is gone through, as columns of numbers: objects made one by one between the
// parser's short-lived ones would cost more than all the rest. It knows no names and no problems.
import {
  INSTRUCTIONS,
  type Instruction,
  instructionOf,
  MNEMONICS,
  type Operand,
  type OperandRole,
  type Span,
} from '../../emulator/instructions/index.ts'

/** How an operand is held, in one byte. `waiting` is read later, or wrong. */
export const MODES = { waiting: 0, immediate: 1, direct: 2, indirect: 3, target: 4 } as const

/** For each instruction, by its number in `MNEMONICS`: the roles of its operands. */
export const ROLES: readonly (readonly OperandRole[])[] = MNEMONICS.map(name => INSTRUCTIONS[name].operands)

/** For each instruction: 1 where it sets the flags. */
export const SETS_FLAGS = Uint8Array.from(MNEMONICS, name => {
  const { kind } = instructionOf(name)
  return kind === 'arithmetic' || kind === 'compare' ? 1 : 0
})

/** For each instruction: 1 where it jumps if a flag is as it wants, 2 where it jumps always. */
export const JUMP_KINDS = Uint8Array.from(MNEMONICS, name => {
  const row = instructionOf(name)
  return row.kind !== 'jump' ? 0 : row.when === null ? 2 : 1
})

/** How many numbers there are for each instruction: its columns, and those of two operands. */
const PLACES = 6

/** How many characters a line with an instruction has, about. */
const A_LINE = 16

export class CompactCode {
  /** How many instructions there are. */
  length = 0
  /** The number of each one in `MNEMONICS`. */
  opcodes: Uint8Array
  lines: Int32Array
  /** Two an instruction. */
  modes: Uint8Array
  values: Int32Array
  private places: Int32Array

  /** Makes room for what a text of so many characters probably has. */
  constructor(characters: number) {
    const room = 8 + Math.ceil(characters / A_LINE)
    this.opcodes = new Uint8Array(room)
    this.lines = new Int32Array(room)
    this.modes = new Uint8Array(room * 2)
    this.values = new Int32Array(room * 2)
    this.places = new Int32Array(room * PLACES)
  }

  /** Adds an instruction without its operands; gives its number. */
  add(opcode: number, line: number, column: number, endColumn: number): number {
    const at = this.length++
    if (at === this.opcodes.length) this.grow()
    this.opcodes[at] = opcode
    this.lines[at] = line
    this.places[at * PLACES] = column
    this.places[at * PLACES + 1] = endColumn
    return at
  }

  /** Says where operand `slot` of instruction `at` stands. */
  place(at: number, slot: number, column: number, endColumn: number): void {
    const place = at * PLACES + 2 + slot * 2
    this.places[place] = column
    this.places[place + 1] = endColumn
  }

  /** The first column of instruction `at`. */
  column(at: number): number {
    return this.places[at * PLACES]!
  }

  endColumn(at: number): number {
    return this.places[at * PLACES + 1]!
  }

  /** Where operand `slot` of instruction `at` begins. */
  operandColumn(at: number, slot: number): number {
    return this.places[at * PLACES + 2 + slot * 2]!
  }

  operandEndColumn(at: number, slot: number): number {
    return this.places[at * PLACES + 3 + slot * 2]!
  }

  /** The instructions as plain values; `text` and where its lines start give their source. */
  instructions(text: string, starts: Int32Array): Instruction[] {
    const instructions = new Array<Instruction>(this.length)
    for (let at = 0; at < this.length; at++) {
      const mnemonic = MNEMONICS[this.opcodes[at]!]!
      const line = this.lines[at]!
      const place = at * PLACES
      const column = this.places[place]!
      const endColumn = this.places[place + 1]!
      const start = starts[line - 1]! - 1
      const two = ROLES[this.opcodes[at]!]!.length === 2
      instructions[at] = {
        mnemonic,
        operands: this.operands(at * 2, two),
        line,
        column,
        endColumn,
        source: text.slice(start + column, start + endColumn),
        spans: this.spans(place + 2, two),
      }
    }
    return instructions
  }

  private operands(at: number, two: boolean): readonly Operand[] {
    const first = this.operand(at)
    if (!two) return [first]
    const second = this.operand(at + 1)
    const hash =
      (this.values[at]! * 37 + this.values[at + 1]! * 151 + this.modes[at]! * 3 + this.modes[at + 1]! * 17) & KEPT
    const known = PAIRS[hash]
    if (known !== undefined && known[0] === first && known[1] === second) return known
    const pair = [first, second]
    PAIRS[hash] = pair
    return pair
  }

  private operand(at: number): Operand {
    const value = this.values[at]!
    switch (this.modes[at]) {
      case MODES.immediate:
        return value >= 0 && value < SHARED ? immediates[value]! : { mode: 'immediate', value }
      case MODES.direct:
        return value < SHARED ? directs[value]! : { mode: 'direct', address: value }
      case MODES.indirect:
        return value < SHARED ? indirects[value]! : { mode: 'indirect', address: value }
      default:
        return value < SHARED ? targets[value]! : { mode: 'target', index: value }
    }
  }

  private spans(at: number, two: boolean): readonly Span[] {
    const column = this.places[at]!
    const endColumn = this.places[at + 1]!
    if (!two) return this.span(column, endColumn)
    const second = this.places[at + 2]!
    const secondEnd = this.places[at + 3]!
    const hash = (column + endColumn * 5 + second * 23 + secondEnd * 97) & KEPT
    const known = SPANS[hash]
    const a = known?.[0]
    const b = known?.[1]
    if (
      known !== undefined &&
      a?.column === column &&
      a.endColumn === endColumn &&
      b?.column === second &&
      b.endColumn === secondEnd
    ) {
      return known
    }
    const spans = [
      { column, endColumn },
      { column: second, endColumn: secondEnd },
    ]
    SPANS[hash] = spans
    return spans
  }

  private span(column: number, endColumn: number): readonly Span[] {
    const hash = (column + endColumn * 37) & KEPT
    const known = SPANS[hash]
    if (known?.length === 1 && known[0]?.column === column && known[0].endColumn === endColumn) return known
    const spans = [{ column, endColumn }]
    SPANS[hash] = spans
    return spans
  }

  private grow(): void {
    const length = this.opcodes.length * 2
    this.opcodes = grown(this.opcodes, new Uint8Array(length))
    this.lines = grown(this.lines, new Int32Array(length))
    this.modes = grown(this.modes, new Uint8Array(length * 2))
    this.values = grown(this.values, new Int32Array(length * 2))
    this.places = grown(this.places, new Int32Array(length * PLACES))
  }
}

function grown<A extends Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from)
  return to
}

// Operands and spans are values: the common ones exist once.

const SHARED = 512
const numbers = Array.from({ length: SHARED }, (_, i) => i)
const directs: readonly Operand[] = numbers.map(address => ({ mode: 'direct', address }))
const indirects: readonly Operand[] = numbers.map(address => ({ mode: 'indirect', address }))
const immediates: readonly Operand[] = numbers.map(value => ({ mode: 'immediate', value }))
const targets: readonly Operand[] = numbers.map(index => ({ mode: 'target', index }))

// Pairs that came before, by a hash: programs say the same things over and over, in few shapes of lines. What is shared
// need not be made, kept and copied again. An entry may be taken by another pair at any time.
const KEPT = 4095
const PAIRS: (readonly Operand[] | undefined)[] = Array.from({ length: KEPT + 1 }, () => undefined)
const SPANS: (readonly Span[] | undefined)[] = Array.from({ length: KEPT + 1 }, () => undefined)
