// On which jumps it depends whether an instruction runs, in the sense that also sees loops that need not end (V. P.
// Ranganath, T. Amtoft, A. Banerjee, J. Hatcliff, M. B. Dwyer, 2007). It knows the program's flow, no run of it.
import { type Flow, flowOf, type Program, reachable } from '../instructions/index.ts'

/** The dependence of one program's instructions on its jumps. */
export class DecidingJumps {
  private readonly flow: Flow
  /** By block: the blocks that may follow it, each once; computed jumps go to every label used as a value. */
  private readonly ways: readonly (readonly number[])[]
  private readonly before: readonly (readonly number[])[]
  private readonly known = new Map<number, ReadonlySet<number>>()
  private readonly reached: Uint8Array

  constructor(program: Program) {
    const flow = flowOf(program)
    this.flow = flow
    const { offsets, successors, dispatch, exit } = flow
    const after = (node: number): Int32Array => successors.subarray(offsets[node], offsets[node + 1])
    const ways: number[][] = []
    const before: number[][] = Array.from({ length: exit + 1 }, () => [])
    for (let block = 0; block < exit; block++) {
      const next = new Set<number>()
      for (const one of after(block)) for (const way of one === dispatch ? after(dispatch) : [one]) next.add(way)
      for (const way of next) before[way]!.push(block)
      ways.push([...next])
    }
    ways.push([])
    this.ways = ways
    this.before = before
    this.reached = reachable(flow, [flow.blockOf[0]!])
  }

  /** Whether any path of the program leads to an instruction. */
  canRun(instruction: number): boolean {
    return this.reached[this.flow.blockOf[instruction]!] === 1
  }

  /**
   * The conditional and computed jumps on which an instruction depends: from one of the jump's ways every path, however
   * it goes on, comes to the instruction; from another there is one, perhaps endless, that never does.
   */
  of(instruction: number): ReadonlySet<number> {
    // What comes to a block's beginning comes to all of it, and nothing comes to its inside otherwise.
    const block = this.flow.blockOf[instruction]!
    let jumps = this.known.get(block)
    if (jumps === undefined) {
      jumps = this.dependence(block)
      this.known.set(block, jumps)
    }
    return jumps
  }

  private dependence(goal: number): ReadonlySet<number> {
    const { ways, before, flow } = this
    /** By block, the ways from which it is not certain (yet) that every path comes to the goal. */
    const open = Int32Array.from(ways, next => next.length)
    const certain = new Uint8Array(ways.length)
    certain[goal] = 1
    const waiting = [goal]
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      for (const one of before[block]!) {
        open[one]!--
        if (open[one] !== 0 || certain[one] === 1) continue
        certain[one] = 1
        waiting.push(one)
      }
    }
    const jumps = new Set<number>()
    for (let block = 0; block < flow.blocks; block++) {
      const sure = ways[block]!.length - open[block]!
      if (sure > 0 && open[block]! > 0) jumps.add(flow.starts[block + 1]! - 1)
    }
    return jumps
  }
}
