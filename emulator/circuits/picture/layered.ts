// A layered picture of any module: parts in columns by how far they are from the inputs, in an order with few crossings,
// at heights that make wires straight where that can be, with right-angled wires between (after Sugiyama).
import type { Instance, Module, Net } from '../netlist.ts'
import { netName } from '../netlist.ts'
import { type Crossing, route, TRACK } from './channel.ts'
import type { Layout, Place, PlacedBox, PlacedGate, Terminal, Wire } from './layout.ts'
import { type GateSymbol, type Point, type SymbolStyle, symbolOf } from './symbols.ts'

/** Room between a column and the first track, in which a value can stand. */
const MARGIN = 30

/** Whatever stands in a column: a part, a port's bit, or a wire passing through. */
interface Node {
  readonly kind: 'part' | 'input' | 'output' | 'pass'
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly inputs: readonly { readonly net: Net; readonly at: Point }[]
  readonly outputs: readonly { readonly net: Net; readonly at: Point }[]
  readonly index: number
  layer: number
  y: number
}

export function layered(module: Module, style: SymbolStyle): Layout {
  const nodes = nodesOf(module, style)
  rank(nodes)
  const columns = arrange(nodes)
  for (let round = 0; round < 25; round++) straighten(columns, round % 2 === 0)
  straighten(columns.slice(0, 2), false)
  return place(module, style, columns)
}

/** The height of a box per pin: with room for a value where there are few. */
const pitch = (part: Instance): number => ((part.module.bits ?? 1) <= 8 ? 20 : 12)

function nodesOf(module: Module, style: SymbolStyle): Node[] {
  const plain = { margin: 20, width: 0, height: 0, layer: 0, y: 0 }
  const inputs = module.inputs.flatMap(port =>
    port.nets.map(
      (net, bit): Node => ({ ...plain, kind: 'input', inputs: [], outputs: [{ net, at: [0, 0] }], index: bit }),
    ),
  )
  const parts = module.parts.map((part, index): Node => {
    if (part.kind === 'gate') {
      const { inputs, output, width, height } = symbolOf(part.type, style, module.set)
      return {
        ...plain,
        kind: 'part',
        margin: 16,
        width: Math.max(width, output[0]),
        height,
        inputs: part.in.map((net, i) => ({ net, at: inputs[i]! })),
        outputs: [{ net: part.out, at: output }],
        index,
      }
    }
    const box = boxOf(part)
    return {
      ...plain,
      kind: 'part',
      margin: 24,
      width: box.width,
      height: box.height,
      inputs: part.in.flat().map((net, i) => ({ net, at: box.left[i]! })),
      outputs: part.out.flat().map((net, i) => ({ net, at: box.right[i]! })),
      index,
    }
  })
  const outputs = module.outputs.flatMap(port =>
    port.nets.map(
      (net, bit): Node => ({ ...plain, kind: 'output', inputs: [{ net, at: [0, 0] }], outputs: [], index: bit }),
    ),
  )
  return [...inputs, ...parts, ...outputs]
}

/** A box's size and where its pins stand. */
function boxOf(part: Instance): { width: number; height: number; left: Point[]; right: Point[] } {
  const left = part.in.flat().length
  const right = part.out.flat().length
  const height = Math.max(left, right) * pitch(part) + 24
  const first = (count: number): number => Math.round((height - (count - 1) * pitch(part)) / 8) * 4
  const column = (count: number, x: number): Point[] =>
    Array.from({ length: count }, (_, i) => [x, first(count) + i * pitch(part)])
  return { width: 116, height, left: column(left, 0), right: column(right, 116) }
}

const isConstant = (net: Net): boolean => net < 2

