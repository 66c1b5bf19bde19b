// Every number in what is said of a circuit, held against plain arithmetic that knows no circuit: over the steps of random
// programs, in three gate sets, at rest and while time runs; and no net has two numbers.
import { describe, expect, test } from 'vitest'
import {
  type Evaluation,
  flatNets,
  type GateSet,
  type Instance,
  isSigned,
  lookInside,
  type Module,
  rewrite,
  spread,
  valuesAt,
} from '../emulator/circuits/index.ts'
import { datapathOf, stillOf, storyOf } from '../emulator/datapath/index.ts'
import { plain, plainText } from '../emulator/instructions/index.ts'
import { halted, initialState, isFault, perform } from '../emulator/machine/index.ts'
import { IS_FULL } from './amount.ts'
import { randomFrom, randomProgram } from './random-programs.ts'

const STEPS = IS_FULL ? 2000 : 200
const SETS: readonly GateSet[] = ['book', 'nand', 'not-and-or']

const paren = (value: bigint | number): string => (value < 0 ? `(${value})` : `${value}`)

/** What a sum says at its end, by integers of any length. */
function ending(exact: bigint, bits: number): string {
  const kept = BigInt.asIntN(bits, exact)
  return exact === kept ? `${kept}.` : `${exact}, more than ${bits} bits can hold: what is kept is ${kept}.`
}

/** What has to be said of a whole circuit, worked out from its two operands alone. */
function expected(module: string, bits: number, a: number, b: number): string {
  const [x, y] = [BigInt(a), BigInt(b)]
  switch (module) {
    case 'ripple-adder':
      return `${a} + ${paren(b)} = ${ending(x + y, bits)}`
    case 'subtractor':
      return `${a} − ${paren(b)} = ${a} + ${paren(-y - 1n)} + 1 = ${ending(x - y, bits)}`
    case 'multiplier':
      return `${a} × ${paren(b)} = ${ending(x * y, bits)}`
    default: {
      const size = (value: bigint): bigint => (value < 0n ? -value : value)
      const whole = `${size(x)} ÷ ${size(y)} = ${size(x) / size(y)}, rest ${size(x) % size(y)}`
      return a >= 0 && b > 0 ? `${whole}.` : `${ending(x / y, bits)}`
    }
  }
}

/** Nets of which a part's port tells another number than the module around it does. */
function disagreements(root: Module, path: readonly string[], values: ArrayLike<number>): string[] {
  const outer = lookInside(root, path, values)!
  const told = new Map<string, string>()
  const found: string[] = []
  const tell = (
    flat: readonly number[],
    nets: readonly number[],
    of: Evaluation,
    number: number,
    where: string,
  ): void => {
    if (nets.length < 2) return
    const key = nets.map(net => flat[net]).join()
    const before = told.get(key)
    if (before !== undefined && before !== `${number}`)
      found.push(`${of.module.name} ${where}: ${before} and ${number}`)
    told.set(key, `${number}`)
  }
  const flat = flatNets(root, path)
  for (const port of outer.module.inputs) tell(flat, port.nets, outer, outer.inputs[port.name]!, port.name)
  for (const port of outer.module.outputs) tell(flat, port.nets, outer, outer.outputs[port.name]!, port.name)
  for (const part of outer.module.parts.filter((each): each is Instance => each.kind === 'instance')) {
    const inner = lookInside(root, [...path, part.label], values)!
    const innerFlat = flatNets(root, [...path, part.label])
    for (const port of inner.module.inputs)
      tell(innerFlat, port.nets, inner, inner.inputs[port.name]!, `${part.label} ${port.name}`)
    for (const port of inner.module.outputs)
      tell(innerFlat, port.nets, inner, inner.outputs[port.name]!, `${part.label} ${port.name}`)
  }
  return found
}

/** Steps of random programs that compute something. */
function* computing(most: number) {
  let count = 0
  for (let seed = 1; count < most; seed++) {
    const program = randomProgram(seed)
    const state = initialState(program)
    for (let n = 1; n < 60 && !halted(program, state) && count < most; n++) {
      const step = perform(program, state, n)
      if (isFault(step)) break
      const path = datapathOf(program.bits, program.instructions[step.pc]!, step)
      if (path.kind !== 'computes') continue
      count += 1
      yield { seed, step, path, bits: program.bits }
    }
  }
}

