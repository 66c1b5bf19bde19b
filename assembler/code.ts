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
} from '../emulator/instructions/index.ts'

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
export const JUMPS = Uint8Array.from(MNEMONICS, name => {
  const row = instructionOf(name)
  return row.kind !== 'jump' ? 0 : row.when === null ? 2 : 1
})

/** How many numbers there are for each instruction: its columns, and those of two operands. */
const PLACES = 6

export class Code {
  /** How many instructions there are. */
  length = 0
  /** The number of each one in `MNEMONICS`. */
  opcodes = new Uint8Array(256)
  lines = new Int32Array(256)
  /** Two a instruction. */
  modes = new Uint8Array(512)
  values = new Int32Array(512)
  #places = new Int32Array(256 * PLACES)

  /** Adds an instruction without its operands; gives its number. */
  add(opcode: number, line: number, column: number, endColumn: number): number {
    const at = this.length++
    if (at === this.opcodes.length) this.#grow()
    this.opcodes[at] = opcode
    this.lines[at] = line
    this.#places[at * PLACES] = column
    this.#places[at * PLACES + 1] = endColumn
    return at
  }

  /** Says where operand `slot` of instruction `at` stands. */
  place(at: number, slot: number, column: number, endColumn: number): void {
    const place = at * PLACES + 2 + slot * 2
    this.#places[place] = column
    this.#places[place + 1] = endColumn
  }

  /** The first column of instruction `at`. */
  column(at: number): number {
    return this.#places[at * PLACES]!
  }

  endColumn(at: number): number {
    return this.#places[at * PLACES + 1]!
  }

  /** The instructions as plain values; `text` and where its lines start give their source. */
  instructions(text: string, starts: Int32Array): Instruction[] {
    const instructions: Instruction[] = []
    for (let at = 0; at < this.length; at++) {
      const mnemonic = MNEMONICS[this.opcodes[at]!]!
      const line = this.lines[at]!
      const place = at * PLACES
      const column = this.#places[place]!
      const endColumn = this.#places[place + 1]!
      const start = starts[line - 1]! - 1
      const two = ROLES[this.opcodes[at]!]!.length === 2
      instructions.push({
        mnemonic,
        operands: two ? [this.#operand(at * 2), this.#operand(at * 2 + 1)] : [this.#operand(at * 2)],
        line,
        column,
        endColumn,
        source: text.slice(start + column, start + endColumn),
        spans: this.#spans(place + 2, two),
      })
    }
    return instructions
  }

  #operand(at: number): Operand {
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

  #spans(at: number, two: boolean): readonly Span[] {
    const column = this.#places[at]!
    const endColumn = this.#places[at + 1]!
    if (!two) {
      if (endColumn >= 64) return [{ column, endColumn }]
      const key = (column << 6) | endColumn
      return SPANS.get(key) ?? keep(key, [{ column, endColumn }])
    }
    const second = this.#places[at + 2]!
    const secondEnd = this.#places[at + 3]!
    const key = (column << 18) | (endColumn << 12) | (second << 6) | secondEnd
    const known = secondEnd < 64 ? SPANS.get(key) : undefined
    if (known !== undefined) return known
    const spans = [
      { column, endColumn },
      { column: second, endColumn: secondEnd },
    ]
    return secondEnd < 64 ? keep(key, spans) : spans
  }

  #grow(): void {
    const length = this.opcodes.length * 4
    this.opcodes = grown(this.opcodes, new Uint8Array(length))
    this.lines = grown(this.lines, new Int32Array(length))
    this.modes = grown(this.modes, new Uint8Array(length * 2))
    this.values = grown(this.values, new Int32Array(length * 2))
    this.#places = grown(this.#places, new Int32Array(length * PLACES))
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

/** The spans of an instruction's operands by their columns: programs have few shapes of lines. */
const SPANS = new Map<number, readonly Span[]>()
const MOST_SPANS = 4096

function keep(key: number, spans: readonly Span[]): readonly Span[] {
  if (SPANS.size < MOST_SPANS) SPANS.set(key, spans)
  return spans
}