/** Columns: as far from the inputs as the longest way; parts fed by inputs alone stand right before what they feed. */
function rank(nodes: readonly Node[]): void {
  const driver = new Map<Net, Node>()
  for (const node of nodes) for (const { net } of node.outputs) driver.set(net, node)
  for (const node of nodes) {
    if (node.kind === 'input') continue
    node.layer = 1 + Math.max(0, ...node.inputs.map(({ net }) => driver.get(net)?.layer ?? 0))
  }
  const last = Math.max(1, ...nodes.map(node => (node.kind === 'output' ? node.layer : node.layer + 1)))
  for (const node of nodes) if (node.kind === 'output') node.layer = last
  for (const node of nodes.toReversed()) {
    if (node.kind !== 'part') continue
    const early = node.inputs.every(({ net }) => (driver.get(net)?.kind ?? 'input') === 'input')
    const readers = nodes.filter(other => other.inputs.some(({ net }) => driver.get(net) === node))
    if (early && readers.length > 0)
      node.layer = Math.max(node.layer, Math.min(...readers.map(other => other.layer)) - 1)
  }
}

/** Fills the columns, with a node for every wire that passes a column, and orders each by the middle of its neighbours. */
function arrange(nodes: readonly Node[]): Node[][] {
  const last = Math.max(...nodes.map(node => node.layer))
  const columns: Node[][] = Array.from({ length: last + 1 }, () => [])
  for (const node of nodes) columns[node.layer]!.push(node)
  const reach = new Map<Net, { from: number; to: number }>()
  for (const node of nodes) for (const { net } of node.outputs) reach.set(net, { from: node.layer, to: node.layer })
  for (const node of nodes) {
    for (const { net } of node.inputs) {
      const range = reach.get(net)
      if (range) range.to = Math.max(range.to, node.layer)
    }
  }
  for (const [net, { from, to }] of reach) {
    for (let layer = from + 1; layer < to; layer++) {
      const pin = { net, at: [0, 0] as Point }
      const pass: Node = {
        kind: 'pass',
        width: 0,
        height: 0,
        margin: 12,
        inputs: [pin],
        outputs: [pin],
        index: net,
        layer,
        y: 0,
      }
      columns[layer]!.push(pass)
    }
  }
  stack(columns)
  let best = columns.map(column => [...column])
  let fewest = Number.POSITIVE_INFINITY
  for (let round = 0; round < 16 && fewest > 0; round++) {
    const forwards = round % 2 === 0
    const order = forwards ? [...columns.keys()].slice(1) : [...columns.keys()].slice(0, -1).toReversed()
    for (const layer of order) {
      const heights = pinHeights(columns[forwards ? layer - 1 : layer + 1]!, forwards ? 'outputs' : 'inputs')
      const weight = new Map(columns[layer]!.map((node, i) => [node, middle(node, heights, forwards) ?? node.y ?? i]))
      // Ports stay in the order in which the module lists them: readers look for a[0] above a[1].
      const column = columns[layer]!
      if (column.every(node => node.kind === 'pass' || node.kind === 'part'))
        column.sort((x, y) => weight.get(x)! - weight.get(y)!)
      stackColumn(column)
    }
    const count = crossings(columns)
    if (count < fewest) {
      fewest = count
      best = columns.map(column => [...column])
    }
  }
  stack(best)
  return best
}

/** Where a node would like to be, measured from its own pins: the middle of those that it is wired to. */
function middle(node: Node, heights: ReadonlyMap<Net, readonly number[]>, forwards: boolean): number | undefined {
  const wanted = (forwards ? node.inputs : node.outputs).flatMap(({ net, at }) =>
    (heights.get(net) ?? []).map(y => y - at[1]),
  )
  return wanted.length === 0 ? undefined : wanted.reduce((sum, y) => sum + y, 0) / wanted.length
}

function pinHeights(column: readonly Node[], side: 'inputs' | 'outputs'): Map<Net, number[]> {
  const heights = new Map<Net, number[]>()
  for (const node of column) {
    for (const { net, at } of node[side]) {
      const list = heights.get(net) ?? []
      list.push(node.y + at[1])
      heights.set(net, list)
    }
  }
  return heights
}

const apart = (upper: Node, lower: Node): number => upper.height + Math.max(upper.margin, lower.margin)

function stackColumn(column: readonly Node[]): void {
  column.forEach((node, i) => {
    node.y = i === 0 ? 0 : column[i - 1]!.y + apart(column[i - 1]!, node)
  })
}

