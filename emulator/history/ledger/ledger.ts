// What each stretch of a history wrote and ran: from it an old write, the k-th visit of an instruction, or how often one
// has run is found without running everything again. It keeps no step; a few are run again where one is looked at.
import { FastMachine, type MachineOptions, Translations } from '../../engine/index.ts'
import type { Program } from '../../instructions/index.ts'
import type { Step } from '../../machine/index.ts'
import type { Checkpoints } from '../checkpoints.ts'
import { Cursor } from '../cursor.ts'
import type { Edit } from '../edits.ts'
import { type CellSet, hasCell, union, writtenIn } from './cell-set.ts'
import { added, addTo, countsBetween, type RunCounts, timesOf } from './run-counts.ts'

/** The steps after `from` up to `to`. Of `cells` each was written, by a step or by hand; no other was. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly cells: CellSet
  readonly counts: RunCounts
  /** The same in parts, once somebody has looked closer. */
  parts: readonly Stretch[] | null
}

/** So few steps are gone through one by one. */
const LEAF = 256
/** Parts that a stretch is looked at in; each costs a look at every cell, so fewer where there are many. */
const partsFor = (cells: number): number => (cells > 65_536 ? 16 : 64)
/** Stretches kept at most, and their bytes: beyond, neighbours are put together. */
const MOST = 2048
const BYTES = 24 * 2 ** 20
/** Stretches that are kept in parts, and leaves that are kept step by step. */
const REFINED = 96
const LEAVES = 64

/** What the ledger needs of the history. */
interface LedgerContext {
  readonly program: Program
  readonly edits: readonly Edit[]
  readonly checkpoints: Checkpoints
  readonly machineOptions: MachineOptions
  steps(from: number, to: number): readonly Step[]
}

/** Whether something may be in a stretch, and whether a step is it. */
interface StepQuery {
  readonly mayBeIn: (stretch: Stretch) => boolean
  readonly is: (step: Step) => boolean
}

/** The ledger of one history, from position 0 as far as it has been kept. */
export class Ledger {
  private readonly context: LedgerContext
  private readonly translations: Translations
  private readonly keeper: Recorder
  /** Goes back to look closer, while the keeper stays at the end. */
  private readonly closer: Recorder
  private whole: Stretch[] = []
  /** The one under way, which ends where the ledger does. */
  private open: Stretch | null = null
  private span: number
  /** What is kept, in bytes. */
  bytes = 0
  private readonly refined: Stretch[] = []
  private readonly leaves = new Map<number, readonly Step[]>()

  constructor(context: LedgerContext) {
    this.context = context
    const { program } = context
    this.translations = new Translations(program, { counting: true })
    this.keeper = new Recorder(this.translations, context)
    this.closer = new Recorder(this.translations, context)
    this.span = Math.max(2 ** 16, 4 * (program.cells + program.instructions.length))
    this.keeper.begin()
  }

  /** The position up to which everything asked is answered. */
  get covered(): number {
    return this.keeper.position
  }

  /** Goes on towards `position`, which must be known, by about `fuel` steps; true when it is covered. */
  cover(position: number, fuel: number): boolean {
    const { keeper } = this
    const target = Math.min(position, keeper.position + fuel)
    if (keeper.position < target) this.open = null
    while (keeper.position < target) {
      const end = (this.whole.at(-1)?.to ?? 0) + this.span
      keeper.forward(Math.min(end, target))
      if (keeper.position < end) continue
      this.keep(keeper.record())
      keeper.begin()
    }
    return keeper.position >= position
  }

  /** The last step up to `position` that wrote the cell; null where none did. */
  lastWrite(address: number, position: number): Step | null {
    return this.last(position, writes(address))
  }

  /** The first step after `position` that wrote the cell, as far as is covered. */
  nextWrite(address: number, position: number): Step | null {
    return this.next(position, writes(address))
  }

  /** The last step up to `position` that was one of these instructions. */
  lastRun(instructions: ReadonlySet<number>, position: number): Step | null {
    return this.last(position, runs(instructions))
  }

  /** The first step after `position` that was one of these instructions, as far as is covered. */
  nextRun(instructions: ReadonlySet<number>, position: number): Step | null {
    return this.next(position, runs(instructions))
  }

