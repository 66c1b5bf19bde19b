// Which blocks are translated together. It knows the flow, not what the instructions do.
import type { Block, Blocks } from './blocks.ts'
import { type Graph, type Structure, structureOf } from './structure.ts'

/** The largest region, in instructions: what is longer costs more to translate than it can gain, and engines refuse
 * functions beyond some megabytes. */
const LARGEST = 2_000

/** Blocks that are translated into one function, the first one being where it is entered. */
export interface Region {
  readonly members: readonly number[]
  /** The place of each member in `members`, by its number. */
  readonly index: ReadonlyMap<number, number>
  readonly structure: Structure
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
  const graph: Graph = members.map(member => {
    const inside: number[] = []
    for (const next of blocks.blocks[member]!.next) {
      const place = index.get(next)
      if (place !== undefined && !closed.has(next)) inside.push(place)
    }
    return inside
  })
  return { members, index, structure: structureOf(graph) }
}
