// The natural loops of a program's flow, how deep they lie in one another, and how often each has run. It knows the flow
// and counts, no steps.
import { type Flow, flowOf, type Program, reachable } from '../instructions/index.ts'

/** A natural loop: entered at its header alone, which every way round comes back to. */
export interface Loop {
  /** The first instruction of its header. */
  readonly pc: number
  readonly line: number
  /** The lines of its instructions, ascending. */
  readonly lines: readonly number[]
  /** 1 for a loop in no other. */
  readonly depth: number
}

/** A program's loops in the order of their first lines, outer ones before those within. */
export function loopsOf(program: Program): readonly Loop[] {
  const flow = flowOf(program)
  if (flow.blocks === 0) return []
  const bodies = bodiesOf(flow)
  const loops = [...bodies].map(([header, body]) => {
    let depth = 0
    for (const other of bodies.values()) if (other.has(header) && contains(other, body)) depth++
    const lines: number[] = []
    for (const block of body) {
      for (let pc = flow.starts[block]!; block < flow.blocks && pc < flow.starts[block + 1]!; pc++)
        lines.push(program.instructions[pc]!.line)
    }
    const pc = flow.starts[header]!
    return { pc, line: program.instructions[pc]!.line, lines: lines.sort((a, b) => a - b), depth }
  })
  return loops.sort((a, b) => a.pc - b.pc || a.depth - b.depth)
}

const contains = (outer: ReadonlySet<number>, inner: ReadonlySet<number>): boolean => {
  for (const block of inner) if (!outer.has(block)) return false
  return true
}

/** The blocks of each loop by its header: loops with one header are one. */
function bodiesOf(flow: Flow): ReadonlyMap<number, ReadonlySet<number>> {
  const { offsets, successors } = flow
  const nodes = flow.blocks + 2
  const entry = flow.blockOf[0]!
  const reached = reachable(flow, [entry])
  const before: number[][] = Array.from({ length: nodes }, () => [])
  for (let node = 0; node < nodes; node++) {
    if (reached[node] === 0) continue
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) before[successors[edge]!]!.push(node)
  }
  const bodies = new Map<number, Set<number>>()
  const dominates = dominance(flow, entry, before)
  for (let header = 0; header < flow.blocks; header++) {
    const backs = before[header]!.filter(from => dominates(header, from))
    if (reached[header] === 0 || backs.length === 0) continue
    const body = new Set([header])
    const waiting = [...backs]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (body.has(node)) continue
      body.add(node)
      waiting.push(...before[node]!)
    }
    bodies.set(header, body)
  }
  return bodies
}

/** Whether every path from the entry to `b` goes through `a` (K. Cooper, T. Harvey, K. Kennedy). */
function dominance(
  flow: Flow,
  entry: number,
  before: readonly (readonly number[])[],
): (a: number, b: number) => boolean {
  const { offsets, successors } = flow
  const order: number[] = []
  const place = new Int32Array(before.length).fill(-1)
  const path = [{ node: entry, edge: offsets[entry]! }]
  place[entry] = 0
  while (path.length > 0) {
    const top = path.at(-1)!
    if (top.edge === offsets[top.node + 1]!) {
      order.push(top.node)
      path.pop()
      continue
    }
    const next = successors[top.edge++]!
    if (place[next] !== -1) continue
    place[next] = 0
    path.push({ node: next, edge: offsets[next]! })
  }
  order.reverse()
  order.forEach((node, index) => {
    place[node] = index
  })
  const above = new Int32Array(before.length).fill(-1)
  above[entry] = entry
  const meet = (a: number, b: number): number => {
    let [one, other] = [a, b]
    while (one !== other) {
      while (place[one]! > place[other]!) one = above[one]!
      while (place[other]! > place[one]!) other = above[other]!
    }
    return one
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const node of order) {
      if (node === entry) continue
      const known = before[node]!.filter(from => above[from] !== -1)
      const common = known.reduce(meet)
      if (above[node] === common) continue
      above[node] = common
      changed = true
    }
  }
  return (a, b) => {
    let node = b
    while (place[node]! > place[a]!) node = above[node]!
    return node === a
  }
}
