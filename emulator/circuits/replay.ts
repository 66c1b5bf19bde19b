// Replays a module in an algebra: the one way in which a netlist is read. Values, cases, formulas, flat netlists and
// rewritten modules are all a replay in another algebra.
import type { Algebra } from './algebra.ts'
import type { Instance, Module, Net } from './netlist.ts'

/** Values at a module's ports, parallel to them, each bus lowest bit first. */
export type PortValues<V> = readonly (readonly V[])[]

/** What becomes of a module inside: by default it is replayed in its turn. */
export type OnInstance<V> = (instance: Instance, inputs: PortValues<V>) => PortValues<V>

/** Every net's value of the module itself, indexed by net. */
export function replayNets<V>(
  module: Module,
  algebra: Algebra<V>,
  inputs: PortValues<V>,
  onInstance?: OnInstance<V>,
): V[] {
  const values: V[] = new Array(module.names.length)
  values[0] = algebra.zero
  values[1] = algebra.one
  module.inputs.forEach((port, i) => {
    port.nets.forEach((net, bit) => {
      values[net] = inputs[i]![bit]!
    })
  })
  const at = (net: Net): V => values[net]!
  for (const part of module.parts) {
    if (part.kind === 'gate') {
      const name = module.names[part.out]!
      const [x, y] = part.in
      values[part.out] = part.type === 'not' ? algebra.not(at(x!), name) : algebra[part.type](at(x!), at(y!), name)
    } else {
      const inner = part.in.map(nets => nets.map(at))
      const results = onInstance ? onInstance(part, inner) : replay(part.module, algebra, inner)
      part.out.forEach((nets, i) => {
        nets.forEach((net, bit) => {
          values[net] = results[i]![bit]!
        })
      })
    }
  }
  return values
}

/** The values at the module's outputs, parallel to them. */
export function replay<V>(
  module: Module,
  algebra: Algebra<V>,
  inputs: PortValues<V>,
  onInstance?: OnInstance<V>,
): V[][] {
  const values = replayNets(module, algebra, inputs, onInstance)
  return module.outputs.map(port => port.nets.map(net => values[net]!))
}
