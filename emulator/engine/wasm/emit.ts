// What each instruction becomes in WebAssembly: the same effects as in the step-wise machine, on cells and on flags. An
// instruction that would fault, or that needs what is not at hand here, is left to the interpreter before it has done
// anything.
import {
  ALWAYS,
  type Arithmetic,
  absurd,
  type Instruction,
  instructionOf,
  type Operand,
  outcomeBits,
  type Program,
  REGISTERS,
  unitOf,
} from '../../instructions/index.ts'
import type { SingleCondition } from '../stop-condition.ts'
import type { Block, Blocks } from './blocks.ts'
import { type Push, Stops, type WrittenPlace } from './emit-stops.ts'
import { Body, type BranchTarget, type PlainInstruction } from './encoder.ts'
import { type FlagSources, flagSources } from './flag-sources.ts'
import { CELLS, HEADER, type MemoryLayout } from './memory-layout.ts'
import type { Region } from './region.ts'

/** What a translation is made for, beside the region. */
export interface Recipe {
  /** Keep the registers that are named in locals. Brackets that lead to one of them then leave the function. */
  readonly promote: boolean
  /** Cells known not to be blank whenever the function is entered. */
  readonly written: ReadonlySet<number>
  /** Leave where one of these is met; blocks of unconditional arrivals are `closed`. */
  readonly conditions: readonly SingleCondition[]
  readonly closed: ReadonlySet<number>
  readonly stopsAtJumps: boolean
  /** Count how often each block is begun. */
  readonly counting: boolean
}

/** Writes a function's code, instruction by instruction. */
export class Emitter {
  readonly body = new Body()
  private readonly program: Program
  private readonly layout: MemoryLayout
  private readonly recipe: Recipe
  private readonly fuel = 0
  /** The two numbers that the flags were set by: in a block, once it has set them. */
  private readonly left = this.body.local()
  private readonly right = this.body.local()
  /** The same from block to block, for instructions without a source. */
  private readonly carried: readonly [number, number]
  /** Which instruction set the flags; −1 where none has since the function was entered. */
  private readonly setter = this.body.local()
  /** How the numbers are told from cells, once the function has left. */
  readonly sources: FlagSources
  private readonly pointers = [this.body.local(), this.body.local()] as const
  private readonly values = [this.body.local(), this.body.local()] as const
  private readonly stops: Stops
  /** The registers kept in locals. */
  private readonly registers = new Map<number, number>()
  private readonly dirty = new Set<number>()
  /** The first cell that brackets may lead to. */
  private readonly lowest: number
  private out: BranchTarget | null = null

  constructor(program: Program, layout: MemoryLayout, blocks: Blocks, region: Region, recipe: Recipe) {
    this.program = program
    this.layout = layout
    this.recipe = recipe
    if (recipe.promote) this.chooseRegisters(region.members.map(member => blocks.blocks[member]!))
    this.lowest = Math.max(-1, ...this.registers.keys()) + 1
    this.stops = new Stops(this, layout, recipe.conditions, this.lowest)
    const asked = recipe.conditions.some(one => one.kind === 'flag')
    this.sources = asked ? new Map() : flagSources(program, blocks, region, this.lowest)
    this.carried = this.sources.size === 0 ? [this.left, this.right] : [this.body.local(), this.body.local()]
  }

  /** Fetches what is kept in locals, and opens what everything leaves by. */
  begin(): void {
    const { body } = this
    for (const [local, at] of this.kept()) {
      body.constant(0)
      body.load(at)
      body.set(local)
    }
    body.constant(-1)
    body.set(this.setter)
    this.out = body.block(true)
  }

  /** Gives back what is kept in locals, and returns. */
  finish(): void {
    const { body } = this
    body.plain('unreachable')
    body.end()
    for (const [local, at] of this.kept()) {
      const register = (at - CELLS) / 4
      if (register >= 0 && !this.dirty.has(register)) continue
      body.constant(0)
      body.get(local)
      body.store(at)
    }
    body.constant(0)
    body.get(this.fuel)
    body.store(HEADER.fuel)
  }

