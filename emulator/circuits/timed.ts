// Time in a circuit (circuits.md, section 3): every primitive takes one unit; a change at the inputs spreads through the
// gates and is recorded, unit by unit. Event-driven: only gates with a changed input are looked at.
import { type FlatModule, flatten, longestPath } from './flatten.ts'
import { GATE_TYPES } from './gates.ts'
import type { Module, Net } from './netlist.ts'
import type { Inputs } from './numbers.ts'
import { type Compiled, combine, compiledModule } from './simulate.ts'

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

/** A module made ready for following changes; the work arrays are used again by every run. */
interface Ready {
  readonly program: Compiled
  /**
   * By net: the gates that read it are `readers[start[net]]` to `readers[start[net + 1] − 1]`. Each is a gate's number, four
   * times, and which of the gate's inputs the net is: 2 for the first, 1 for the second, 3 for both.
   */
  readonly start: Int32Array
  readonly readers: Int32Array
  readonly longest: number
  /** By gate: its truth table as in `TRUTH`, and the row of it that is now the case. */
  readonly truth: Uint8Array
  readonly rows: Uint8Array
  /** Gates with a changed input, and by gate whether it is among them. */
  readonly waiting: Int32Array
  readonly isWaiting: Uint8Array
  /** What was at rest at the end of the last run: most runs go on from there. */
  rest: { readonly inputs: readonly number[]; readonly values: Uint8Array } | null
}

const prepared = new WeakMap<Module, Ready>()

function ready(module: Module): Ready {
  let found = prepared.get(module)
  if (!found) {
    const program = compiledModule(module)
    const { code, a, b, nets } = program
    const lists: number[][] = Array.from({ length: nets }, () => [])
    for (let gate = 0; gate < a.length; gate++) {
      const isOne = a[gate] === b[gate]
      lists[a[gate]!]!.push(4 * gate + (isOne ? 3 : 2))
      if (!isOne) lists[b[gate]!]!.push(4 * gate + 1)
    }
    const start = new Int32Array(nets + 1)
    for (let net = 0; net < nets; net++) start[net + 1] = start[net]! + lists[net]!.length
    found = {
      program,
      start,
      readers: Int32Array.from(lists.flat()),
      longest: longestPath(module),
      truth: code.map(each => TRUTH[each]!),
      rows: new Uint8Array(a.length),
      waiting: new Int32Array(a.length),
      isWaiting: new Uint8Array(a.length),
      rest: null,
    }
    prepared.set(module, found)
  }
  return found
}

/** The values at rest under inputs, and the rows of the gates with them: those of the last run, where it ended there. */
function begin(work: Ready, module: Module, inputs: Inputs): Uint8Array {
  const ports = flatten(module).inputs
  if (work.rest && ports.every(({ name }, i) => work.rest!.inputs[i] === (inputs[name] ?? 0))) return work.rest.values
  const values = atRest(module, inputs)
  const { a, b } = work.program
  for (let gate = 0; gate < a.length; gate++) work.rows[gate] = (values[a[gate]!]! << 1) | values[b[gate]!]!
  return values
}

/** By gate, as numbered in `GATE_TYPES`: the four outputs of its truth table as bits, x slowest. */
const TRUTH = Uint8Array.from(GATE_TYPES, (_, code) =>
  [0, 1, 2, 3].reduce((bits, row) => bits | ((combine(code, row >> 1, row & 1) & 1) << row), 0),
)

/** The nets that change, unit after unit; shared by all runs, since each copies what it keeps. */
let trail = new Int32Array(1 << 16)

function room(size: number): Int32Array {
  if (trail.length < size) trail = new Int32Array(2 * size)
  return trail
}

/** Every net at rest under the given inputs (a port left out is 0). */
export function atRest(module: Module, inputs: Inputs): Uint8Array {
  const { code, a, b, out, nets } = compiledModule(module)
  const value = new Uint8Array(nets)
  value[1] = 1
  for (const port of flatten(module).inputs) {
    const number = inputs[port.name] ?? 0
    for (let bit = 0; bit < port.nets.length; bit++) value[port.nets[bit]!] = (number >> bit) & 1
  }
  for (let i = 0; i < code.length; i++) {
    value[out[i]!] = (TRUTH[code[i]!]! >> ((value[a[i]!]! << 1) | value[b[i]!]!)) & 1
  }
  return value
}

/** Lets the inputs change from one set of numbers to another, and follows what comes of it to the end. */
export function spread(module: Module, from: Inputs, to: Inputs): Spread {
  const flat = flatten(module)
  const work = ready(module)
  const { start, readers, truth, rows, waiting, isWaiting } = work
  const { out, nets } = work.program
  const before = begin(work, module, from)
  const value = before.slice()
  const counts = new Uint32Array(nets)
  const changed = room(RECORD_LIMIT + nets)
  const starts = [0]
  let first = 0
  let end = 0
  let total = 0
  let settleTime = 0

  for (const port of flat.inputs) {
    const number = to[port.name] ?? 0
    for (let bit = 0; bit < port.nets.length; bit++) {
      const net = port.nets[bit]!
      if (value[net] !== ((number >> bit) & 1)) changed[end++] = net
    }
  }
  // Each round is one unit: what changed takes effect, then every gate that reads it is looked at once.
  for (let time = 0; end > first; time++) {
    settleTime = time
    total += end - first
    let count = 0
    for (let i = first; i < end; i++) {
      const net = changed[i]!
      value[net]! ^= 1
      counts[net]! += 1
      for (let k = start[net]!; k < start[net + 1]!; k++) {
        const gate = readers[k]! >> 2
        rows[gate]! ^= readers[k]! & 3
        if (isWaiting[gate] === 1) continue
        isWaiting[gate] = 1
        waiting[count++] = gate
      }
    }
    if (total > RECORD_LIMIT) end = 0
    else starts.push(end)
    first = end
    for (let i = 0; i < count; i++) {
      const gate = waiting[i]!
      isWaiting[gate] = 0
      const net = out[gate]!
      if (value[net] !== ((truth[gate]! >> rows[gate]!) & 1)) changed[end++] = net
    }
  }
  work.rest = { inputs: flat.inputs.map(({ name }) => to[name] ?? 0), values: value }
  const record = total <= RECORD_LIMIT ? { nets: changed.slice(0, end), start: new Int32Array(starts) } : null
  return { flat, before, after: value, settleTime, longestPath: work.longest, counts, record }
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
