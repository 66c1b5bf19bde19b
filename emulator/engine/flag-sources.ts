// Where the flags' two numbers can be read from cells afterwards, so that translated code need not carry them along:
// after `cmp r1, r2` they are what r1 and r2 hold, until a `mov` writes one of them (arithmetic writes cells too, but
// sets the flags anew). Only the number of the instruction that set them is carried.
import { instructionOf, type Operand, type Program } from '../instructions/index.ts'
import type { Block, Blocks } from './blocks.ts'
import type { Region } from './region.ts'

/** One of the two numbers: what a cell holds, or a constant. */
export type FlagOperand = { readonly address: number } | { readonly value: number }

/** Both of them, by the instruction that set them. An instruction that is not there carries its numbers along. */
export type FlagSources = ReadonlyMap<number, { readonly left: FlagOperand; readonly right: FlagOperand }>

/**
 * The instructions of a region whose numbers can be told from cells wherever the region is left. `lowest` is the first
 * cell that brackets may lead to. None at all where a conditional jump goes by flags that an earlier block has set.
 */
export function flagSources(program: Program, blocks: Blocks, region: Region, lowest: number): FlagSources {
  const members = region.members.map(member => blocks.blocks[member]!)
  const setters = members.map(block => lastSetter(program, block))
  const sources = new Map<number, { left: FlagOperand; right: FlagOperand }>()
  for (const [place, block] of members.entries()) {
    if (setters[place] === -1 && readsFlags(program, block)) return new Map()
  }
  for (const [place, block] of members.entries()) {
    for (let index = block.start; index < block.end; index++) {
      const source = sourceOf(program, index)
      if (source === null) continue
      const kills = (at: number): boolean => overwrites(program, at, source, lowest)
      if (isKept(program, block, index, kills) && (index !== setters[place] || isKeptBehind(place, kills))) {
        sources.set(index, source)
      }
    }
  }
  return sources

  /** Whether the cells stay as they are in all that may follow a member before the flags are set again. */
  function isKeptBehind(place: number, kills: (at: number) => boolean): boolean {
    const seen = new Set<number>()
    const ways = [place]
    for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
      for (const next of blocks.blocks[region.members[way]!]!.next) {
        const to = region.index.get(next)
        if (to === undefined || seen.has(to)) continue
        seen.add(to)
        const { start } = members[to]!
        if (!isKept(program, members[to]!, start - 1, kills)) return false
        if (setters[to] === -1) ways.push(to)
      }
    }
    return true
  }
}

const setsFlags = (program: Program, index: number): boolean => {
  const { kind } = instructionOf(program.instructions[index]!.mnemonic)
  return kind === 'arithmetic' || kind === 'compare'
}

/** The last instruction of a block that sets the flags, −1 where none does. */
function lastSetter(program: Program, { start, end }: Block): number {
  for (let index = end - 1; index >= start; index--) if (setsFlags(program, index)) return index
  return -1
}

function readsFlags(program: Program, { start, end }: Block): boolean {
  if (start === end) return false
  const row = instructionOf(program.instructions[end - 1]!.mnemonic)
  return row.kind === 'jump' && row.when !== null
}

/** Whether nothing after `index` in the block kills, up to where the flags are set again. */
function isKept(program: Program, block: Block, index: number, kills: (at: number) => boolean): boolean {
  for (let at = index + 1; at < block.end && !setsFlags(program, at); at++) if (kills(at)) return false
  return true
}

/** The numbers as an instruction sets them, if they are cells that it names, or constants. */
function sourceOf(program: Program, index: number): { left: FlagOperand; right: FlagOperand } | null {
  const { mnemonic, operands } = program.instructions[index]!
  const { kind } = instructionOf(mnemonic)
  if (kind !== 'arithmetic' && kind !== 'compare') return null
  const left = named(operands[0]!)
  const right = kind === 'compare' ? named(operands[1]!) : { value: 0 }
  return left === null || right === null ? null : { left, right }
}

function named(operand: Operand): FlagOperand | null {
  if (operand.mode === 'immediate') return { value: operand.value }
  return operand.mode === 'direct' ? { address: operand.address } : null
}

/** Whether an instruction may change a cell of a source without setting the flags. */
function overwrites(
  program: Program,
  index: number,
  { left, right }: { left: FlagOperand; right: FlagOperand },
  lowest: number,
): boolean {
  const { mnemonic, operands } = program.instructions[index]!
  if (instructionOf(mnemonic).kind !== 'copy') return false
  const to = operands[0]!
  const hits = (source: FlagOperand): boolean => {
    if ('value' in source) return false
    return to.mode === 'direct' ? to.address === source.address : source.address >= lowest
  }
  return hits(left) || hits(right)
}
