// Time in a circuit (circuits.md, section 3): every primitive takes one unit; a change at the inputs spreads through the
// gates and is recorded, unit by unit. Event-driven: only gates with a changed input are looked at.
import { type FlatModule, flatten, longestPath } from './flatten.ts'
import type { Module, Net } from './netlist.ts'
import { type Inputs, inputBits } from './numbers.ts'
import { combine, compile, settle } from './simulate.ts'

/** More changes than this are counted and not kept: in a whole ALU dividing, millions of changes say nothing. */
export const RECORD_LIMIT = 100_000

/** What happened from one set of inputs to the next. Inputs change at time 0, gates from time 1 on. */
export interface Spread {
  readonly flat: FlatModule
  /** Every net's value at rest under the earlier inputs. */
  readonly before: Uint8Array
  /** Every net's value when all is at rest again. */
  readonly after: Uint8Array
  /** The unit of the last change; 0 where no gate changes. */
  readonly settleTime: number
  readonly longestPath: number
  /** How often each net changed. */
  readonly counts: Uint32Array
  /** All changes; null where there are more than `RECORD_LIMIT`. */
  readonly record: Changes | null
}

/** The nets that change at time t are `nets[start[t]]` to `nets[start[t + 1] − 1]`; every change flips a net's value. */
export interface Changes {
  readonly nets: Int32Array
  readonly start: Int32Array
}

interface Network {
  readonly start: Int32Array
  readonly readers: Int32Array
}

const networks = new WeakMap<Module, Network>()

/** By net: the gates that read it are `readers[start[net]]` to `readers[start[net + 1] − 1]`. */
function networkOf(module: Module): Network {
  let network = networks.get(module)
  if (!network) {
    const { a, b, nets } = compile(module)
    const lists: number[][] = Array.from({ length: nets }, () => [])
    for (let gate = 0; gate < a.length; gate++) {
      lists[a[gate]!]!.push(gate)
      if (b[gate] !== a[gate]) lists[b[gate]!]!.push(gate)
    }
    const start = new Int32Array(nets + 1)
    for (let net = 0; net < nets; net++) start[net + 1] = start[net]! + lists[net]!.length
    network = { start, readers: Int32Array.from(lists.flat()) }
    networks.set(module, network)
  }
  return network
}

/** Every net at rest under the given inputs (a port left out is 0). */
export function atRest(module: Module, inputs: Inputs): Uint8Array {
  const value = new Int32Array(compile(module).nets)
  value[1] = -1
  eachInput(module, inputs, (net, bit) => {
    value[net] = -bit
  })
  settle(compile(module), value)
  return Uint8Array.from(value, word => word & 1)
}

function eachInput(module: Module, inputs: Inputs, see: (net: Net, bit: number) => void): void {
  const bits = inputBits(module, inputs)
  flatten(module).inputs.forEach((port, i) => {
    port.nets.forEach((net, bit) => {
      see(net, bits[i]![bit]!)
    })
  })
}

/** Lets the inputs change from one set of numbers to another, and follows what comes of it to the end. */
export function spread(module: Module, from: Inputs, to: Inputs): Spread {
  const flat = flatten(module)
  const { code, a, b, out, nets } = compile(module)
  const { start, readers } = networkOf(module)
  const before = atRest(module, from)
  const value = before.slice()
  const counts = new Uint32Array(nets)
  const recorded: number[] = []
  const starts = [0]
  let total = 0
  let waiting = new Int32Array(code.length)
  let next = new Int32Array(code.length)
  const queued = new Uint8Array(code.length)
  const found = new Uint8Array(code.length)
  let count = 0

  const flip = (net: Net): void => {
    value[net]! ^= 1
    counts[net]! += 1
    if (++total <= RECORD_LIMIT) recorded.push(net)
    for (let i = start[net]!; i < start[net + 1]!; i++) {
      const gate = readers[i]!
      if (queued[gate] === 0) {
        queued[gate] = 1
        next[count++] = gate
      }
    }
  }

  eachInput(module, to, (net, bit) => {
    if (value[net] !== bit) flip(net)
  })
  let settleTime = 0
  for (let time = 1; count > 0; time++) {
    starts.push(recorded.length)
    const now = count
    count = 0
    ;[waiting, next] = [next, waiting]
    for (let i = 0; i < now; i++) {
      const gate = waiting[i]!
      queued[gate] = 0
      found[i] = combine(code[gate]!, value[a[gate]!]!, value[b[gate]!]!) & 1
    }
    const earlier = total
    for (let i = 0; i < now; i++) {
      const net = out[waiting[i]!]!
      if (value[net] !== found[i]) flip(net)
    }
    if (total > earlier) settleTime = time
  }
  starts.push(recorded.length)
  const record = total <= RECORD_LIMIT ? { nets: Int32Array.from(recorded), start: Int32Array.from(starts) } : null
  return { flat, before, after: value, settleTime, longestPath: longestPath(module), counts, record }
}

/** Every net's value at a time; null where the changes were not kept. Before 0 all is as it was. */
export function valuesAt(found: Spread, time: number): Uint8Array | null {
  if (!found.record) return null
  const value = found.before.slice()
  const { nets, start } = found.record
  const last = time < 0 ? 0 : start[Math.min(time + 1, start.length - 1)]!
  for (let i = 0; i < last; i++) value[nets[i]!]! ^= 1
  return value
}

/** The nets that change at a time. */
export const changesAt = (found: Spread, time: number): readonly Net[] =>
  found.record ? [...found.record.nets.subarray(found.record.start[time] ?? 0, found.record.start[time + 1] ?? 0)] : []

/** Nets that change more than once before they settle. */
export const unsteady = (found: Spread): Net[] => [...found.counts.keys()].filter(net => found.counts[net]! > 1)
