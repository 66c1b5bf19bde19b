// What may stand in an exercise's file, format 1, and the words for what is expected where something else stands.
// Knows tables and values as a TOML reader gives them, not where they stand.
import * as v from 'valibot'
import {
  DEFAULT_BITS,
  highest,
  lowest,
  MAX_CELLS,
  MAX_INSTRUCTIONS,
  MNEMONICS,
  type Text,
} from '../../emulator/instructions/index.ts'
import { KINDS } from './exercise.ts'

/** How many steps an answer may cost in all its cases: with these it is judged within a second. */
export const MOST_STEPS = 20_000_000
export const DEFAULT_STEPS = 10_000
const MOST_CASES = 200

const list = (words: readonly string[]): string => words.join(', ')

/** What is expected, by the key that the schema gives as its message. */
export const EXPECTED = {
  format: { en: 'expected format = 1, the only format there is', zh: '应为 format = 1，目前只有这一种格式' },
  table: { en: 'expected a table', zh: '应为表（table）' },
  kind: { en: `expected one of ${list(KINDS)}`, zh: `应为 ${list(KINDS)} 之一` },
  level: { en: 'expected a level from 1 to 5', zh: '应为 1 到 5 之间的级别' },
  steps: { en: 'expected a number of steps from 1 to 10000000', zh: '应为 1 到 10000000 之间的步数' },
  instructions: {
    en: `expected a number of instructions from 1 to ${MAX_INSTRUCTIONS}`,
    zh: `应为 1 到 ${MAX_INSTRUCTIONS} 之间的指令条数`,
  },
  allowed: {
    en: `expected a list of mnemonics, out of ${list(MNEMONICS)}`,
    zh: `应为指令助记符的列表，可用的有 ${list(MNEMONICS)}`,
  },
  text: { en: 'expected a text between quotes', zh: '应为引号中的文本' },
  lines: { en: 'expected a list of lines, each between quotes', zh: '应为若干行的列表，每行写在引号中' },
  line: { en: 'expected a single line', zh: '应为单独一行' },
  words: { en: 'expected words in en, zh or both', zh: '应有 en、zh 两种文字之一，或两者都有' },
  rows: { en: 'expected a list of steps, each a number from 1', zh: '应为步号的列表，步号从 1 起' },
  cells: {
    en: 'expected cells with lists of numbers, as in { 8 = [2, 3] }',
    zh: '应为单元及其数的列表，例如 { 8 = [2, 3] }',
  },
  address: {
    en: `expected the number of a cell, 0 to ${MAX_CELLS - 1}`,
    zh: `应为单元号，0 到 ${MAX_CELLS - 1}`,
  },
  value: {
    en: 'expected a whole number that fits a word of 32 bits',
    zh: '应为 32 位字能表示的整数',
  },
  wanted: {
    en: 'expected a whole number that fits a word of 32 bits, or "?" for any value',
    zh: '应为 32 位字能表示的整数，或表示任意值的 "?"',
  },
  points: { en: 'expected a number of points from 0 to 1000', zh: '应为 0 到 1000 之间的分数' },
  hidden: { en: 'expected true or false', zh: '应为 true 或 false' },
  cases: { en: `expected [[case]] tables, ${MOST_CASES} at most`, zh: `应为 [[case]] 表，最多 ${MOST_CASES} 个` },
  failing: {
    en: 'expected the number of a case, or 0 where the answer is refused before any',
    zh: '应为例的编号；若在运行之前就不被接受，则为 0',
  },
} as const satisfies Record<string, Text>

export type Expected = keyof typeof EXPECTED

const key = (expected: Expected): Expected => expected

const whole = (least: number, most: number, expected: Expected) =>
  v.pipe(v.number(key(expected)), v.integer(expected), v.minValue(least, expected), v.maxValue(most, expected))

const text = v.string(key('text'))
const value = (expected: Expected) => whole(lowest(DEFAULT_BITS), highest(DEFAULT_BITS), expected)

const words = v.pipe(
  v.strictObject({ en: v.optional(text), zh: v.optional(text) }, key('table')),
  v.check(({ en, zh }) => (en ?? zh ?? '') !== '', key('words')),
)

/** Cells by the number of the first, each with the values from there on. */
const cells = <T extends v.GenericSchema>(item: T) =>
  v.record(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,7}$/, key('address')),
      v.check(address => Number(address) < MAX_CELLS, key('address')),
    ),
    v.array(item, key('cells')),
    key('cells'),
  )

const cases = v.optional(
  v.pipe(
    v.array(
      v.strictObject(
        {
          set: v.optional(cells(value('value')), {}),
          expect: cells(v.union([v.literal('?'), value('wanted')], key('wanted'))),
          points: v.optional(whole(0, 1000, 'points'), 1),
          hidden: v.optional(v.boolean(key('hidden')), false),
        },
        key('table'),
      ),
      key('cases'),
    ),
    v.maxLength(MOST_CASES, key('cases')),
  ),
  [],
)

const line = v.pipe(v.string(key('line')), v.regex(/^[^\n\r]*$/, key('line')))

/** What the tables of all kinds are. Which of them a kind wants is looked at afterwards. */
export const FILE = v.strictObject(
  {
    format: v.literal(1, key('format')),
    kind: v.picklist(KINDS, key('kind')),
    level: v.optional(whole(1, 5, 'level'), 1),
    steps: v.optional(whole(1, 10_000_000, 'steps'), DEFAULT_STEPS),
    instructions: v.optional(whole(1, MAX_INSTRUCTIONS, 'instructions')),
    allowed: v.optional(v.array(v.picklist(MNEMONICS, key('allowed')), key('allowed'))),
    start: v.optional(text),
    lines: v.optional(v.array(line, key('lines'))),
    distractors: v.optional(v.array(line, key('lines'))),
    program: v.optional(text),
    rows: v.optional(v.array(whole(1, 10_000, 'rows'), key('rows'))),
    title: words,
    task: words,
    hint: v.optional(v.array(words, key('table')), []),
    case: cases,
    solution: v.optional(v.array(v.strictObject({ text }, key('table')), key('table')), []),
    mistake: v.optional(
      v.array(v.strictObject({ text, case: whole(0, MOST_CASES, 'failing') }, key('table')), key('table')),
      [],
    ),
  },
  key('table'),
)

/** A file of more cases: these alone. */
export const MORE_FILE = v.strictObject({ format: v.literal(1, key('format')), case: cases }, key('table'))
