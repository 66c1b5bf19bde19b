// Fast simulation: the flat module compiled to typed arrays, 32 cases in every word. It knows nothing of time.
import { flatten } from './flatten.ts'
import { GATE_TYPES } from './gates.ts'
import type { Module } from './netlist.ts'
import { isSigned } from './numbers.ts'
import { RELU_GATES, reluSum } from './relu.ts'

/** A flat module as typed arrays: gate i computes net `out[i]` from the nets `a[i]` and `b[i]` (for `not` twice the same). */
export interface Compiled {
  readonly nets: number
  readonly code: Uint8Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly out: Int32Array
}

const compiled = new WeakMap<Module, Compiled>()

export function compiledModule(module: Module): Compiled {
  let result = compiled.get(module)
  if (!result) {
    const flat = flatten(module)
    result = {
      nets: flat.names.length,
      code: Uint8Array.from(flat.gates, gate => GATE_TYPES.indexOf(gate.type)),
      a: Int32Array.from(flat.gates, gate => gate.in[0]!),
      b: Int32Array.from(flat.gates, gate => gate.in.at(-1)!),
      out: Int32Array.from(flat.gates, gate => gate.out),
    }
    compiled.set(module, result)
  }
  return result
}

/** Evaluates every gate once, in order, over words of 32 cases. */
export function settle({ code, a, b, out }: Compiled, value: Int32Array): void {
  for (let i = 0; i < code.length; i++) {
    const x = value[a[i]!]!
    const y = value[b[i]!]!
    value[out[i]!] = combine(code[i]!, x, y)
  }
}

/** A gate by its number in `GATE_TYPES`, over words. */
export function combine(code: number, x: number, y: number): number {
  switch (code) {
    case 0:
      return ~x
    case 1:
      return x & y
    case 2:
      return x | y
    case 3:
      return x ^ y
    case 4:
      return ~(x & y)
    default:
      return ~(x | y)
  }
}

/** Columns of numbers by port name: entry k of every column belongs to case k. */
export type PortColumns = Readonly<Record<string, Int32Array>>

/**
 * Simulates many cases: a column of numbers for each input (one left out is 0), a column for each output back; signed as
 * `portNumber` says, except that an unsigned bus of 32 bits comes as the signed number of the same bits.
 */
export function simulate(module: Module, inputs: PortColumns, cases: number): Record<string, Int32Array> {
  const run = module.set === 'relu' ? settleRelus : settle
  const flat = flatten(module)
  const program = compiledModule(module)
  const value = new Int32Array(program.nets)
  value[1] = -1
  const block = new Int32Array(32)
  const results = flat.outputs.map(port => ({ port, column: new Int32Array(cases) }))
  for (let first = 0; first < cases; first += 32) {
    const count = Math.min(32, cases - first)
    for (const port of flat.inputs) {
      const column = inputs[port.name]
      if (!column) continue
      block.fill(0)
      for (let k = 0; k < count; k++) block[k] = column[first + k]!
      transpose(block)
      port.nets.forEach((net, bit) => {
        value[net] = block[bit]!
      })
    }
    run(program, value)
    for (const { port, column } of results) {
      block.fill(0)
      port.nets.forEach((net, bit) => {
        block[bit] = value[net]!
      })
      if (isSigned(port)) for (let bit = port.nets.length; bit < 32; bit++) block[bit] = block[port.nets.length - 1]!
      transpose(block)
      column.set(block.subarray(0, count), first)
    }
  }
  return Object.fromEntries(results.map(({ port, column }) => [port.name, column]))
}

/** By gate type: the words that say in which of the four rows x, y the gate's sum of ReLUs gives 1. */
const RELU_ROWS = GATE_TYPES.map(type =>
  [0, 1, 2, 3].map(row => -reluSum(RELU_GATES[type], type === 'not' ? [row >> 1] : [row >> 1, row & 1])),
)

/** The same as `settle`, every gate by what its ReLUs gave for each row of its truth table. */
function settleRelus({ code, a, b, out }: Compiled, value: Int32Array): void {
  for (let i = 0; i < code.length; i++) {
    const rows = RELU_ROWS[code[i]!]!
    const x = value[a[i]!]!
    const y = value[b[i]!]!
    value[out[i]!] = (rows[0]! & ~x & ~y) | (rows[1]! & ~x & y) | (rows[2]! & x & ~y) | (rows[3]! & x & y)
  }
}

/** Transposes a square of 32 words of 32 bits in place: bit k of word i changes places with bit i of word k. */
function transpose(word: Int32Array): void {
  let mask = 0x0000ffff
  for (let half = 16; half !== 0; half >>= 1, mask ^= mask << half) {
    for (let k = 0; k < 32; k = (k + half + 1) & ~half) {
      const swap = ((word[k]! >>> half) ^ word[k + half]!) & mask
      word[k] = word[k]! ^ (swap << half)
      word[k + half] = word[k + half]! ^ swap
    }
  }
}