describe('what is said of a circuit', () => {
  test(`${STEPS} random steps: the sentence’s numbers are those of plain arithmetic, in ${SETS.join(', ')}`, () => {
    const seen = new Set<string>()
    let n = 0
    for (const { seed, step, path, bits } of computing(STEPS)) {
      const set = SETS[n++ % SETS.length]!
      const module = rewrite(path.module, set)
      const [a, b] = step.values as [number, number]
      const found = spread(module, {}, path.inputs)
      const whole = lookInside(module, [], found.after)!
      const said = plainText(storyOf(whole)!)
      const numbers = expected(module.name, bits, a, b)
      expect(said.en.endsWith(numbers), `seed ${seed}, step ${step.step}: ${said.en}\nis not … ${numbers}`).toBe(true)
      // Both languages say the same numbers.
      const digits = (text: string): string[] => text.match(/\d+/g) ?? []
      expect(digits(said.zh), said.zh).toEqual(digits(said.en))
      seen.add(module.name)
      // While time runs: what is told as still so is so, and becomes what it is at rest.
      if (n % 10 === 0) {
        const time = Math.floor(found.settleTime / 2)
        const now = lookInside(module, [], valuesAt(found, time) ?? found.after)!
        const still = stillOf(now, whole)
        for (const { name } of module.outputs) {
          const [is, becomes] = [now.outputs[name]!, whole.outputs[name]!]
          const words = `is still ${is}, becomes ${becomes}`
          expect(still === null ? false : plain(still.en).includes(words), `${name}: ${words}`).toBe(is !== becomes)
        }
      }
    }
    expect([...seen].sort()).toEqual(['divider', 'multiplier', 'ripple-adder', 'subtractor'])
  })

  test('no net has two numbers: outside and inside of a part it is the same', () => {
    const random = randomFrom(14)
    let n = 0
    for (const { path, bits } of computing(IS_FULL ? 400 : 60)) {
      if (bits === 32 && n++ % 4 > 0) continue
      const module = path.module
      const { after } = spread(module, {}, path.inputs)
      expect(disagreements(module, [], after)).toEqual([])
      const parts = module.parts.flatMap(part => (part.kind === 'instance' ? [part.label] : []))
      if (parts.length === 0) continue
      const label = parts[random(parts.length)]!
      expect(disagreements(module, [label], after)).toEqual([])
    }
  })

  test('a division’s sizes have no sign, whatever their ports are called', () => {
    const divider = [...computing(2000)].find(({ path, bits }) => path.module.name === 'divider' && bits === 8)!
    const { module } = divider.path
    const { after } = spread(module, {}, { a: -128, b: 7 })
    expect(lookInside(module, ['size_a'], after)!.outputs['r']).toBe(128)
    expect(lookInside(module, ['flipped'], after)!.outputs['r']).toBe(248)
    expect(lookInside(module, ['row0'], after)!.inputs['flipped']).toBe(248)
    expect(lookInside(module, ['row0', 'adder'], after)!.inputs['b']).toBe(248)
    expect(lookInside(module, ['with_sign'], after)!.outputs['r']).toBe(-18)
    // The canary: by the names of the ports alone it would be another number.
    expect(isSigned({ name: 'b', width: 8 })).toBe(true)
  })

  test('rows of a division and of a multiplication say their own numbers', () => {
    const of = (name: string) =>
      [...computing(2000)].find(({ path, bits }) => path.module.name === name && bits === 8)!.path.module
    const divided = of('divider')
    const { after } = spread(divided, {}, { a: 88, b: 7 })
    const row = plainText(storyOf(lookInside(divided, ['row2'], after)!, { label: 'row2', within: 'divider' })!)
    // 88 = 1011000; its first five digits 10110 are 22, of which the rows above have taken 21 − 7·… away.
    expect(row.en).toBe('Row 2: 7 fits into 8, so the digit is 1; left is 8 − 7 = 1.')
    const times = of('multiplier')
    const made = spread(times, {}, { a: 41, b: 3 })
    const sum = plainText(storyOf(lookInside(times, ['sum1'], made.after)!, { label: 'sum1', within: 'multiplier' })!)
    expect(sum.en).toMatch(/^Row 1: 20 \+ 41 = 61\. The sum so far without its last digit/)
  })
})
