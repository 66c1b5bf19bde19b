// Pictures set by hand, where a reader expects the classic one: half adder and full adder. A picture holds for a netlist of
// exactly this wiring; what each gate is comes from the netlist, so a gate exchanged there is another gate here.
import type { Module, Net } from '../netlist.ts'
import type { Arrangement, Layout, Note, Place, Terminal, Wire } from './layout.ts'
import type { Point, SymbolStyle } from './symbols.ts'
import { symbolOf } from './symbols.ts'

/** By a gate's net: where it stands and what it reads. */
type Gates = Readonly<Record<string, { readonly at: Point; readonly in: readonly string[] }>>

/** A picture. In its lines `passed.0` is where the first input of the gate `passed` is, `passed` its output. */
interface Picture {
  readonly size: readonly [origin: Point, width: number, height: number]
  readonly gates: Gates
  readonly inputs: Readonly<Record<string, Point>>
  readonly outputs: Readonly<Record<string, Point>>
  /** By net: every line, from where the net comes to where it goes. */
  readonly lines: Readonly<Record<string, readonly (readonly (Point | string)[])[]>>
  readonly dots: Readonly<Record<string, readonly Point[]>>
  readonly places: Readonly<Record<string, Point>>
  readonly notes: readonly Note[]
}

const FULL_ADDER: Picture = {
  size: [[-6, 8], 578, 196],
  gates: {
    differ: { at: [154, 22], in: ['x', 'y'] },
    s: { at: [350, 34], in: ['differ', 'c'] },
    both: { at: [350, 152], in: ['x', 'y'] },
    passed: { at: [350, 96], in: ['c', 'differ'] },
    c_next: { at: [444, 124], in: ['both', 'passed'] },
  },
  inputs: { x: [52, 30], y: [52, 54], c: [52, 128] },
  outputs: { s: [512, 54], c_next: [512, 144] },
  lines: {
    x: [
      [[52, 30], 'differ.0'],
      [[96, 30], [96, 160], 'both.0'],
    ],
    y: [
      [[52, 54], 'differ.1'],
      [[118, 54], [118, 184], 'both.1'],
    ],
    c: [
      [[52, 128], 'passed.1'],
      [[290, 128], [290, 66], 's.1'],
    ],
    differ: [
      ['differ', 's.0'],
      [[258, 42], [258, 104], 'passed.0'],
    ],
    s: [['s', [512, 54]]],
    passed: [['passed', [424, 116], [424, 132], 'c_next.0']],
    both: [['both', [424, 172], [424, 156], 'c_next.1']],
    c_next: [['c_next', [512, 144]]],
  },
  dots: { x: [[96, 30]], y: [[118, 54]], c: [[290, 128]], differ: [[258, 42]] },
  places: { differ: [232, 42], passed: [424, 116], both: [424, 172] },
  notes: [
    { text: 'x⊕y', at: [232, 26] },
    { text: 'c(x⊕y)', at: [434, 101] },
    { text: 'xy', at: [424, 196] },
  ],
}

const HALF_ADDER: Picture = {
  size: [[-6, 8], 386, 140],
  gates: { s: { at: [154, 22], in: ['x', 'y'] }, c_next: { at: [154, 88], in: ['x', 'y'] } },
  inputs: { x: [52, 30], y: [52, 54] },
  outputs: { s: [320, 42], c_next: [320, 108] },
  lines: {
    x: [
      [[52, 30], 's.0'],
      [[96, 30], [96, 96], 'c_next.0'],
    ],
    y: [
      [[52, 54], 's.1'],
      [[118, 54], [118, 120], 'c_next.1'],
    ],
    s: [['s', [320, 42]]],
    c_next: [['c_next', [320, 108]]],
  },
  dots: { x: [[96, 30]], y: [[118, 54]] },
  places: {},
  notes: [
    { text: 'x⊕y', at: [232, 34] },
    { text: 'xy', at: [232, 100] },
  ],
}

const PICTURES: Readonly<Record<string, Picture>> = { 'full-adder': FULL_ADDER, 'half-adder': HALF_ADDER }

/** The classic picture of a module that has one; null for any other module, and where the wiring is another one. */
export const handSet: Arrangement = (module, style) => {
  const picture = PICTURES[module.name]
  return picture && module.set === 'book' && fits(module, picture) ? drawn(module, picture, style) : null
}

/** Whether the netlist is wired as the picture has it; the order of a gate's inputs makes no difference. */
function fits(module: Module, picture: Picture): boolean {
  const gates = Object.entries(picture.gates)
  if (module.parts.length !== gates.length) return false
  return module.parts.every(part => {
    if (part.kind !== 'gate' || part.type === 'not') return false
    const wanted = picture.gates[module.names[part.out]!]
    return wanted !== undefined && sorted(wanted.in) === sorted(part.in.map(net => module.names[net]!))
  })
}

const sorted = (names: readonly string[]): string => names.toSorted().join(' ')

function drawn(module: Module, picture: Picture, style: SymbolStyle): Layout {
  const netOf = (name: string): Net => module.names.indexOf(name)
  const gates = module.parts.flatMap(part =>
    part.kind === 'gate' ? [{ part, at: picture.gates[module.names[part.out]!]!.at }] : [],
  )
  const pin = (name: string): Point => {
    const [gate, input] = name.split('.')
    const { at } = picture.gates[gate!]!
    const part = gates.find(({ part: each }) => module.names[each.out] === gate)!.part
    const symbol = symbolOf(part.type, style, module.set)
    const [dx, dy] = input === undefined ? symbol.output : symbol.inputs[Number(input)]!
    return [at[0] + dx, at[1] + dy]
  }
  const wires = Object.entries(picture.lines).map(
    ([name, lines]): Wire => ({
      net: netOf(name),
      lines: lines.map(line => line.map(point => (typeof point === 'string' ? pin(point) : point))),
      dots: picture.dots[name] ?? [],
    }),
  )
  const terminal =
    (direction: Terminal['direction'], side: Terminal['side']) =>
    ([name, at]: [string, Point]): Terminal => ({
      name,
      net: netOf(name),
      direction,
      at,
      side,
    })
  const [origin, width, height] = picture.size
  return {
    origin,
    width,
    height,
    gates,
    boxes: [],
    terminals: [
      ...Object.entries(picture.inputs).map(terminal('input', 'left')),
      ...Object.entries(picture.outputs).map(terminal('output', 'right')),
    ],
    constants: [],
    wires,
    places: Object.entries(picture.places).map(([name, at]): Place => ({ net: netOf(name), at })),
    notes: isBook(module) ? picture.notes : [],
  }
}

/** The formulas beside the wires hold only for the gates of the book. */
const isBook = (module: Module): boolean => {
  const types: Readonly<Record<string, string>> = {
    differ: 'xor',
    s: 'xor',
    both: 'and',
    passed: 'and',
    c_next: module.name === 'half-adder' ? 'and' : 'or',
  }
  return module.parts.every(part => part.kind === 'gate' && types[module.names[part.out]!] === part.type)
}
