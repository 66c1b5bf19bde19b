// Numbers at ports: words of 1 to 32 bits as arrays of bits, lowest first. It knows no instruction.
import type { Bit } from './gates.ts'
import type { Module, Net, Port } from './netlist.ts'
import type { PortValues } from './replay.ts'

/** Buses whose numbers are read as signed (circuits.md, section 5). */
const SIGNED: ReadonlySet<string> = new Set(['a', 'b', 's', 'r', 'p', 'q'])

/** Whether a port's number is read as signed: the buses `a b s r p q`. */
export const isSigned = (port: Pick<Port, 'name' | 'width'>): boolean => port.width !== null && SIGNED.has(port.name)

/** The lowest `width` bits of an integer, lowest first; negative numbers in two's complement. */
export const toBits = (value: number, width: number): Bit[] =>
  Array.from({ length: width }, (_, bit) => ((value >> bit) & 1) as Bit)

/** The number that bits stand for. */
export function fromBits(bits: readonly number[], signed: boolean): number {
  const word = bits.reduce((total, bit, i) => total + bit * 2 ** i, 0)
  return signed && bits.at(-1) === 1 ? word - 2 ** bits.length : word
}

/** What a port says as a number: signed for the buses `a b s r p q`, but where its nets carry magnitudes. */
export const portNumber = (port: Port, bits: readonly number[], sizes: ReadonlySet<Net> = NONE): number =>
  fromBits(bits, isSigned(port) && !port.nets.some(net => sizes.has(net)))

const NONE: ReadonlySet<Net> = new Set()

/** Numbers by port name; a port left out is 0. */
export type Inputs = Readonly<Record<string, number>>

/** The bits that those numbers put on the module's inputs, parallel to them. */
export const inputBits = (module: Module, inputs: Inputs): Bit[][] =>
  module.inputs.map(port => toBits(inputs[port.name] ?? 0, port.width ?? 1))

/** The numbers at the module's outputs, by name. */
export const outputNumbers = (
  module: Module,
  bits: PortValues<number>,
  sizes: ReadonlySet<Net> = NONE,
): Record<string, number> =>
  Object.fromEntries(module.outputs.map((port, i) => [port.name, portNumber(port, bits[i]!, sizes)]))
