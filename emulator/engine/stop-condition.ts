// What a search looks for, and whether a position meets it. Knows one position, not the history.
import { absurd, instructionOf, type Program, type Relation } from '../instructions/index.ts'
import type { State, Step } from '../machine/index.ts'

/** What a search looks for. Every condition is about a position. */
export type StopCondition =
  /** The next instruction is one of these (a breakpoint: position 3 of the array sum for line 7). */
  | { readonly kind: 'next'; readonly instructions: readonly number[] }
  /** The step at the position wrote the cell; with `changed`, only if its value changed. */
  | { readonly kind: 'written'; readonly address: number; readonly changed?: boolean }
  /** The step at the position wrote the cell, and it then holds such a value. */
  | { readonly kind: 'holds'; readonly address: number; readonly relation: Relation; readonly value: number }
  /** The next instruction is one of these, and the cell holds such a value (a breakpoint with a condition). */
  | {
      readonly kind: 'next-while'
      readonly instructions: readonly number[]
      readonly address: number
      readonly relation: Relation
      readonly value: number
    }
  /** The step at the position was a jump that was taken. */
  | { readonly kind: 'jumped' }
  /** The step at the position changed a flag to this. */
  | { readonly kind: 'flag'; readonly flag: 'Z' | 'L'; readonly is: boolean }
  /** One of these. */
  | { readonly kind: 'any'; readonly of: readonly StopCondition[] }

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
export function meets(program: Program, condition: StopCondition, step: Step | null, state: State): boolean {
  switch (condition.kind) {
    case 'next':
      return condition.instructions.includes(state.pc)
    case 'next-while': {
      const { instructions, address, relation, value } = condition
      if (!instructions.includes(state.pc)) return false
      return state.blank[address] === 1 ? relation === '≠' : RELATIONS[relation](state.cells[address]!, value)
    }
    case 'written': {
      const write = step?.write
      return write?.address === condition.address && (condition.changed !== true || write.before !== write.after)
    }
    case 'holds': {
      const write = step?.write
      return write?.address === condition.address && RELATIONS[condition.relation](write.after, condition.value)
    }
    case 'jumped':
      return step !== null && jumped(program, step)
    case 'flag': {
      if (step === null) return false
      const { left, right } = step.flagsFrom
      const before = condition.flag === 'Z' ? left === right : left < right
      const after = condition.flag === 'Z' ? step.flags.z : step.flags.l
      return before !== condition.is && after === condition.is
    }
    case 'any':
      return condition.of.some(one => meets(program, one, step, state))
    default:
      return absurd(condition)
  }
}

/** Whether the step was a jump that went to its target. */
const jumped = (program: Program, step: Step): boolean =>
  step.taken !== false && instructionOf(program.instructions[step.pc]!.mnemonic).kind === 'jump'

/** A condition that is not made of others. */
export type SingleCondition = Exclude<StopCondition, { readonly kind: 'any' }>

/** The conditions of which one is to be met. */
export const singles = (condition: StopCondition): readonly SingleCondition[] =>
  condition.kind === 'any' ? condition.of.flatMap(singles) : [condition]
