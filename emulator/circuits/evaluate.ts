// One case, looked at from inside: the value of every net, in the module itself and in whichever module inside it is
// being looked at. All is plain data keyed by stable names and paths.
import { BITS } from './algebra.ts'
import type { Bit } from './gates.ts'
import type { Instance, Module, Net } from './netlist.ts'
import { type Inputs, inputBits, outputNumbers } from './numbers.ts'
import { RELUS } from './relu.ts'
import { type PortValues, replay, replayNets } from './replay.ts'

/** A module with its values: net by net, and as numbers at the ports. */
export interface Evaluation {
  readonly module: Module
  /** The value of each net of the module itself, by net. */
  readonly values: readonly Bit[]
  readonly inputs: Inputs
  readonly outputs: Inputs
}

/** All values of a module for given numbers at its inputs (a port left out is 0). In the set `relu` they are sums of ReLUs. */
export const evaluate = (module: Module, inputs: Inputs): Evaluation => withBits(module, inputBits(module, inputs))

/** The same for given bits, parallel to the inputs. */
export function withBits(module: Module, inputs: PortValues<Bit>): Evaluation {
  const algebra = module.set === 'relu' ? (RELUS as typeof BITS) : BITS
  const values = replayNets(module, algebra, inputs)
  const at = (nets: readonly Net[]): Bit[] => nets.map(net => values[net]!)
  return {
    module,
    values,
    inputs: outputNumbers({ ...module, outputs: module.inputs }, inputs),
    outputs: outputNumbers(
      module,
      module.outputs.map(port => at(port.nets)),
    ),
  }
}

/** The value of a net by its name in the module, such as `c_next`, `a[3]` or `bit3.c_next`; undefined where there is none. */
export function netValue(evaluation: Evaluation, name: string): Bit | undefined {
  const net = evaluation.module.names.indexOf(name)
  if (net >= 0) return evaluation.values[net]
  for (const port of evaluation.module.outputs) {
    const bit = port.nets.findIndex((_, i) => name === (port.width === null ? port.name : `${port.name}[${i}]`))
    if (bit >= 0) return evaluation.values[port.nets[bit]!]
  }
  return undefined
}

/** The modules inside a module, in their order. */
export const instancesOf = (module: Module): Instance[] => module.parts.filter(part => part.kind === 'instance')

/** Going in: the module under a label, with the values that it has in this evaluation; undefined where there is none. */
export function inside(evaluation: Evaluation, label: string): Evaluation | undefined {
  const instance = instancesOf(evaluation.module).find(part => part.label === label)
  return (
    instance &&
    withBits(
      instance.module,
      instance.in.map(nets => nets.map(net => evaluation.values[net]!)),
    )
  )
}

/** Going in along a path of labels, `row2.adder.bit3`; an empty path is the module itself. */
export const insidePath = (evaluation: Evaluation, path: string): Evaluation | undefined =>
  path === ''
    ? evaluation
    : path.split('.').reduce<Evaluation | undefined>((at, label) => at && inside(at, label), evaluation)

/** Only the numbers at the outputs. */
export const compute = (module: Module, inputs: Inputs): Inputs =>
  outputNumbers(
    module,
    replay(module, module.set === 'relu' ? (RELUS as typeof BITS) : BITS, inputBits(module, inputs)),
  )
