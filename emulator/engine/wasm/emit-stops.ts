// What makes translated code leave where a condition is met: looked for after each instruction that might do it,
// and nowhere else. It knows no control flow.

import type { Relation } from '../../instructions/index.ts'
import type { SingleCondition } from '../stop-condition.ts'
import type { Body, PlainInstruction } from './encoder.ts'
import type { MemoryLayout } from './memory-layout.ts'

const RELATIONS: Record<Relation, PlainInstruction> = {
  '=': 'eq',
  '≠': 'ne',
  '<': 'lt_s',
  '≤': 'le_s',
  '>': 'gt_s',
  '≥': 'ge_s',
}

/** What leaves its result on the stack. */
export type Push = () => void

/** Where an instruction writes: a cell known by its number, or one whose number is in a local. */
export type WrittenPlace = { readonly address: number } | { readonly local: number }

/** The function that the tests are emitted into. */
interface Emitting {
  readonly body: Body
  /** Leaves the function, telling where a condition was met. */
  hit(at: number): void
  /** Puts a flag, or its opposite, on the stack. */
  flag(flag: 'Z' | 'L', is: boolean): void
  /** Puts the content of a place on the stack. */
  read(place: WrittenPlace): void
  /** Puts a cell on the stack by its number. */
  direct(address: number): void
}

/** Emits the tests for the conditions into a function. */
export class Stops {
  private readonly emitter: Emitting
  private readonly layout: MemoryLayout
  private readonly conditions: readonly SingleCondition[]
  private readonly lowest: number
  private readonly before: number
  private readonly beforeBlank: number
  private readonly beforeFlags: Readonly<Record<'Z' | 'L', number>>

  /** `lowest` is the first cell that brackets may lead to. */
  constructor(emitter: Emitting, layout: MemoryLayout, conditions: readonly SingleCondition[], lowest: number) {
    const { body } = emitter
    this.emitter = emitter
    this.layout = layout
    this.conditions = conditions
    this.lowest = lowest
    this.before = body.local()
    this.beforeBlank = body.local()
    this.beforeFlags = { Z: body.local(), L: body.local() }
  }

  /** At the beginning of a block: a breakpoint with a condition. Those without are never entered. */
  atArrival(start: number): void {
    const { body } = this.emitter
    for (const one of this.conditions) {
      if (one.kind !== 'next-while' || !one.instructions.includes(start)) continue
      this.cellMeets(one.address, one.relation, one.value)
      body.if()
      this.emitter.hit(start)
      body.end()
    }
  }

  /** Before an instruction sets the flags: keeps them as they are, where somebody waits for a change. */
  noteFlags(): void {
    for (const one of this.conditions) {
      if (one.kind !== 'flag') continue
      this.emitter.flag(one.flag, true)
      this.emitter.body.set(this.beforeFlags[one.flag])
    }
  }

  /** After instruction `index` has set them. */
  atFlags(index: number): void {
    const { body } = this.emitter
    for (const one of this.conditions) {
      if (one.kind !== 'flag') continue
      body.get(this.beforeFlags[one.flag])
      if (one.is) body.plain('eqz')
      this.emitter.flag(one.flag, one.is)
      body.plain('and')
      this.leaveBehind(index)
    }
  }

  /** Before a cell is written: keeps what it holds, where somebody waits for a change. */
  noteCell(place: WrittenPlace): void {
    const { body } = this.emitter
    if (!this.conditionsAt(place).some(one => one.kind === 'written' && one.changed === true)) return
    this.emitter.read(place)
    body.set(this.before)
    if ('local' in place) body.get(place.local)
    else body.constant(place.address)
    body.loadByte(this.layout.blank)
    body.set(this.beforeBlank)
  }

  /** After instruction `index` has written what `value` puts on the stack. */
  atWrite(place: WrittenPlace, index: number, value: Push): void {
    const { body } = this.emitter
    for (const one of this.conditionsAt(place)) {
      if (one.kind === 'holds') {
        value()
        body.constant(one.value)
        body.plain(RELATIONS[one.relation])
      } else if (one.changed === true) {
        value()
        body.get(this.before)
        body.plain('ne')
        body.get(this.beforeBlank)
        body.plain('or')
      } else {
        body.constant(1)
      }
      if ('local' in place) {
        body.get(place.local)
        body.constant(one.address)
        body.plain('eq')
        body.plain('and')
      }
      this.leaveBehind(index)
    }
  }

  /** Leaves behind an instruction if what is on the stack says so. */
  private leaveBehind(index: number): void {
    const { body } = this.emitter
    body.if()
    this.emitter.hit(~(index + 1))
    body.end()
  }

  /** The conditions that a write to the place may be. */
  private conditionsAt(place: WrittenPlace): readonly Extract<SingleCondition, { kind: 'written' | 'holds' }>[] {
    return this.conditions.filter(
      (one): one is Extract<SingleCondition, { kind: 'written' | 'holds' }> =>
        (one.kind === 'written' || one.kind === 'holds') &&
        ('local' in place ? one.address >= this.lowest : one.address === place.address),
    )
  }

  /** Puts on the stack whether a cell is as a condition asks; a blank one is ≠ whatever it is. */
  private cellMeets(address: number, relation: Relation, value: number): void {
    const { body } = this.emitter
    this.emitter.direct(address)
    body.constant(value)
    body.plain(RELATIONS[relation])
    body.constant(address)
    body.loadByte(this.layout.blank)
    if (relation === '≠') {
      body.plain('or')
    } else {
      body.plain('eqz')
      body.plain('and')
    }
  }
}
