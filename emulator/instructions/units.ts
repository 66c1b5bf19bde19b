// What computes: each unit of the ALU in one record, from which the step, the interpreter, the translation, formulas,
// circuits and words are made. It names circuits and WebAssembly's operations, and knows neither.

import type { Language, Text } from '../languages/index.ts'
import { type Part, type Parts, parts, type Sentence } from './sentence.ts'

/** WebAssembly's operations on two words of 32 bits that a unit can be translated to. */
type WasmOperation = 'add' | 'sub' | 'mul' | 'div_s' | 'and' | 'or' | 'xor'

/** The circuit that computes: a module by name with its result's port, or a gate at every bit. */
export type UnitCircuit =
  | { readonly module: 'ripple-adder' | 'subtractor' | 'multiplier' | 'divider'; readonly result: 's' | 'p' | 'q' }
  | { readonly gate: 'and' | 'or' | 'xor' | 'nand' | 'nor' }

/** The second operand as sentences call it. */
export interface Taken {
  /** The cell that it came from; null for a `#`. */
  readonly cell: Part | null
  /** Whether brackets led there. */
  readonly pointed: boolean
  readonly value: number
  /** With where it is from: `x15 = 1`, `5`, `label loop (line 6) = 3`. */
  readonly shown: Sentence
}

/** What is done to cell `a` with `b`, in one language. */
type Saying = (a: Part, b: Taken) => Parts

/** After a Chinese word a space stands before what is no Chinese sign: `加 5`, but `加标签“loop”…`. */
export function spaced({ shown }: Pick<Taken, 'shown'>): Parts {
  const [first] = shown.zh
  return first?.kind === 'words' ? shown.zh : parts` ${shown.zh}`
}

/** The second operand in Chinese after its verb: `乘以 5`, `乘以 x15 的 1`. */
const zhBy =
  (verb: string): Saying =>
  (a, b) =>
    b.cell === null ? parts`${a} ${verb}${spaced(b)}` : parts`${a} ${verb} ${b.cell} 的 ${b.value}`
const zhAdds: Saying = (a, b) =>
  b.cell === null ? parts`${a} 加${spaced(b)}` : parts`将 ${b.cell} 的 ${b.value} 加到 ${a}`
const zhSubtracts: Saying = (a, b) =>
  b.cell === null ? parts`${a} 减${spaced(b)}` : parts`从 ${a} 减去 ${b.cell} 的 ${b.value}`

export interface UnitRecord {
  /** The sign between two numbers. */
  readonly symbol: string
  /** The result before it is cut to the word. */
  readonly exact: (a: bigint, b: bigint) => bigint
  /** The same in doubles: exact, or so large that it is outside of every word as the exact one is. */
  readonly compute: (a: number, b: number) => number
  /** The result's low 32 bits where `compute` may lose them; null where it never does. */
  readonly low: ((a: number, b: number) => number) | null
  /** Whether a right operand of 0 is the fault `division-by-zero`. */
  readonly divides: boolean
  /** Whether adding a number by it moves a cell that is used in brackets on to a neighbour. */
  readonly moves: boolean
  readonly wasm: WasmOperation
  /** What formulas do with it: polynomials stay polynomials, or an unknown of its own arises. */
  readonly formula: 'sum' | 'difference' | 'product' | 'unknown'
  readonly circuit: UnitCircuit
  readonly name: Text
  /** What it does to its destination, outright. */
  readonly does: Readonly<Record<Language, Saying>>
  /** The same as the consequence of what brackets held: `r1 = 15, so …`. */
  readonly follows: Readonly<Record<Language, Saying>>
}

export const UNITS = {
  adder: {
    symbol: '+',
    exact: (a, b) => a + b,
    compute: (a, b) => a + b,
    low: null,
    divides: false,
    moves: true,
    wasm: 'add',
    formula: 'sum',
    circuit: { module: 'ripple-adder', result: 's' },
    name: { en: 'adder', zh: '加法器' },
    does: { en: (a, b) => parts`adds ${b.shown.en} to ${a}`, zh: zhAdds },
    follows: {
      en: (a, b) => parts`${b.shown.en} is added to ${a}`,
      zh: (a, b) => (b.pointed ? parts`取 ${b.shown.zh} 加到 ${a}` : zhAdds(a, b)),
    },
  },
  subtractor: {
    symbol: '−',
    exact: (a, b) => a - b,
    compute: (a, b) => a - b,
    low: null,
    divides: false,
    moves: true,
    wasm: 'sub',
    formula: 'difference',
    circuit: { module: 'subtractor', result: 's' },
    name: { en: 'subtractor', zh: '减法器' },
    does: { en: (a, b) => parts`subtracts ${b.shown.en} from ${a}`, zh: zhSubtracts },
    follows: { en: (a, b) => parts`${b.shown.en} is subtracted from ${a}`, zh: zhSubtracts },
  },
  multiplier: {
    symbol: '×',
    exact: (a, b) => a * b,
    compute: (a, b) => a * b,
    low: Math.imul,
    divides: false,
    moves: false,
    wasm: 'mul',
    formula: 'product',
    circuit: { module: 'multiplier', result: 'p' },
    name: { en: 'multiplier', zh: '乘法器' },
    does: { en: (a, b) => parts`multiplies ${a} by ${b.shown.en}`, zh: zhBy('乘以') },
    follows: { en: (a, b) => parts`${a} is multiplied by ${b.shown.en}`, zh: zhBy('乘以') },
  },
  divider: {
    symbol: '÷',
    exact: (a, b) => a / b,
    compute: (a, b) => Math.trunc(a / b),
    low: null,
    divides: true,
    moves: false,
    wasm: 'div_s',
    formula: 'unknown',
    circuit: { module: 'divider', result: 'q' },
    name: { en: 'divider', zh: '除法器' },
    does: { en: (a, b) => parts`divides ${a} by ${b.shown.en}`, zh: zhBy('除以') },
    follows: { en: (a, b) => parts`${a} is divided by ${b.shown.en}`, zh: zhBy('除以') },
  },
} as const satisfies Record<string, UnitRecord>

/** What computes an instruction's result or flags. */
export type Unit = keyof typeof UNITS

/** A unit's record, as the general type (where the exact literal would be in the way). */
export const unitOf = (unit: Unit): UnitRecord => UNITS[unit]