  /** A block's instructions, but for a jump at its end. It is not begun with less fuel than `need`. */
  block(block: Block, number: number, need: number): void {
    const { body, recipe } = this
    const length = block.end - block.start
    this.stops.atArrival(block.start)
    if (need > 0) {
      this.leaveIf(block.start, () => {
        body.get(this.fuel)
        body.constant(need)
        body.plain('lt_s')
      })
    }
    if (length > 0) {
      body.get(this.fuel)
      body.constant(length)
      body.plain('sub')
      body.set(this.fuel)
    }
    if (recipe.counting) {
      const at = this.layout.counts + 4 * number
      body.constant(0)
      body.constant(0)
      body.load(at)
      body.constant(1)
      body.plain('add')
      body.store(at)
    }
    const last = block.exit === 'fall' ? block.end : block.end - 1
    for (let index = block.start; index < last; index++) this.instruction(index)
  }

  /** Leaves: the next instruction is `pc`, of a block not begun. */
  leave(pc: number): void {
    this.body.constant(pc)
    this.body.branch(this.out!)
  }

  leaveIf(pc: number, condition: Push): void {
    this.body.constant(pc)
    condition()
    this.body.branchIf(this.out!)
    this.body.plain('drop')
  }

  /** Leaves within a block, before instruction `pc`. */
  leaveWithin(pc: number): void {
    this.leave(~pc)
  }

  /** Leaves because a condition is met. */
  hit(where: number): void {
    this.body.constant(0)
    this.body.constant(1)
    this.body.store(HEADER.hit)
    this.leave(where)
  }

  isConditional(jump: number): boolean {
    const row = instructionOf(this.at(jump).mnemonic)
    return row.kind === 'jump' && row.when !== null
  }

  /** Puts on the stack whether the conditional jump is taken, or with `taken` false, whether it is not. */
  condition(jump: number, taken: boolean): void {
    const row = instructionOf(this.at(jump).mnemonic)
    if (row.kind !== 'jump' || row.when === null) throw new Error(`instruction ${jump} is no conditional jump`)
    const bits = outcomeBits(row.when)
    this.body.get(this.left)
    this.body.get(this.right)
    this.body.plain(COMPARISON[taken ? bits : ALWAYS - bits]!)
  }

  /** Puts on the stack where a computed jump leads. */
  target(jump: number): void {
    this.cell(this.at(jump).operands[0]!)
  }

  private at(index: number): Instruction {
    return this.program.instructions[index]!
  }

  /** The locals that stand for memory, with the byte address of each. */
  private kept(): [number, number][] {
    const registers = [...this.registers].map(([register, local]): [number, number] => [local, CELLS + 4 * register])
    const [left, right] = this.carried
    return [[left, HEADER.left], [right, HEADER.right], [this.setter, HEADER.setter], ...registers]
  }

  private chooseRegisters(blocks: readonly Block[]): void {
    for (const { start, end } of blocks) {
      for (let index = start; index < end; index++) {
        const { mnemonic, operands } = this.at(index)
        operands.forEach((operand, place) => {
          if (operand.mode !== 'direct' && operand.mode !== 'indirect') return
          const { address } = operand
          if (address >= REGISTERS) return
          if (!this.registers.has(address)) this.registers.set(address, this.body.local())
          const role = instructionOf(mnemonic).operands[place]
          if (operand.mode === 'direct' && role === 'destination') this.dirty.add(address)
        })
      }
    }
  }

  private instruction(index: number): void {
    const { operands, mnemonic } = this.at(index)
    const row = instructionOf(mnemonic)
    const [first, second] = operands as readonly [Operand, Operand]
    switch (row.kind) {
      case 'copy': {
        const place = this.place(first, 0, index)
        const value = this.value(second, 1, index)
        this.write(place, index, () => value())
        break
      }
      case 'compare': {
        const left = this.value(first, 0, index)
        const right = this.value(second, 1, index)
        this.stops.noteFlags()
        left()
        right()
        this.body.set(this.right)
        this.body.set(this.left)
        this.setBy(index)
        this.stops.atFlags(index)
        break
      }
      case 'arithmetic':
        this.arithmetic(row, first, second, index)
        break
      case 'jump':
        throw new Error(`the jump ${index} stands within a block`)
      default:
        absurd(row)
    }
  }

  private arithmetic(row: Arithmetic, first: Operand, second: Operand, index: number): void {
    const { body } = this
    const place = this.place(first, 0, index)
    const right = this.value(second, 1, index)
    const unit = unitOf(row.unit)
    if (unit.divides) this.checkDivisor(second, right, index)
    this.stops.noteFlags()
    this.write(place, index, () => {
      this.read(place)
      right()
      body.plain(unit.wasm)
      if (this.program.bits === 8) body.plain('extend8_s')
      if (this.program.bits === 16) body.plain('extend16_s')
      body.tee(this.left)
    })
    body.constant(0)
    body.set(this.right)
    this.setBy(index)
    this.stops.atWrite(place, index, () => body.get(this.left))
    this.stops.atFlags(index)
  }

