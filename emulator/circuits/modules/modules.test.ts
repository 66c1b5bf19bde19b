// The modules: the book's tables, the counts that the specification gives, and what holds for every module in every set.
import { describe, expect, test } from 'vitest'
import { MODULES, moduleNamed } from '../../datapath/index.ts'
import {
  compute,
  flatten,
  fullAdder,
  GATE_SET_NAMES,
  type GateSet,
  gateCount,
  halfAdder,
  longestPath,
  type Module,
  rewrite,
  rippleAdder,
  simulate,
  truthTable,
  unusedGates,
} from '../index.ts'

const each = MODULES.flatMap(({ name, wide }) =>
  (wide ? [1, 4, 8] : [0]).flatMap(bits => GATE_SET_NAMES.map(set => [name, bits, set] as const)),
)

/** The module itself and everything inside it, once each. */
const all = (module: Module): Module[] => [
  ...new Set([module, ...module.parts.flatMap(part => (part.kind === 'instance' ? all(part.module) : []))]),
]

const ALLOWED: Record<GateSet, readonly string[]> = {
  book: ['not', 'and', 'or', 'xor', 'nand', 'nor'],
  relu: ['not', 'and', 'or', 'xor', 'nand', 'nor'],
  'not-and-or': ['not', 'and', 'or'],
  nand: ['nand'],
  nor: ['nor'],
}

describe.each(each)('%s %i in %s', (name, bits, set) => {
  const module = rewrite(moduleNamed(name, bits)!, set)

  test('reads only what was there before, names each net once, and uses only its own gates', () => {
    for (const inner of all(module)) {
      expect(inner.set).toBe(set)
      expect(new Set(inner.names).size).toBe(inner.names.length)
      const known = new Set([0, 1, ...inner.inputs.flatMap(port => port.nets)])
      for (const part of inner.parts) {
        for (const net of part.in.flat()) expect(known).toContain(net)
        for (const net of [part.out].flat(2)) known.add(net)
        if (part.kind === 'gate') expect(ALLOWED[set]).toContain(part.type)
      }
      for (const net of inner.outputs.flatMap(port => port.nets)) expect(known).toContain(net)
    }
    expect(new Set(flatten(module).names).size).toBe(flatten(module).names.length)
  })

  test('keeps ports, labels and behaviour of the book', () => {
    const book = moduleNamed(name, bits)!
    const ports = ({ inputs, outputs }: Module) => [...inputs, ...outputs].map(port => [port.name, port.width])
    const labels = (inner: Module): string[] =>
      inner.parts.flatMap(part => (part.kind === 'instance' ? [part.label] : []))
    expect(ports(module)).toEqual(ports(book))
    expect(labels(module)).toEqual(labels(book))
    const count = 512
    const columns = Object.fromEntries(
      book.inputs.map((port, i) => [
        port.name,
        Int32Array.from(
          { length: count },
          (_, k) => Math.imul(k * 7 + i * 13 + 1, 0x9e3779b1) >> (32 - (port.width ?? 1)),
        ),
      ]),
    )
    expect(simulate(module, columns, count)).toEqual(simulate(book, columns, count))
  })
})

describe('the book’s tables', () => {
  const rows = (module: Module) => truthTable(module, {}).rows
  test('and, or, not (tables 1 and 2), xor', () => {
    expect(rows(moduleNamed('and', 1)!)).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
    ])
    expect(rows(moduleNamed('or', 1)!)).toEqual([
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 1],
    ])
    expect(rows(moduleNamed('xor', 1)!)).toEqual([
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ])
    expect(rows(moduleNamed('not', 1)!)).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  test.each(GATE_SET_NAMES)('the full adder writes and carries what the sum of its inputs says, in %s', set => {
    for (const [x, y, c, s, next] of rows(rewrite(fullAdder(), set))) expect(2 * next! + s!).toBe(x! + y! + c!)
  })

  test('5 + 3 is 8', () => {
    expect(compute(rippleAdder(8), { a: 5, b: 3 })).toEqual({ s: 8, c_next: 0 })
  })
})

describe('gates and longest path as the specification has them', () => {
  const numbers = (module: Module) =>
    GATE_SET_NAMES.map(set => [gateCount(rewrite(module, set)), longestPath(rewrite(module, set))])
  test.each([
    [
      'half adder',
      halfAdder(),
      [
        [2, 1],
        [6, 3],
        [5, 3],
        [5, 3],
        [2, 1],
      ],
    ],
    [
      'full adder',
      fullAdder(),
      [
        [5, 3],
        [13, 6],
        [9, 6],
        [9, 6],
        [5, 3],
      ],
    ],
    [
      'ripple adder of 32',
      rippleAdder(32),
      [
        [160, 65],
        [416, 68],
        [288, 68],
        [288, 68],
        [160, 65],
      ],
    ],
  ] as const)('%s', (_, module, wanted) => {
    expect(numbers(module)).toEqual(wanted)
  })
})

test('gates, those that reach no output, and longest path of every module', () => {
  const lines = MODULES.flatMap(({ name, wide, of }) =>
    (wide ? [4, 8, 16, 32] : [0]).map(bits => {
      const sets = GATE_SET_NAMES.map(set => {
        const module = rewrite(of(bits), set)
        const idle = unusedGates(flatten(module)).size
        return `${gateCount(module)}${idle > 0 ? ` (${idle} idle)` : ''}/${longestPath(module)}`
      })
      return `${name}${wide ? ` ${bits}` : ''}: ${sets.join(', ')}`
    }),
  )
  expect([GATE_SET_NAMES.join(', '), ...lines].join('\n')).toMatchSnapshot()
})
