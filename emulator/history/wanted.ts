// Whether a position meets what a search looks for. Knows one position, not the history.
import { absurd, instructionOf, type Program } from '../instructions/index.ts'
import type { State, Step } from '../machine/index.ts'
import type { Relation, Wanted } from './history.ts'

const RELATIONS: Record<Relation, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '≠': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '≥': (a, b) => a >= b,
}

/** Whether the position with this `state` meets the condition; `step` is the one that led there, null at position 0.
 * A blank cell has no value, and so meets no relation but ≠. */
export function meets(program: Program, wanted: Wanted, step: Step | null, state: State): boolean {
  switch (wanted.kind) {
    case 'next':
      return wanted.instructions.includes(state.pc)
    case 'next-while': {
      const { instructions, address, relation, value } = wanted
      if (!instructions.includes(state.pc)) return false
      return state.blank[address] === 1 ? relation === '≠' : RELATIONS[relation](state.cells[address]!, value)
    }
    case 'written': {
      const write = step?.write
      return write?.address === wanted.address && (wanted.changed !== true || write.before !== write.after)
    }
    case 'holds': {
      const write = step?.write
      return write?.address === wanted.address && RELATIONS[wanted.relation](write.after, wanted.value)
    }
    case 'jumped':
      return step !== null && jumped(program, step)
    case 'flag': {
      if (step === null) return false
      const { left, right } = step.flagsFrom
      const before = wanted.flag === 'Z' ? left === right : left < right
      const after = wanted.flag === 'Z' ? step.flags.z : step.flags.l
      return before !== wanted.is && after === wanted.is
    }
    case 'any':
      return wanted.of.some(one => meets(program, one, step, state))
    default:
      return absurd(wanted)
  }
}

/** Whether the step was a jump that went to its target. */
const jumped = (program: Program, step: Step): boolean =>
  step.taken !== false && instructionOf(program.instructions[step.pc]!.mnemonic).kind === 'jump'