const stack = (columns: readonly Node[][]): void => {
  for (const column of columns) stackColumn(column)
}

/** How often wires between neighbouring columns cross. */
function crossings(columns: readonly Node[][]): number {
  let count = 0
  for (let layer = 0; layer + 1 < columns.length; layer++) {
    const left = pinHeights(columns[layer]!, 'outputs')
    const ends = columns[layer + 1]!.flatMap(node => node.inputs.map(({ net, at }) => ({ net, y: node.y + at[1] })))
    const wires = ends.flatMap(end => (left.get(end.net) ?? []).map(from => [from, end.y] as const))
    if (wires.length > 400) return count
    wires.forEach(([a, b], i) => {
      for (const [c, d] of wires.slice(i + 1)) if ((a - c) * (b - d) < 0) count++
    })
  }
  return count
}

/** Moves a column's nodes as near to where their wires want them as the order and the room between them allow. */
function straighten(columns: readonly Node[][], forwards: boolean): void {
  const order = forwards ? [...columns.keys()] : [...columns.keys()].toReversed()
  for (const layer of order) {
    const column = columns[layer]!
    const neighbours = columns[forwards ? layer - 1 : layer + 1]
    if (!neighbours) continue
    const heights = pinHeights(neighbours, forwards ? 'outputs' : 'inputs')
    let offset = 0
    const offsets = column.map((node, i) => {
      if (i > 0) offset += apart(column[i - 1]!, node)
      return offset
    })
    const wanted = column.map((node, i) => (middle(node, heights, forwards) ?? node.y) - offsets[i]!)
    // Wires that only pass weigh more: a straight way is what makes them easy to follow.
    const fitted = increasing(
      wanted,
      column.map(node => (node.kind === 'pass' ? 4 : 1)),
    )
    column.forEach((node, i) => {
      node.y = Math.round(fitted[i]! / 4) * 4 + offsets[i]!
    })
  }
}

/** The increasing sequence nearest to the wanted one by least squares (pool adjacent violators). */
function increasing(wanted: readonly number[], weights: readonly number[]): number[] {
  const pools: { value: number; weight: number; count: number }[] = []
  wanted.forEach((value, i) => {
    pools.push({ value, weight: weights[i]!, count: 1 })
    while (pools.length > 1 && pools.at(-2)!.value > pools.at(-1)!.value) {
      const lower = pools.pop()!
      const upper = pools.pop()!
      const weight = upper.weight + lower.weight
      pools.push({
        value: (upper.value * upper.weight + lower.value * lower.weight) / weight,
        weight,
        count: upper.count + lower.count,
      })
    }
  })
  return pools.flatMap(pool => Array.from({ length: pool.count }, () => pool.value))
}

