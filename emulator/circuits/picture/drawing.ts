// A picture as plain data: shapes, wires and words with the values that they carry. The file (exports/svg.ts) and the page
// draw this and nothing else, so picture, value and highlighted wire are one object.
import { flatten, unusedGates } from '../flatten.ts'
import type { Bit, GateType } from '../gates.ts'
import { magnitudes } from '../magnitudes.ts'
import { moduleTitle } from '../modules/index.ts'
import type { Module, Net } from '../netlist.ts'
import { fromBits } from '../numbers.ts'
import type { ModuleWords } from '../words.ts'
import { chain } from './chain.ts'
import { column } from './column.ts'
import { general, type LayoutLibrary } from './general.ts'
import type { Strand } from './graph.ts'
import { handSet } from './handset.ts'
import { chipWidth, type Layout, type Pin, type WireMark } from './layout.ts'
import { BUBBLE, type Point, type SymbolStyle, symbolOf } from './symbols.ts'

export type { LayoutAnswer, LayoutLibrary, LayoutRequest } from './general.ts'
export type { Layout } from './layout.ts'
export { type Point, reluTerm, type SymbolStyle } from './symbols.ts'

/** A name as it is set: `a[3]` is a with a small 3, `c_next` is c′. */
export interface MathName {
  readonly base: string
  readonly index: string | null
}

export interface DrawnWire {
  /** One net, or those of a bus, lowest bit first. */
  readonly nets: readonly Net[]
  /** Null where no values are shown, and for a bus, whose number is written on it. */
  readonly value: Bit | null
  /** SVG path data. */
  readonly path: string
  readonly dots: readonly Point[]
}

export interface DrawnGate {
  /** The name of the gate, which is that of its net. */
  readonly name: string
  readonly net: Net
  readonly type: GateType
  readonly at: Point
  readonly width: number
  readonly height: number
  readonly outlines: readonly string[]
  readonly strokes: readonly string[]
  readonly bubble: Point | null
  readonly text: readonly { readonly line: string; readonly at: Point }[]
  readonly value: Bit | null
  /** No output can be reached from it. */
  readonly unused: boolean
}

/** A module inside. */
export interface DrawnBox {
  readonly label: string
  /** The name of the module that it is. */
  readonly of: string
  readonly title: ModuleWords
  readonly at: Point
  readonly width: number
  readonly height: number
  readonly pins: readonly (Pin & { readonly math: MathName })[]
}

/** A value written on a wire: a bit, or a bus's number. */
export interface Chip {
  readonly nets: readonly Net[]
  readonly at: Point
  readonly width: number
  readonly text: string
  /** Null for a bus. */
  readonly value: Bit | null
}

