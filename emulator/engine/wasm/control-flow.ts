// The shape of a region's flow: order, dominators, loops. Numbers in, numbers out; no instruction is known here.
// (K. Cooper, T. Harvey, K. Kennedy, A Simple, Fast Dominance Algorithm; N. Ramsey, Beyond Relooper, 2022.)

/** A graph whose node 0 is where one enters; every node is reached from it. */
export type FlowGraph = readonly (readonly number[])[]

export interface Structure {
  /** Each node's place in a reverse postorder: an edge to a place that is not later goes back. */
  readonly place: Int32Array
  /** The nodes that each node dominates immediately, later places first. */
  readonly children: readonly (readonly number[])[]
  /** Whether an edge leads back to the node. */
  readonly header: Uint8Array
  /** Whether two or more edges lead forward to it. */
  readonly merge: Uint8Array
  /** Whether every loop is entered at its header alone. */
  readonly reducible: boolean
}

/** Works out the structure of a graph. */
export function structureOf(graph: FlowGraph): Structure {
  const size = graph.length
  const order = reversePostorder(graph)
  const place = new Int32Array(size).fill(-1)
  for (let index = 0; index < order.length; index++) place[order[index]!] = index
  const before: number[][] = graph.map(() => [])
  for (const node of order) for (const next of graph[node]!) before[next]!.push(node)

  const dominator = dominators(order, place, before)
  const dominates = (a: number, b: number): boolean => {
    let node = b
    while (place[node]! > place[a]!) node = dominator[node]!
    return node === a
  }
  const header = new Uint8Array(size)
  const merge = new Uint8Array(size)
  let reducible = true
  for (const node of order) {
    let forward = 0
    for (const from of before[node]!) {
      if (place[from]! < place[node]!) forward++
      else {
        header[node] = 1
        if (!dominates(node, from)) reducible = false
      }
    }
    if (forward >= 2) merge[node] = 1
  }
  const children: number[][] = graph.map(() => [])
  for (const node of order.toReversed()) if (node !== 0) children[dominator[node]!]!.push(node)
  return { place, children, header, merge, reducible }
}

function reversePostorder(graph: FlowGraph): number[] {
  const seen = new Uint8Array(graph.length)
  const order: number[] = []
  const path: { node: number; edge: number }[] = [{ node: 0, edge: 0 }]
  seen[0] = 1
  while (path.length > 0) {
    const top = path.at(-1)!
    const next = graph[top.node]![graph[top.node]!.length - 1 - top.edge++]
    if (next === undefined) {
      order.push(top.node)
      path.pop()
    } else if (seen[next] === 0) {
      seen[next] = 1
      path.push({ node: next, edge: 0 })
    }
  }
  return order.reverse()
}

function dominators(order: readonly number[], place: Int32Array, before: readonly number[][]): Int32Array {
  const dominator = new Int32Array(place.length).fill(-1)
  dominator[0] = 0
  for (let changed = true; changed; ) {
    changed = false
    for (const node of order) {
      if (node === 0) continue
      let common = -1
      for (const from of before[node]!) {
        if (dominator[from] === -1) continue
        if (common === -1) common = from
        else {
          let other = from
          while (other !== common) {
            while (place[other]! > place[common]!) other = dominator[other]!
            while (place[common]! > place[other]!) common = dominator[common]!
          }
        }
      }
      if (dominator[node] !== common) {
        dominator[node] = common
        changed = true
      }
    }
  }
  return dominator
}
