// One case, looked at from inside: the value of every net, in the module itself and in whichever module inside it is
// being looked at. All is plain data keyed by stable names and paths.
import { BITS } from './algebra.ts'
import type { Bit } from './gates.ts'
import { magnitudes } from './magnitudes.ts'
import type { Module, Net } from './netlist.ts'
import { type Inputs, inputBits, outputNumbers } from './numbers.ts'
import { RELUS } from './relu.ts'
import { type PortValues, replay, replayNets } from './replay.ts'

/** A module with its values: net by net, and as numbers at the ports. */
export interface Evaluation {
  readonly module: Module
  /** The value of each net of the module itself, by net. */
  readonly values: readonly Bit[]
  /** The nets that carry numbers without a sign. */
  readonly sizes: ReadonlySet<Net>
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
    sizes: magnitudes(module),
    inputs: outputNumbers({ ...module, outputs: module.inputs }, inputs),
    outputs: outputNumbers(
      module,
      module.outputs.map(port => at(port.nets)),
    ),
  }
}

/** Only the numbers at the outputs. */
export const compute = (module: Module, inputs: Inputs): Inputs =>
  outputNumbers(
    module,
    replay(module, module.set === 'relu' ? (RELUS as typeof BITS) : BITS, inputBits(module, inputs)),
  )