  /** Leaves before a division by 0 (a fault) or −1 (whose one overflow the machine's division would trap on). */
  private checkDivisor(operand: Operand, divisor: Push, index: number): void {
    if (operand.mode === 'immediate' && operand.value !== 0 && operand.value !== -1) return
    this.leaveIf(~index, () => {
      divisor()
      this.body.constant(1)
      this.body.plain('add')
      this.body.constant(1)
      this.body.plain('le_u')
    })
  }

  /** Notes that an instruction has set the flags; `left` and `right` hold its numbers. */
  private setBy(index: number): void {
    const { body } = this
    body.constant(index)
    body.set(this.setter)
    if (this.sources.size === 0 || this.sources.has(index)) return
    body.get(this.left)
    body.set(this.carried[0])
    body.get(this.right)
    body.set(this.carried[1])
  }

  /** Puts the cell that an operand names on the stack. */
  private cell(operand: Operand): void {
    if (operand.mode === 'immediate' || operand.mode === 'target') throw new Error('no cell is named')
    this.direct(operand.address)
  }

  /** Puts a cell on the stack by its number, by way of a local where it is kept in one. */
  direct(address: number): void {
    const local = this.registers.get(address)
    if (local !== undefined) {
      this.body.get(local)
      return
    }
    this.body.constant(0)
    this.body.load(CELLS + 4 * address)
  }

  /** Works out where an operand leads: brackets that lead where they may not leave the function. */
  private place(operand: Operand, which: 0 | 1, index: number): WrittenPlace {
    if (operand.mode === 'direct') return { address: operand.address }
    const { body, lowest } = this
    const local = this.pointers[which]
    this.cell(operand)
    body.set(local)
    this.leaveIf(~index, () => {
      body.get(local)
      if (lowest > 0) {
        body.constant(lowest)
        body.plain('sub')
      }
      body.constant(this.program.cells - lowest)
      body.plain('ge_u')
    })
    return { local }
  }

  /** Puts the content of a place on the stack. */
  read(place: WrittenPlace): void {
    if ('address' in place) {
      this.direct(place.address)
      return
    }
    this.scaled(place.local)
    this.body.load(CELLS)
  }

  private scaled(local: number): void {
    this.body.get(local)
    this.body.constant(2)
    this.body.plain('shl')
  }

  /** Works out an operand's value; what it returns puts it on the stack, as often as wanted. */
  private value(operand: Operand, which: 0 | 1, index: number): Push {
    if (operand.mode === 'immediate') return () => this.body.constant(operand.value)
    if (operand.mode === 'direct') return () => this.direct(operand.address)
    const place = this.place(operand, which, index)
    const local = this.values[which]
    this.read(place)
    this.body.set(local)
    return () => this.body.get(local)
  }

  /** Writes what `value` puts on the stack. For a copy it also looks whether the write meets a condition. */
  private write(place: WrittenPlace, index: number, value: Push): void {
    const { body, layout } = this
    this.stops.noteCell(place)
    if ('address' in place) {
      const { address } = place
      const local = this.registers.get(address)
      if (local === undefined) {
        body.constant(0)
        value()
        body.store(CELLS + 4 * address)
      } else {
        value()
        body.set(local)
      }
      if (!this.recipe.written.has(address)) {
        body.constant(0)
        body.constant(0)
        body.storeByte(layout.blank + address)
      }
    } else {
      this.scaled(place.local)
      value()
      body.store(CELLS)
      body.get(place.local)
      body.constant(0)
      body.storeByte(layout.blank)
    }
    const row = instructionOf(this.at(index).mnemonic)
    if (row.kind === 'copy') this.stops.atWrite(place, index, () => this.read(place))
  }

  /** Puts a flag, or its opposite, on the stack. */
  flag(flag: 'Z' | 'L', is: boolean): void {
    this.body.get(this.left)
    this.body.get(this.right)
    if (flag === 'Z') this.body.plain(is ? 'eq' : 'ne')
    else this.body.plain(is ? 'lt_s' : 'ge_s')
  }
}

/** What compares the flags' two numbers, by the outcomes asked for: 1 for less, 2 for equal, 4 for greater. */
const COMPARISON: Readonly<Record<number, PlainInstruction>> = {
  1: 'lt_s',
  2: 'eq',
  3: 'le_s',
  4: 'gt_s',
  5: 'ne',
  6: 'ge_s',
}
