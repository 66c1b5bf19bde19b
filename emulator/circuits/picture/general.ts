// The layout of any module, by a library for layouts that whoever draws hands in: what is asked of it, and what is made of
// its answer. Around every node room is kept for the values beside it, so that no wire runs through one.
import type { Module } from '../netlist.ts'
import { type CircuitGraph, graphOf, type Node, type Strand } from './graph.ts'
import {
  type Layout,
  type PlacedBox,
  type PlacedGate,
  type Terminal,
  type ValuePlace,
  valueWidth,
  type Wire,
  type WireMark,
} from './layout.ts'
import type { Point, SymbolStyle } from './symbols.ts'

type Options = Readonly<Record<string, string>>

/** What the library is asked: the JSON of the Eclipse Layout Kernel, as far as it is used here. */
export interface LayoutRequest {
  readonly id: string
  readonly layoutOptions: Options
  readonly children: {
    id: string
    width: number
    height: number
    layoutOptions: Options
    ports: { id: string; x: number; y: number; width: number; height: number; layoutOptions: Options }[]
  }[]
  readonly edges: { id: string; sources: string[]; targets: string[] }[]
}

interface Spot {
  readonly x: number
  readonly y: number
}

/** The same with places. */
export interface LayoutAnswer {
  readonly width?: number
  readonly height?: number
  readonly children?: readonly { readonly x?: number; readonly y?: number }[]
  readonly edges?: readonly {
    readonly sections?: readonly {
      readonly startPoint: Spot
      readonly bendPoints?: readonly Spot[]
      readonly endPoint: Spot
    }[]
    readonly junctionPoints?: readonly Spot[]
  }[]
}

export type LayoutLibrary = (request: LayoutRequest) => Promise<LayoutAnswer>

const OPTIONS: Options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  // Bits that never meet are one picture all the same.
  'elk.separateConnectedComponents': 'false',
  'elk.padding': '[left=0,top=0,right=0,bottom=0]',
  'elk.layered.spacing.nodeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.spacing.nodeNode': '16',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  // Ports stay in the order in which the module lists them: readers look for a[0] above a[1].
  'elk.layered.crossingMinimization.semiInteractive': 'true',
}

/** Where a bit branches off a bus, its number and its value stand between the branch and the pin. */
const TAP = 52
/** The stroke across a bus and its number of bits. */
const WIDTH_MARK = 20

/** Room beside a node: for taps and constants on its left, for values on its right. */
export interface Margins {
  readonly left: number
  readonly right: number
}

function roomOf(
  { kind, inputs, outputs }: Node,
  strands: CircuitGraph['strands'],
  leaving: ReadonlySet<number>,
): Margins {
  const tapped = inputs.some(({ tap }) => tap !== null)
  const constant = inputs.some(({ strand }) => strand === null)
  const bus = (index: number | null): boolean => index !== null && strands[index]!.nets.length > 1
  const mark = (kind === 'box' ? outputs : [...inputs, ...outputs]).some(({ strand }) => bus(strand)) ? WIDTH_MARK : 0
  if (kind === 'input') return { left: 0, right: mark }
  if (kind === 'output') return { left: Math.max(mark, tapped ? TAP - 20 : 0), right: 0 }
  const values = outputs.flatMap(({ strand }) =>
    strand === null || leaving.has(strand) ? [] : [valueWidth(strands[strand]!) + 8],
  )
  return { left: tapped ? TAP : constant ? 16 : 0, right: Math.max(0, ...values) + mark }
}

/** What is to be placed: the nodes with the room around each, and the strands that lead straight out, whose value stands there. */
export interface Plan {
  readonly graph: CircuitGraph
  readonly rooms: readonly Margins[]
  readonly leaving: ReadonlySet<number>
}

export function planOf(module: Module, style: SymbolStyle): Plan {
  const graph = graphOf(module, style)
  const leaving = new Set(
    graph.nodes.flatMap(({ kind, inputs: [pin] }) =>
      kind === 'output' && pin!.tap === null && pin!.strand !== null ? [pin!.strand] : [],
    ),
  )
  return { graph, leaving, rooms: graph.nodes.map(node => roomOf(node, graph.strands, leaving)) }
}

/** Asks the library, and makes a layout of its answer. */
export async function general(module: Module, style: SymbolStyle, library: LayoutLibrary): Promise<Layout> {
  const plan = planOf(module, style)
  return placed(plan, await library(requestOf(plan)))
}

function requestOf({ graph: { nodes }, rooms }: Plan): LayoutRequest {
  const from = new Map<number, string>()
  const children = nodes.map((node, i) => {
    const { left, right } = rooms[i]!
    const port = (side: 'WEST' | 'EAST', x: number) => (pin: { readonly at: Point }, k: number) => ({
      id: `${i}${side}${k}`,
      x,
      y: pin.at[1],
      width: 0,
      height: 0,
      layoutOptions: { 'elk.port.side': side },
    })
    const width = left + node.width + right
    node.outputs.forEach((pin, k) => {
      from.set(pin.strand!, `${i}EAST${k}`)
    })
    const ends: Record<Node['kind'], Options> = {
      input: { 'elk.layered.layering.layerConstraint': 'FIRST', 'elk.position': `(0,${100 * i})` },
      output: { 'elk.layered.layering.layerConstraint': 'LAST', 'elk.position': `(0,${100 * i})` },
      gate: {},
      box: {},
    }
    return {
      id: `${i}`,
      width: Math.max(1, width),
      height: Math.max(1, node.height),
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS', ...ends[node.kind] },
      ports: [...node.inputs.map(port('WEST', 0)), ...node.outputs.map(port('EAST', Math.max(1, width)))],
    }
  })
  const edges = nodes.flatMap((node, i) =>
    node.inputs.flatMap((pin, k) =>
      pin.strand === null ? [] : [{ id: `${i}-${k}`, sources: [from.get(pin.strand)!], targets: [`${i}WEST${k}`] }],
    ),
  )
  return { id: 'module', layoutOptions: OPTIONS, children, edges }
}

