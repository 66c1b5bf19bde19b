// Where the flags' two numbers can be read from cells afterwards, so that translated code need not carry them along:
// after `cmp r1, r2` they are what r1 and r2 hold, until a `mov` writes one of them (arithmetic writes cells too, but
// sets the flags anew). Only the number of the instruction that set them is carried.
import { instructionOf, type Operand, type Program } from '../../instructions/index.ts'
import type { Block, Blocks } from './blocks.ts'
import type { Region } from './region.ts'

/** One of the two numbers: what a cell holds, or a constant. */
export type FlagOperand = { readonly address: number } | { readonly value: number }

/** Both of them. */
interface Source {
  readonly left: FlagOperand
  readonly right: FlagOperand
}

/** Where they are, by the instruction that set them. An instruction that is not there carries its numbers along. */
export type FlagSources = ReadonlyMap<number, Source>

/**
 * The instructions of a region whose numbers can be told from cells wherever the region is left. `lowest` is the first
 * cell that brackets may lead to. None at all where a conditional jump goes by flags that an earlier block has set.
 */
export function flagSources(program: Program, blocks: Blocks, region: Region, lowest: number): FlagSources {
  const members = region.members.map(member => blocks.blocks[member]!)
  const sets = settersIn(program, members)
  const setters = members.map(({ start, end }) => sets.subarray(start, end).includes(1))
  const sources = new Map<number, Source>()
  for (const [place, block] of members.entries()) {
    if (!setters[place] && readsFlags(program, block)) return sources
  }
  for (const [place, block] of members.entries()) {
    for (let index = block.start; index < block.end; index++) {
      if (sets[index] === 0) continue
      const source = sourceOf(program, index)
      if (source === null) continue
      const behind = keptUntil(index + 1, block.end, source)
      if (behind < 0 || (behind === block.end && !isKeptBehind(place, source))) continue
      sources.set(index, source)
    }
  }
  return sources

  /** Where in `[from, end)` the flags are set again, `end` where they are not; −1 where a cell of the source is overwritten before. */
  function keptUntil(from: number, end: number, source: Source): number {
    let at = from
    while (at < end && sets[at] === 0) if (overwrites(program, at++, source, lowest)) return -1
    return at
  }

  /** Whether the cells stay as they are in all that may follow a member before the flags are set again. */
  function isKeptBehind(place: number, source: Source): boolean {
    const seen = new Set<number>()
    const ways = [place]
    for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
      for (const next of blocks.blocks[region.members[way]!]!.next) {
        const to = region.index.get(next)
        if (to === undefined || seen.has(to)) continue
        seen.add(to)
        const { start, end } = members[to]!
        if (keptUntil(start, end, source) < 0) return false
        if (!setters[to]) ways.push(to)
      }
    }
    return true
  }
}

/** For each instruction of the program: 1 where it belongs to the members and sets the flags. */
function settersIn(program: Program, members: readonly Block[]): Uint8Array {
  const sets = new Uint8Array(program.instructions.length)
  for (const { start, end } of members) {
    for (let index = start; index < end; index++) {
      const { kind } = instructionOf(program.instructions[index]!.mnemonic)
      if (kind === 'arithmetic' || kind === 'compare') sets[index] = 1
    }
  }
  return sets
}

function readsFlags(program: Program, { start, end }: Block): boolean {
  if (start === end) return false
  const row = instructionOf(program.instructions[end - 1]!.mnemonic)
  return row.kind === 'jump' && row.when !== null
}

/** The numbers as an instruction that sets the flags sets them, if they are cells that it names, or constants. */
function sourceOf(program: Program, index: number): Source | null {
  const { mnemonic, operands } = program.instructions[index]!
  const left = named(operands[0]!)
  const right = instructionOf(mnemonic).kind === 'compare' ? named(operands[1]!) : { value: 0 }
  return left === null || right === null ? null : { left, right }
}

function named(operand: Operand): FlagOperand | null {
  if (operand.mode === 'immediate') return { value: operand.value }
  return operand.mode === 'direct' ? { address: operand.address } : null
}

/** Whether an instruction may change a cell of a source without setting the flags. */
function overwrites(program: Program, index: number, { left, right }: Source, lowest: number): boolean {
  const { mnemonic, operands } = program.instructions[index]!
  if (instructionOf(mnemonic).kind !== 'copy') return false
  const to = operands[0]!
  const hits = (source: FlagOperand): boolean => {
    if ('value' in source) return false
    return to.mode === 'direct' ? to.address === source.address : source.address >= lowest
  }
  return hits(left) || hits(right)
}
