// Builds a module from a description: a function over an algebra whose values are nets.
import type { Algebra } from './algebra.ts'
import type { BinaryType, GateType } from './gates.ts'
import {
  type CircuitPart,
  type GateSet,
  type Module,
  type Net,
  netName,
  ONE,
  type Port,
  parallel,
  type Shape,
  type Wires,
  wiresOf,
  ZERO,
} from './netlist.ts'

/** What a description builds with: the gates over nets, and modules to use inside. */
export interface Builder extends Algebra<Net> {
  /** Puts a module inside this one under a label that is unique here, and gives its outputs. */
  readonly use: <I extends Shape, O extends Shape>(
    module: Module<I, O>,
    inputs: Wires<I, Net>,
    label: string,
  ) => Wires<O, Net>
}

export interface ModuleSignature<I extends Shape, O extends Shape> {
  readonly name: string
  readonly bits?: number | null
  readonly inputs: I
  readonly outputs: O
  /** `book` unless said otherwise. */
  readonly set?: GateSet
}

/** Builds the module that `describe` describes. Gates that drive an output and have no word of their own take the port's name. */
export function build<const I extends Shape, const O extends Shape>(
  signature: ModuleSignature<I, O>,
  describe: (builder: Builder, inputs: Wires<I, Net>) => Wires<O, Net>,
): Module<I, O> {
  const names: (string | null)[] = ['0', '1']
  const taken = new Set<string>()
  const parts: CircuitPart[] = []

  const net = (name: string | null): Net => {
    if (name !== null) taken.add(name)
    return names.push(name) - 1
  }
  const gate = (type: GateType, inputs: readonly Net[], name?: string): Net => {
    const out = net(name !== undefined && !taken.has(name) ? name : null)
    parts.push({ kind: 'gate', type, in: inputs, out })
    return out
  }
  const binary = (type: BinaryType) => (x: Net, y: Net, name?: string) => gate(type, [x, y], name)
  const builder: Builder = {
    zero: ZERO,
    one: ONE,
    not: (x, name) => gate('not', [x], name),
    and: binary('and'),
    or: binary('or'),
    xor: binary('xor'),
    nand: binary('nand'),
    nor: binary('nor'),
    use: <P extends Shape, Q extends Shape>(module: Module<P, Q>, inputs: Wires<P, Net>, label: string) => {
      const out = module.outputs.map(port => port.nets.map((_, bit) => net(`${label}.${netName(port, bit)}`)))
      parts.push({ kind: 'instance', label, module, in: parallel<Net>(module.inputs, inputs), out })
      return wiresOf(module.outputs, out) as Wires<Q, Net>
    },
  }

  const inputs = portsOf(signature.inputs).map(
    (port): Port => ({ ...port, nets: bitsOf(port).map(bit => net(netName(port, bit))) }),
  )
  const results = describe(
    builder,
    wiresOf(
      inputs,
      inputs.map(port => port.nets),
    ) as Wires<I, Net>,
  )
  const outer = portsOf(signature.outputs)
  const outputs = parallel<Net>(outer, results).map((nets, i): Port => ({ ...outer[i]!, nets }))

  for (const port of outputs) {
    port.nets.forEach((out, bit) => {
      const name = netName(port, bit)
      if (names[out] === null && !taken.has(name)) {
        names[out] = name
        taken.add(name)
      }
    })
  }
  return {
    name: signature.name,
    bits: signature.bits ?? null,
    set: signature.set ?? 'book',
    shape: { inputs: signature.inputs, outputs: signature.outputs },
    inputs,
    outputs,
    parts,
    names: numbered(names, parts, taken),
  }
}

/** The remaining gates' nets are named by their type and a number: `and1`, `and2`, `or1`. */
function numbered(
  names: readonly (string | null)[],
  parts: readonly CircuitPart[],
  taken: ReadonlySet<string>,
): string[] {
  const typeOf = new Map<Net, string>()
  for (const part of parts) if (part.kind === 'gate') typeOf.set(part.out, part.type)
  const counts = new Map<string, number>()
  return names.map((name, net) => {
    if (name !== null) return name
    const type = typeOf.get(net) ?? 'net'
    let candidate: string
    do {
      const count = (counts.get(type) ?? 0) + 1
      counts.set(type, count)
      candidate = `${type}${count}`
    } while (taken.has(candidate))
    return candidate
  })
}

const portsOf = (shape: Shape): { name: string; width: number | null }[] =>
  Object.entries(shape).map(([name, width]) => ({ name, width: width === 'bit' ? null : width }))

const bitsOf = (port: { width: number | null }): number[] => Array.from({ length: port.width ?? 1 }, (_, bit) => bit)
