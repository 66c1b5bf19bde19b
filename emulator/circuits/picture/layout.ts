// Where everything of a module stands: gates, boxes for the modules inside, ports, wires with their bends and junctions.
// Positions only: values come in drawing.ts.
import type { Gate, Instance, Module, Net } from '../netlist.ts'
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
  readonly at: Point
  readonly side: 'left' | 'right' | 'top' | 'bottom'
}

/** One bit of a port of the module itself, at the end of its wire. */
export interface Terminal {
  readonly name: string
  readonly net: Net
  readonly direction: 'input' | 'output'
  readonly at: Point
  /** To which side its name stands. */
  readonly side: Pin['side']
}

/** All of one net: lines with bends, and dots where it branches. */
export interface Wire {
  readonly net: Net
  readonly lines: readonly (readonly Point[])[]
  readonly dots: readonly Point[]
}

/** A place for a net's value on its wire. */
export interface Place {
  readonly net: Net
  readonly at: Point
}

/** Words beside a wire, such as the formula of what it carries. */
export interface Note {
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
  readonly constants: readonly Place[]
  readonly wires: readonly Wire[]
  readonly places: readonly Place[]
  readonly notes: readonly Note[]
}

/** A way to lay out; null where it does not suit the module. */
export type Arrangement = (module: Module, style: SymbolStyle) => Layout | null
