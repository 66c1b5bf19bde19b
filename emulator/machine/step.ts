// One step of the machine, exactly (language.md, sections 2, 3 and 6): the reference that every faster way must equal.
import {
  absurd,
  type FaultCode,
  highest,
  type Instruction,
  instructionOf,
  isMet,
  lowest,
  type Operand,
  type Program,
  unitOf,
  wrap,
} from '../instructions/index.ts'
import { type Flags, flagsOf, type State } from './state.ts'

/** A value that a step read, in the order in which it was read. */
export interface Read {
  readonly address: number
  readonly value: number
  readonly blank: boolean
  /** Which operand was being worked out (0 is the left one), and whether this is the cell in its brackets. */
  readonly operand: number
  readonly pointer: boolean
}

/** The cell that a step wrote. `before` is null where it was blank. */
export interface Write {
  readonly address: number
  readonly before: number | null
  readonly after: number
}

/** What a step may remark: each at most once, `blank-read` before `overflow`. */
export type Note = 'blank-read' | 'overflow'

/** What set the flags: see State. */
export interface FlagSource {
  readonly left: number
  readonly right: number
  readonly setter: number
}

/** One executed instruction, with all that it takes to tell of it and to undo it. */
export interface Step {
  /** Its number, from 1. */
  readonly step: number
  /** The instruction's number. */
  readonly pc: number
  readonly reads: readonly Read[]
  readonly write: Write | null
  /** The operands' values as used, left to right; null for a place that was only written, and for a jump not taken.
   * For a jump taken: the instruction number that it leads to. */
  readonly values: readonly (number | null)[]
  readonly flags: Flags
  /** For a conditional jump whether it was taken, else null. */
  readonly taken: boolean | null
  /** pc after the step. */
  readonly next: number
  readonly notes: readonly Note[]
  /** What the flags stood on before the step, and after it. */
  readonly flagsFrom: FlagSource
  readonly flagsTo: FlagSource
}

/** A step that could not be done: nothing has changed, pc stays on the instruction (language.md, section 3). */
export interface Fault {
  readonly code: FaultCode
  readonly pc: number
  readonly line: number
  /** Where the instruction begins on its line, 1-based. */
  readonly column: number
  /** The operand to blame, from 0. */
  readonly operand: number
  /** The offending number: the divisor 0, the address or target that does not exist. */
  readonly value: number
}

/** Tells a fault from a step. */
export const isFault = (outcome: Step | Fault): outcome is Fault => 'code' in outcome

/**
 * Executes the instruction at `state.pc`, which must not be the program's length, as step number `step`.
 * Changes `state` and tells what happened; a fault changes nothing.
 */
export function perform(program: Program, state: State, step: number): Step | Fault {
  const { pc } = state
  const instruction = program.instructions[pc]!
  const row = instructionOf(instruction.mnemonic)
  const work = new Work(program, state, instruction)
  const flagsFrom: FlagSource = { left: state.left, right: state.right, setter: state.setter }
  let next = pc + 1
  let taken: boolean | null = null
  let write: Write | null = null

  switch (row.kind) {
    case 'jump': {
      const goes = row.when === null || isMet(row.when, flagsOf(state))
      if (row.when !== null) taken = goes
      if (goes) next = work.target(0)
      else work.values.push(null)
      break
    }
    case 'copy': {
      const place = work.place(0)
      work.values.push(null)
      const value = work.value(1)
      if (work.fault === null) write = work.store(place, value)
      break
    }
    case 'compare': {
      const left = work.value(0)
      const right = work.value(1)
      if (work.fault === null) setFlags(state, left, right, pc)
      break
    }
    case 'arithmetic': {
      const place = work.place(0)
      const a = work.read(place, 0)
      work.values.push(a)
      const b = work.value(1)
      const unit = unitOf(row.unit)
      if (unit.divides && b === 0) work.blame('division-by-zero', 1, 0)
      if (work.fault !== null) break
      const exact = unit.compute(a, b)
      if (exact < lowest(program.bits) || exact > highest(program.bits)) work.notes.push('overflow')
      const result = wrap(unit.low === null ? exact : unit.low(a, b), program.bits)
      write = work.store(place, result)
      setFlags(state, result, 0, pc)
      break
    }
    default:
      absurd(row)
  }
  if (work.fault !== null) return work.fault
  state.pc = next
  const flagsTo: FlagSource = { left: state.left, right: state.right, setter: state.setter }
  const { reads, values, notes } = work
  return { step, pc, reads, write, values, flags: flagsOf(state), taken, next, notes, flagsFrom, flagsTo }
}

