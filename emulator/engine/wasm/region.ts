// Which blocks are translated together. It knows the flow, not what the instructions do.
import type { Block, Blocks } from './blocks.ts'
import { type FlowGraph, type Structure, structureOf } from './control-flow.ts'

/** The largest region, in instructions: what is longer costs more to translate than it can gain, and engines refuse
 * functions beyond some megabytes. */
const LARGEST = 2_000

/** Blocks that are translated into one function, the first one being where it is entered. */
export interface Region {
  readonly members: readonly number[]
  /** The place of each member in `members`, by its number. */
  readonly index: ReadonlyMap<number, number>
  readonly structure: Structure
  /** Whether it is done by dispatch: some loop has several entries. */
  readonly dispatched: boolean
  /** By member: the fuel to be looked for at its beginning; 0 where an earlier member has seen to it. */
  readonly needs: Int32Array
  /** The largest of the needs: with less fuel than this it is not worth while to enter. */
  readonly reach: number
}

/** The region that begins at block `root`: the blocks nearest to it. No edge leads into a block that is `closed`. */
export function regionAt(blocks: Blocks, root: number, closed: ReadonlySet<number>): Region {
  const members = [root]
  const index = new Map([[root, 0]])
  const lengthOf = ({ start, end }: Block): number => end - start
  let length = lengthOf(blocks.blocks[root]!)
  for (let at = 0; at < members.length; at++) {
    for (const next of blocks.blocks[members[at]!]!.next) {
      const block = blocks.blocks[next]!
      if (index.has(next) || closed.has(next) || block.exit === 'end') continue
      if (length + lengthOf(block) > LARGEST) continue
      length += lengthOf(block)
      index.set(next, members.length)
      members.push(next)
    }
  }
  const graph: FlowGraph = members.map(member => {
    const inside: number[] = []
    for (const next of blocks.blocks[member]!.next) {
      const place = index.get(next)
      if (place !== undefined && !closed.has(next)) inside.push(place)
    }
    return inside
  })
  const structure = structureOf(graph)
  const lengths = Int32Array.from(members, member => lengthOf(blocks.blocks[member]!))
  const needs = structure.reducible ? pathNeeds(graph, structure, lengths) : lengths
  return { members, index, structure, dispatched: !structure.reducible, needs, reach: Math.max(...needs) }
}

/** Where fuel must be looked for: where one enters, and at the headers of loops; there, for the longest way to the next
 * such place. So every loop looks once a round, and nothing in between does. */
function pathNeeds(graph: FlowGraph, { place, header }: Structure, lengths: Int32Array): Int32Array {
  const longest = new Int32Array(graph.length)
  const order = new Int32Array(graph.length)
  for (let node = 0; node < graph.length; node++) order[place[node]!] = node
  for (const node of order.reverse()) {
    let rest = 0
    for (const next of graph[node]!) if (header[next] === 0 && next !== 0) rest = Math.max(rest, longest[next]!)
    longest[node] = lengths[node]! + rest
  }
  return longest.map((length, node) => (node === 0 || header[node] === 1 ? length : 0))
}
