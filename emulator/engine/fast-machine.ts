// A program's machine at full speed: the interpreter first, translated code where it has been long. Any number of steps
// can be asked for, and exactly so many are done.
import { halted, initialState, isFault, perform, type State, type Step } from '../machine/index.ts'
import { interpret, type Workplace } from './interpreter/interpreter.ts'
import type { CountingMachine, MarkedRun, SearchingMachine, SearchRun } from './machine.ts'
import { RememberedState } from './remembered-state.ts'
import { meets } from './stop-condition.ts'
import type { FlagOperand } from './wasm/flag-sources.ts'
import { createStore, type Store, storeIn } from './wasm/memory-layout.ts'
import type { Piece, Translations } from './wasm/translations.ts'
import { createMemory, instantiate, type Translated, type WasmMemory, type WasmModule } from './wasm/webassembly.ts'

/** Interpreted steps after which the place where the machine is gets translated: at first, and from then on. */
const WARM = 40_000
const HOT = 10_000
/** For every instruction translated so many more: what translating one may cost, in interpreted steps. */
const PRICE = 1000
/** A piece that has left within a block this often, without so many steps each time, is a disappointment. */
const TRIALS = 256
const WORTHWHILE = 24
/** The most that is asked of a translated function at once (fuel is a signed word), and the least that may be asked of a
 * new one: engines make code better between two calls, not within one, so the first calls are short. */
const FULL = 2 ** 30
const FIRST = 2 ** 20

/** How a machine runs. */
export interface MachineOptions {
  /** False keeps it to the interpreter. */
  readonly translate?: boolean
  /** Steps interpreted before anything is translated, and between one translation and the next. */
  readonly patience?: number
}

/** Everything a machine may be asked. */
export class FastMachine implements SearchingMachine, CountingMachine {
  readonly program
  readonly state: State & { cells: Int32Array; blank: Uint8Array }
  /** How many steps translated code has done: what is left of them the interpreter did. */
  translatedSteps = 0
  private readonly translations: Translations
  private readonly searched: Translations
  private store: Store
  private place: Workplace
  /** What translated code works on, as soon as there is any. */
  private memory: WasmMemory | null = null
  private readonly functions = new Map<WasmModule, Translated>()
  private mayTranslate: boolean
  private readonly marked = new RememberedState()
  /** Interpreted steps still to be done before something is translated. */
  private patience: number
  private readonly hot: number
  private readonly price: number
  private met = false
  private readonly instructionCounts: Float64Array
  /** Steps whose blocks may not be counted by instructions yet. */
  private uncounted = 0

  /** `searched` is what `seek` goes by; all machines of a program may share both. */
  constructor(translations: Translations, options: MachineOptions = {}, searched: Translations = translations) {
    const { program, layout, code } = translations
    this.translations = translations
    this.searched = searched
    this.program = program
    this.patience = options.patience ?? WARM
    this.hot = options.patience ?? HOT
    this.price = options.patience === undefined ? PRICE : 0
    this.store = createStore(program, layout, code.constants)
    this.state = { ...initialState(program), cells: this.store.cells, blank: this.store.blank }
    this.mayTranslate = options.translate !== false
    this.instructionCounts = new Float64Array(translations.counting ? program.instructions.length : 0)
    this.place = this.workplace()
  }

  run(steps: number): number {
    this.met = false
    return this.advance(steps, this.translations)
  }

  seek(steps: number): SearchRun {
    this.met = false
    let done = steps > 0 ? this.test(this.searched) : 0
    if (done > 0 && !this.met) done += this.advance(steps - done, this.searched)
    return { steps: done, met: this.met }
  }

  counts(): Float64Array {
    this.gather()
    return this.instructionCounts
  }

  mark(): void {
    this.marked.set(this.state, this.translations.code.words)
  }

  runToMark(steps: number): MarkedRun {
    const { marked } = this
    const { words } = this.translations.code
    let done = 0
    while (done < steps && this.interpret(words, 1) === 1) {
      done += 1 + this.interpret(marked.code, steps - done - 1)
      if (marked.isAgain(this.state)) return { steps: done, returned: true }
    }
    return { steps: done, returned: false }
  }

  /** Runs until the steps are done, something is met, or nothing goes on. */
  private advance(steps: number, translations: Translations): number {
    const { state } = this
    let left = steps
    while (left > 0) {
      const before = left
      if (!this.mayTranslate || !translations.begins(state.pc) || !this.settle()) {
        left -= this.interpretOn(left, translations)
      } else {
        const piece = translations.pieceFor(state)
        if (piece === null) left -= this.interpret(translations.tested, Math.min(left, this.hot))
        else if (left < piece.reach) left -= this.interpret(translations.tested, left)
        else left -= this.enter(piece, left, translations)
      }
      if (this.met) break
      if (left === before) {
        const done = this.test(translations)
        if (done === 0) break
        left -= done
        if (this.met) break
      } else if (translations.arrivals.has(state.pc) && this.isMet(null, translations)) {
        this.met = true
        break
      }
    }
    return steps - left
  }

