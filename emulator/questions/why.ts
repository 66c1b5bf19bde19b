// Why a cell holds what it holds (history.md, section 2): one node of the answer at a time, or all of it as a graph. Plain
// values; the history's ledger must cover the positions asked about.
import type { History } from '../history/index.ts'
import type { Sentence } from '../instructions/index.ts'
import type { Step } from '../machine/index.ts'
import type { Symbols } from '../table/index.ts'
import { DecidingJumps } from './deciding-jumps.ts'
import { FormulaBook } from './formula-book.ts'
import { type Origin, originKey, originOf, type Uses, usesOf } from './origins.ts'
import { formulaOf, valueSentence } from './value-sentence.ts'

/** What a step read: which cell, what it held, what for, and the node that it came from. */
export interface WhyRead {
  readonly address: number
  readonly value: number
  readonly role: 'operand' | 'pointer'
  readonly origin: string
}

/** A node of the answer. */
export type WhyNode =
  | {
      readonly kind: 'step'
      readonly step: number
      readonly pc: number
      readonly line: number
      readonly source: string
      readonly address: number
      readonly value: number
      /** The step of the deciding jump; null for always. */
      readonly because: number | null
      readonly reads: readonly WhyRead[]
    }
  | { readonly kind: 'data'; readonly address: number; readonly line: number; readonly value: number }
  | { readonly kind: 'set'; readonly address: number; readonly value: number }
  | { readonly kind: 'edit'; readonly address: number; readonly position: number; readonly value: number }
  | { readonly kind: 'blank'; readonly address: number; readonly value: 0 }

/** The answer of what a cell holds at a position. `value` is null while it is blank. */
export interface Why {
  readonly address: number
  readonly at: number
  readonly value: number | null
  readonly origin: string
  readonly formula: string | null
  readonly sentence: Sentence
  /** In the order of a walk from the origin. */
  readonly nodes: ReadonlyMap<string, WhyNode>
  readonly cut: boolean
  readonly next: Uses
}

/** Nodes told at most, and readers of a value. */
const MOST_NODES = 10_000
const MOST_READS = 10_000

/** All that is asked about one history. */
export class Questions {
  readonly history: History
  readonly deciding: DecidingJumps
  readonly book: FormulaBook
  private readonly setFrom: number

  /** `setFrom` is the line from which data were given beside the text, `symbols` the names of unknowns. */
  constructor(history: History, setFrom = Number.POSITIVE_INFINITY, symbols: Symbols = new Map()) {
    this.history = history
    this.deciding = new DecidingJumps(history.program)
    this.book = new FormulaBook(history, symbols)
    this.setFrom = setFrom
  }

  /** Goes on by about `fuel` steps until everything up to `position` can be answered; true then. */
  prepare(position: number, fuel: number): boolean {
    return this.history.ledger.cover(position, fuel)
  }

  /** Why a cell holds what it does at `at`, with as many nodes and readers as wanted; uses are looked for up to `end`. */
  why(address: number, at: number, end: number, nodes = MOST_NODES, reads = MOST_READS): Why {
    const { history } = this
    const origin = this.origin(address, at)
    const { cells, blank } = history.state(at)
    const value = blank[address] === 1 ? null : cells[address]!
    const formula = formulaOf(this.book, address, at)
    const found = this.walk(origin, nodes)
    const next = usesOf(history, address, at, end, reads)
    const sentence = valueSentence(history, this.book, { address, at, value, origin })
    return { address, at, value, origin: originKey(origin), formula, sentence, ...found, next }
  }

  /** What gave the cell its value. */
  origin(address: number, at: number): Origin {
    return originOf(this.history, this.setFrom, address, at)
  }

  /** One node, with the origins of what it read. */
  node(origin: Origin): { readonly node: WhyNode; readonly from: readonly Origin[] } {
    switch (origin.kind) {
      case 'step':
        return this.stepNode(origin.step)
      case 'data':
        return { node: { kind: 'data', address: origin.address, line: origin.line, value: origin.value }, from: [] }
      case 'set':
        return { node: { kind: 'set', address: origin.address, value: origin.value }, from: [] }
      case 'edit': {
        const { position, address, value } = this.history.edits[origin.edit]!
        return { node: { kind: 'edit', address, position, value }, from: [] }
      }
      case 'blank':
        return { node: { kind: 'blank', address: origin.address, value: 0 }, from: [] }
    }
  }

  /** The step of the latest jump before `step` on which it depended that instruction `pc` ran; null for always. */
  because(pc: number, step: number): number | null {
    const jumps = this.deciding.of(pc)
    return jumps.size === 0 ? null : (this.history.ledger.lastRun(jumps, step - 1)?.step ?? null)
  }

  private stepNode(step: Step): { readonly node: WhyNode; readonly from: readonly Origin[] } {
    const { line, source } = this.history.program.instructions[step.pc]!
    const from = step.reads.map(read => this.origin(read.address, step.step - 1))
    const reads = step.reads.map(
      ({ address, value, pointer }, index): WhyRead => ({
        address,
        value,
        role: pointer ? 'pointer' : 'operand',
        origin: originKey(from[index]!),
      }),
    )
    const because = this.because(step.pc, step.step)
    const { address, after: value } = step.write!
    return { node: { kind: 'step', step: step.step, pc: step.pc, line, source, address, value, because, reads }, from }
  }

  /** All nodes from one on, each once: a node before what it read, what was read first with all of its own before the
   * rest. */
  private walk(origin: Origin, most: number): { readonly nodes: ReadonlyMap<string, WhyNode>; readonly cut: boolean } {
    const nodes = new Map<string, WhyNode>()
    const waiting: Origin[] = [origin]
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const key = originKey(one)
      if (nodes.has(key)) continue
      if (nodes.size === most) return { nodes, cut: true }
      const { node, from } = this.node(one)
      nodes.set(key, node)
      for (const each of from.toReversed()) waiting.push(each)
    }
    return { nodes, cut: false }
  }
}
