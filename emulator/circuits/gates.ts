// The primitive gates (circuits.md, section 1): what each computes, and what it is called. It knows no nets and no picture.
import type { ModuleWords } from './words.ts'

/** A net's value. */
export type Bit = 0 | 1

export interface Primitive {
  readonly inputs: 1 | 2
  /** The output for each row of the truth table, the first input slowest, as the book prints it (tables 1 and 2). */
  readonly rows: readonly Bit[]
  readonly name: ModuleWords
}

/** The primitive gates, in the order in which the specification lists them. */
export const GATES = {
  not: { inputs: 1, rows: [1, 0], name: { en: 'NOT', zh: '非门' } },
  and: { inputs: 2, rows: [0, 0, 0, 1], name: { en: 'AND', zh: '与门' } },
  or: { inputs: 2, rows: [0, 1, 1, 1], name: { en: 'OR', zh: '或门' } },
  xor: { inputs: 2, rows: [0, 1, 1, 0], name: { en: 'XOR', zh: '异或门' } },
  nand: { inputs: 2, rows: [1, 1, 1, 0], name: { en: 'NAND', zh: '与非门' } },
  nor: { inputs: 2, rows: [1, 0, 0, 0], name: { en: 'NOR', zh: '或非门' } },
} as const satisfies Record<string, Primitive>

export type GateType = keyof typeof GATES
export type BinaryType = Exclude<GateType, 'not'>

export const GATE_TYPES = Object.keys(GATES) as readonly GateType[]
