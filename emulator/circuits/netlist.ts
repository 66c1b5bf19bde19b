// The netlist: modules, their ports, gates and the modules inside them. Positions, values and levels are not kept here;
// they are maps from net or part to something, made by whoever needs them.
import type { GateType } from './gates.ts'

/** A net: an index into its module's `names`. 0 and 1 are the constants. */
export type Net = number
export const ZERO: Net = 0
export const ONE: Net = 1

/** Which primitives a module is made of (circuits.md, section 1, "Gate sets"). */
export type GateSet = 'book' | 'not-and-or' | 'nand' | 'nor' | 'relu'

/** What a port is: one bit, or a bus of so many bits, lowest first. */
export type PortShape = 'bit' | number
export type Shape = Readonly<Record<string, PortShape>>

/** Values at the ports of a shape: one for a bit, an array for a bus. */
export type Wires<S extends Shape, V> = {
  readonly [K in keyof S]: S[K] extends 'bit' ? V : S[K] extends number ? readonly V[] : V | readonly V[]
}

export interface Port {
  readonly name: string
  /** Bits of a bus; null for a port of one bit. */
  readonly width: number | null
  readonly nets: readonly Net[]
}

export interface Gate {
  readonly kind: 'gate'
  readonly type: GateType
  readonly in: readonly Net[]
  readonly out: Net
}

/** A module inside a module; `in` and `out` stand parallel to the inner module's ports. */
export interface Instance {
  readonly kind: 'instance'
  readonly label: string
  readonly module: Module
  readonly in: readonly (readonly Net[])[]
  readonly out: readonly (readonly Net[])[]
}

export type CircuitPart = Gate | Instance

/**
 * A combinational circuit. Invariant, by construction: a part reads only nets that were there before it, so there are no
 * loops, and the order of the parts is an order of evaluation and the order in every export.
 */
export interface Module<I extends Shape = Shape, O extends Shape = Shape> {
  readonly name: string
  /** The width it was built for; null where a module has none. */
  readonly bits: number | null
  readonly set: GateSet
  readonly shape: { readonly inputs: I; readonly outputs: O }
  readonly inputs: readonly Port[]
  readonly outputs: readonly Port[]
  readonly parts: readonly CircuitPart[]
  /** Each net's name, unique in the module: `x`, `a[3]`, a gate's word, `bit3.c_next`. */
  readonly names: readonly string[]
}

/** The name of one net of a port: `c`, `a[3]`. */
export const netName = (port: Pick<Port, 'name' | 'width'>, bit: number): string =>
  port.width === null ? port.name : `${port.name}[${bit}]`

/** The values of a port as the description of a module sees them: one, or an array. */
export function wiresOf<V>(
  ports: readonly Port[],
  values: readonly (readonly V[])[],
): Record<string, V | readonly V[]> {
  return Object.fromEntries(ports.map((port, i) => [port.name, port.width === null ? values[i]![0]! : values[i]!]))
}

/** The reverse of `wiresOf`: arrays parallel to the ports. */
export function parallel<V>(
  ports: readonly Pick<Port, 'name' | 'width'>[],
  wires: Readonly<Record<string, unknown>>,
): V[][] {
  return ports.map(port => (port.width === null ? [wires[port.name] as V] : [...(wires[port.name] as readonly V[])]))
}
