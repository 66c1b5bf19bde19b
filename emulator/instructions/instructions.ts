// WHAT the machine can do: the one table of instructions that assembler, machine, translation, words and ALU read.
// It knows nothing of source text, of cells' storage or of circuits.

import type { Text } from '../languages/index.ts'
import type { JumpCondition } from './conditions.ts'
import type { Unit } from './units.ts'

/** What an operand is for: written (and mostly read), read, compared (may be `#`, is not written), or jumped to. */
export type OperandRole = 'destination' | 'source' | 'compared' | 'target'

/** What all instructions tell of themselves. */
interface Described {
  readonly operands: readonly OperandRole[]
  readonly example: string
  readonly summary: Text
}

/** `mov`: the destination is written without being read, flags stay. */
export interface Copying extends Described {
  readonly kind: 'copy'
}

/** destination ← destination ∘ source; the flags are those of the stored result. */
export interface Arithmetic extends Described {
  readonly kind: 'arithmetic'
  readonly unit: Unit
}

/** `cmp`: sets the flags exactly and writes no cell. */
export interface Comparing extends Described {
  readonly kind: 'compare'
  readonly unit: 'subtractor'
}

/** Goes to its target, always or `when` the last comparison came out so. */
export interface Jumping extends Described {
  readonly kind: 'jump'
  readonly when: JumpCondition | null
}

export type InstructionKind = Copying | Arithmetic | Comparing | Jumping

/** The ten instructions, in the order in which the book lists them (section 2.2; language.md, section 3). */
export const INSTRUCTIONS = {
  mov: {
    kind: 'copy',
    operands: ['destination', 'source'],
    example: 'mov r0, #5',
    summary: { en: 'copies b to a', zh: '将 b 的值赋给 a' },
  },
  add: {
    kind: 'arithmetic',
    operands: ['destination', 'source'],
    unit: 'adder',
    example: 'add r0, [r1]',
    summary: { en: 'adds b to a', zh: '将 a 和 b 相加，结果存入 a' },
  },
  sub: {
    kind: 'arithmetic',
    operands: ['destination', 'source'],
    unit: 'subtractor',
    example: 'sub r0, #1',
    summary: { en: 'subtracts b from a', zh: '将 a 减去 b，结果存入 a' },
  },
  mul: {
    kind: 'arithmetic',
    operands: ['destination', 'source'],
    unit: 'multiplier',
    example: 'mul r0, r1',
    summary: { en: 'multiplies a by b', zh: '将 a 乘以 b，结果存入 a' },
  },
  div: {
    kind: 'arithmetic',
    operands: ['destination', 'source'],
    unit: 'divider',
    example: 'div r0, #2',
    summary: { en: 'divides a by b, cut towards zero', zh: '将 a 除以 b，保留整数部分，结果存入 a' },
  },
  jmp: {
    kind: 'jump',
    operands: ['target'],
    when: null,
    example: 'jmp loop',
    summary: { en: 'jumps', zh: '跳转' },
  },
  je: {
    kind: 'jump',
    operands: ['target'],
    when: ['equal'],
    example: 'je done',
    summary: { en: 'jumps if equal, or if the result was 0', zh: '相等（或上一次运算结果为 0）则跳转' },
  },
  jne: {
    kind: 'jump',
    operands: ['target'],
    when: ['less', 'greater'],
    example: 'jne loop',
    summary: { en: 'jumps if not equal, or if the result was not 0', zh: '不相等（或上一次运算结果不为 0）则跳转' },
  },
  jl: {
    kind: 'jump',
    operands: ['target'],
    when: ['less'],
    example: 'jl less',
    summary: { en: 'jumps if less, or if the result was below 0', zh: '小于（或上一次运算结果小于 0）则跳转' },
  },
  cmp: {
    kind: 'compare',
    operands: ['compared', 'source'],
    unit: 'subtractor',
    example: 'cmp r1, r2',
    summary: { en: 'compares a with b and sets the flags', zh: '比较 a 和 b 的值，设置标志位' },
  },
} as const satisfies Record<string, InstructionKind>

export type Mnemonic = keyof typeof INSTRUCTIONS

/** All mnemonics, in the table's order. */
export const MNEMONICS = Object.keys(INSTRUCTIONS) as readonly Mnemonic[]

/** The row of a mnemonic, as the general type (where the exact literal would be in the way). */
export const instructionOf = (mnemonic: Mnemonic): InstructionKind => INSTRUCTIONS[mnemonic]
