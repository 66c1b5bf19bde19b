// Pictures: every pin is reached, no two nets lie on one another, no wire runs through a gate; and the picture is the netlist.
import { describe, expect, test } from 'vitest'
import { elkLibrary } from '../../../cli/layout.ts'
import { MODULES, moduleNamed } from '../../datapath/index.ts'
import { evaluate, fullAdder, GATE_SET_NAMES, isSigned, type Module, rewrite, svgOf } from '../index.ts'
import { CHIP_HEIGHT, drawing, layout as layoutBy } from './drawing.ts'
import type { Layout, Wire } from './layout.ts'
import { type Point, type SymbolStyle, symbolOf } from './symbols.ts'

const layout = (module: Module, style: SymbolStyle = 'distinctive'): Promise<Layout> =>
  layoutBy(module, style, elkLibrary)

interface Segment {
  /** The bits that run there, of which the first tells strands apart. */
  readonly nets: readonly number[]
  readonly from: Point
  readonly to: Point
}

const segments = (wires: readonly Wire[]): Segment[] =>
  wires.flatMap(({ strand: { nets }, lines }) =>
    lines.flatMap(line => line.slice(1).map((to, i) => ({ nets, from: line[i]!, to }))),
  )

/** How far two stretches overlap. */
const overlap = ([a, b]: readonly number[], [c, d]: readonly number[]): number =>
  Math.min(Math.max(a!, b!), Math.max(c!, d!)) - Math.max(Math.min(a!, b!), Math.min(c!, d!))

/** Wires of different nets that lie on one another. */
function collisions(all: readonly Segment[]): string[] {
  const found: string[] = []
  for (const [along, across] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const straight = all.filter(({ from, to }) => from[across] === to[across])
    const byHeight = new Map<number, Segment[]>()
    for (const each of straight) byHeight.set(each.from[across], [...(byHeight.get(each.from[across]) ?? []), each])
    for (const [at, group] of byHeight) {
      group.forEach((one, i) => {
        for (const other of group.slice(i + 1)) {
          const shared = overlap([one.from[along], one.to[along]], [other.from[along], other.to[along]])
          const apart = !one.nets.some(net => other.nets.includes(net))
          if (apart && shared > 0) found.push(`nets ${one.nets} and ${other.nets} at ${at}`)
        }
      })
    }
  }
  return found
}

/** Wires that run through a gate or a box. */
function piercings(module: Module, placed: Layout, style: SymbolStyle): string[] {
  const bodies = [
    ...placed.gates.map(({ part, at }) => ({ at, ...symbolOf(part.type, style, module.set) })),
    ...placed.boxes,
  ]
  return segments(placed.wires).flatMap(({ nets, from, to }) =>
    bodies.flatMap(({ at: [x, y], width, height }) => {
      const across = overlap([from[0], to[0]], [x + 6, x + width - 6])
      const down = overlap([from[1], to[1]], [y + 1, y + height - 1])
      return (across > 0 && down >= 0) || (down > 0 && across >= 0)
        ? [`net ${nets} through the part at ${x}, ${y}`]
        : []
    }),
  )
}

/** Pins that no wire of a net reaches that belongs there. All gates of two inputs are symmetric, so either pin will do. */
function loose(module: Module, placed: Layout, style: SymbolStyle): string[] {
  const ends = new Set(
    segments(placed.wires).flatMap(({ nets, from, to }) => nets.flatMap(net => [`${net} ${from}`, `${net} ${to}`])),
  )
  const reached = (net: number, at: Point): boolean => net < 2 || ends.has(`${net} ${at}`)
  const gates = placed.gates.filter(({ part, at }) => {
    const pins = symbolOf(part.type, style, module.set).inputs.map(([x, y]): Point => [at[0] + x, at[1] + y])
    const straight = part.in.every((net, i) => reached(net, pins[i]!))
    return !straight && !part.in.every((net, i) => reached(net, pins[pins.length - 1 - i]!))
  })
  const pins = placed.boxes.flatMap(({ part, pins: all }) =>
    all
      .filter(({ nets, at }) => nets.some(net => read(module, net)) && !nets.every(net => reached(net, at)))
      .map(({ name }) => `pin ${name} of ${part.label}`),
  )
  const terminals = placed.terminals.filter(({ strand, at }) => !strand.nets.every(net => reached(net, at)))
  return [
    ...gates.map(({ part }) => `gate ${module.names[part.out]}`),
    ...pins,
    ...terminals.map(({ name }) => `port ${name}`),
  ]
}

/** Whether anything reads a net: what nothing reads has no wire. */
const read = (module: Module, net: number): boolean =>
  module.outputs.some(port => port.nets.includes(net)) || module.parts.some(part => part.in.flat().includes(net))

/** A rectangle with what it is. */
interface Area {
  readonly what: string
  readonly nets: readonly number[]
  readonly from: Point
  readonly to: Point
}

const around = (what: string, nets: readonly number[], [x, y]: Point, width: number, height: number): Area => ({
  what,
  nets,
  from: [x - width / 2, y - height / 2],
  to: [x + width / 2, y + height / 2],
})

