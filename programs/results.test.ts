// What each program of the library leaves, held against the same thing computed another way: from its data by plain
// arithmetic, also with data other than its own where `with` gives some.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assemble } from '../assembler/index.ts'
import { halted, initialState, isFault, perform, setCell } from '../emulator/machine/index.ts'

const folder = new URL('.', import.meta.url)
const NAMES = readdirSync(folder)
  .filter(name => name.endsWith('.asm'))
  .map(name => name.slice(0, -4))
  .sort()

/** Reads the cells before the first step: `at(8)` one of them, `all(15, 18)` those before the end. */
interface Data {
  at(address: number): number
  all(start: number, end: number): number[]
}

interface Result {
  /** What the cells from an address on hold in the end. */
  readonly from: number
  readonly is: (data: Data) => readonly number[]
  /** More data to try, as cells by the first one's number. */
  readonly with?: readonly Readonly<Record<number, readonly number[]>>[]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const relu = (x: number): number => Math.max(0, x)
const codes = (text: string): number[] => [...text].map(character => character.codePointAt(0)!)
/** The array that cells 8 and 9 name. */
const array = ({ at, all }: Data): number[] => all(at(8), at(9))
/** Pairs of an array and the one right behind it. */
const points = (data: Data): { x: number; y: number }[] => {
  const x = array(data)
  const y = data.all(data.at(9), data.at(9) + x.length)
  return x.map((value, index) => ({ x: value, y: y[index]! }))
}
const errors = (data: Data): number[] => points(data).map(({ x, y }) => data.at(10) * x + data.at(11) - y)
const PAIRS = [0, 1, 2, 3].map(index => [index >> 1, index & 1] as const)

const RESULTS: Readonly<Record<string, Result>> = {
  'absolute-value': { from: 9, is: ({ at }) => [Math.abs(at(8))], with: [{ 8: [4] }, { 8: [0] }] },
  'add-two-cells': { from: 2, is: ({ at }) => [at(0) + at(1)], with: [{ 0: [-5, 100] }] },
  'array-sum': { from: 10, is: data => [sum(array(data))], with: [{ 8: [30, 32], 30: [5, -9] }] },
  'bubble-sort': { from: 15, is: data => array(data).sort((a, b) => a - b), with: [{ 15: [9, 9, -1, 0, 3] }] },
  'copy-or-number': { from: 10, is: ({ at }) => [5, at(5), 5], with: [{ 5: [-3] }] },
  pointer: { from: 10, is: ({ at }) => [at(20), at(22)], with: [{ 20: [7, 8, 9] }] },
  'fill-cells': { from: 20, is: () => [0, 1, 2, 3, 4, 5].map(power => 2 ** power) },
  mean: { from: 10, is: data => [Math.trunc(sum(array(data)) / array(data).length)], with: [{ 15: [1, 2, 3, 31] }] },
  residuals: { from: 30, is: data => errors(data).map(error => 0 - error), with: [{ 10: [-1, 4] }] },
  'mean-squared-error': {
    from: 12,
    is: data => [Math.trunc(sum(errors(data).map(error => error ** 2)) / errors(data).length)],
    with: [{ 10: [-1, 4] }],
  },
  'weighted-error': {
    from: 12,
    is: data => {
      const weights = data.all(21, 24)
      const top = sum(errors(data).map((error, index) => weights[index]! * error ** 2))
      return [top, Math.trunc(top / sum(weights))]
    },
    with: [{ 21: [1, 0, 4], 18: [1, 1, 9] }],
  },
  slope: {
    from: 24,
    is: data => {
      const all = points(data)
      const [mx, my] = [sum(all.map(({ x }) => x)) / all.length, sum(all.map(({ y }) => y)) / all.length]
      const covariance = sum(all.map(({ x, y }) => (x - mx) * (y - my)))
      const variance = sum(all.map(({ x }) => (x - mx) ** 2))
      return [covariance, variance, covariance / variance]
    },
  },
  horner: {
    from: 11,
    is: data => {
      const coefficients = array(data)
      return [sum(coefficients.map((c, index) => c * data.at(10) ** (coefficients.length - 1 - index)))]
    },
    with: [{ 10: [-3] }, { 8: [40, 42], 40: [7, 1] }],
  },
  'gradient-descent': { from: 8, is: ({ at }) => [Math.round(at(18) / at(15)) - 1] },
  regularisation: {
    from: 11,
    is: data => {
      const [xy, xx] = [sum(points(data).map(({ x, y }) => x * y)), sum(points(data).map(({ x }) => x * x))]
      return [Math.trunc(xy / xx), Math.trunc(xy / (xx + data.at(10)))]
    },
    with: [{ 10: [3], 15: [2, 5, -1] }],
  },
  gates: {
    from: 10,
    is: ({ at }) => [at(8) ^ 1, at(8) & at(9), at(8) | at(9), (at(8) & at(9)) ^ 1],
    with: PAIRS.map(pair => ({ 8: pair })),
  },
  'exclusive-or': { from: 20, is: () => PAIRS.map(([a, b]) => a ^ b) },
  'full-adder': {
    from: 11,
    is: ({ all }) => [sum(all(8, 11)) % 2, Math.floor(sum(all(8, 11)) / 2)],
    with: PAIRS.flatMap(([a, b]) => [{ 8: [a, b, 0] }, { 8: [a, b, 1] }]),
  },
  'maximum-by-relu': {
    from: 10,
    is: ({ at }) => [Math.max(at(8), at(9)), Math.min(at(8), at(9))],
    with: [{ 8: [9, -4] }, { 8: [5, 5] }],
  },
  'absolute-by-relu': { from: 9, is: ({ at }) => [Math.abs(at(8))], with: [{ 8: [11] }, { 8: [0] }] },
  'logic-by-relu': {
    from: 20,
    is: () => [...PAIRS.map(([a, b]) => a & b), ...PAIRS.map(([a, b]) => a | b), ...PAIRS.map(([a, b]) => a ^ b)],
  },
  'two-layer-network': {
    from: 20,
    is: ({ at }) => {
      const unit = (first: number) => relu(at(first) * at(8) + at(first + 1) * at(9) + at(first + 2))
      const [one, two] = [unit(10), unit(13)]
      return [one, two, at(16) * one + at(17) * two + at(18)]
    },
    with: [{ 8: [-9, 2] }, { 8: [9, 2] }],
  },
  'square-piecewise': { from: 9, is: ({ at }) => [at(8) ** 2], with: [0, 1, 2, 4].map(x => ({ 8: [x] })) },
  relu: { from: 16, is: ({ all }) => all(16, 21).map(relu), with: [{ 16: [-1, 1, 0, 9, -9] }] },
  'binary-search': {
    from: 11,
    is: data => {
      const at = array(data).indexOf(data.at(10))
      return [at < 0 ? -1 : data.at(8) + at]
    },
    with: [2, 3, 56, 57, -1].map(wanted => ({ 10: [wanted] })),
  },
  'insertion-sort': { from: 15, is: data => array(data).sort((a, b) => a - b), with: [{ 15: [3, -3, 3, 0, 1] }] },
  palindrome: {
    from: 10,
    is: data => [array(data).join() === array(data).reverse().join() ? 1 : 0],
    with: [{ 15: codes('lever') }, { 8: [15, 19], 15: codes('noon') }],
  },
  digits: { from: 26, is: ({ at }) => codes(`${at(8)}`), with: [{ 8: [9070] }] },
  'matrix-product': {
    from: 24,
    is: ({ at }) => PAIRS.map(([row, column]) => sum([0, 1].map(k => at(16 + 2 * row + k) * at(20 + 2 * k + column)))),
    with: [{ 16: [0, -1, 5, 2, 9, 9, 1, 3] }],
  },
  'linked-list': {
    from: 10,
    is: ({ at }) => {
      let total = 0
      for (let element = at(8); element !== 0; element = at(element + 1)) total += at(element)
      return [total]
    },
    with: [{ 8: [30] }, { 8: [0] }],
  },
  collatz: {
    from: 9,
    is: ({ at }) => {
      let steps = 0
      for (let n = at(8); n !== 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps++
      return [steps]
    },
    with: [{ 8: [27] }, { 8: [1] }],
  },
  'square-root': { from: 9, is: ({ at }) => [Math.floor(Math.sqrt(at(8)))], with: [{ 8: [0] }, { 8: [225] }] },
  power: { from: 10, is: ({ at }) => [at(8) ** at(9)], with: [{ 8: [2, 30] }, { 8: [-7, 5] }, { 8: [9, 0] }] },
  primes: {
    from: 20,
    is: ({ at }) => {
      const prime = (n: number) => [...Array(n).keys()].every(d => d < 2 || n % d !== 0)
      return [...Array(300).keys()].filter(n => n > 1 && prime(n)).slice(0, at(9) - at(8))
    },
    with: [{ 9: [40] }],
  },
  life: {
    from: 66,
    is: ({ at }) => {
      const lives = (cell: number) => {
        const around = sum([-6, -5, -4, -1, 1, 4, 5, 6].map(offset => at(cell + offset)))
        return around === 3 || (around === 2 && at(cell) === 1) ? 1 : 0
      }
      return [36, 37, 38].map(lives)
    },
    with: [{ 36: [1, 1, 0], 41: [1, 0, 0] }],
  },
  stack: { from: 15, is: data => array(data).reverse(), with: [{ 8: [15, 17] }] },
  'nested-calls': { from: 10, is: ({ at }) => [at(8) ** 4, at(9) ** 4], with: [{ 8: [-2, 10] }] },
  recursion: {
    from: 9,
    is: ({ at }) => [[...Array(at(8)).keys()].reduce((product, n) => product * (n + 1), 1)],
    with: [{ 8: [1] }, { 8: [12] }],
  },
  'reverse-array': { from: 15, is: data => array(data).reverse() },
}

/** Those that came before this table: their expectations are all that is held. */
const OTHERS = NAMES.filter(name => RESULTS[name] === undefined)

test('every program of the library is in the table, but for the first ones', () => {
  expect(Object.keys(RESULTS).filter(name => !NAMES.includes(name))).toEqual([])
  expect(OTHERS.length).toBeLessThanOrEqual(14)
})

test.each(Object.keys(RESULTS))('%s', name => {
  const { from, is, with: more = [] } = RESULTS[name]!
  const program = assemble(readFileSync(new URL(`${name}.asm`, folder), 'utf8')).program!
  for (const given of [{}, ...more]) {
    const state = initialState(program)
    for (const [first, values] of Object.entries(given as Record<string, readonly number[]>)) {
      values.forEach((value, offset) => {
        setCell(state, Number(first) + offset, value)
      })
    }
    const before = state.cells.slice()
    const data: Data = { at: address => before[address]!, all: (start, end) => Array.from(before.slice(start, end)) }
    for (let step = 1; step < 100_000 && !halted(program, state); step++) {
      expect(isFault(perform(program, state, step)), `step ${step}`).toBe(false)
    }
    const wanted = is(data)
    expect(Array.from(state.cells.slice(from, from + wanted.length)), JSON.stringify(given)).toStrictEqual(wanted)
  }
})