/** Whole pixels look sharp, and parts of one are nobody's intention. */
const point = ({ x, y }: Spot): Point => [Math.round(x), Math.round(y)]

/** A layout from an answer, whoever gave it. */
export function placed({ graph, rooms, leaving }: Plan, answer: LayoutAnswer): Layout {
  const { strands, nodes } = graph
  const lines = new Map<number, Point[][]>()
  const dots = new Map<number, Point[]>()
  const legs: Wire[] = []
  const [gates, boxes, terminals]: [PlacedGate[], PlacedBox[], Terminal[]] = [[], [], []]
  const [places, constants, marks]: [ValuePlace[], ValuePlace[], WireMark[]] = [[], [], []]
  const draw = (strand: number, line: Point[]): void => {
    lines.set(strand, [...(lines.get(strand) ?? []), line])
  }
  let edge = 0
  nodes.forEach((node, i) => {
    const corner = point({ x: answer.children![i]!.x ?? 0, y: answer.children![i]!.y ?? 0 })
    const { left, right } = rooms[i]!
    const at: Point = [corner[0] + left, corner[1]]
    const on = (pin: { readonly at: Point }): Point => [at[0] + pin.at[0], at[1] + pin.at[1]]
    for (const pin of node.inputs) {
      const end = on(pin)
      if (pin.strand === null) {
        if (node.kind !== 'output') constants.push({ strand: { nets: pin.nets, signed: false }, at: end })
        continue
      }
      const { sections, junctionPoints } = answer.edges![edge++]!
      const start: Point = [corner[0], end[1]]
      for (const section of sections ?? []) {
        const way = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(point)
        // The very end is where the pin's room begins, whatever rounding made of it.
        draw(pin.strand, [...way.slice(0, -1), start])
      }
      dots.set(pin.strand, [...(dots.get(pin.strand) ?? []), ...(junctionPoints ?? []).map(point)])
      if (pin.tap === null) draw(pin.strand, [start, end])
      else {
        const strand: Strand = { nets: pin.nets, signed: false }
        legs.push({ strand, lines: [[start, end]], dots: [] })
        marks.push({ text: pin.tap, at: start, kind: 'tap' })
        if (pin.nets.length === 1 && node.kind !== 'output') places.push({ strand, at: [at[0] - 18, end[1]] })
      }
    }
    for (const pin of node.outputs) {
      const strand = strands[pin.strand!]!
      const begin = on(pin)
      if (!lines.has(pin.strand!)) lines.set(pin.strand!, [])
      const end: Point = [at[0] + node.width + right, begin[1]]
      const read = nodes.some(other => other.inputs.some(each => each.strand === pin.strand))
      if (read) draw(pin.strand!, [begin, end])
      const value = valueWidth(strand)
      if (node.kind !== 'input' && !leaving.has(pin.strand!))
        places.push({ strand, at: [begin[0] + 4 + value / 2, begin[1]] })
      if (read && strand.nets.length > 1)
        marks.push({ text: `${strand.nets.length}`, at: [end[0] - WIDTH_MARK / 2, end[1]], kind: 'width' })
    }
    const { part } = node
    if (part?.kind === 'gate') gates.push({ part, at })
    else if (part?.kind === 'instance') {
      const pins = [
        ...node.inputs.map(pin => ({ name: pin.name, nets: pin.nets, at: on(pin), side: 'left' as const })),
        ...node.outputs.map(pin => ({ name: pin.name, nets: pin.nets, at: on(pin), side: 'right' as const })),
      ]
      boxes.push({ part, at, width: node.width, height: node.height, pins })
    } else {
      const [pin] = [...node.inputs, ...node.outputs]
      const strand: Strand = { nets: pin!.nets, signed: pin!.signed }
      const direction = node.kind === 'input' ? 'input' : 'output'
      terminals.push({
        name: pin!.name,
        strand,
        direction,
        at: on(pin!),
        side: direction === 'input' ? 'left' : 'right',
      })
    }
  })
  const wires = [...lines]
    .filter(([, all]) => all.length > 0)
    .map(([strand, all]): Wire => ({ strand: strands[strand]!, lines: all, dots: dots.get(strand) ?? [] }))
  const room = (direction: Terminal['direction']): number =>
    Math.max(
      40,
      ...terminals
        .filter(each => each.direction === direction)
        .map(({ name, strand }) => 24 + valueWidth(strand) + 9 * name.length),
    )
  const [width, height] = [Math.ceil(answer.width ?? 0), Math.ceil(answer.height ?? 0)]
  return {
    origin: [-room('input'), -24],
    width: room('input') + width + room('output'),
    height: height + 48,
    gates,
    boxes,
    terminals,
    constants,
    wires: [...wires, ...legs],
    places,
    marks,
    notes: [],
  }
}
