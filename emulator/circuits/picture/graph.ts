// A module as what is drawn of it: nodes with pins, and strands between them. A bus that anything takes in one piece is one
// strand, with taps where only some of its bits are read; any other bit is a strand of its own. It knows no positions.
import type { Gate, Instance, Module, Net, Port } from '../netlist.ts'
import { netName } from '../netlist.ts'
import { isSigned } from '../numbers.ts'
import { type Point, type SymbolStyle, symbolOf } from './symbols.ts'

/** One bit, or a bus, lowest bit first. */
export interface Strand {
  readonly nets: readonly Net[]
  /** Whether the number of a bus is read as signed. */
  readonly signed: boolean
}

/** Where a strand meets a node. */
export interface NodePin {
  /** Null where constants come in. */
  readonly strand: number | null
  readonly nets: readonly Net[]
  /** As the node calls it: `c`, `a[3]`, `rest[1–7]`. */
  readonly name: string
  /** Which bits of a bus are read, where it is not all of them: `7`, `0–6`. */
  readonly tap: string | null
  /** Whether the node's own port reads it as signed. */
  readonly signed: boolean
  /** From the node's upper left corner. */
  readonly at: Point
}

export interface Node {
  readonly kind: 'input' | 'output' | 'gate' | 'box'
  readonly part: Gate | Instance | null
  readonly width: number
  readonly height: number
  readonly inputs: readonly NodePin[]
  readonly outputs: readonly NodePin[]
}

export interface CircuitGraph {
  readonly strands: readonly Strand[]
  /** Inputs, then parts in an order of evaluation, then outputs. */
  readonly nodes: readonly Node[]
}

/** Consecutive bits of one port: those of `port` from `low` on. A run of constants has no port. */
interface Run {
  readonly port: object | null
  readonly low: number
  readonly nets: readonly Net[]
  /** Its place among the bits of the reader. */
  readonly at: number
}

type Source = ReadonlyMap<Net, { readonly port: Port; readonly nets: readonly Net[]; readonly bit: number }>

/** Where every net comes from; a gate's is in no port. */
function sources(module: Module): Source {
  const found = new Map<Net, { port: Port; nets: readonly Net[]; bit: number }>()
  const add = (port: Port, nets: readonly Net[]): void => {
    const own = { ...port, nets }
    nets.forEach((net, bit) => {
      found.set(net, { port: own, nets, bit })
    })
  }
  for (const port of module.inputs) add(port, port.nets)
  for (const part of module.parts)
    if (part.kind === 'instance') for (const [i, port] of part.module.outputs.entries()) add(port, part.out[i]!)
  return found
}

/** What a reader takes, in as few pieces as there are. */
function runsOf(nets: readonly Net[], from: Source): Run[] {
  const runs: Run[] = []
  nets.forEach((net, at) => {
    const source = from.get(net)
    const last = runs.at(-1)
    const port = source?.nets ?? null
    const follows =
      last !== undefined &&
      (net < 2 ? last.nets[0]! < 2 : port !== null && last.port === port && source!.bit === last.low + last.nets.length)
    if (follows) runs[runs.length - 1] = { ...last, nets: [...last.nets, net] }
    else runs.push({ port, low: source?.bit ?? 0, nets: [net], at })
  })
  return runs
}

/**
 * The ports that are drawn as one bus: those of which anything takes several bits at a time, or one beside a piece of
 * another bus, and those that nothing reads.
 */
function busesOf(module: Module, from: Source): ReadonlySet<object> {
  const buses = new Set<object>()
  const read = new Set<object | null>()
  const takes = (nets: readonly Net[]): void => {
    const runs = runsOf(nets, from)
    for (const { port } of runs) {
      read.add(port)
      if (port && runs.some(run => run.nets.length > 1)) buses.add(port)
    }
  }
  for (const port of module.outputs) takes(port.nets)
  for (const part of module.parts) for (const each of part.in) takes([each].flat())
  for (const { nets } of from.values()) if (nets.length > 1 && !read.has(nets)) buses.add(nets)
  return buses
}

const range = (low: number, count: number): string => (count === 1 ? `${low}` : `${low}–${low + count - 1}`)

