// Time in a circuit: figures worked out once by hand and by another program, and what holds for any change.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alu, moduleNamed } from '../datapath/index.ts'
import { compute } from './evaluate.ts'
import { divider, flatNets, lookInside, multiplier, rewrite, rippleAdder, subtractor } from './index.ts'
import { type Inputs, outputNumbers } from './numbers.ts'
import { atRest, changesAt, type Spread, spread, unsteady, valuesAt } from './timed.ts'

/** Settle time, nets that change more than once, and the most that one changes. */
const figures = (found: Spread) => [found.settleTime, unsteady(found).length, Math.max(...found.counts)]

describe('settle times', () => {
  const adder = rippleAdder(8)
  test.each([
    ['a carry through 8 bits', adder, { a: 255 }, { a: 255, c: 1 }, [16, 0, 1]],
    ['operands and carry at once', adder, {}, { a: 255, c: 1 }, [17, 8, 2]],
    ['255 + 1', adder, {}, { a: 255, b: 1 }, [16, 7, 2]],
    ['5 + 3 with a carry more', adder, { a: 5, b: 3 }, { a: 5, b: 3, c: 1 }, [1, 0, 1]],
    ['a carry through 32 bits', rippleAdder(32), { a: 2 ** 32 - 1 }, { a: 2 ** 32 - 1, c: 1 }, [64, 0, 1]],
    ['0 − 1, then 0 − 0', subtractor(8), { b: 1 }, {}, [21, 0, 1]],
    ['255 · 255', multiplier(8), {}, { a: 255, b: 255 }, [21, 82, 12]],
    ['127 ÷ 1', divider(8), {}, { a: 127, b: 1 }, [148, 485, 126]],
  ] as const)('%s', (_, module, from: Inputs, to: Inputs, wanted) => {
    expect(figures(spread(module, from, to))).toEqual(wanted)
  })

  test('a whole ALU dividing is counted, not recorded', () => {
    const found = spread(alu(32), {}, { a: 2 ** 31 - 1, b: 3, op: 4 })
    expect(found.record).toBeNull()
    expect(valuesAt(found, 5)).toBeNull()
    expect(figures(found)).toEqual([2115, 8269, 2003])
    expect(outputs(found)).toEqual({ r: 715827882, zero: 0, less: 0, by_zero: 0 })
  })
})

const outputs = ({ flat, after }: Spread) =>
  outputNumbers(
    flat.module,
    flat.outputs.map(port => port.nets.map(net => after[net]!)),
  )

const word = fc.integer({ min: -128, max: 127 })

test('any change ends at rest, where the evaluation is, and every unit follows from the one before', () => {
  const modules = ['ripple-adder', 'subtractor', 'multiplier', 'divider'].flatMap(name =>
    (['book', 'nand'] as const).map(set => rewrite(moduleNamed(name, 8)!, set)),
  )
  fc.assert(
    fc.property(fc.constantFrom(...modules), word, word, word, word, (module, a, b, a2, b2) => {
      const found = spread(module, { a, b }, { a: a2, b: b2 })
      expect(found.after).toEqual(atRest(module, { a: a2, b: b2 }))
      expect(outputs(found)).toEqual(compute(module, { a: a2, b: b2 }))
      expect(found.settleTime).toBeLessThanOrEqual(found.longestPath)
      expect(valuesAt(found, -1)).toEqual(atRest(module, { a, b }))
      expect(valuesAt(found, found.settleTime)).toEqual(found.after)
      const middle = Math.floor(found.settleTime / 2)
      const before = valuesAt(found, middle)!
      for (const net of changesAt(found, middle + 1)) before[net]! ^= 1
      expect(valuesAt(found, middle + 1)).toEqual(before)
      // On from there, where the values at rest are kept, and from elsewhere, where they are not.
      for (const [from, to] of [
        [
          { a: a2, b: b2 },
          { a: b2, b: a },
        ],
        [{ a, b }, { a: a2 }],
      ] as const) {
        const next = spread(module, from, to)
        expect(next.before).toEqual(atRest(module, from))
        expect(next.after).toEqual(atRest(module, to))
      }
    }),
    { numRuns: 300 },
  )
})

test('looking inside sees the same values as the flat nets have', () => {
  const module = rewrite(alu(8), 'nand')
  const inputs = { a: 77, b: -5, op: 4 }
  const path = ['divider', 'row3', 'adder', 'bit2']
  const inside = lookInside(module, path, atRest(module, inputs))!
  expect(inside.outputs).toEqual(compute(inside.module, inside.inputs))
  expect(flatNets(module, path).every(net => net >= 0)).toBe(true)
  expect(lookInside(module, [], atRest(module, inputs))!.outputs).toEqual({ r: -15, zero: 0, less: 1, by_zero: 0 })
  expect(lookInside(module, ['nowhere'], atRest(module, inputs))).toBeUndefined()
})