export interface DrawnTerminal {
  readonly name: string
  readonly math: MathName
  readonly nets: readonly Net[]
  readonly direction: 'input' | 'output'
  readonly side: Pin['side']
  /** Where the name stands, and how it is anchored. */
  readonly at: Point
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface Drawing {
  readonly title: ModuleWords
  readonly origin: Point
  readonly width: number
  readonly height: number
  readonly wires: readonly DrawnWire[]
  readonly gates: readonly DrawnGate[]
  readonly boxes: readonly DrawnBox[]
  readonly chips: readonly Chip[]
  readonly terminals: readonly DrawnTerminal[]
  readonly marks: readonly WireMark[]
  readonly notes: readonly { readonly text: string; readonly at: Point }[]
}

/** Where a pin's name stands inside its box, from where its wire meets it, and how it is anchored. */
export const PIN_NAMES = {
  left: [4, 4, 'start'],
  right: [-4, 4, 'end'],
  top: [0, 13, 'middle'],
  bottom: [0, -5, 'middle'],
} as const

/** The height of a chip. */
export const CHIP_HEIGHT = 17

const layouts = new WeakMap<Module, Map<SymbolStyle, Layout>>()

function known(module: Module): Map<SymbolStyle, Layout> {
  let styles = layouts.get(module)
  if (!styles) {
    styles = new Map()
    layouts.set(module, styles)
  }
  return styles
}

/** Where everything stands, if that needs no asking: set by hand where a reader expects the classic picture, or asked before. */
export function layoutAtHand(module: Module, style: SymbolStyle = 'distinctive'): Layout | null {
  const found = known(module).get(style) ?? handSet(module, style) ?? chain(module, style) ?? column(module, style)
  if (found) known(module).set(style, found)
  return found
}

/** Where everything stands: set by hand, else by the library. Made once. */
export async function layout(module: Module, style: SymbolStyle, library: LayoutLibrary): Promise<Layout> {
  const found = layoutAtHand(module, style) ?? (await general(module, style, library))
  known(module).set(style, found)
  return found
}

/** `c_next` is c′, `a[3]` is a with a small 3, `rest[1–7]` has a range. */
export function mathName(name: string): MathName {
  const match = /^(.*?)(?:\[([\d–]+)\])?$/.exec(name)!
  return { base: match[1] === 'c_next' ? 'c′' : match[1]!.replaceAll('_', ' '), index: match[2] ?? null }
}

/** The picture of a module as laid out, with values on its wires where there are any (indexed by net, as in an evaluation; null for none); `sizes` are the nets without a sign. */
export function drawing(
  module: Module,
  placed: Layout,
  values?: readonly (Bit | null)[],
  style: SymbolStyle = 'distinctive',
  sizes: ReadonlySet<Net> = magnitudes(module),
): Drawing {
  const carried = (net: Net): Bit | null => (net < 2 ? (net as Bit) : (values?.[net] ?? null))
  const unused = unusedGates(flatten(module))
  const chip = (strand: Strand, at: Point): Chip[] => {
    const bits = strand.nets.map(carried)
    // Constants are always shown: they are what they are without any inputs.
    if (bits.includes(null)) return []
    const signed = strand.signed && !strand.nets.some(net => sizes.has(net))
    const text = strand.nets.length === 1 ? `${bits[0]}` : `${fromBits(bits as Bit[], signed)}`.replace('-', '−')
    return [
      { nets: strand.nets, at, width: chipWidth(text.length), text, value: strand.nets.length === 1 ? bits[0]! : null },
    ]
  }
  const chips = [
    ...placed.places.flatMap(({ strand, at }) => chip(strand, at)),
    ...placed.terminals.flatMap(({ strand, at, side }) =>
      chip(strand, at).map(each => ({ ...each, at: beyond(at, side, each.width / 2) })),
    ),
    ...placed.constants.flatMap(({ strand, at }) =>
      chip(strand, at).map(each => ({ ...each, at: [at[0] - each.width / 2, at[1]] as Point })),
    ),
  ]
  return {
    title: moduleTitle(module),
    origin: placed.origin,
    width: placed.width,
    height: placed.height,
    wires: placed.wires.map(({ strand: { nets }, lines, dots }) => ({
      nets,
      value: nets.length === 1 ? (values?.[nets[0]!] ?? null) : null,
      path: lines.map(pathOf).join(''),
      dots,
    })),
    gates: placed.gates.map(({ part, at }) => {
      const symbol = symbolOf(part.type, style, module.set)
      const [x, y] = [at[0] + symbol.middle[0], at[1] + symbol.middle[1]]
      const first = y + 4 - (symbol.text.length - 1) * 7.5
      return {
        name: module.names[part.out]!,
        net: part.out,
        type: part.type,
        at,
        width: symbol.width,
        height: symbol.height,
        outlines: symbol.outlines,
        strokes: symbol.strokes,
        bubble: symbol.bubble,
        text: symbol.text.map((line, i) => ({ line, at: [x, first + 15 * i] as Point })),
        value: carried(part.out),
        unused: unused.has(module.names[part.out]!),
      }
    }),
    boxes: placed.boxes.map(({ part, at, width, height, pins }) => ({
      label: part.label,
      of: part.module.name,
      title: moduleTitle(part.module),
      at,
      width,
      height,
      pins: pins.map(pin => ({ ...pin, math: mathName(pin.name) })),
    })),
    chips,
    terminals: placed.terminals.map(({ name, strand, direction, at, side }) => ({
      name,
      math: mathName(name),
      nets: strand.nets,
      direction,
      side,
      ...nameOf(at, side, Math.max(0, ...chip(strand, at).map(each => each.width))),
    })),
    marks: placed.marks,
    notes: placed.notes,
  }
}

/** A terminal's value stands at the very end of its wire, its name beyond. */
function beyond([x, y]: Point, side: Pin['side'], by: number): Point {
  switch (side) {
    case 'left':
      return [x - by, y]
    case 'right':
      return [x + by, y]
    case 'top':
      return [x, y - by]
    case 'bottom':
      return [x, y + by]
  }
}

function nameOf(at: Point, side: Pin['side'], chip: number): { at: Point; anchor: DrawnTerminal['anchor'] } {
  const room = Math.max(16, chip)
  switch (side) {
    case 'left':
      return { at: [at[0] - room - 6, at[1] + 5], anchor: 'end' }
    case 'right':
      return { at: [at[0] + room + 8, at[1] + 5], anchor: 'start' }
    case 'top':
      return { at: [at[0], at[1] - 24], anchor: 'middle' }
    case 'bottom':
      return { at: [at[0], at[1] + 36], anchor: 'middle' }
  }
}

const pathOf = (points: readonly Point[]): string =>
  points
    .map(([x, y], i) => {
      const before = points[i - 1]
      if (!before) return `M${x} ${y}`
      if (before[1] === y) return `H${x}`
      if (before[0] === x) return `V${y}`
      return `L${x} ${y}`
    })
    .join('')

/** The centre of a negation's circle and its radius, for whoever draws. */
export const bubbleRadius = BUBBLE
