// A chain of boxes, such as the ripple adder: one box a bit, the lowest on the right as in a written addition, operands
// coming in above, the sum going out below, the carry running to the left.
import { type Instance, type Net, netName } from '../netlist.ts'
import { type LayoutByHand, type Pin, type PlacedBox, strandOf, type Terminal, type Wire } from './layout.ts'
import type { Point } from './symbols.ts'

const WIDTH = 64
const HEIGHT = 48
const PITCH = 104
const TOP = 60

/** Suits modules made of nothing but instances of one module, chained by a carry; null for all others. */
export const chain: LayoutByHand = module => {
  const parts = module.parts.filter(part => part.kind === 'instance')
  if (parts.length === 0 || parts.length !== module.parts.length || module.name !== 'ripple-adder') return null
  const last = parts.length - 1
  const left = (bit: number): number => (last - bit) * PITCH
  const boxes = parts.map((part, bit) => box(part, [left(bit), TOP]))
  const wires = new Map<Net, Point[][]>()
  const draw = (net: Net, ...points: Point[]): void => {
    wires.set(net, [...(wires.get(net) ?? []), points])
  }
  const terminals: Terminal[] = []
  const [a, b, c] = module.inputs
  const [s, carry] = module.outputs
  parts.forEach((part, bit) => {
    for (const [port, pin] of [
      [a, 'x'],
      [b, 'y'],
    ] as const) {
      const { at } = pinOf(boxes[bit]!, pin)
      const net = port!.nets[bit]!
      draw(net, [at[0], 0], at)
      terminals.push({
        name: netName(port!, bit),
        strand: strandOf(net),
        direction: 'input',
        at: [at[0], 0],
        side: 'top',
      })
    }
    const sum = pinOf(boxes[bit]!, 's').at
    const net = s!.nets[bit]!
    draw(net, sum, [sum[0], TOP + HEIGHT + 40])
    terminals.push({
      name: netName(s!, bit),
      strand: strandOf(net),
      direction: 'output',
      at: [sum[0], TOP + HEIGHT + 40],
      side: 'bottom',
    })
    const from = pinOf(boxes[bit]!, 'c_next').at
    if (bit < last) draw(part.out[1]![0]!, from, pinOf(boxes[bit + 1]!, 'c').at)
  })
  const entry = pinOf(boxes[0]!, 'c').at
  const exit = pinOf(boxes[last]!, 'c_next').at
  draw(c!.nets[0]!, [entry[0] + 40, entry[1]], entry)
  draw(carry!.nets[0]!, exit, [exit[0] - 40, exit[1]])
  terminals.push({
    name: 'c',
    strand: strandOf(c!.nets[0]!),
    direction: 'input',
    at: [entry[0] + 40, entry[1]],
    side: 'right',
  })
  terminals.push({
    name: 'c_next',
    strand: strandOf(carry!.nets[0]!),
    direction: 'output',
    at: [exit[0] - 40, exit[1]],
    side: 'left',
  })
  return {
    origin: [-110, -44],
    width: last * PITCH + WIDTH + 210,
    height: TOP + HEIGHT + 40 + 88,
    gates: [],
    boxes,
    terminals,
    constants: [],
    wires: [...wires].map(([net, lines]): Wire => ({ strand: strandOf(net), lines, dots: [] })),
    places: parts
      .slice(0, -1)
      .map((part, bit) => ({ strand: strandOf(part.out[1]![0]!), at: [left(bit) - 20, TOP + HEIGHT / 2] as Point })),
    marks: [],
    notes: [],
  }
}

const pinOf = (placed: PlacedBox, name: string): Pin => placed.pins.find(pin => pin.name === name)!

function box(part: Instance, [x, y]: Point): PlacedBox {
  const pins: Pin[] = [
    { name: 'x', nets: part.in[0]!, at: [x + 16, y], side: 'top' },
    { name: 'y', nets: part.in[1]!, at: [x + 48, y], side: 'top' },
    { name: 'c', nets: part.in[2]!, at: [x + WIDTH, y + HEIGHT / 2], side: 'right' },
    { name: 'c_next', nets: part.out[1]!, at: [x, y + HEIGHT / 2], side: 'left' },
    { name: 's', nets: part.out[0]!, at: [x + WIDTH / 2, y + HEIGHT], side: 'bottom' },
  ]
  return { part, at: [x, y], width: WIDTH, height: HEIGHT, pins }
}