  /** The last step up to `position` that was one of these instructions and read the cell. */
  lastRead(address: number, readers: ReadonlySet<number>, position: number): Step | null {
    return this.last(position, reads(address, readers))
  }

  /** The first step after `position` that was one of these instructions and read the cell, as far as is covered. */
  nextRead(address: number, readers: ReadonlySet<number>, position: number): Step | null {
    return this.next(position, reads(address, readers))
  }

  /** How often an instruction ran in the steps 1…position. */
  visits(instruction: number, position: number): number {
    let count = 0
    const within = (stretch: Stretch): void => {
      if (stretch.from >= position || timesOf(stretch.counts, instruction) === 0) return
      if (stretch.to <= position) count += timesOf(stretch.counts, instruction)
      else if (isLeaf(stretch)) {
        for (const { step, pc } of this.leaf(stretch)) if (step <= position && pc === instruction) count++
      } else for (const part of this.partsOf(stretch)) within(part)
    }
    for (const stretch of this.all()) within(stretch)
    return count
  }

  /** The step at which an instruction ran for the `visit`-th time (from 1); null where it has not so often. */
  visit(instruction: number, visit: number): number | null {
    let left = visit
    const within = (stretches: readonly Stretch[]): number | null => {
      for (const stretch of stretches) {
        const times = timesOf(stretch.counts, instruction)
        if (left > times) left -= times
        else if (isLeaf(stretch)) {
          for (const { step, pc } of this.leaf(stretch)) if (pc === instruction && --left === 0) return step
          throw new Error(`visit ${visit} is not where it was counted`)
        } else return within(this.partsOf(stretch))
      }
      return null
    }
    return visit < 1 ? null : within(this.all())
  }

  /** How often each instruction ran in the steps 1…position. */
  counts(position: number): Float64Array {
    const sum = new Float64Array(this.context.program.instructions.length)
    const within = (stretch: Stretch): void => {
      if (stretch.from >= position) return
      if (stretch.to <= position) addTo(sum, stretch.counts)
      else if (isLeaf(stretch)) {
        for (const { step, pc } of this.leaf(stretch)) if (step <= position) sum[pc] = sum[pc]! + 1
      } else for (const part of this.partsOf(stretch)) within(part)
    }
    for (const stretch of this.all()) within(stretch)
    return sum
  }

  private last(position: number, query: StepQuery): Step | null {
    const within = (stretch: Stretch): Step | null => {
      if (stretch.from >= position || !query.mayBeIn(stretch)) return null
      if (isLeaf(stretch)) return this.leaf(stretch).findLast(each => each.step <= position && query.is(each)) ?? null
      return lastOf(this.partsOf(stretch), within)
    }
    return lastOf(this.all(), within)
  }

  private next(position: number, query: StepQuery): Step | null {
    const within = (stretch: Stretch): Step | null => {
      if (stretch.to <= position || !query.mayBeIn(stretch)) return null
      if (isLeaf(stretch)) return this.leaf(stretch).find(each => each.step > position && query.is(each)) ?? null
      return firstOf(this.partsOf(stretch), within)
    }
    return firstOf(this.all(), within)
  }

  /** All stretches in their order. */
  private all(): readonly Stretch[] {
    if (this.open === null && this.keeper.position > this.keeper.start) this.open = this.keeper.record()
    return this.open === null ? this.whole : [...this.whole, this.open]
  }

  private keep(stretch: Stretch): void {
    this.whole.push(stretch)
    this.bytes += bytesOf(stretch)
    if (this.whole.length < MOST && this.bytes < BYTES) return
    const { cells, instructions } = this.context.program
    const pairs: Stretch[] = []
    for (let at = 0; at < this.whole.length; at += 2) {
      const one = this.whole[at]!
      const other = this.whole[at + 1]
      pairs.push(other === undefined ? one : together(one, other, cells, instructions.length))
    }
    this.whole = pairs
    this.bytes = pairs.reduce((sum, each) => sum + bytesOf(each), 0)
    this.span *= 2
  }