/** Columns get their places from left to right, and the wires between them their ways. */
function place(module: Module, style: SymbolStyle, columns: readonly Node[][]): Layout {
  const top = Math.min(...columns.flat().map(node => node.y))
  const bottom = Math.max(...columns.flat().map(node => node.y + node.height))
  const lines = new Map<Net, Point[][]>()
  const dots = new Map<Net, Point[]>()
  const gates: PlacedGate[] = []
  const boxes: PlacedBox[] = []
  const terminals: Terminal[] = []
  const constants: Place[] = []
  const places: Place[] = []
  const draw = (net: Net, points: readonly Point[]): void => {
    lines.set(net, [...(lines.get(net) ?? []), [...points]])
  }
  const names = portNames(module)
  const leaving = new Set(names.outputs.map(({ net }) => net))

  let x = 0
  columns.forEach((column, layer) => {
    const width = Math.max(0, ...column.map(node => node.width))
    const starts = column.flatMap(node =>
      node.outputs.map(({ net, at }) => ({ net, at: [x + at[0], node.y + at[1]] as Point, node })),
    )
    let inputs = 0
    let outputs = 0
    for (const node of column) {
      const at: Point = [x, node.y]
      if (node.kind === 'part') {
        const part = module.parts[node.index]!
        for (const pin of node.inputs)
          if (isConstant(pin.net)) constants.push({ net: pin.net, at: [x + pin.at[0], node.y + pin.at[1]] })
        if (part.kind === 'gate') {
          gates.push({ part, at })
          const symbol: GateSymbol = symbolOf(part.type, style, module.set)
          // What goes straight out shows its value there.
          if (!leaving.has(part.out))
            places.push({ net: part.out, at: [x + symbol.output[0] + 12, node.y + symbol.output[1]] })
        } else {
          boxes.push(placedBox(part, at))
          const room = pitch(part) >= 20
          if (room)
            places.push(
              ...node.outputs.map(pin => ({ net: pin.net, at: [x + pin.at[0] + 12, node.y + pin.at[1]] as Point })),
            )
        }
      } else if (node.kind === 'input') {
        terminals.push({ ...names.inputs[inputs++]!, direction: 'input', at, side: 'left' })
      } else if (node.kind === 'output') {
        terminals.push({ ...names.outputs[outputs++]!, direction: 'output', at, side: 'right' })
      } else {
        draw(node.outputs[0]!.net, [at, [x + width, node.y]])
      }
    }
    const next = columns[layer + 1]
    if (!next) return
    const from = new Map(
      starts.map(({ net, at, node }) => [net, node.kind === 'pass' ? ([x + width, at[1]] as Point) : at]),
    )
    const ends = new Map<Net, number[]>()
    const offsets = new Map<Net, Point[]>()
    for (const node of next) {
      for (const { net, at } of node.inputs) {
        if (!from.has(net)) continue
        ends.set(net, [...(ends.get(net) ?? []), node.y + at[1]])
        offsets.set(net, [...(offsets.get(net) ?? []), [at[0], node.y + at[1]]])
      }
    }
    const start = x + width + MARGIN
    const probe: Crossing[] = [...ends].map(([net, heights]) => ({
      net,
      from: from.get(net)!,
      to: heights.map(y => [0, y] as Point),
    }))
    const room = Math.max(1, route(probe, start).tracks) * TRACK
    const right = start + room + 14
    const crossing: Crossing[] = [...ends.keys()].map(net => ({
      net,
      from: from.get(net)!,
      to: offsets.get(net)!.map(([dx, y]) => [right + dx, y] as Point),
    }))
    const routed = route(crossing, start)
    for (const { net, points } of routed.lines) draw(net, points)
    for (const { net, at } of routed.dots) dots.set(net, [...(dots.get(net) ?? []), at])
    x = right
  })

  const wires = [...lines].map(([net, all]): Wire => ({ net, lines: all, dots: dots.get(net) ?? [] }))
  const margin = (ports: readonly { name: string }[]): number =>
    40 + 9 * Math.max(2, ...ports.map(({ name }) => name.length))
  const origin: Point = [-margin(names.inputs), top - 24]
  return {
    origin,
    width: x + margin(names.inputs) + margin(names.outputs),
    height: bottom - top + 48,
    gates,
    boxes,
    terminals,
    constants,
    wires,
    places,
    notes: [],
  }
}

function portNames(module: Module): Record<'inputs' | 'outputs', { name: string; net: Net }[]> {
  const names = (ports: Module['inputs']) =>
    ports.flatMap(port => port.nets.map((net, bit) => ({ name: netName(port, bit), net })))
  return { inputs: names(module.inputs), outputs: names(module.outputs) }
}

function placedBox(part: Instance, [x, y]: Point): PlacedBox {
  const box = boxOf(part)
  const names = portNames(part.module)
  const pins = (list: readonly { name: string }[], points: readonly Point[], side: 'left' | 'right') =>
    list.map(({ name }, i) => ({ name, at: [x + points[i]![0], y + points[i]![1]] as Point, side }))
  return {
    part,
    at: [x, y],
    width: box.width,
    height: box.height,
    pins: [...pins(names.inputs, box.left, 'left'), ...pins(names.outputs, box.right, 'right')],
  }
}
