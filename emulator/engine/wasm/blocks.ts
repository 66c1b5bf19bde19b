// The program's basic blocks as the translation takes them: those of its flow graph, cut once more where the caller
// says, each with the way it is left by.
import { flowOf, instructionOf, type Program } from '../../instructions/index.ts'

/** A computed jump to more places than this leaves translated code and is done by the interpreter. */
const MOST_COMPUTED = 8

/** How control leaves a block: into the next one, by its last instruction, or not at all. */
export type Exit = 'fall' | 'jump' | 'branch' | 'computed' | 'end'

/** A basic block: instructions `start` to `end` − 1. The last block of all is the halt, and empty. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly exit: Exit
  /** Numbers of the blocks that may come next: a jump's target first, then the one behind. */
  readonly next: readonly number[]
}

export interface Blocks {
  readonly blocks: readonly Block[]
  /** The number of the block in which an instruction stands. */
  readonly of: Int32Array
}

/** The program's blocks. `leaders` are instructions at which one must begin for reasons of the caller's. */
export function blocksOf(program: Program, leaders: Iterable<number> = []): Blocks {
  const { instructions } = program
  const length = instructions.length
  const leads = new Uint8Array(length + 1)
  for (const start of flowOf(program).starts) leads[start] = 1
  for (const leader of leaders) leads[leader] = 1
  const of = new Int32Array(length + 1)
  const starts: number[] = []
  for (let index = 0; index <= length; index++) {
    if (leads[index] === 1) starts.push(index)
    of[index] = starts.length - 1
  }
  const computed = [...new Set(program.labelValues)].map(target => of[target]!)
  const blocks = starts.map((start, number): Block => {
    const end = starts[number + 1] ?? length
    if (start === length) return { start, end, exit: 'end', next: [] }
    const { mnemonic, operands } = instructions[end - 1]!
    const row = instructionOf(mnemonic)
    if (row.kind !== 'jump') return { start, end, exit: 'fall', next: [of[end]!] }
    const target = operands[0]!
    if (target.mode !== 'target') {
      const places = computed.length > MOST_COMPUTED ? [] : computed
      return { start, end, exit: 'computed', next: row.when === null ? places : [...places, of[end]!] }
    }
    if (row.when === null) return { start, end, exit: 'jump', next: [of[target.index]!] }
    return { start, end, exit: 'branch', next: [of[target.index]!, of[end]!] }
  })
  return { blocks, of }
}
