// A program decoded for the interpreter: four words an instruction, every constant a cell of its own behind the last,
// so that `#5` is read like a cell. It knows the table of instructions, not how they are executed.
import {
  absurd,
  type Condition,
  type InstructionKind,
  instructionOf,
  type Operand,
  type Program,
  type Unit,
} from '../../instructions/index.ts'

/** Leaves the interpreter: the end of the program, or a place where something else is to be done. */
export const LEAVE = 0

/** The first of four operations each: cell or brackets on either side, +2 for brackets on the left, +1 on the right. */
const OPERATIONS: Record<Exclude<Unit, 'none'> | 'copy' | 'compare', number> = {
  copy: 4,
  adder: 8,
  subtractor: 12,
  multiplier: 16,
  divider: 20,
  compare: 24,
}
/** The first jump operation; its condition's number is added, and 5 for brackets. */
const JUMPS = 28

/** The number of a jump's condition. */
const conditionNumber = (when: Condition | null): number =>
  when === null ? 0 : (when.flag === 'Z' ? 1 : 3) + (when.is ? 0 : 1)

/** A decoded program. */
export interface Code {
  /** For instruction k at 4k: operation, left cell or target, right cell, unused. One more at the end that leaves. */
  readonly words: Int32Array
  readonly constants: readonly number[]
}

/** Decodes a program. */
export function decode(program: Program): Code {
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
    words[4 * index] = operation(instructionOf(mnemonic), left, right)
    words[4 * index + 1] = placeOf(left)
    words[4 * index + 2] = right === undefined ? 0 : placeOf(right)
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
      return OPERATIONS[row.unit] + modes
    case 'compare':
      return OPERATIONS.compare + modes
    case 'jump':
      return JUMPS + conditionNumber(row.when) + 5 * brackets
    default:
      return absurd(row)
  }
}
