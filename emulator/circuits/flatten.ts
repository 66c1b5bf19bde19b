// A module with everything inside it opened: one list of gates over one set of nets, named by their paths
// (`row2.adder.bit3.differ`). An export, a count and a simulation begin here.
import type { Algebra } from './algebra.ts'
import type { BinaryType, GateType } from './gates.ts'
import { type Module, type Net, netName, ONE, ZERO } from './netlist.ts'
import { type PortValues, replay } from './replay.ts'

export interface FlatGate {
  /** The gate's path, which is also its output net's name. */
  readonly id: string
  readonly type: GateType
  readonly in: readonly Net[]
  readonly out: Net
}

export interface FlatPort {
  readonly name: string
  readonly width: number | null
  readonly nets: readonly Net[]
}

export interface FlatModule {
  readonly module: Module
  readonly inputs: readonly FlatPort[]
  readonly outputs: readonly FlatPort[]
  /** In an order of evaluation. */
  readonly gates: readonly FlatGate[]
  /** Names by net; 0 and 1 are the constants. */
  readonly names: readonly string[]
}

const flattened = new WeakMap<Module, FlatModule>()

/** The flat form, made once per module. */
export function flatten(module: Module): FlatModule {
  let flat = flattened.get(module)
  if (!flat) {
    flat = open(module)
    flattened.set(module, flat)
  }
  return flat
}

function open(module: Module): FlatModule {
  const names = ['0', '1']
  const gates: FlatGate[] = []
  const net = (name: string): Net => names.push(name) - 1

  const inside = (path: string): Algebra<Net> => {
    const gate = (type: GateType, inputs: readonly Net[], name = type as string): Net => {
      const out = net(path + name)
      gates.push({ id: path + name, type, in: inputs, out })
      return out
    }
    const binary = (type: BinaryType) => (x: Net, y: Net, name?: string) => gate(type, [x, y], name)
    return {
      zero: ZERO,
      one: ONE,
      not: (x, name) => gate('not', [x], name),
      and: binary('and'),
      or: binary('or'),
      xor: binary('xor'),
      nand: binary('nand'),
      nor: binary('nor'),
    }
  }
  const walk = (inner: Module, path: string, inputs: PortValues<Net>): PortValues<Net> =>
    replay(inner, inside(path), inputs, (instance, values) =>
      walk(instance.module, `${path}${instance.label}.`, values),
    )

  const inputs = module.inputs.map(port => ({ ...port, nets: port.nets.map((_, bit) => net(netName(port, bit))) }))
  const results = walk(
    module,
    '',
    inputs.map(port => port.nets),
  )
  const outputs = module.outputs.map((port, i) => ({ ...port, nets: results[i]! }))
  return { module, inputs, outputs, gates, names }
}

/** How many gates there are, with all modules inside opened. */
export const gateCount = (module: Module): number => flatten(module).gates.length

/** By net: gates on the longest way from an input to it. */
export function levels(flat: FlatModule): Int32Array {
  const level = new Int32Array(flat.names.length)
  for (const gate of flat.gates) level[gate.out] = 1 + Math.max(...gate.in.map(net => level[net]!))
  return level
}

/** Gates on the longest way from an input to an output (circuits.md, section 3). */
export function longestPath(module: Module): number {
  const flat = flatten(module)
  const level = levels(flat)
  return Math.max(0, ...flat.outputs.flatMap(port => port.nets.map(net => level[net]!)))
}

/** The gates from which no output can be reached: they are never trimmed, but marked in drawing and list. */
export function unusedGates(flat: FlatModule): ReadonlySet<string> {
  let unused = idle.get(flat)
  if (!unused) {
    unused = findUnused(flat)
    idle.set(flat, unused)
  }
  return unused
}

const idle = new WeakMap<FlatModule, ReadonlySet<string>>()

function findUnused(flat: FlatModule): ReadonlySet<string> {
  const needed = new Set(flat.outputs.flatMap(port => port.nets))
  const unused = new Set<string>()
  for (const gate of flat.gates.toReversed()) {
    if (needed.has(gate.out)) for (const net of gate.in) needed.add(net)
    else unused.add(gate.id)
  }
  return unused
}
