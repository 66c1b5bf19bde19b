// Pictures: every pin is reached, no two nets lie on one another, no wire runs through a gate; and the picture is the netlist.
import { describe, expect, test } from 'vitest'
import { evaluate, fullAdder, GATE_SET_NAMES, MODULES, type Module, moduleNamed, rewrite, svgOf } from '../index.ts'
import { drawing, layout } from './drawing.ts'
import type { Layout, Wire } from './layout.ts'
import { type Point, type SymbolStyle, symbolOf } from './symbols.ts'

interface Segment {
  readonly net: number
  readonly from: Point
  readonly to: Point
}

const segments = (wires: readonly Wire[]): Segment[] =>
  wires.flatMap(({ net, lines }) => lines.flatMap(line => line.slice(1).map((to, i) => ({ net, from: line[i]!, to }))))

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
          if (one.net !== other.net && shared > 0) found.push(`nets ${one.net} and ${other.net} at ${at}`)
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
  return segments(placed.wires).flatMap(({ net, from, to }) =>
    bodies.flatMap(({ at: [x, y], width, height }) => {
      const across = overlap([from[0], to[0]], [x + 6, x + width - 6])
      const down = overlap([from[1], to[1]], [y + 1, y + height - 1])
      return (across > 0 && down >= 0) || (down > 0 && across >= 0) ? [`net ${net} through the part at ${x}, ${y}`] : []
    }),
  )
}

/** Pins that no wire of a net reaches that belongs there. All gates of two inputs are symmetric, so either pin will do. */
function loose(module: Module, placed: Layout, style: SymbolStyle): string[] {
  const ends = new Set(segments(placed.wires).flatMap(({ net, from, to }) => [`${net} ${from}`, `${net} ${to}`]))
  const reached = (net: number, at: Point): boolean => net < 2 || ends.has(`${net} ${at}`)
  const gates = placed.gates.filter(({ part, at }) => {
    const pins = symbolOf(part.type, style, module.set).inputs.map(([x, y]): Point => [at[0] + x, at[1] + y])
    const straight = part.in.every((net, i) => reached(net, pins[i]!))
    return !straight && !part.in.every((net, i) => reached(net, pins[pins.length - 1 - i]!))
  })
  const terminals = placed.terminals.filter(({ net, at }) => !reached(net, at))
  return [...gates.map(({ part }) => `gate ${module.names[part.out]}`), ...terminals.map(({ name }) => `port ${name}`)]
}

const CASES = MODULES.flatMap(({ name, wide }) =>
  (wide ? [1, 4, 8] : [0]).flatMap(bits => GATE_SET_NAMES.map(set => [name, bits, set] as const)),
)

describe.each(['distinctive', 'rectangular'] as const)('%s', style => {
  test.each(CASES)('%s %i in %s: wires reach their pins and nothing else', (name, bits, set) => {
    const module = rewrite(moduleNamed(name, bits)!, set)
    const placed = layout(module, style)
    expect(loose(module, placed, style)).toEqual([])
    expect(collisions(segments(placed.wires))).toEqual([])
    expect(piercings(module, placed, style)).toEqual([])
  })
})

describe('the full adder', () => {
  const one = { x: 1, y: 0, c: 1 }
  const picture = (module: Module): string => svgOf(drawing(module, evaluate(module, one).values))

  test('has the classic picture in the book set', () => {
    expect(layout(fullAdder()).notes.map(({ text }) => text)).toEqual(['x⊕y', 'c(x⊕y)', 'xy'])
  })

  test('a gate exchanged in the netlist is another gate in the drawing, and another sum', () => {
    const { parts } = fullAdder()
    const changed: Module = {
      ...fullAdder(),
      parts: parts.map(part =>
        part.kind === 'gate' && fullAdder().names[part.out] === 's' ? { ...part, type: 'or' } : part,
      ),
    }
    expect(evaluate(fullAdder(), one).outputs).toEqual({ s: 0, c_next: 1 })
    expect(evaluate(changed, one).outputs).toEqual({ s: 1, c_next: 1 })
    expect(picture(changed)).not.toBe(picture(fullAdder()))
    expect(drawing(changed).gates.map(({ type }) => type)).toEqual(['xor', 'or', 'and', 'and', 'or'])
  })

  test('wiring that is not the classic one is laid out anew', () => {
    const { parts } = fullAdder()
    const changed: Module = {
      ...fullAdder(),
      parts: parts.map(part => (part.kind === 'gate' && part.type === 'or' ? { ...part, in: [part.in[0]!, 2] } : part)),
    }
    expect(layout(changed).notes).toEqual([])
    expect(loose(changed, layout(changed), 'distinctive')).toEqual([])
  })
})
