// Where a run stops: breakpoints on lines and watchpoints on cells, with conditions. Plain values and their parser.

import type { Relation, Text } from '../../emulator/instructions/index.ts'
import { readValue } from './values.ts'

/** A breakpoint (with a line) or a watchpoint (without). */
export interface Stop {
  readonly id: number
  readonly line: number | null
  /** As written: `r1 = 16`, `x10 changes`; empty for none. */
  readonly condition: string
  /** Only when reached for that time; null for every time. */
  readonly hits: number | null
  readonly enabled: boolean
}

/** What a condition means. */
export type Meaning =
  | { readonly kind: 'compares'; readonly address: number; readonly relation: Relation; readonly value: number }
  | { readonly kind: 'changes'; readonly address: number }
  | { readonly kind: 'written'; readonly address: number }
  | { readonly kind: 'flag'; readonly flag: 'Z' | 'L' }
  | { readonly kind: 'jumped' }

const RELATIONS: Readonly<Record<string, Relation>> = {
  '=': '=',
  '==': '=',
  '!=': '≠',
  '≠': '≠',
  '<': '<',
  '<=': '≤',
  '≤': '≤',
  '>': '>',
  '>=': '≥',
  '≥': '≥',
}

const CELL = String.raw`(?:r([0-7])|x?(\d+))`
const COMPARES = new RegExp(String.raw`^${CELL}\s*(==|!=|<=|>=|[=≠<≤>≥])\s*(\S.*)$`, 'iu')
const EVENT = new RegExp(String.raw`^${CELL}\s*(changes|written|变化|改变|写入)$`, 'i')

/** What may be written as a condition, for those who wrote something else. */
export const CONDITION_HELP: Text = {
  en: 'Write for example “r1 = 16”, “x10 < 0”, “x10 changes”, “x10 written”, “Z”, “L” or “jump”.',
  zh: '例如写“r1 = 16”、“x10 < 0”、“x10 变化”、“x10 写入”、“Z”、“L”或“jump”。',
}

/** What a program says of its machine that a condition has to fit: its number of cells and its words' bits. */
export interface Machine {
  readonly cells: number
  readonly bits: number
}

/** Reads a condition, full-width characters too; null for none, undefined where it makes no sense. */
export function readCondition(text: string, { cells, bits }: Machine): Meaning | null | undefined {
  const condition = text.normalize('NFKC').trim()
  if (condition === '') return null
  if (/^[zl]$/i.test(condition)) return { kind: 'flag', flag: condition.toUpperCase() as 'Z' | 'L' }
  if (/^(jump|jumps|跳转)$/i.test(condition)) return { kind: 'jumped' }
  const compares = COMPARES.exec(condition)
  if (compares !== null) {
    const address = addressOf(compares[1], compares[2])
    const relation = RELATIONS[compares[3]!]!
    const value = readValue(compares[4]!, bits)
    return address < cells && value !== null ? { kind: 'compares', address, relation, value } : undefined
  }
  const event = EVENT.exec(condition)
  if (event !== null) {
    const address = addressOf(event[1], event[2])
    const kind = /^(written|写入)$/i.test(event[3]!) ? 'written' : 'changes'
    return address < cells ? { kind, address } : undefined
  }
  return undefined
}

const addressOf = (register: string | undefined, cell: string | undefined): number => Number(register ?? cell)

/** Whether a stop can be searched for: its condition makes sense where it stands. */
export function isSound(stop: Stop, machine: Machine): boolean {
  const meaning = readCondition(stop.condition, machine)
  if (meaning === undefined) return false
  return stop.line === null ? meaning !== null : meaning === null || meaning.kind === 'compares'
}

/**
 * The stops after the editor has moved, added or removed breakpoints: `lines` are all lines that have one now. A change
 * of the text happens at one place: what stands before it keeps its line, what stands after it keeps its order from the
 * end. So each breakpoint that is left keeps its condition.
 */
export function withLines(stops: readonly Stop[], lines: readonly number[]): readonly Stop[] {
  const watchpoints = stops.filter(({ line }) => line === null)
  const before = stops.filter(({ line }) => line !== null).sort((a, b) => a.line! - b.line!)
  const now = [...lines].sort((a, b) => a - b)
  let id = Math.max(0, ...stops.map(stop => stop.id))
  let same = 0
  while (same < now.length && before[same]?.line === now[same]) same++
  const breakpoints = now.map((line, index): Stop => {
    const old = index < same ? index : before.length - (now.length - index)
    const kept = index < same || old >= same ? before[old] : undefined
    return kept === undefined ? { id: ++id, line, condition: '', hits: null, enabled: true } : { ...kept, line }
  })
  return [...breakpoints, ...watchpoints]
}
