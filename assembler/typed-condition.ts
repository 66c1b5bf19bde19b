// A condition as a reader types it, outside the program: `r1 = 16`, `x10 changes`, `Z`, `jump`.
import type { Relation, Text } from '../emulator/instructions/index.ts'
import { readValue } from './typed-value.ts'

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
export interface MachineSize {
  readonly cells: number
  readonly bits: number
}

/** Reads a condition, full-width characters too; null for none, undefined where it makes no sense. */
export function readCondition(text: string, { cells, bits }: MachineSize): Meaning | null | undefined {
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
