// The translated parts of one program, shared by all its machines: which there are, for which blocks, under which
// assumptions. It decides what is translated anew; when something is translated is its callers' affair.
import { absurd, instructionOf, type Program } from '../../instructions/index.ts'
import type { State } from '../../machine/index.ts'
import { type DecodedProgram, decode, LEAVE } from '../interpreter/decode.ts'
import { type SingleCondition, type StopCondition, singles } from '../stop-condition.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import type { Recipe } from './emit.ts'
import type { FlagSources } from './flag-sources.ts'
import { layoutOf, type MemoryLayout } from './memory-layout.ts'
import { regionAt } from './region.ts'
import { translate } from './translate.ts'
import { compileWasm, type WasmModule } from './webassembly.ts'

/** Instructions that may be translated in all, so that a wild program cannot fill the memory with code. */
const MOST = 100_000

/** A compiled region. `entry` is the number to give to its function for the block that it is kept under. */
export interface Piece {
  readonly module: WasmModule
  readonly recipe: Recipe
  /** The instruction that it begins at. */
  readonly at: number
  readonly entry: number
  /** The fuel that it takes at least. */
  readonly reach: number
  /** Where the flags' numbers are to be found when it has left. */
  readonly sources: FlagSources
  /** How it has gone: how often it left within a block, and the steps done in all. */
  leaves: number
  steps: number
}

/** What machines of a program are made for. */
export interface Purpose {
  /** Stop where this is met. */
  readonly condition?: StopCondition
  /** Count how often each instruction runs. */
  readonly counting?: boolean
}

/** All that a program's machines share. */
export class Translations {
  readonly program: Program
  readonly code: DecodedProgram
  readonly layout: MemoryLayout
  /** The code with `LEAVE` where something is to be done: a piece to be entered, a condition to be tested. */
  readonly marked: Int32Array
  /** The code with `LEAVE` only where a condition is to be tested. */
  readonly tested: Int32Array
  /** Instructions before which the state alone may meet the condition. */
  readonly arrivals: ReadonlySet<number>
  readonly condition: StopCondition | null
  readonly counting: boolean
  private readonly singles: readonly SingleCondition[]
  private readonly closed: ReadonlySet<number>
  private readonly blocksOnce: () => Blocks
  private readonly pieces = new Map<number, Piece[]>()
  private readonly refused = new Set<number>()
  private translated = 0

  constructor(program: Program, purpose: Purpose = {}) {
    this.program = program
    this.condition = purpose.condition ?? null
    this.counting = purpose.counting ?? false
    this.singles = this.condition === null ? [] : singles(this.condition)
    this.code = decode(program)
    const arrivals = new Set<number>()
    const closed = new Set<number>()
    for (const one of this.singles) {
      if (one.kind !== 'next' && one.kind !== 'next-while') continue
      for (const instruction of one.instructions) {
        if (instruction < 0 || instruction > program.instructions.length) continue
        arrivals.add(instruction)
        if (one.kind === 'next') closed.add(instruction)
      }
    }
    this.arrivals = arrivals
    let blocks: Blocks | null = null
    this.blocksOnce = () => (blocks ??= blocksOf(program, arrivals))
    this.closed = closed
    this.tested = this.code.words.slice()
    for (let index = 0; index < program.instructions.length; index++) {
      if (arrivals.has(index) || mayMeet(program, index, this.singles)) this.tested[4 * index] = LEAVE
    }
    this.marked = this.tested.slice()
    this.layout = layoutOf(program, this.code.constants.length, this.counting ? this.blocks.blocks.length : 0)
  }

  get blocks(): Blocks {
    return this.blocksOnce()
  }

  /** Whether a translated piece may begin at an instruction. */
  begins(pc: number): boolean {
    return this.pieces.has(pc)
  }

  /** The best piece for a state whose pc is the beginning of a block that has one; null if none suits it after all. */
  pieceFor(state: State): Piece | null {
    const pieces = this.pieces.get(state.pc) ?? []
    for (const piece of pieces) if (allWritten(piece.recipe.written, state)) return piece
    const most = pieces[0]
    if (most === undefined) return null
    const fewer = new Set<number>()
    // What was assumed when there was more than one piece to choose from will not be assumed again.
    if (pieces.length === 1)
      for (const address of most.recipe.written) if (state.blank[address] === 0) fewer.add(address)
    return this.make(state.pc, { ...most.recipe, written: fewer })
  }

