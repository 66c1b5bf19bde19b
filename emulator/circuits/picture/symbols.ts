// The symbols of gates: distinctive shapes (ANSI/IEEE 91) and rectangular ones (IEC 60617), as paths in a box whose
// upper left corner is the origin. It knows no positions.

import type { GateType } from '../gates.ts'
import type { GateSet } from '../netlist.ts'
import { RELU_GATES } from '../relu.ts'

export type SymbolStyle = 'distinctive' | 'rectangular'

/** A point in user units, about a pixel each; y grows downwards. */
export type Point = readonly [x: number, y: number]

export interface GateSymbol {
  readonly width: number
  readonly height: number
  /** Where the wires end: at the shape itself, so curved backs are met. */
  readonly inputs: readonly Point[]
  readonly output: Point
  /** Filled outlines, then mere strokes, as SVG path data. */
  readonly outlines: readonly string[]
  readonly strokes: readonly string[]
  /** The circle of a negation: its centre. */
  readonly bubble: Point | null
  /** What stands inside, line by line. */
  readonly text: readonly string[]
  /** The middle of the text. */
  readonly middle: Point
}

/** The radius of a negation's circle. */
export const BUBBLE = 3.5

const RECTANGLE = 'M0 0H54V40H0Z'
const AND_BODY = 'M0 0H34A20 20 0 0 1 34 40H0Z'
const OR_BODY = 'M0 0Q13 20 0 40H12Q40 40 54 20Q40 0 12 0Z'
const XOR_BACK = 'M-7 0Q6 20 -7 40'

const INSIDE: Record<GateType, string> = { not: '1', and: '&', or: '≥1', xor: '=1', nand: '&', nor: '≥1' }
const NEGATED: ReadonlySet<GateType> = new Set(['not', 'nand', 'nor'])

/** The symbol of a gate. In the set `relu` a gate is a box with its sum of ReLUs written in it. */
export function symbolOf(type: GateType, style: SymbolStyle, set: GateSet): GateSymbol {
  if (set === 'relu') return reluSymbol(type)
  return style === 'rectangular' ? rectangular(type) : distinctive(type)
}

function rectangular(type: GateType): GateSymbol {
  const negated = NEGATED.has(type)
  return {
    width: 54,
    height: 40,
    inputs: type === 'not' ? [[0, 20]] : twoInputs(0),
    output: [negated ? 54 + 2 * BUBBLE : 54, 20],
    outlines: [RECTANGLE],
    strokes: [],
    bubble: negated ? [54 + BUBBLE, 20] : null,
    text: [INSIDE[type]],
    middle: [27, 20],
  }
}

const twoInputs = (x: number): Point[] => [
  [x, 8],
  [x, 32],
]

function distinctive(type: GateType): GateSymbol {
  const bubble: Point | null = NEGATED.has(type) ? [54 + BUBBLE, 20] : null
  const output: Point = bubble ? [54 + 2 * BUBBLE, 20] : [54, 20]
  const common = { width: 54, height: 40, output, bubble, text: [type.toUpperCase()] }
  switch (type) {
    case 'not':
      return { ...common, inputs: [[4, 20]], outlines: ['M4 1L54 20L4 39Z'], strokes: [], middle: [20, 20] }
    case 'and':
    case 'nand':
      return { ...common, inputs: twoInputs(0), outlines: [AND_BODY], strokes: [], middle: [24, 20] }
    case 'or':
    case 'nor':
      return { ...common, inputs: twoInputs(4), outlines: [OR_BODY], strokes: [], middle: [27, 20] }
    case 'xor':
      return { ...common, inputs: twoInputs(-3), outlines: [OR_BODY], strokes: [XOR_BACK], middle: [28, 20] }
  }
}

/** `ReLU(x − y)`: one ReLU of a gate with its weights, over the gate's inputs x and y. */
export function reluTerm(weights: readonly number[], bias: number): string {
  const terms = weights.flatMap((weight, i) => (weight === 0 ? [] : [[weight, ['x', 'y'][i]!] as const]))
  // What is added comes first, then what is taken away: `y − x`, `1 − x`.
  const parts: (readonly [number, string])[] = bias === 0 ? terms : [...terms, [bias, String(Math.abs(bias))]]
  const ordered = [...parts.filter(([sign]) => sign > 0), ...parts.filter(([sign]) => sign < 0)]
  const sum = ordered.map(([sign, name], i) =>
    i === 0 ? `${sign < 0 ? '−' : ''}${name}` : `${sign < 0 ? ' − ' : ' + '}${name}`,
  )
  return `ReLU(${sum.join('')})`
}

function reluSymbol(type: GateType): GateSymbol {
  const { weights, bias } = RELU_GATES[type]
  const text = weights.map((row, k) => `${k > 0 ? '+ ' : ''}${reluTerm(row, bias[k]!)}`)
  return {
    width: 116,
    height: 40,
    inputs: type === 'not' ? [[0, 20]] : twoInputs(0),
    output: [116, 20],
    outlines: ['M0 0H116V40H0Z'],
    strokes: [],
    bubble: null,
    text,
    middle: [58, 20],
  }
}