  /** Interprets up to a place where something is to be done. */
  private interpretOn(left: number, translations: Translations): number {
    const { state } = this
    if (!this.mayTranslate) return this.interpret(translations.tested, left)
    const done = this.interpret(translations.marked, Math.min(left, this.patience))
    this.patience -= done
    if (this.patience > 0 || done === left) return done
    this.patience = this.hot
    const { blocks, of } = translations.blocks
    const { start, exit } = blocks[of[state.pc]!]!
    if (exit !== 'end' && !translations.begins(start)) this.patience += this.price * translations.add(start, state)
    return done
  }

  /** Executes translated code; tells how many steps. */
  private enter(piece: Piece, left: number, translations: Translations): number {
    const { store, state } = this
    const { header } = store
    const fuel = Math.min(left, FULL, Math.max(FIRST, piece.steps))
    header[0] = state.left
    header[1] = state.right
    header[4] = 0
    const where = this.functionOf(piece)(fuel, piece.entry)
    this.takeFlags(piece)
    this.met = header[4] === 1
    const within = where < 0
    const pc = within ? ~where : where
    state.pc = pc
    let done = fuel - header[3]!
    const { blocks, of } = translations.blocks
    if (within) {
      // The fuel for the whole block is spent: give back what was not executed of it.
      const block = blocks[of[this.met ? pc - 1 : pc]!]!
      done -= block.end - pc
      if (translations.counting) this.count(pc, block.end, -1)
    }
    if (translations.counting && (this.uncounted += done + 1) > FULL) this.gather()
    const remaining = fuel - done
    piece.steps += done
    this.translatedSteps += done
    if (this.met || remaining === 0) return done
    if (within) {
      if (++piece.leaves >= TRIALS && piece.steps < piece.leaves * WORTHWHILE) {
        translations.disappoint(piece.at, piece)
        return done
      }
      // The instruction that the function would not do, if it can be done at all.
      return done + this.interpret(translations.tested, 1)
    }
    // Perhaps too little fuel for the way before it, and so little that the interpreter may as well spend it.
    return remaining < piece.reach ? done + this.interpret(translations.tested, remaining) : done
  }

  /** Takes over what a piece says of the flags. */
  private takeFlags({ sources }: Piece): void {
    const { state, store } = this
    const { header, words } = store
    const setter = header[2]!
    if (setter === -1) return
    const source = sources.get(setter)
    const number = (operand: FlagOperand): number => ('value' in operand ? operand.value : words[operand.address]!)
    state.setter = setter
    state.left = source === undefined ? header[0]! : number(source.left)
    state.right = source === undefined ? header[1]! : number(source.right)
  }

  private workplace(): Workplace {
    const { program, state, store } = this
    const { cells, bits, instructions } = program
    return { state, words: store.words, cells, shift: 32 - bits, length: instructions.length }
  }

  /** Moves what the machine holds to where translated code can work on it; false where that is refused. */
  private settle(): boolean {
    if (this.memory !== null) return true
    const { layout, code } = this.translations
    this.memory = createMemory(layout.size)
    this.mayTranslate = this.memory !== null
    if (this.memory === null) return false
    const store = storeIn(this.memory.buffer, layout, code.constants.length)
    new Uint8Array(store.buffer).set(new Uint8Array(this.store.buffer))
    this.store = store
    this.state.cells = store.cells
    this.state.blank = store.blank
    this.place = this.workplace()
    return true
  }

  private functionOf(piece: Piece): Translated {
    let translated = this.functions.get(piece.module)
    if (translated === undefined) {
      translated = instantiate(piece.module, this.memory!)
      this.functions.set(piece.module, translated)
    }
    return translated
  }

  private interpret(code: Int32Array, steps: number): number {
    if (!this.translations.counting) return interpret(code, this.place, steps)
    let done = 0
    for (let pc = this.state.pc; done < steps && interpret(code, this.place, 1) === 1; pc = this.state.pc, done++) {
      this.instructionCounts[pc] = this.instructionCounts[pc]! + 1
    }
    return done
  }

  /** Adds what the blocks have counted to the instructions' counts. */
  private gather(): void {
    if (this.uncounted === 0) return
    this.uncounted = 0
    const { counts } = this.store
    const { blocks } = this.translations.blocks
    for (let number = 0; number < blocks.length; number++) {
      const count = counts[number]!
      if (count === 0) continue
      counts[number] = 0
      const { start, end } = blocks[number]!
      this.count(start, end, count)
    }
  }

  private count(start: number, end: number, times: number): void {
    const counts = this.instructionCounts
    for (let index = start; index < end; index++) counts[index] = counts[index]! + times
  }

  /** One step by the step-wise machine, looking whether it met the condition; 0 where none can be done. */
  private test(translations: Translations): number {
    const { program, state } = this
    if (halted(program, state)) return 0
    const { pc } = state
    const outcome = perform(program, state, 1)
    if (isFault(outcome)) return 0
    if (translations.counting) this.instructionCounts[pc] = this.instructionCounts[pc]! + 1
    if (this.isMet(outcome, translations)) this.met = true
    return 1
  }

  private isMet(step: Step | null, { condition }: Translations): boolean {
    return condition !== null && meets(this.program, condition, step, this.state)
  }
}
