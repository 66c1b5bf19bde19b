// Pictures set by hand, where a reader expects the classic one: half adder, full adder, and the jump's condition as its
// formula has it. A picture holds for a netlist of exactly this wiring; what each gate is comes from the netlist, so a gate exchanged there is another gate here.
import type { GateType } from '../gates.ts'
import type { Module, Net } from '../netlist.ts'
import {
  type Layout,
  type LayoutByHand,
  strandOf,
  type Terminal,
  type ValuePlace,
  type Wire,
  type WireNote,
} from './layout.ts'
import type { Point, SymbolStyle } from './symbols.ts'
import { symbolOf } from './symbols.ts'

/** By a gate's net: where it stands, what it reads, and which gate the notes take it for. */
type Gates = Readonly<Record<string, { readonly type: GateType; readonly at: Point; readonly in: readonly string[] }>>

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
  readonly notes: readonly WireNote[]
}

const FULL_ADDER: Picture = {
  size: [[-6, 8], 578, 196],
  gates: {
    differ: { type: 'xor', at: [154, 22], in: ['x', 'y'] },
    s: { type: 'xor', at: [350, 34], in: ['differ', 'c'] },
    both: { type: 'and', at: [350, 152], in: ['x', 'y'] },
    passed: { type: 'and', at: [350, 96], in: ['c', 'differ'] },
    c_next: { type: 'or', at: [444, 124], in: ['both', 'passed'] },
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
  gates: {
    s: { type: 'xor', at: [154, 22], in: ['x', 'y'] },
    c_next: { type: 'and', at: [154, 88], in: ['x', 'y'] },
  },
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

const JUMP_CONDITION: Picture = {
  size: [[-16, 12], 620, 246],
  gates: {
    or1: { type: 'or', at: [330, 34], in: ['jmp', 'and1'] },
    and1: { type: 'and', at: [210, 58], in: ['je', 'zero'] },
    not_zero: { type: 'not', at: [110, 120], in: ['zero'] },
    and2: { type: 'and', at: [210, 132], in: ['jne', 'not_zero'] },
    and3: { type: 'and', at: [210, 196], in: ['jl', 'less'] },
    or2: { type: 'or', at: [330, 164], in: ['and2', 'and3'] },
    taken: { type: 'or', at: [434, 100], in: ['or1', 'or2'] },
  },
  inputs: { jmp: [52, 42], je: [52, 66], zero: [52, 90], jne: [52, 164], jl: [52, 204], less: [52, 228] },
  outputs: { taken: [522, 120] },
  lines: {
    jmp: [[[52, 42], 'or1.0']],
    je: [[[52, 66], 'and1.0']],
    zero: [
      [[52, 90], 'and1.1'],
      [[92, 90], [92, 140], 'not_zero.0'],
    ],
    and1: [['and1', [300, 78], [300, 66], 'or1.1']],
    not_zero: [['not_zero', 'and2.0']],
    jne: [[[52, 164], 'and2.1']],
    jl: [[[52, 204], 'and3.0']],
    less: [[[52, 228], 'and3.1']],
    and2: [['and2', [300, 152], [300, 172], 'or2.0']],
    and3: [['and3', [300, 216], [300, 196], 'or2.1']],
    or1: [['or1', [414, 54], [414, 108], 'taken.0']],
    or2: [['or2', [414, 184], [414, 132], 'taken.1']],
    taken: [['taken', [522, 120]]],
  },
  dots: { zero: [[92, 90]] },
  places: {
    or1: [398, 54],
    and1: [282, 78],
    not_zero: [188, 140],
    and2: [282, 152],
    and3: [282, 216],
    or2: [398, 184],
  },
  notes: [],
}

const PICTURES: Readonly<Record<string, Picture>> = {
  'full-adder': FULL_ADDER,
  'half-adder': HALF_ADDER,
  'jump-condition': JUMP_CONDITION,
}

/** The classic picture of a module that has one; null for any other module, and where the wiring is another one. */
export const handSet: LayoutByHand = (module, style) => {
  const picture = PICTURES[module.name]
  return picture && module.set === 'book' && fits(module, picture) ? drawn(module, picture, style) : null
}

/** Whether the netlist is wired as the picture has it; the order of a gate's inputs makes no difference. */
function fits(module: Module, picture: Picture): boolean {
  const gates = Object.entries(picture.gates)
  if (module.parts.length !== gates.length) return false
  return module.parts.every(part => {
    if (part.kind !== 'gate') return false
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
      strand: strandOf(netOf(name)),
      lines: lines.map(line => line.map(point => (typeof point === 'string' ? pin(point) : point))),
      dots: picture.dots[name] ?? [],
    }),
  )
  const terminal =
    (direction: Terminal['direction'], side: Terminal['side']) =>
    ([name, at]: [string, Point]): Terminal => ({
      name,
      strand: strandOf(netOf(name)),
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
    places: Object.entries(picture.places).map(([name, at]): ValuePlace => ({ strand: strandOf(netOf(name)), at })),
    marks: [],
    notes: isBook(module, picture) ? picture.notes : [],
  }
}

/** The formulas beside the wires hold only for the gates of the book. */
const isBook = (module: Module, { gates }: Picture): boolean =>
  module.parts.every(part => part.kind === 'gate' && gates[module.names[part.out]!]?.type === part.type)
