// Gates as the sums of ReLUs of the book's section 3.2: each a small neural network whose weights can be shown.
import type { Algebra } from './algebra.ts'
import type { GateType } from './gates.ts'

/** out = Σₖ ReLU(weights[k]·in + bias[k]). */
export interface ReluSum {
  readonly weights: readonly (readonly number[])[]
  readonly bias: readonly number[]
}

/** ReLU(x) = max{0, x}. */
export const relu = (x: number): number => Math.max(0, x)

/** The gates' weights; not, and, or, xor as in the book (section 3.2), nand and nor in the same manner. */
export const RELU_GATES = {
  not: { weights: [[-1]], bias: [1] },
  and: { weights: [[1, 1]], bias: [-1] },
  or: {
    weights: [
      [1, 0],
      [-1, 1],
    ],
    bias: [0, 0],
  },
  xor: {
    weights: [
      [1, -1],
      [-1, 1],
    ],
    bias: [0, 0],
  },
  nand: {
    weights: [
      [-1, 0],
      [1, -1],
    ],
    bias: [1, 0],
  },
  nor: { weights: [[-1, -1]], bias: [1] },
} as const satisfies Record<GateType, ReluSum>

/** What goes into each ReLU of a sum: weights[k]·in + bias[k]. */
export const beforeRelu = (sum: ReluSum, inputs: readonly number[]): number[] =>
  sum.weights.map((row, k) => row.reduce((total, weight, i) => total + weight * inputs[i]!, sum.bias[k]!))

/** What comes out of the sum. */
export const reluSum = (sum: ReluSum, inputs: readonly number[]): number =>
  beforeRelu(sum, inputs).reduce((total, value) => total + relu(value), 0)

/** Numbers, with every gate computed by its ReLUs and nothing else. */
export const RELUS: Algebra<number> = {
  zero: 0,
  one: 1,
  not: x => reluSum(RELU_GATES.not, [x]),
  and: (x, y) => reluSum(RELU_GATES.and, [x, y]),
  or: (x, y) => reluSum(RELU_GATES.or, [x, y]),
  xor: (x, y) => reluSum(RELU_GATES.xor, [x, y]),
  nand: (x, y) => reluSum(RELU_GATES.nand, [x, y]),
  nor: (x, y) => reluSum(RELU_GATES.nor, [x, y]),
}
