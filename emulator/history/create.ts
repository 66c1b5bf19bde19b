// The history of one program with its edits: runs the front on, keeps checkpoints, finds out how it ends, and hands
// questions to those who answer them. It knows no clock: whoever calls says how much work may be done.
import { FastMachine, type MachineOptions, type StopCondition, Translations } from '../engine/index.ts'
import type { Program } from '../instructions/index.ts'
import { halted, isFault, perform, type State, type Step, undo } from '../machine/index.ts'
import { Checkpoints } from './checkpoints.ts'
import { Counter } from './counting.ts'
import { Cursor } from './cursor.ts'
import { type Edit, editPositions } from './edits.ts'
import type { Ending, History, Search } from './history.ts'
import { Ledger } from './ledger/ledger.ts'
import { FirstRepetition } from './repetition.ts'
import { createSearch } from './search.ts'
import { Viewer } from './viewer.ts'
import { type Watch, watchAt } from './watches.ts'

/** What may be asked of a new history. */
export interface HistoryOptions {
  /** Bytes that the checkpoints may take: they are thinned beyond. */
  readonly memory?: number
  /** Steps between two checkpoints at first; by default after the program's size. */
  readonly interval?: number
  /** False where a state that comes back is not to be looked for: the run is then known as far as anybody asks. */
  readonly findsEndless?: boolean
  /** How its machines go about it. */
  readonly machineOptions?: MachineOptions
}

const MEMORY = 200 * 2 ** 20
const NEVER: Watch = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }

/** A program's history, known as far as position 0. The same program, edits and questions give the same answers. */
export function createHistory(program: Program, edits: readonly Edit[] = [], options: HistoryOptions = {}): History {
  return new RunHistory(program, edits, options)
}

/** Steps between two checkpoints, by the number of cells: keeping a cell takes about as long as a few steps, and only a
 * part of the time may go there; running an interval again must not take long either. */
function intervalFor(cells: number): number {
  return Math.max(2 ** 21, Math.min(2 ** 24, cells * 256), cells * 40)
}

class RunHistory implements History {
  readonly program: Program
  readonly edits: readonly Edit[]
  known = 0
  ending: Ending | null = null
  readonly checkpoints: Checkpoints
  private readonly front: Cursor
  private readonly viewer: Viewer
  /** The last position with an edit: before it nothing can be said to repeat. */
  private readonly base: number
  private watch: Watch
  readonly machineOptions: MachineOptions
  private readonly findsEndless: boolean
  private readonly translations: Translations
  /** What the last search was for: the next one is mostly for the same. */
  private searched: { readonly key: string; readonly translations: Translations } | null = null
  /** Where `counts` has got to: the next question is mostly about a later position. */
  private counter: Counter | null = null
  private repetition: FirstRepetition | null = null
  /** Kept from the first question that needs it on. */
  private kept: Ledger | null = null

  constructor(program: Program, edits: readonly Edit[], options: HistoryOptions) {
    this.program = program
    this.edits = edits
    this.checkpoints = new Checkpoints(options.interval ?? intervalFor(program.cells), options.memory ?? MEMORY)
    this.machineOptions = options.machineOptions ?? {}
    this.translations = new Translations(program)
    this.front = new Cursor(new FastMachine(this.translations, this.machineOptions), edits)
    this.viewer = new Viewer(
      new Cursor(new FastMachine(this.translations, this.machineOptions), edits),
      this.checkpoints,
    )
    this.checkpoints.save(0, this.front.state)
    this.base = editPositions(edits).at(-1) ?? 0
    this.findsEndless = options.findsEndless !== false
    this.watch = this.findsEndless ? watchAt(this.base, 0, program.cells) : NEVER
  }

  get bytes(): number {
    return this.checkpoints.bytes + (this.kept?.bytes ?? 0)
  }

  get ledger(): Ledger {
    return (this.kept ??= new Ledger(this))
  }

  extend(position: number, fuel: number): void {
    let left = fuel
    while (left > 0 && this.ending === null) {
      if (this.repetition !== null) left -= this.narrow(this.repetition)
      else if (this.known < position) left -= this.runOn(Math.min(position, this.known + left))
      else break
    }
    if (this.ending === null && this.repetition === null) this.lookAhead()
  }

  state(position: number): State {
    return this.viewer.state(position)
  }

  steps(from: number, to: number): readonly Step[] {
    return from > to ? [] : this.viewer.steps(from, to)
  }

  search(direction: 1 | -1, from: number, condition: StopCondition): Search {
    const key = JSON.stringify(condition)
    if (this.searched?.key !== key) this.searched = { key, translations: new Translations(this.program, { condition }) }
    const machine = new FastMachine(this.translations, this.machineOptions, this.searched.translations)
    return createSearch({ history: this, checkpoints: this.checkpoints, machine }, direction, from, condition)
  }

  count(position: number): Counter {
    const machine = new FastMachine(new Translations(this.program, { counting: true }), this.machineOptions)
    return new Counter(machine, this.edits, position)
  }

  counts(position: number): Float64Array {
    if (this.counter === null || this.counter.position > position) this.counter = this.count(position)
    while (!this.counter.advance(position + 1, position));
    return this.counter.counts.slice()
  }

  /** Runs towards `position`, to where the next thing is due; tells how many steps it took. */
  private runOn(position: number): number {
    const { front, watch, checkpoints } = this
    const from = front.position
    const watching = from >= watch.start
    const due = checkpoints.last.position + checkpoints.interval
    const target = Math.min(position, due, watching ? watch.end : watch.start, front.nextEdit)
    if (from === watch.start) front.machine.mark()
    let returned = false
    if (watching) {
      const run = front.machine.runToMark(target - from)
      returned = run.returned
      front.position += run.steps
    } else {
      front.forward(target)
    }
    this.known = front.position
    if (returned) this.repetition = new FirstRepetition(this.base, watch.start, this.known - watch.start)
    else if (this.known < target) this.lookAhead()
    else if (target === due) this.checkpoint()
    if (this.known >= this.watch.end) this.watch = watchAt(this.base, this.known, this.program.cells)
    return this.known - from
  }

  /** Keeps a checkpoint; where the state was the same at another one, it comes back again within that time. */
  private checkpoint(): void {
    const { known, checkpoints, base, watch } = this
    const before = checkpoints.save(known, this.front.state)
    const free = this.findsEndless && (known < watch.start || known >= watch.end)
    if (before !== null && before >= base && free) this.watch = { start: known, end: 2 * known - before }
  }

  /** Whether the history ends at the last known position. */
  private lookAhead(): void {
    const { front, program, known: steps } = this
    if (halted(program, front.state)) {
      this.ending = { kind: 'halted', steps }
      return
    }
    const outcome = perform(program, front.state, steps + 1)
    if (isFault(outcome)) this.ending = { kind: 'fault', steps, fault: outcome }
    else undo(front.state, outcome)
  }

  /** Comes nearer to the first two positions that are alike; tells what that took, in steps. */
  private narrow(repetition: FirstRepetition): number {
    const repeats = repetition.position
    if (repeats === null) {
      repetition.halve(position => this.viewer.state(position))
      return 2 * this.checkpoints.interval
    }
    this.known = repeats + repetition.period
    this.ending = { kind: 'endless', steps: this.known, repeats }
    this.checkpoints.cut(this.known)
    return 1
  }
}
