// The formats of `grade`: a row a FILE as it comes, or a whole document at the end.

import { COLON_AFTER, type Language, type Text, visible, visibleJson } from '../../emulator/instructions/index.ts'
import { textWidth } from '../../emulator/instructions/width.ts'
import { type Exercise, VERDICTS } from '../../programs/judge/index.ts'
import type { Graded, Refused } from './record.ts'

/** What a format knows before the first FILE. */
export interface Class {
  readonly exercise: Exercise
  readonly files: readonly string[]
  readonly language: Language
}

export interface GradeFormat {
  readonly name: string
  /** At most this many FILEs. */
  readonly most?: number
  before?(given: Class): string
  each?(graded: Graded, given: Class): string
  after?(all: readonly Graded[], given: Class): string
}

/** What stands between the verdicts of the cases. */
const AND_THEN: Text = { en: ', ', zh: '，' }

const UNREADABLE: Text = { en: 'unreadable', zh: '无法读取' }
const refusedName = (refused: Refused): Text => (refused === 'unreadable' ? UNREADABLE : VERDICTS[refused])

const HEAD: Text = { en: 'FILE', zh: 'FILE' }

const table: GradeFormat = {
  name: 'table',
  before: given =>
    row(
      given,
      HEAD[given.language],
      { en: 'points', zh: '分' }[given.language],
      { en: 'of', zh: '满分' }[given.language],
      { en: 'verdicts', zh: '评判' }[given.language],
    ),
  each({ record, reason }, given) {
    const { language } = given
    const verdicts =
      record.refused === null
        ? record.cases.map(({ verdict }) => VERDICTS[verdict][language]).join(AND_THEN[language])
        : `${refusedName(record.refused)[language]}${COLON_AFTER[language]}${reason?.[language] ?? ''}`
    return row(given, record.file, `${record.points}`, `${record.of}`, verdicts)
  },
}

function row({ files }: Class, file: string, points: string, of: string, verdicts: string): string {
  const width = Math.max(...files.map(each => textWidth(visible(each))), 4)
  const name = visible(file)
  const left = (text: string, to: number) => ' '.repeat(Math.max(0, to - textWidth(text))) + text
  return `${name}${' '.repeat(width - textWidth(name))}  ${left(points, 6)}  ${left(of, 4)}  ${visible(verdicts)}\n`
}

const csv: GradeFormat = {
  name: 'csv',
  before: ({ exercise }) => csvRow(['file', 'points', 'of', ...exercise.cases.map((_, index) => `case ${index + 1}`)]),
  each: ({ record }, { exercise }) =>
    csvRow([
      record.file,
      `${record.points}`,
      `${record.of}`,
      ...exercise.cases.map((_, index) => record.refused ?? record.cases[index]?.verdict ?? ''),
    ]),
}

/** RFC 4180 with LF; no text begins as a formula would (command-line.md). */
function csvRow(fields: readonly string[]): string {
  const safe = fields.map(field => (/^[=+\-@\t\r]/.test(field) ? `'${field}` : field))
  return `${safe.map(field => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`
}

const json: GradeFormat = { name: 'json', each: ({ record }) => `${visibleJson(record)}\n` }

/** What a process that judges a share of the FILEs tells the one that asked: the record with its words. Not for people. */
const share: GradeFormat = { name: 'share', each: graded => `${JSON.stringify(graded)}\n` }

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string): string => visible(text).replace(/[&<>"]/g, mark => ENTITIES[mark]!)

const title = ({ exercise, language }: Class): string => exercise.title[language]
const caseName = (number: number, { language }: Class): string =>
  ({ en: `case ${number}`, zh: `第 ${number} 例` })[language]

const junit: GradeFormat = {
  name: 'junit',
  after(all, given) {
    const suites = all.map(each => suite(each, given))
    const total = all.reduce((sum, { record }) => sum + failures(record.refused, record.cases), 0)
    const tests = all.length * given.exercise.cases.length
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(title(given))}" tests="${tests}" failures="${total}">\n${suites.join('')}</testsuites>\n`

    function failures(refused: Refused | null, cases: Graded['record']['cases']): number {
      return refused === null ? cases.filter(({ verdict }) => verdict !== 'pass').length : given.exercise.cases.length
    }
  },
}

function suite({ record, reason, sentences }: Graded, given: Class): string {
  const { language, exercise } = given
  const tests = exercise.cases.map((_, index) => {
    const result = record.cases[index]
    const verdict = record.refused ?? result?.verdict ?? 'error'
    const message = (record.refused === null ? sentences[index] : reason)?.[language] ?? ''
    const head = `    <testcase classname="${xml(record.file)}" name="${xml(caseName(index + 1, given))}"`
    if (verdict === 'pass') return `${head}/>\n`
    return `${head}>\n      <failure type="${verdict}" message="${xml(message)}"/>\n    </testcase>\n`
  })
  const failed = exercise.cases.length - record.cases.filter(({ verdict }) => verdict === 'pass').length
  return `  <testsuite name="${xml(record.file)}" tests="${exercise.cases.length}" failures="${failed}">\n${tests.join('')}  </testsuite>\n`
}

const gradescope: GradeFormat = {
  name: 'gradescope',
  most: 1,
  after(all, given) {
    const { language, exercise } = given
    const { record, reason, sentences } = all[0]!
    const tests = exercise.cases.map(({ points, hidden }, index) => ({
      score: record.cases[index]?.points ?? 0,
      max_score: points,
      name: caseName(index + 1, given),
      output: (record.refused === null ? sentences[index] : reason)?.[language] ?? '',
      visibility: hidden ? 'after_published' : 'visible',
    }))
    const output = reason === null ? {} : { output: reason[language] }
    return `${visibleJson({ score: record.points, max_score: record.of, ...output, tests })}\n`
  },
}

export const GRADE_FORMATS: readonly GradeFormat[] = [table, csv, json, junit, gradescope]

/** The format of that name, the one between processes among them. */
export const gradeFormat = (name: string): GradeFormat | undefined =>
  [...GRADE_FORMATS, share].find(format => format.name === name)

export const SHARE = share.name
