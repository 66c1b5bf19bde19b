// Where everything of a module stands: gates, boxes for the modules inside, ports, wires with their bends and junctions.
// Positions only: values come in drawing.ts.
import type { Gate, Instance, Module, Net } from '../netlist.ts'
import type { Strand } from './graph.ts'
import type { Point, SymbolStyle } from './symbols.ts'

export interface PlacedGate {
  readonly part: Gate
  readonly at: Point
}

/** A module inside, as a box. */
export interface PlacedBox {
  readonly part: Instance
  readonly at: Point
  readonly width: number
  readonly height: number
  readonly pins: readonly Pin[]
}

/** Where a wire meets a box. */
export interface Pin {
  readonly name: string
  readonly nets: readonly Net[]
  readonly at: Point
  readonly side: 'left' | 'right' | 'top' | 'bottom'
}

/** A port of the module itself, or one bit of it, at the end of its wire. */
export interface Terminal {
  readonly name: string
  readonly strand: Strand
  readonly direction: 'input' | 'output'
  readonly at: Point
  /** To which side its name stands. */
  readonly side: Pin['side']
}

/** All of one bit or bus: lines with bends, and dots where it branches. */
export interface Wire {
  readonly strand: Strand
  readonly lines: readonly (readonly Point[])[]
  readonly dots: readonly Point[]
}

/** A place for a value on its wire; a bus says its number, which takes more room. */
export interface ValuePlace {
  readonly strand: Strand
  /** The middle of what stands there. */
  readonly at: Point
}

/** Beside a wire: how many bits a bus has, or which of them are read here. */
export interface WireMark {
  readonly text: string
  /** The point of the wire that it is about. */
  readonly at: Point
  /** A stroke across the bus and its number of bits, or the numbers of the bits that branch off. */
  readonly kind: 'width' | 'tap'
}

/** Words beside a wire, such as the formula of what it carries. */
export interface WireNote {
  readonly text: string
  readonly at: Point
}

export interface Layout {
  /** The upper left corner of the picture, and its size. */
  readonly origin: Point
  readonly width: number
  readonly height: number
  readonly gates: readonly PlacedGate[]
  readonly boxes: readonly PlacedBox[]
  readonly terminals: readonly Terminal[]
  /** Constants 0 and 1 stand right where they are read. */
  readonly constants: readonly ValuePlace[]
  readonly wires: readonly Wire[]
  readonly places: readonly ValuePlace[]
  readonly marks: readonly WireMark[]
  readonly notes: readonly WireNote[]
}

/** A way to lay out by hand; null where it does not suit the module. */
export type LayoutByHand = (module: Module, style: SymbolStyle) => Layout | null

/** The size of a value on a wire, in which so many characters stand. */
export const chipWidth = (characters: number): number => Math.max(16, 7 * characters + 8)

/** The widest that a strand's value can be: a sign and the digits of its largest number. */
export const valueWidth = ({ nets }: Strand): number =>
  nets.length === 1 ? chipWidth(1) : chipWidth(1 + `${2 ** (nets.length - 1)}`.length)

/** One bit as a strand. */
export const strandOf = (net: Net): Strand => ({ nets: [net], signed: false })
