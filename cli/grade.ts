// `toycpu grade`: judges a class's answers to an exercise (learning.md, section 2).

import { type Exercise, type ReadResult, readExercise, withMoreCases } from '../programs/judge/index.ts'
import type { Reading } from './command.ts'
import { type Arguments, type Command, EXIT, type Io, lastValue, wrongUsage } from './command.ts'
import { type Class, GRADE_FORMATS, type GradeFormat, gradeFormat } from './grading/formats.ts'
import { type Graded, gradeFile, lost } from './grading/record.ts'
import { gradeInShares } from './grading/shares.ts'
import { report, unreadable } from './problems.ts'
import { readSource } from './source.ts'

/** From so many FILEs on, processes of their own are worth their start. */
const SEVERAL = 100

export const grade: Command = {
  name: 'grade',
  operands: 'EXERCISE FILE…',
  summary: { en: 'judges answers to an exercise; FILE may be a folder', zh: '评判练习的答案；FILE 可以是文件夹' },
  details: {
    en: 'Exit status: 0 all have all points; 5 one has not; 2 wrong usage, an unreadable exercise or FILE.',
    zh: '退出状态：0 全部得满分；5 有未得满分的；2 用法不对，练习或 FILE 无法读取。',
  },
  options: [
    {
      name: 'cases',
      value: 'MORE.toml',
      summary: { en: 'more cases, after the exercise’s own', zh: '更多的例，排在练习自带的例之后' },
    },
    {
      name: 'format',
      value: GRADE_FORMATS.map(({ name }) => name).join('|'),
      summary: { en: 'default table', zh: '默认为 table' },
    },
    {
      name: 'jobs',
      value: 'N',
      summary: {
        en: 'processes (by default as many as there are cores, for many FILEs)',
        zh: '进程数（文件多时默认与处理器核数相同）',
      },
    },
  ],
  async run(given, io) {
    const { operands, language } = given
    const [exerciseFile, ...named] = operands
    if (exerciseFile === undefined || named.length === 0)
      return wrongUsage(io, language, { en: 'EXERCISE or FILE is missing', zh: '缺少 EXERCISE 或 FILE' })
    const format = readFormat(given)
    if ('wrong' in format) return wrongUsage(io, language, format.wrong)
    const jobs = readJobs(given)
    if ('wrong' in jobs) return wrongUsage(io, language, jobs.wrong)
    const exercise = await readWhole(given, io, exerciseFile)
    if (exercise === null) return EXIT.usage
    if (exercise.kind === 'predict')
      return wrongUsage(io, language, {
        en: 'a predict exercise is judged on the page',
        zh: 'predict 类练习在网页上评判',
      })
    const files = await allFiles(named, io)
    if ('wrong' in files) return wrongUsage(io, language, files.wrong)
    const most = format.value.most ?? Number.POSITIVE_INFINITY
    if (files.value.length > most)
      return wrongUsage(io, language, {
        en: `--format ${format.value.name} is for one FILE`,
        zh: `--format ${format.value.name} 只用于一个 FILE`,
      })
    const all = await gradeAll({ exercise, files: files.value, language }, format.value, jobs.value, given, io)
    if (all.some(({ record }) => record.refused === 'unreadable')) return EXIT.usage
    return all.every(({ record }) => record.points === record.of) ? EXIT.done : EXIT.unmet
  },
}

function readFormat(given: Arguments): Reading<GradeFormat> {
  const name = lastValue(given, 'format') ?? 'table'
  const format = gradeFormat(name)
  if (format !== undefined) return { value: format }
  const known = GRADE_FORMATS.map(each => each.name).join(', ')
  return {
    wrong: { en: `--format is one of ${known}, not "${name}"`, zh: `--format 只能是 ${known}，不能是“${name}”` },
  }
}

