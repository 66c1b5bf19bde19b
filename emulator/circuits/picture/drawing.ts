// A picture as plain data: shapes, wires and words with the values that they carry. The file (exports/svg.ts) and the page
// draw this and nothing else, so picture, value and highlighted wire are one object.
import type { Evaluation } from '../evaluate.ts'
import { flatten, unusedGates } from '../flatten.ts'
import type { Bit, GateType } from '../gates.ts'
import { moduleTitle } from '../modules/index.ts'
import type { Module, Net } from '../netlist.ts'
import type { Words } from '../words.ts'
import { chain } from './chain.ts'
import { handSet } from './handset.ts'
import { layered } from './layered.ts'
import type { Layout, Pin } from './layout.ts'
import { BUBBLE, type Point, type SymbolStyle, symbolOf } from './symbols.ts'

export { type Point, reluTerm, type SymbolStyle } from './symbols.ts'

/** A name as it is set: `a[3]` is a with a small 3, `c_next` is c′. */
export interface MathName {
  readonly base: string
  readonly index: string | null
}

export interface DrawnWire {
  readonly net: Net
  readonly name: string
  /** Null where no values are shown. */
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
  readonly title: Words
  readonly at: Point
  readonly width: number
  readonly height: number
  readonly pins: readonly (Pin & { readonly math: MathName })[]
}

/** A value written on a wire. */
export interface Chip {
  readonly net: Net
  readonly at: Point
  readonly value: Bit
}

export interface DrawnTerminal {
  readonly name: string
  readonly math: MathName
  readonly net: Net
  readonly direction: 'input' | 'output'
  readonly side: Pin['side']
  /** Where the name stands, and how it is anchored. */
  readonly at: Point
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface Drawing {
  readonly title: Words
  readonly origin: Point
  readonly width: number
  readonly height: number
  readonly wires: readonly DrawnWire[]
  readonly gates: readonly DrawnGate[]
  readonly boxes: readonly DrawnBox[]
  readonly chips: readonly Chip[]
  readonly terminals: readonly DrawnTerminal[]
  readonly notes: readonly { readonly text: string; readonly at: Point }[]
}

/** The size of a chip. */
export const CHIP = { width: 16, height: 17 } as const

const layouts = new WeakMap<Module, Map<SymbolStyle, Layout>>()

/** Where everything stands: by hand where a reader expects the classic picture, else in layers. Made once. */
export function layout(module: Module, style: SymbolStyle = 'distinctive'): Layout {
  let styles = layouts.get(module)
  if (!styles) {
    styles = new Map()
    layouts.set(module, styles)
  }
  let found = styles.get(style)
  if (!found) {
    found = handSet(module, style) ?? chain(module, style) ?? layered(module, style)
    styles.set(style, found)
  }
  return found
}

/** `c_next` is c′, `a[3]` is a with a small 3, `not_b[2]` stays as it is written. */
export function mathName(name: string): MathName {
  const match = /^(.*?)(?:\[(\d+)\])?$/.exec(name)!
  return { base: match[1] === 'c_next' ? 'c′' : match[1]!.replaceAll('_', ' '), index: match[2] ?? null }
}

/** The picture of a module, with values on its wires where there are any (indexed by net, as in an evaluation). */
export function drawing(module: Module, values?: Evaluation['values'], style: SymbolStyle = 'distinctive'): Drawing {
  const placed = layout(module, style)
  const carried = (net: Net): Bit | null => values?.[net] ?? null
  const unused = unusedGates(flatten(module))
  const chipsAt = [
    ...placed.places,
    ...placed.terminals.map(terminal => ({ net: terminal.net, at: chipOf(terminal.at, terminal.side) })),
  ]
  return {
    title: moduleTitle(module),
    origin: placed.origin,
    width: placed.width,
    height: placed.height,
    wires: placed.wires.map(({ net, lines, dots }) => ({
      net,
      name: module.names[net]!,
      value: carried(net),
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
      title: moduleTitle(part.module),
      at,
      width,
      height,
      pins: pins.map(pin => ({ ...pin, math: mathName(pin.name) })),
    })),
    chips: [...chipsAt, ...placed.constants.map(({ net, at }) => ({ net, at: [at[0] - 8, at[1]] as Point }))].flatMap(
      ({ net, at }) => {
        // Constants are always shown: they are what they are without any inputs.
        const value = net < 2 ? (net as Bit) : carried(net)
        return value === null ? [] : [{ net, at, value }]
      },
    ),
    terminals: placed.terminals.map(({ name, net, direction, at, side }) => ({
      name,
      math: mathName(name),
      net,
      direction,
      side,
      ...nameOf(at, side),
    })),
    notes: placed.notes,
  }
}

/** A terminal's value stands at the very end of its wire, its name beyond. */
function chipOf([x, y]: Point, side: Pin['side']): Point {
  switch (side) {
    case 'left':
      return [x - 8, y]
    case 'right':
      return [x + 8, y]
    case 'top':
      return [x, y - 8]
    case 'bottom':
      return [x, y + 8]
  }
}

function nameOf([x, y]: Point, side: Pin['side']): { at: Point; anchor: DrawnTerminal['anchor'] } {
  switch (side) {
    case 'left':
      return { at: [x - 22, y + 5], anchor: 'end' }
    case 'right':
      return { at: [x + 24, y + 5], anchor: 'start' }
    case 'top':
      return { at: [x, y - 24], anchor: 'middle' }
    case 'bottom':
      return { at: [x, y + 36], anchor: 'middle' }
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