/** Takes a step back: `state` must be the one right after `step`. */
export function undo(state: State, step: Step): void {
  state.pc = step.pc
  Object.assign(state, step.flagsFrom)
  if (step.write !== null) {
    state.cells[step.write.address] = step.write.before ?? 0
    state.blank[step.write.address] = step.write.before === null ? 1 : 0
  }
}

/** Takes a step that was undone again: `state` must be the one right before `step`. */
export function redo(state: State, step: Step): void {
  state.pc = step.next
  Object.assign(state, step.flagsTo)
  if (step.write !== null) {
    state.cells[step.write.address] = step.write.after
    state.blank[step.write.address] = 0
  }
}

function setFlags(state: State, left: number, right: number, setter: number): void {
  state.left = left
  state.right = right
  state.setter = setter
}

/** The working out of one instruction's operands: collects reads and notes, and the first fault. */
class Work {
  readonly reads: Read[] = []
  readonly values: (number | null)[] = []
  readonly notes: Note[] = []
  fault: Fault | null = null
  private readonly program: Program
  private readonly state: State
  private readonly instruction: Instruction

  constructor(program: Program, state: State, instruction: Instruction) {
    this.program = program
    this.state = state
    this.instruction = instruction
  }

  /** Reads a cell; a blank one gives 0 and the note `blank-read`. */
  read(address: number, operand: number, pointer = false): number {
    if (this.fault !== null) return 0
    const value = this.state.cells[address]!
    const blank = this.state.blank[address] === 1
    if (blank && !this.notes.includes('blank-read')) this.notes.push('blank-read')
    this.reads.push({ address, value, blank, operand, pointer })
    return value
  }

  /** The cell that an operand names; 0 after a fault. */
  place(index: number): number {
    const operand = this.operand(index)
    switch (operand.mode) {
      case 'direct':
        return operand.address
      case 'indirect': {
        const address = this.read(operand.address, index, true)
        if (address >= 0 && address < this.program.cells) return address
        this.blame('address-out-of-range', index, address)
        return 0
      }
      case 'immediate':
      case 'target':
        throw new Error(`operand ${index} of ${this.instruction.source} names no cell`)
      default:
        return absurd(operand)
    }
  }

  /** The value that an operand stands for. */
  value(index: number): number {
    const operand = this.operand(index)
    const value = operand.mode === 'immediate' ? operand.value : this.read(this.place(index), index)
    this.values.push(value)
    return value
  }

  /** The instruction number that a jump leads to. */
  target(index: number): number {
    const operand = this.operand(index)
    const target = operand.mode === 'target' ? operand.index : this.pointer(operand, index)
    if (target < 0 || target > this.program.instructions.length) this.blame('target-out-of-range', index, target)
    this.values.push(target)
    return target
  }

  /** Writes a cell. */
  store(address: number, after: number): Write {
    const before = this.state.blank[address] === 1 ? null : this.state.cells[address]!
    this.state.cells[address] = after
    this.state.blank[address] = 0
    return { address, before, after }
  }

  /** Notes a fault; the first one counts. */
  blame(code: FaultCode, operand: number, value: number): void {
    const { line, column } = this.instruction
    this.fault ??= { code, pc: this.state.pc, line, column, operand, value }
  }

  private operand(index: number): Operand {
    return this.instruction.operands[index]!
  }

  private pointer(operand: Operand, index: number): number {
    if (operand.mode !== 'indirect') throw new Error(`${this.instruction.source} has no target`)
    return this.read(operand.address, index, true)
  }
}
