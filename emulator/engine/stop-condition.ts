// What a search looks for, and whether a position meets it. Knows one position, not the history.
import { absurd, instructionOf, type Program, type Relation } from '../instructions/index.ts'
import type { State, Step } from '../machine/index.ts'

/** What a search looks for. Every condition is about a position. */
export type Wanted =
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
  | { readonly kind: 'any'; readonly of: readonly Wanted[] }

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

/** A condition that is not made of others. */
export type Single = Exclude<Wanted, { readonly kind: 'any' }>

/** The conditions of which one is to be met. */
export const singles = (wanted: Wanted): readonly Single[] =>
  wanted.kind === 'any' ? wanted.of.flatMap(singles) : [wanted]
