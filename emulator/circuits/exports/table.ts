// The truth table as text (circuits.md, section 5): a line of port names, then a row a case.
import type { Module } from '../netlist.ts'
import { fromBits, type Inputs, isSigned, toBits } from '../numbers.ts'
import { simulate } from '../simulate.ts'

/** More open input bits than this make no table that anyone could read. */
export const MAX_OPEN_BITS = 12

/** How many input bits are not fixed. */
export const openBits = (module: Module, inputs: Inputs): number =>
  module.inputs.reduce((total, port) => total + (inputs[port.name] === undefined ? port.nets.length : 0), 0)

/** Rows of numbers, inputs then outputs; the open inputs run through all values, counting up in binary, the first slowest. */
export function truthTable(module: Module, inputs: Inputs): { readonly names: string[]; readonly rows: number[][] } {
  const cases = 2 ** openBits(module, inputs)
  let repeat = cases
  const columns = Object.fromEntries(
    module.inputs.map(port => {
      const fixed = inputs[port.name]
      const width = port.nets.length
      if (fixed === undefined) repeat /= 2 ** width
      const turn = repeat
      const number = (row: number): number => fixed ?? Math.floor(row / turn) % 2 ** width
      return [
        port.name,
        Int32Array.from({ length: cases }, (_, row) => fromBits(toBits(number(row), width), isSigned(port))),
      ]
    }),
  )
  const results = simulate(module, columns, cases)
  const ports = [...module.inputs, ...module.outputs]
  const all = [...module.inputs.map(port => columns[port.name]!), ...module.outputs.map(port => results[port.name]!)]
  const rows = Array.from({ length: cases }, (_, row) =>
    all.map((column, i) => (isSigned(ports[i]!) ? column[row]! : column[row]! >>> 0)),
  )
  return { names: ports.map(port => port.name), rows }
}

/** The table in columns aligned right, two blanks between. */
export function tableText(module: Module, inputs: Inputs): string {
  const { names, rows } = truthTable(module, inputs)
  const lines = [names, ...rows.map(row => row.map(String))]
  const widths = names.map((_, i) => Math.max(...lines.map(line => line[i]!.length)))
  return lines.map(line => `${line.map((cell, i) => cell.padStart(widths[i]!)).join('  ')}\n`).join('')
}