  /** Translates what begins at `pc`, where a block begins, for states like this one; tells how many instructions. */
  add(pc: number, state: State): number {
    const before = this.translated
    const recipe: Recipe = {
      promote: true,
      written: new Set(),
      conditions: this.singles,
      closed: this.closedBlocks(),
      stopsAtJumps: this.singles.some(one => one.kind === 'jumped'),
      counting: this.counting,
    }
    this.make(pc, recipe, state)
    return this.translated - before
  }

  /** Says that a piece has left too soon too often: it is made anew without registers in locals, or given up. */
  disappoint(pc: number, piece: Piece): void {
    this.pieces.delete(pc)
    if (piece.recipe.promote) this.make(pc, { ...piece.recipe, promote: false })
    else this.refuse(pc)
  }

  private closedBlocks(): ReadonlySet<number> {
    return new Set([...this.closed].map(instruction => this.blocks.of[instruction]!))
  }

  /** Makes a piece; with a `state`, what is written in it is assumed to be. */
  private make(pc: number, recipe: Recipe, state?: State): Piece | null {
    if (this.refused.has(pc)) return null
    const { blocks, program, layout } = this
    const region = regionAt(blocks, blocks.of[pc]!, recipe.closed)
    let length = 0
    const written = new Set(recipe.written)
    for (const member of region.members) {
      const { start, end } = blocks.blocks[member]!
      length += end - start
      if (state === undefined) continue
      for (let index = start; index < end; index++) {
        const operand = program.instructions[index]!.operands[0]!
        if (operand.mode === 'direct' && state.blank[operand.address] === 0) written.add(operand.address)
      }
    }
    if (this.translated + length > MOST) {
      // What there is already stays, for states that it suits.
      if (!this.pieces.has(pc)) this.refuse(pc)
      return null
    }
    this.translated += length
    const whole = { ...recipe, written }
    const { bytes, sources } = translate(program, blocks, layout, region, whole)
    const module = compileWasm(bytes)
    if (module === null) {
      this.refuse(pc)
      return null
    }
    const piece = { module, recipe: whole, reach: region.reach, sources, leaves: 0, steps: 0 }
    const enter = (at: number, entry: number): void => {
      const pieces = this.pieces.get(at) ?? []
      if (at !== pc && pieces.length > 0) return
      this.pieces.set(at, [...pieces, { ...piece, at, entry }].slice(-3))
      this.marked[4 * at] = LEAVE
    }
    // A dispatched region can be entered anywhere.
    if (region.dispatched) for (const [member, entry] of region.index) enter(blocks.blocks[member]!.start, entry)
    else enter(pc, 0)
    return this.pieces.get(pc)!.at(-1)!
  }

  private refuse(pc: number): void {
    this.refused.add(pc)
    this.pieces.delete(pc)
    this.marked[4 * pc] = this.tested[4 * pc]!
  }
}

const allWritten = (addresses: ReadonlySet<number>, { blank }: State): boolean => {
  for (const address of addresses) if (blank[address] === 1) return false
  return true
}

/** Whether executing the instruction may meet one of the conditions. */
function mayMeet(program: Program, index: number, conditions: readonly SingleCondition[]): boolean {
  const { mnemonic, operands } = program.instructions[index]!
  const row = instructionOf(mnemonic)
  const first = operands[0]!
  return conditions.some(one => {
    switch (one.kind) {
      case 'next':
      case 'next-while':
        return false
      case 'jumped':
        return row.kind === 'jump'
      case 'flag':
        return row.kind === 'arithmetic' || row.kind === 'compare'
      case 'written':
      case 'holds':
        if (row.kind !== 'copy' && row.kind !== 'arithmetic') return false
        return first.mode === 'indirect' || (first.mode === 'direct' && first.address === one.address)
      default:
        return absurd(one)
    }
  })
}
