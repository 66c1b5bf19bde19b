// What is said to be determined is the same in every case of the open inputs, and nothing that is so is left out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moduleNamed } from '../datapath/index.ts'
import { determined } from './determined.ts'
import { evaluate } from './evaluate.ts'
import { GATE_SET_NAMES, rewrite } from './index.ts'

/** Every case of the open inputs, a number each. */
function* cases(names: readonly string[], width: (name: string) => number): Generator<Record<string, number>> {
  const [first, ...rest] = names
  if (first === undefined) return yield {}
  for (let value = 0; value < 2 ** width(first); value++) {
    for (const others of cases(rest, width)) yield { ...others, [first]: value }
  }
}

test('an and with one 0 is 0, whatever the other', () => {
  const and = moduleNamed('and', 1)!
  expect([...determined(and, { x: 0 })]).toEqual([0, 1, 0, null, 0])
  expect([...determined(and, { x: 1 })]).toEqual([0, 1, 1, null, null])
})

test('exactly what no open input changes', () => {
  const names = ['full-adder', 'ripple-adder', 'subtractor', 'alu', 'jump-condition', 'selector']
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...GATE_SET_NAMES),
      fc.array(fc.option(fc.nat(3))),
      (name, set, values) => {
        const module = rewrite(moduleNamed(name, 2)!, set)
        const port = (each: string) => module.inputs.find(({ name: own }) => own === each)!
        const inputs = Object.fromEntries(
          module.inputs.flatMap(({ name: own, nets }, i) => {
            const value = values[i] ?? null
            return value === null ? [] : [[own, value % 2 ** nets.length]]
          }),
        )
        const open = module.inputs.map(each => each.name).filter(each => inputs[each] === undefined)
        const all = [...cases(open, each => port(each).nets.length)].map(
          each => evaluate(module, { ...inputs, ...each }).values,
        )
        const same = all[0]!.map((bit, net) => (all.every(values => values[net] === bit) ? bit : null))
        expect([...determined(module, inputs)]).toEqual([...same])
      },
    ),
    { numRuns: 60 },
  )
})

test('where many inputs are open, what the gates tell', () => {
  const adder = moduleNamed('ripple-adder', 32)!
  const known = determined(adder, { a: 0 })
  expect(known.filter(bit => bit !== null).length).toBeGreaterThan(32)
})
