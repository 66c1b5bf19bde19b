// The flat netlist as one JSON object on one line (circuits.md, section 5).
import { type FlatPort, flatten, longestPath } from '../flatten.ts'
import type { Module } from '../netlist.ts'
import { RELU_GATES } from '../relu.ts'

export function jsonText(module: Module): string {
  const flat = flatten(module)
  const names = (nets: readonly number[]): string[] => nets.map(net => flat.names[net]!)
  const port = ({ name, width, nets }: FlatPort) => ({ name, width: width ?? 1, nets: names(nets) })
  const gates = flat.gates.map(gate => {
    const wiring = { in: names(gate.in), out: flat.names[gate.out]! }
    return module.set === 'relu'
      ? { id: gate.id, type: 'relu', of: gate.type, ...RELU_GATES[gate.type], ...wiring }
      : { id: gate.id, type: gate.type, ...wiring }
  })
  const whole = {
    name: module.name,
    bits: module.bits,
    inputs: flat.inputs.map(port),
    outputs: flat.outputs.map(port),
    gates,
    depth: longestPath(module),
    gateCount: gates.length,
  }
  return `${JSON.stringify(whole)}\n`
}
