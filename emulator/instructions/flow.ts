// The flow graph of a program: basic blocks and which may follow which. Conditional jumps go both ways; computed jumps
// go to every label that is used as a value (language.md, section 5). It knows no source text and no values of cells.
import { instructionOf } from './instructions.ts'
import type { Program } from './program.ts'

export type BlockEnd = 'goes-on' | 'branches' | 'jumps'

/**
 * Basic blocks in the order of the program, then two nodes without instructions: `exit`, where the machine halts, and
 * `dispatch`, through which every computed jump goes to all labels used as values.
 */
export interface Flow {
  /** How many blocks of instructions there are. */
  readonly blocks: number
  /** The first instruction of each block, ascending; after the last, the program's length. */
  readonly starts: Int32Array
  /** The block of each instruction; for the program's length, the exit. */
  readonly blockOf: Int32Array
  readonly exit: number
  readonly dispatch: number
  /** Whether any jump is computed. */
  readonly computed: boolean
  /** How each block ends: into the next block, by a conditional jump, or by an unconditional one. */
  readonly ends: readonly BlockEnd[]
  /** The nodes that may follow node n: successors[offsets[n]] up to, not including, successors[offsets[n + 1]]. */
  readonly offsets: Int32Array
  readonly successors: Int32Array
}

/** The flow graph of `program`, in time linear in its length. */
export function flowOf(program: Pick<Program, 'instructions' | 'labelValues'>): Flow {
  const { instructions, labelValues } = program
  const jumps = new Uint8Array(instructions.length)
  const targets = new Int32Array(instructions.length)
  for (let i = 0; i < instructions.length; i++) {
    const { mnemonic, operands } = instructions[i]!
    const row = instructionOf(mnemonic)
    if (row.kind !== 'jump') continue
    jumps[i] = row.when === null ? 2 : 1
    const target = operands[0]
    targets[i] = target?.mode === 'target' ? target.index : -1
  }
  return flowOfJumps(jumps, targets, labelValues)
}

/**
 * The same from the jumps alone: for each instruction 0 where it doesn't jump, 1 where it jumps by a flag, 2 where it
 * always does; and where each jump leads, −1 where that is computed.
 */
export function flowOfJumps(jumps: Uint8Array, targets: Int32Array, labelValues: readonly number[]): Flow {
  const length = jumps.length
  const leads = new Uint8Array(length + 1)
  leads[0] = 1
  let computed = false
  for (let i = 0; i < length; i++) {
    if (jumps[i] === 0) continue
    leads[i + 1] = 1
    const target = targets[i]!
    if (target < 0) computed = true
    else leads[target] = 1
  }
  if (computed) for (const value of labelValues) leads[value] = 1
  let blocks = 0
  const blockOf = new Int32Array(length + 1)
  for (let i = 0; i < length; i++) {
    if (leads[i] === 1) blocks++
    blockOf[i] = blocks - 1
  }
  const exit = blocks
  const dispatch = blocks + 1
  blockOf[length] = exit
  const starts = new Int32Array(blocks + 1)
  for (let i = length - 1; i >= 0; i--) starts[blockOf[i]!] = i
  starts[blocks] = length
  const entries = computed ? [...new Set(labelValues)] : []
  const offsets = new Int32Array(blocks + 3)
  const successors = new Int32Array(blocks * 2 + entries.length)
  const ends = new Array<BlockEnd>(blocks)
  let edges = 0
  for (let block = 0; block < blocks; block++) {
    offsets[block] = edges
    const last = starts[block + 1]! - 1
    const jump = jumps[last]!
    ends[block] = jump === 0 ? 'goes-on' : jump === 1 ? 'branches' : 'jumps'
    if (jump !== 2) successors[edges++] = blockOf[last + 1]!
    if (jump !== 0) {
      const target = targets[last]!
      const to = target < 0 ? dispatch : blockOf[target]!
      if (jump === 2 || to !== blockOf[last + 1]) successors[edges++] = to
    }
  }
  offsets[exit] = edges
  offsets[dispatch] = edges
  for (const value of entries) successors[edges++] = blockOf[value]!
  offsets[dispatch + 1] = edges
  return {
    blocks,
    starts,
    blockOf,
    exit,
    dispatch,
    computed,
    ends,
    offsets,
    successors: successors.subarray(0, edges),
  }
}

/** Which nodes can be reached from `roots` (these among them): 1 a node, exit and dispatch at the end. */
export function reachable(flow: Flow, roots: Iterable<number>): Uint8Array {
  const { offsets, successors } = flow
  const reached = new Uint8Array(flow.blocks + 2)
  const waiting = new Int32Array(flow.blocks + 2)
  let left = 0
  for (const root of roots) {
    if (reached[root] === 1) continue
    reached[root] = 1
    waiting[left++] = root
  }
  while (left > 0) {
    const node = waiting[--left]!
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const next = successors[edge]!
      if (reached[next] === 1) continue
      reached[next] = 1
      waiting[left++] = next
    }
  }
  return reached
}

/** The nodes from which every run begins: the first block (of an empty program, the exit). */
export const entryOf = (flow: Flow): number => flow.blockOf[0]!

/**
 * The cycles made of nothing but unconditional jumps with a written target (`x: jmp x`), each by its first block,
 * ascending. Every jump in such a cycle is jumped to, so it is a block by itself.
 */
export function jumpCycles(flow: Flow): number[] {
  const { blocks, starts, ends, offsets, successors } = flow
  /** The block that a block which is nothing but a jump leads to; −1 for other blocks. */
  const next = (block: number): number => {
    if (block >= blocks || ends[block] !== 'jumps' || starts[block + 1]! - starts[block]! !== 1) return -1
    return successors[offsets[block]!]!
  }
  const walked = new Int32Array(blocks)
  const first: number[] = []
  for (let start = 0; start < blocks; start++) {
    let at = start
    let to = next(at)
    while (to >= 0 && walked[at] === 0) {
      walked[at] = start + 1
      at = to
      to = next(at)
    }
    if (to < 0 || walked[at] !== start + 1) continue
    let lowest = at
    for (let each = to; each !== at; each = next(each)) lowest = Math.min(lowest, each)
    first.push(lowest)
  }
  return first.sort((a, b) => a - b)
}
