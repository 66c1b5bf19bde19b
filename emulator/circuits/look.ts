// Looking into a running module: the values of the flat nets, at rest or at one unit of time, seen from any module inside.
import type { Algebra } from './algebra.ts'
import type { Evaluation } from './evaluate.ts'
import { flatten } from './flatten.ts'
import type { Bit } from './gates.ts'
import { magnitudes } from './magnitudes.ts'
import { type Instance, type Module, type Net, ONE, ZERO } from './netlist.ts'
import { outputNumbers } from './numbers.ts'
import { type PortValues, replay, replayNets } from './replay.ts'

/** By net of the module under a path: which flat net of the root it is. */
const known = new WeakMap<Module, Map<string, readonly Net[]>>()

/** The module under a path of labels, such as `['adder', 'bit3']`; undefined where there is none. */
export function moduleAt(root: Module, path: readonly string[]): Module | undefined {
  return path.reduce<Module | undefined>((at, label) => at && instanceOf(at, label)?.module, root)
}

const instanceOf = (module: Module, label: string): Instance | undefined =>
  module.parts.find((part): part is Instance => part.kind === 'instance' && part.label === label)

/** The module under a path with the values that it has among the root's flat nets; undefined where there is no such path. */
export function lookInside(root: Module, path: readonly string[], values: ArrayLike<number>): Evaluation | undefined {
  const module = moduleAt(root, path)
  if (!module) return undefined
  const own = Array.from(flatNets(root, path), net => values[net]! as Bit)
  const at = (ports: Module['outputs']) => ports.map(port => port.nets.map(net => own[net]!))
  const sizes = magnitudes(root, path)
  return {
    module,
    values: own,
    sizes,
    inputs: outputNumbers({ ...module, outputs: module.inputs }, at(module.inputs), sizes),
    outputs: outputNumbers(module, at(module.outputs), sizes),
  }
}

/** By net of the module under a path that exists: the root's flat net. */
export function flatNets(root: Module, path: readonly string[]): readonly Net[] {
  let paths = known.get(root)
  if (!paths) {
    paths = new Map()
    known.set(root, paths)
  }
  const key = path.join('.')
  let nets = paths.get(key)
  if (!nets) {
    nets = find(root, path)
    paths.set(key, nets)
  }
  return nets
}

function find(root: Module, path: readonly string[]): readonly Net[] {
  const byName = new Map(flatten(root).names.map((name, net) => [name, net]))
  const named = (prefix: string): Algebra<Net> => {
    const gate = (_x: Net, _y: Net, name?: string): Net => byName.get(`${prefix}${name}`)!
    const not = (_x: Net, name?: string): Net => byName.get(`${prefix}${name}`)!
    return { zero: ZERO, one: ONE, not, and: gate, or: gate, xor: gate, nand: gate, nor: gate }
  }
  const walk = (module: Module, prefix: string, inputs: PortValues<Net>): PortValues<Net> =>
    replay(module, named(prefix), inputs, (part, values) => walk(part.module, `${prefix}${part.label}.`, values))
  let module = root
  let prefix = ''
  let inputs: PortValues<Net> = flatten(root).inputs.map(port => port.nets)
  for (const label of [...path, null]) {
    const here = prefix
    const nets = replayNets(module, named(here), inputs, (part, values) =>
      walk(part.module, `${here}${part.label}.`, values),
    )
    if (label === null) return nets
    const part = instanceOf(module, label)!
    inputs = part.in.map(port => port.map(net => nets[net]!))
    module = part.module
    prefix = `${prefix}${label}.`
  }
  return []
}