  private partsOf(stretch: Stretch): readonly Stretch[] {
    if (stretch.parts !== null) return stretch.parts
    const { closer } = this
    const size = Math.max(LEAF, Math.ceil((stretch.to - stretch.from) / partsFor(this.context.program.cells)))
    const parts: Stretch[] = []
    closer.go(stretch.from)
    while (closer.position < stretch.to) {
      closer.begin()
      closer.forward(Math.min(stretch.to, closer.position + size))
      parts.push(closer.record())
    }
    stretch.parts = parts
    this.refined.push(stretch)
    if (this.refined.length > REFINED) this.refined.shift()!.parts = null
    return parts
  }

  private leaf({ from, to }: Stretch): readonly Step[] {
    const known = this.leaves.get(from)
    if (known?.at(-1)?.step === to) return known
    const steps = this.context.steps(from + 1, to)
    this.leaves.delete(from)
    this.leaves.set(from, steps)
    if (this.leaves.size > LEAVES) this.leaves.delete(this.leaves.keys().next().value!)
    return steps
  }
}

const isLeaf = ({ from, to }: Stretch): boolean => to - from <= LEAF

const writes = (address: number): StepQuery => ({
  mayBeIn: ({ cells }) => hasCell(cells, address),
  is: ({ write }) => write?.address === address,
})

const ranIn = ({ counts }: Stretch, instructions: ReadonlySet<number>): boolean => {
  for (const instruction of instructions) if (timesOf(counts, instruction) > 0) return true
  return false
}

const runs = (instructions: ReadonlySet<number>): StepQuery => ({
  mayBeIn: stretch => ranIn(stretch, instructions),
  is: ({ pc }) => instructions.has(pc),
})

const reads = (address: number, readers: ReadonlySet<number>): StepQuery => ({
  mayBeIn: stretch => ranIn(stretch, readers),
  is: step => step.reads.some(read => read.address === address),
})

function lastOf(stretches: readonly Stretch[], look: (stretch: Stretch) => Step | null): Step | null {
  for (let at = stretches.length - 1; at >= 0; at--) {
    const found = look(stretches[at]!)
    if (found !== null) return found
  }
  return null
}

function firstOf(stretches: readonly Stretch[], look: (stretch: Stretch) => Step | null): Step | null {
  for (const stretch of stretches) {
    const found = look(stretch)
    if (found !== null) return found
  }
  return null
}

const bytesOf = ({ cells, counts }: Stretch): number =>
  cells.byteLength + counts.starts.byteLength + counts.times.byteLength + 400

const together = (one: Stretch, other: Stretch, cells: number, instructions: number): Stretch => ({
  from: one.from,
  to: other.to,
  cells: union(one.cells, other.cells, cells),
  counts: added(one.counts, other.counts, instructions),
  parts: null,
})

/** A machine that tells what was written and run since it began. Its map of blank cells is taken for that: each stretch
 * begins with all of them blank, which changes nothing of what the program does. */
class Recorder {
  start = 0
  private readonly machine: FastMachine
  private readonly cursor: Cursor
  private readonly checkpoints: Checkpoints
  private before: Float64Array

  constructor(translations: Translations, { edits, checkpoints, machineOptions, program }: LedgerContext) {
    this.machine = new FastMachine(translations, machineOptions)
    this.cursor = new Cursor(this.machine, edits)
    this.checkpoints = checkpoints
    this.before = new Float64Array(program.instructions.length)
  }

  get position(): number {
    return this.cursor.position
  }

  begin(): void {
    this.machine.state.blank.fill(1)
    this.before = this.machine.counts().slice()
    this.start = this.position
  }

  forward(position: number): void {
    if (!this.cursor.forward(position)) throw new Error(`position ${position} is not known`)
  }

  /** Goes anywhere; what was begun is given up. */
  go(position: number): void {
    const { cursor } = this
    const checkpoint = this.checkpoints.at(position)
    if (position < cursor.position || checkpoint.position > cursor.position) cursor.restore(checkpoint)
    this.forward(position)
  }

  record(): Stretch {
    const cells = writtenIn(this.machine.state.blank)
    const counts = countsBetween(this.before, this.machine.counts())
    return { from: this.start, to: this.position, cells, counts, parts: null }
  }
}
