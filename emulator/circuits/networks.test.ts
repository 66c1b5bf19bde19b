// The book's ReLU networks compute what they are for, and gates as sums of ReLUs are gates.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BITS, GATE_TYPES, GATES, NETWORKS, RELU_GATES, RELUS, reluSum, reluTerm, runNetwork } from './index.ts'

const MEANING: Readonly<Record<string, (x: number, y: number) => number>> = {
  absolute: x => Math.abs(x),
  'maximum-skip': (x, y) => Math.max(x, y),
  maximum: (x, y) => Math.max(x, y),
}

test.each(NETWORKS.map(network => [network.name, network] as const))('%s', (name, network) => {
  const number = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(number, number, (x, y) => {
      expect(runNetwork(network, [x, y].slice(0, network.inputs.length)).output).toBe(MEANING[name]!(x, y))
    }),
  )
})

test.each(GATE_TYPES)('%s as a sum of ReLUs', type => {
  GATES[type].rows.forEach((wanted, row) => {
    const [x, y] = type === 'not' ? [row as 0 | 1] : [(row >> 1) as 0 | 1, (row & 1) as 0 | 1]
    expect(reluSum(RELU_GATES[type], y === undefined ? [x] : [x, y])).toBe(wanted)
    expect(RELUS[type](x, y as never)).toBe(wanted)
    expect(BITS[type](x, y as never)).toBe(wanted)
  })
})

test('weights are written as in the book', () => {
  const written = GATE_TYPES.map(type =>
    RELU_GATES[type].weights.map((row, k) => reluTerm(row, RELU_GATES[type].bias[k]!)).join(' + '),
  )
  expect(written.slice(0, 4)).toEqual([
    'ReLU(1 − x)',
    'ReLU(x + y − 1)',
    'ReLU(x) + ReLU(y − x)',
    'ReLU(x − y) + ReLU(y − x)',
  ])
})
