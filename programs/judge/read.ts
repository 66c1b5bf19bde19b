// Reads an exercise's file, or a file of more cases: TOML to plain values, or every problem with its place, in both
// languages. Any text is read; none throws.
import { parse, TomlError } from 'smol-toml'
import * as v from 'valibot'
import { perLanguage, type Text } from '../../emulator/instructions/index.ts'
import type { Case, CellValue, Exercise, Kind } from './exercise.ts'
import { type Path, type Spot, spotOf } from './places.ts'
import { EXPECTED, type Expected, FILE, MORE_FILE, MOST_STEPS } from './schema.ts'

/** Something wrong in an exercise's file. */
export interface FileProblem extends Spot {
  readonly message: Text
}

/** What was read, or all that is wrong. */
export type ReadResult<T> = { readonly value: T } | { readonly problems: readonly FileProblem[] }

/** Reads an exercise. */
export function readExercise(text: string): ReadResult<Exercise> {
  const table = readTable(text, FILE)
  if ('problems' in table) return table
  const file = table.value
  const problems = [...missing(text, file), ...tooDear(text, file.steps, file.case.length)]
  if (problems.length > 0) return { problems }
  return {
    value: {
      kind: file.kind,
      level: file.level,
      title: bothLanguages(file.title),
      task: bothLanguages(file.task),
      hints: file.hint.map(bothLanguages),
      steps: file.steps,
      instructions: file.instructions ?? null,
      allowed: file.allowed ?? null,
      start: file.start ?? '',
      lines: file.lines ?? [],
      distractors: file.distractors ?? [],
      program: file.program ?? '',
      rows: file.rows ?? [],
      cases: file.case.map(readCase),
      solutions: file.solution.map(solution => solution.text),
      mistakes: file.mistake.map(mistake => ({ text: mistake.text, failing: mistake.case })),
    },
  }
}

/** Reads a file of more cases, and puts them after the exercise's own. */
export function withMoreCases(exercise: Exercise, text: string): ReadResult<Exercise> {
  const table = readTable(text, MORE_FILE)
  if ('problems' in table) return table
  const cases = [...exercise.cases, ...table.value.case.map(readCase)]
  const problems = tooDear(text, exercise.steps, cases.length)
  return problems.length > 0 ? { problems } : { value: { ...exercise, cases } }
}

type File = v.InferOutput<typeof FILE>
type FileCase = File['case'][number]

function readTable<S extends v.GenericSchema>(text: string, schema: S): ReadResult<v.InferOutput<S>> {
  let table: unknown
  try {
    table = parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const { line, column } = error
    const reason = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '')
    return { problems: [{ line, column, message: { en: `no TOML: ${reason}`, zh: `不是 TOML：${reason}` } }] }
  }
  const result = v.safeParse(schema, table)
  if (result.success) return { value: result.output }
  const problems = result.issues.map(issue => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number)
    return { ...spotOf(text, path), message: about(path, issue) }
  })
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) }
}

/** A path as people write it: `case 2: set: 8`. */
const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text} ${key + 1}` : text === '' ? key : `${text}, ${key}`),
    '',
  )

function about(path: Path, issue: v.BaseIssue<unknown>): Text {
  const where = pathText(path)
  if (issue.expected === 'never') {
    return { en: `${where}: there is no such key here`, zh: `${where}：这里没有这个键` }
  }
  if (issue.kind === 'schema' && issue.type === 'strict_object' && issue.received === 'undefined') {
    return { en: `${where} is missing`, zh: `缺少 ${where}` }
  }
  const expected = EXPECTED[issue.message as Expected]
  return { en: `${where}: ${expected.en}`, zh: `${where}：${expected.zh}` }
}

/** What each kind wants, and what makes no sense there. */
const WANTED: Record<Kind, { readonly needs: readonly (keyof File)[]; readonly not: readonly (keyof File)[] }> = {
  write: { needs: [], not: ['lines', 'distractors', 'program', 'rows'] },
  mend: { needs: ['start'], not: ['lines', 'distractors', 'program', 'rows'] },
  arrange: { needs: ['lines'], not: ['start', 'program', 'rows'] },
  predict: { needs: ['program', 'rows'], not: ['start', 'lines', 'distractors', 'instructions', 'allowed'] },
}

const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined)

function missing(text: string, file: File): readonly FileProblem[] {
  const { needs, not } = WANTED[file.kind]
  const { kind } = file
  const judged = kind !== 'predict'
  const problems: FileProblem[] = needs
    .filter(key => !isGiven(file[key]))
    .map(key => ({
      ...spotOf(text, ['kind']),
      message: { en: `an exercise of kind ${kind} needs ${key}`, zh: `${kind} 类练习需要 ${key}` },
    }))
  const tables = (['case', 'solution', 'mistake'] as const).filter(() => !judged)
  for (const key of [...not, ...tables].filter(name => isGiven(file[name]))) {
    problems.push({
      ...spotOf(text, [key]),
      message: { en: `an exercise of kind ${kind} has no ${key}`, zh: `${kind} 类练习没有 ${key}` },
    })
  }
  if (judged && file.case.length === 0) {
    problems.push({ line: 1, column: 1, message: { en: 'a [[case]] is needed', zh: '至少需要一个 [[case]]' } })
  }
  return problems
}

/** An answer has to be judged within a second. */
function tooDear(text: string, steps: number, cases: number): readonly FileProblem[] {
  if (steps * cases <= MOST_STEPS) return []
  const message = {
    en: `${cases} cases of ${steps} steps would take longer than a second: at most ${MOST_STEPS} steps in all`,
    zh: `${cases} 例、每例 ${steps} 步会超过一秒：总共最多 ${MOST_STEPS} 步`,
  }
  return [{ ...spotOf(text, ['steps']), message }]
}

const readCase = ({ set, expect, points, hidden }: FileCase): Case => ({
  set: readCells(set) as readonly CellValue[],
  expect: readCells(expect).filter((cell): cell is CellValue => cell.value !== '?'),
  points,
  hidden,
})

const readCells = (cells: Readonly<Record<string, readonly (number | '?')[]>>) =>
  Object.entries(cells).flatMap(([first, values]) =>
    values.map((value, offset) => ({ address: Number(first) + offset, value })),
  )

/** Words given in one language alone stand for the other as well. */
const bothLanguages = (words: { readonly en?: string | undefined; readonly zh?: string | undefined }): Text =>
  perLanguage(language => (words[language] || words.en || words.zh || '').trim())