const meet = (one: Area, other: Area, by = 0): boolean =>
  overlap([one.from[0], one.to[0]], [other.from[0], other.to[0]]) > by &&
  overlap([one.from[1], one.to[1]], [other.from[1], other.to[1]]) > by

/** Values that lie on one another, on a part, or on a wire that is not theirs; names at the edge that run into one another. */
function crowded(module: Module, placed: Layout, style: SymbolStyle): string[] {
  const ones = Object.fromEntries(
    module.inputs.map(port => [port.name, isSigned(port) ? -(2 ** (port.width! - 1)) : 1]),
  )
  const drawn = drawing(module, placed, evaluate(module, ones).values, style)
  const chips = drawn.chips.map(({ nets, at, text, width }) =>
    around(`value ${text} at ${at}`, nets, at, width, CHIP_HEIGHT),
  )
  const names = drawn.terminals.map(({ name, math, nets, at: [x, y], anchor }) => {
    const width = 8 * (math.base.length + (math.index ?? '').length)
    const middle = anchor === 'end' ? x - width / 2 : anchor === 'start' ? x + width / 2 : x
    return around(`name ${name}`, nets, [middle, y - 5], width, 12)
  })
  const bodies = [
    ...drawn.gates.map(({ name, at, width, height }) =>
      around(`gate ${name}`, [], [at[0] + width / 2, at[1] + height / 2], width - 8, height - 2),
    ),
    ...drawn.boxes.map(({ label, at, width, height }) =>
      around(`box ${label}`, [], [at[0] + width / 2, at[1] + height / 2], width, height),
    ),
  ]
  const wires = segments(placed.wires).map(({ nets, from, to }) => {
    const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    return around(`wire ${nets}`, nets, [x, y], Math.abs(from[0] - to[0]) + 1, Math.abs(from[1] - to[1]) + 1)
  })
  const words = [...chips, ...names]
  const outside = [...words, ...bodies].filter(
    ({ from, to }) =>
      from[0] < drawn.origin[0] ||
      from[1] < drawn.origin[1] ||
      to[0] > drawn.origin[0] + drawn.width ||
      to[1] > drawn.origin[1] + drawn.height,
  )
  return [
    ...outside.map(({ what }) => `${what} is cut off`),
    ...words.flatMap((one, i) =>
      [
        ...words.slice(i + 1),
        ...bodies,
        ...wires.filter(({ nets }) => !nets.some(net => one.nets.includes(net))),
      ].flatMap(other => (meet(one, other, 1) ? [`${one.what} on ${other.what}`] : [])),
    ),
  ]
}

const CASES = MODULES.flatMap(({ name, wide }) =>
  (wide ? [1, 3, 8] : [0]).flatMap(bits => GATE_SET_NAMES.map(set => [name, bits, set] as const)),
)

describe.each(['distinctive', 'rectangular'] as const)('%s', style => {
  test.each(CASES)(
    '%s %i in %s: wires reach their pins and nothing else, and every value can be read',
    async (name, bits, set) => {
      const module = rewrite(moduleNamed(name, bits)!, set)
      const placed = await layout(module, style)
      expect(loose(module, placed, style)).toEqual([])
      expect(collisions(segments(placed.wires))).toEqual([])
      expect(piercings(module, placed, style)).toEqual([])
      expect(crowded(module, placed, style)).toEqual([])
    },
  )
})

describe('the full adder', () => {
  const one = { x: 1, y: 0, c: 1 }
  const picture = async (module: Module): Promise<string> =>
    svgOf(drawing(module, await layout(module), evaluate(module, one).values))

  test('has the classic picture in the book set', async () => {
    expect((await layout(fullAdder())).notes.map(({ text }) => text)).toEqual(['x⊕y', 'c(x⊕y)', 'xy'])
  })

  test('a gate exchanged in the netlist is another gate in the drawing, and another sum', async () => {
    const { parts } = fullAdder()
    const changed: Module = {
      ...fullAdder(),
      parts: parts.map(part =>
        part.kind === 'gate' && fullAdder().names[part.out] === 's' ? { ...part, type: 'or' } : part,
      ),
    }
    expect(evaluate(fullAdder(), one).outputs).toEqual({ s: 0, c_next: 1 })
    expect(evaluate(changed, one).outputs).toEqual({ s: 1, c_next: 1 })
    expect(await picture(changed)).not.toBe(await picture(fullAdder()))
    expect(drawing(changed, await layout(changed)).gates.map(({ type }) => type)).toEqual([
      'xor',
      'or',
      'and',
      'and',
      'or',
    ])
  })

  test('wiring that is not the classic one is laid out anew', async () => {
    const { parts } = fullAdder()
    const changed: Module = {
      ...fullAdder(),
      parts: parts.map(part => (part.kind === 'gate' && part.type === 'or' ? { ...part, in: [part.in[0]!, 2] } : part)),
    }
    expect((await layout(changed)).notes).toEqual([])
    expect(loose(changed, await layout(changed), 'distinctive')).toEqual([])
  })
})
