// The ReLU networks of the book's section 3.2: |x|, and max{x₁, x₂} in both of its versions, as weights that can be shown.
import { relu } from './relu.ts'
import type { ModuleWords } from './words.ts'

/** A neuron: a weighted sum of what comes before, and a bias. */
export interface Neuron {
  readonly name: string
  /** Parallel to the layer before. */
  readonly weights: readonly number[]
  readonly bias: number
}

/** A network of one hidden layer: y = w₂ ReLU(w₁x + b₁) + b₂, and where the book has it, inputs that skip the hidden layer. */
export interface Network {
  readonly name: string
  readonly title: ModuleWords
  readonly words: ModuleWords
  /** The formula as the book has it. */
  readonly formula: string
  readonly inputs: readonly string[]
  readonly hidden: readonly Neuron[]
  readonly output: Neuron
  /** Weights from the inputs straight to the output; all 0 where none skips. */
  readonly skip: readonly number[]
}

export const NETWORKS: readonly Network[] = [
  {
    name: 'absolute',
    title: { en: '|x| as a ReLU network', zh: '|x| 的 ReLU 网络' },
    words: {
      en: 'Two ReLUs: one lets the positive half through, the other the negative half turned over.',
      zh: '两个 ReLU：一个留下正的一半，另一个把负的一半翻过来。',
    },
    formula: '|x| = ReLU(x) + ReLU(−x)',
    inputs: ['x'],
    hidden: [
      { name: 'h₁', weights: [1], bias: 0 },
      { name: 'h₂', weights: [-1], bias: 0 },
    ],
    output: { name: 'y', weights: [1, 1], bias: 0 },
    skip: [0],
  },
  {
    name: 'maximum-skip',
    title: { en: 'max(x₁, x₂), x₁ skipping a layer', zh: 'max(x₁, x₂)，x₁ 跳过隐藏层' },
    words: {
      en: 'Short, but x₁ passes the hidden layer by, on a way of its own.',
      zh: '式子短，但 x₁ 没有经过隐藏层，要单独开一个通道。',
    },
    formula: 'max(x₁, x₂) = x₁ + ReLU(x₂ − x₁)',
    inputs: ['x₁', 'x₂'],
    hidden: [{ name: 'h₁', weights: [-1, 1], bias: 0 }],
    output: { name: 'y', weights: [1], bias: 0 },
    skip: [1, 0],
  },
  {
    name: 'maximum',
    title: { en: 'max(x₁, x₂), all in layers', zh: 'max(x₁, x₂)，层次统一' },
    words: {
      en: 'x₁ = ReLU(x₁) − ReLU(−x₁), so everything goes through the hidden layer in the same way.',
      zh: 'x₁ = ReLU(x₁) − ReLU(−x₁)，于是一切都以同样的方式经过隐藏层。',
    },
    formula: 'max(x₁, x₂) = ReLU(x₁) − ReLU(−x₁) + ReLU(x₂ − x₁)',
    inputs: ['x₁', 'x₂'],
    hidden: [
      { name: 'h₁', weights: [1, 0], bias: 0 },
      { name: 'h₂', weights: [-1, 0], bias: 0 },
      { name: 'h₃', weights: [-1, 1], bias: 0 },
    ],
    output: { name: 'y', weights: [1, -1, 1], bias: 0 },
    skip: [0, 0],
  },
]

/** Every sum of a network for given inputs: before and after each ReLU, and the output. */
export interface NetworkValues {
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly output: number
}

const weighted = (weights: readonly number[], values: readonly number[]): number =>
  weights.reduce((total, weight, i) => total + weight * values[i]!, 0)

/** Runs a network; `inputs` stand parallel to its inputs. */
export function runNetwork(network: Network, inputs: readonly number[]): NetworkValues {
  const before = network.hidden.map(({ weights, bias }) => weighted(weights, inputs) + bias)
  const after = before.map(relu)
  const output = weighted(network.output.weights, after) + network.output.bias + weighted(network.skip, inputs)
  return { before, after, output }
}
