// A program decoded for the interpreter: four words an instruction, every constant a cell of its own behind the last,
// so that `#5` is read like a cell. It knows the table of instructions, not how they are executed.
import {
  ALWAYS,
  absurd,
  type InstructionKind,
  instructionOf,
  type Operand,
  outcomeBits,
  type Program,
  UNITS,
  type Unit,
  type UnitRecord,
} from '../../instructions/index.ts'

/** Leaves the interpreter: the end of the program, or a place where something else is to be done. */
export const LEAVE = 0

/** The first of four operations each: cell or brackets on either side, +2 for brackets on the left, +1 on the right. */
const OPERATIONS = { copy: 4, compare: 24, general: 42 }

/** The same for units that have operations of their own, quicker than the general ones, which look up what to compute. */
const QUICK: Partial<Record<Unit, number>> = { adder: 8, subtractor: 12, multiplier: 16, divider: 20 }

/** The first jump operation, for the outcome bits 1; 7 more for brackets. */
const JUMPS = 28

const NAMES = Object.keys(UNITS) as readonly Unit[]
const UNIT_NUMBERS = Object.fromEntries(NAMES.map((unit, number) => [unit, number])) as Record<Unit, number>

/** The units by their numbers. */
export const UNIT_RECORDS: readonly UnitRecord[] = NAMES.map(unit => UNITS[unit])

/** A decoded program. */
export interface DecodedProgram {
  /** For instruction k at 4k: operation, left cell or target, right cell, number of the unit. One more at the end that leaves. */
  readonly words: Int32Array
  readonly constants: readonly number[]
}

/** Decodes a program. */
export function decode(program: Program): DecodedProgram {
  const { instructions, cells } = program
  const words = new Int32Array(4 * (instructions.length + 1))
  const constants: number[] = []
  const places = new Map<number, number>()
  const placeOf = (operand: Operand): number => {
    switch (operand.mode) {
      case 'direct':
      case 'indirect':
        return operand.address
      case 'target':
        return operand.index
      case 'immediate': {
        let place = places.get(operand.value)
        if (place === undefined) {
          place = cells + constants.length
          places.set(operand.value, place)
          constants.push(operand.value)
        }
        return place
      }
      default:
        return absurd(operand)
    }
  }
  for (let index = 0; index < instructions.length; index++) {
    const { mnemonic, operands } = instructions[index]!
    const left = operands[0]!
    const right = operands[1]
    const row = instructionOf(mnemonic)
    words[4 * index] = operation(row, left, right)
    words[4 * index + 1] = placeOf(left)
    words[4 * index + 2] = right === undefined ? 0 : placeOf(right)
    if ('unit' in row) words[4 * index + 3] = UNIT_NUMBERS[row.unit]
  }
  return { words, constants }
}

function operation(row: InstructionKind, left: Operand, right: Operand | undefined): number {
  const brackets = left.mode === 'indirect' ? 1 : 0
  const modes = 2 * brackets + (right?.mode === 'indirect' ? 1 : 0)
  switch (row.kind) {
    case 'copy':
      return OPERATIONS.copy + modes
    case 'arithmetic':
      return (QUICK[row.unit] ?? OPERATIONS.general) + modes
    case 'compare':
      return OPERATIONS.compare + modes
    case 'jump':
      return JUMPS + outcomeBits(row.when) - 1 + ALWAYS * brackets
    default:
      return absurd(row)
  }
}