export function graphOf(module: Module, style: SymbolStyle): CircuitGraph {
  const from = sources(module)
  const buses = busesOf(module, from)
  const strands: Strand[] = []
  const strandOf = new Map<Net, number>()
  const strand = (nets: readonly Net[], signed: boolean): number => {
    const index = strands.push({ nets, signed }) - 1
    for (const net of nets) strandOf.set(net, index)
    return index
  }
  type Loose = Omit<NodePin, 'at'>
  const leaving = (port: Pick<Port, 'name' | 'width'>, nets: readonly Net[]): Loose[] =>
    buses.has(nets)
      ? [{ strand: strand(nets, isSigned(port)), nets, name: port.name, tap: null, signed: isSigned(port) }]
      : nets.map((net, bit) => ({
          strand: strand([net], false),
          nets: [net],
          name: netName(port, bit),
          tap: null,
          signed: false,
        }))
  const entering = (port: Pick<Port, 'name' | 'width'>, nets: readonly Net[]): Loose[] =>
    runsOf(nets, from).flatMap((run): Loose[] => {
      const whole = run.nets.length === nets.length
      const name = whole && port.width !== 1 ? port.name : `${port.name}[${range(run.at, run.nets.length)}]`
      const signed = whole && isSigned(port)
      if (run.nets[0]! < 2) return [{ strand: null, nets: run.nets, name, tap: null, signed }]
      const index = strandOf.get(run.nets[0]!)!
      const all = strands[index]!.nets
      const tap = all.length === run.nets.length ? null : range(run.low, run.nets.length)
      return [{ strand: index, nets: run.nets, name, tap, signed }]
    })

  const nodes: Node[] = []
  const terminal = (kind: 'input' | 'output', pin: Loose): Node => ({
    kind,
    part: null,
    width: 0,
    height: 12,
    inputs: kind === 'output' ? [{ ...pin, at: [0, 6] }] : [],
    outputs: kind === 'input' ? [{ ...pin, at: [0, 6] }] : [],
  })
  for (const port of module.inputs) for (const pin of leaving(port, port.nets)) nodes.push(terminal('input', pin))
  for (const part of module.parts) {
    if (part.kind === 'gate') {
      const symbol = symbolOf(part.type, style, module.set)
      nodes.push({
        kind: 'gate',
        part,
        width: Math.max(symbol.width, symbol.output[0]),
        height: symbol.height,
        inputs: part.in.map((net, i) => ({
          ...entering({ name: 'in', width: null }, [net])[0]!,
          at: symbol.inputs[i]!,
        })),
        outputs: [{ ...leaving({ name: 'out', width: null }, [part.out])[0]!, at: symbol.output }],
      })
    } else {
      const inputs = part.module.inputs.flatMap((port, i) => entering(port, part.in[i]!))
      const outputs = part.module.outputs.flatMap((port, i) => leaving(port, part.out[i]!))
      nodes.push(box(part, inputs, outputs))
    }
  }
  for (const port of module.outputs) for (const pin of entering(port, port.nets)) nodes.push(terminal('output', pin))
  return { strands, nodes }
}

/** About how wide a name is that is set at 12 pixels. */
const nameWidth = (pins: readonly { readonly name: string }[]): number =>
  Math.max(0, ...pins.map(({ name }) => name.length * 6))

/** Between the pins of a box: room for a value at each. */
const PITCH = 20

/** A box's size, with room for its name and what it is, and its pins on a grid of 4. */
function box(part: Instance, left: readonly Omit<NodePin, 'at'>[], right: readonly Omit<NodePin, 'at'>[]): Node {
  const height = Math.max(40, Math.max(left.length, right.length) * PITCH + 16)
  const words = Math.max(part.label.length * 7, part.module.name.length * 6)
  const width = Math.max(88, Math.ceil((nameWidth(left) + nameWidth(right) + words + 28) / 4) * 4)
  const stand = (pins: readonly Omit<NodePin, 'at'>[], x: number): NodePin[] => {
    const first = Math.round((height - (pins.length - 1) * PITCH) / 8) * 4
    return pins.map((pin, i) => ({ ...pin, at: [x, first + i * PITCH] }))
  }
  return { kind: 'box', part, width, height, inputs: stand(left, 0), outputs: stand(right, width) }
}
