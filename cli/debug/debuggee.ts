// What is debugged: a program's history, where in it one is, and the cells changed by hand. It knows no protocol and no words.
import { readValue } from '../../assembler/typed-value.ts'
import { meets } from '../../emulator/engine/index.ts'
import { createHistory, type Edit, type Ending, type History } from '../../emulator/history/index.ts'
import { instructionOf, type Program } from '../../emulator/instructions/index.ts'
import type { State, Step } from '../../emulator/machine/index.ts'
import { beginSearch, type Stop, stopCondition } from '../../programs/stops/index.ts'

/** Steps of the machine between two looks at whether one is to pause. */
const FUEL = 2_000_000

/** Why going on came to rest. */
export type Rest =
  | { readonly kind: 'moved' }
  | { readonly kind: 'stop'; readonly stop: Stop }
  | { readonly kind: 'start' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'end'; readonly ending: Ending }

/** A program under the debugger. Positions count the steps done. */
export class Debuggee {
  readonly program: Program
  position = 0
  stops: readonly Stop[] = []
  private history: History
  private edits: readonly Edit[] = []
  private wantsPause = false

  constructor(program: Program) {
    this.program = program
    this.history = createHistory(program)
  }

  get state(): State {
    return this.history.state(this.position)
  }

  /** The step that led here; null at the start. */
  get lastStep(): Step | null {
    return this.position === 0 ? null : this.history.steps(this.position, this.position)[0]!
  }

  /** How the history ends, where one is at its end; else null. */
  get ending(): Ending | null {
    const { ending } = this.history
    return ending !== null && ending.steps === this.position ? ending : null
  }

  /** One step on. */
  forward(): Rest {
    if (!this.reach(this.position + 1)) return this.atEnd()
    this.position++
    const { ending } = this
    return ending === null ? { kind: 'moved' } : { kind: 'end', ending }
  }

  /** One step back. */
  back(): Rest {
    if (this.position === 0) return { kind: 'start' }
    this.position--
    return { kind: 'moved' }
  }

  /** Whether a stop is met right here. */
  stopHere(): Stop | null {
    const { program, lastStep, state } = this
    const found = this.stops.find(stop => {
      const condition = stop.enabled && stop.hits === null ? stopCondition(program, stop) : null
      return condition !== null && meets(program, condition, lastStep, state)
    })
    return found ?? null
  }

  /** Goes on to the next stop in a direction, or to the end or the start; between pieces of work others have their turn. */
  async run(direction: 1 | -1, stops: readonly Stop[] = this.stops): Promise<Rest> {
    this.wantsPause = false
    const { history } = this
    const search = beginSearch(history, direction, this.position, stops, true)
    while (!search.advance(FUEL)) {
      await new Promise(resolve => setImmediate(resolve))
      // Another history may have begun meanwhile: a cell was changed.
      if (!this.wantsPause && history === this.history) continue
      if (history === this.history) this.position = Math.min(Math.max(search.reached, 0), history.known)
      return { kind: 'paused' }
    }
    if (search.found !== null && search.stop !== null) {
      this.position = search.found
      return { kind: 'stop', stop: search.stop }
    }
    if (direction === -1) {
      this.position = 0
      return { kind: 'start' }
    }
    return this.atEnd()
  }

  /** Goes on until a computed jump has been taken, as a subroutine's return is. */
  async out(): Promise<Rest> {
    const returns = this.program.instructions.flatMap(({ mnemonic, operands, line }, at): Stop[] => {
      const isReturn = instructionOf(mnemonic).kind === 'jump' && operands[0]?.mode === 'indirect'
      return isReturn ? [{ id: -1 - at, line, condition: '', hits: null, enabled: true }] : []
    })
    const isThere = returns.some(({ line }) => line === this.program.instructions[this.state.pc]?.line)
    const rest: Rest = isThere ? { kind: 'moved' } : await this.run(1, [...this.stops, ...returns])
    const isReturn = rest.kind === 'moved' || (rest.kind === 'stop' && rest.stop.id < 0)
    return isReturn ? this.forward() : rest
  }

  pause(): void {
    this.wantsPause = true
  }

  /** Gives a cell another value here: another branch begins, and what was to come is forgotten. */
  set(address: number, value: number): void {
    const before = this.edits.filter(({ position }) => position <= this.position)
    this.edits = [...before, { position: this.position, address, value }]
    this.history = createHistory(this.program, this.edits)
    this.reach(this.position)
  }

  /** The cell that an operand without `#` names here, its brackets followed; null where it names none. */
  cellAt(written: string): number | null {
    const [, open, inner = '', close] = /^(\[)?\s*([^[\]]*?)\s*(\])?$/u.exec(written.trim()) ?? []
    if ((open === undefined) !== (close === undefined)) return null
    const named = this.program.cellNames.find(({ name }) => name === inner.normalize('NFC'))?.address
    const numbered = /^(?:r([0-7])|x?(\d+))$/i.exec(inner)
    const address = named ?? (numbered === null ? null : Number(numbered[1] ?? numbered[2]))
    if (address === null || address >= this.program.cells) return null
    if (open === undefined) return address
    const to = this.state.cells[address]!
    return to >= 0 && to < this.program.cells ? to : null
  }

  /** The number that a value means here: a number as typed, or what a cell holds. */
  valueOf(written: string): number | null {
    const typed = readValue(written.trim().replace(/^#\s*/, ''), this.program.bits)
    if (typed !== null) return typed
    const cell = this.cellAt(written)
    return cell === null ? null : this.state.cells[cell]!
  }

  private atEnd(): Rest {
    const { ending } = this.history
    if (ending === null) return { kind: 'moved' }
    this.position = ending.steps
    return { kind: 'end', ending }
  }

  /** Whether the history has such a position. */
  private reach(position: number): boolean {
    while (this.history.known < position && this.history.ending === null) this.history.extend(position, FUEL)
    const { ending } = this.history
    return ending === null || ending.steps >= position
  }
}