function readJobs(given: Arguments): Reading<number | null> {
  const text = lastValue(given, 'jobs')
  if (text === undefined) return { value: null }
  if (/^[1-9]\d{0,2}$/.test(text)) return { value: Number(text) }
  return {
    wrong: {
      en: `--jobs wants a number from 1 to 999, not "${text}"`,
      zh: `--jobs 需要 1 到 999 的数，而不是“${text}”`,
    },
  }
}

/** The exercise with all its cases; null where it can't be read, which is told. */
async function readWhole(given: Arguments, io: Io, file: string): Promise<Exercise | null> {
  const own = await readToml(given, io, file, readExercise)
  const more = lastValue(given, 'cases')
  if (own === null || more === undefined) return own
  return readToml(given, io, more, text => withMoreCases(own, text))
}

async function readToml<T>(
  given: Arguments,
  io: Io,
  file: string,
  read: (text: string) => ReadResult<T>,
): Promise<T | null> {
  const source = await readSource(io, file)
  if ('unreadable' in source) {
    await report(io, given.language, file, [unreadable(source.unreadable)])
    return null
  }
  const result = read(source.text)
  if ('value' in result) return result.value
  await report(
    io,
    given.language,
    file,
    result.problems.map(problem => ({ ...problem, severity: 'error', code: 'exercise' })),
  )
  return null
}

/** The FILEs named, a folder standing for its `.asm` files. */
async function allFiles(named: readonly string[], io: Io): Promise<Reading<readonly string[]>> {
  const files: string[] = []
  for (const name of named) {
    const within = name === '-' ? null : ((await io.host?.list(name)) ?? null)
    if (within === null) files.push(name)
    else {
      const answers = within.filter(file => /\.asm$/i.test(file))
      if (answers.length === 0)
        return { wrong: { en: `there is no .asm file in ${name}`, zh: `${name} 中没有 .asm 文件` } }
      for (const file of answers) files.push(file)
    }
  }
  return { value: files }
}

/** Judges all FILEs and prints them in their order, each as soon as those before it are done. */
async function gradeAll(
  given: Class,
  format: GradeFormat,
  wanted: number | null,
  { operands, options }: Arguments,
  io: Io,
): Promise<readonly Graded[]> {
  const { files, exercise, language } = given
  const all: Graded[] = []
  const waiting = new Map<number, Graded>()
  let done = 0
  const host = io.host
  host?.onInterrupt(
    () =>
      ({
        en: `stopped: ${done} of ${files.length} judged\n`,
        zh: `已中止：评判了 ${files.length} 个中的 ${done} 个\n`,
      })[language],
  )
  const progress = progressOn(io, files.length)
  const tell = async (index: number, graded: Graded | null): Promise<void> => {
    done++
    await progress(done)
    waiting.set(index, graded ?? lost(exercise, files[index]!))
    for (let next = waiting.get(all.length); next !== undefined; next = waiting.get(all.length)) {
      waiting.delete(all.length)
      all.push(next)
      await io.out(format.each?.(next, given) ?? '')
    }
  }
  await io.out(format.before?.(given) ?? '')
  const jobs = Math.min(wanted ?? (files.length >= SEVERAL ? (host?.cores ?? 1) : 1), files.length)
  const more = options.get('cases')?.at(-1)
  if (host === undefined || jobs === 1 || files.includes('-')) {
    for (const [index, file] of files.entries()) await tell(index, await gradeFile(exercise, file, io))
  } else {
    const words = ['grade', ...(more === undefined ? [] : ['--cases', more]), '--lang', language]
    const first = operands[0]!
    await gradeInShares(host, { files, jobs, words, exercise: first }, tell)
  }
  await io.out(format.after?.(all, given) ?? '')
  return all
}

/** Tells on a terminal how far it is, a hundred times at most. */
function progressOn({ host, error }: Io, total: number): (done: number) => Promise<void> {
  if (host?.terminal !== true || total < 2) return async () => undefined
  return async done => {
    const percent = Math.floor((100 * done) / total)
    if (percent === Math.floor((100 * (done - 1)) / total)) return
    await error(done === total ? '\r\x1b[K' : `\r${done} / ${total}`)
  }
}
