// A condition as a reader types it, outside the program: `r1 = 16`, `x10 changes`, `Z`, `jump`.
import { LANGUAGES, type Language, type Relation, type Text } from '../emulator/instructions/index.ts'
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

/** What can happen to a cell, as it is written in each language; any of them is understood whatever the reader's is. */
const EVENTS: Readonly<Record<'changes' | 'written' | 'jumped', Readonly<Record<Language, readonly string[]>>>> = {
  changes: { en: ['changes'], zh: ['变化', '改变'] },
  written: { en: ['written'], zh: ['写入'] },
  jumped: { en: ['jump', 'jumps'], zh: ['跳转'] },
}
const wordsFor = (event: keyof typeof EVENTS): string =>
  LANGUAGES.flatMap(language => EVENTS[event][language]).join('|')
const CHANGES = new RegExp(String.raw`^${CELL}\s*(?:${wordsFor('changes')})$`, 'i')
const WRITTEN = new RegExp(String.raw`^${CELL}\s*(?:${wordsFor('written')})$`, 'i')
const JUMPED = new RegExp(`^(?:${wordsFor('jumped')})$`, 'i')

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
  if (JUMPED.test(condition)) return { kind: 'jumped' }
  const compares = COMPARES.exec(condition)
  if (compares !== null) {
    const address = addressOf(compares[1], compares[2])
    const relation = RELATIONS[compares[3]!]!
    const value = readValue(compares[4]!, bits)
    return address < cells && value !== null ? { kind: 'compares', address, relation, value } : undefined
  }
  for (const [kind, pattern] of [
    ['changes', CHANGES],
    ['written', WRITTEN],
  ] as const) {
    const found = pattern.exec(condition)
    if (found === null) continue
    const address = addressOf(found[1], found[2])
    return address < cells ? { kind, address } : undefined
  }
  return undefined
}

const addressOf = (register: string | undefined, cell: string | undefined): number => Number(register ?? cell)
