// `toycpu pack`: exercises with the page that judges them, for any static host or for a course (learning.md, section 3).
import { readExercise } from '../programs/judge/index.ts'
import { type Arguments, type Command, EXIT, type Io, lastValue, wrongUsage } from './command.ts'
import { type PackedExercise, packFiles, zipOf } from './packing.ts'
import { report, unreadable } from './problems.ts'
import { readSource } from './source.ts'

export const packExercises: Command = {
  name: 'pack',
  operands: 'EXERCISE…',
  summary: {
    en: 'the page with these exercises alone, for a static host or a course',
    zh: '只含这些练习的网页，可放到静态网站或学习平台',
  },
  details: {
    en: 'Exit status: 0 done; 2 wrong usage, an unreadable exercise, or what --to names cannot be written.',
    zh: '退出状态：0 完成；2 用法不对、练习无法读取，或 --to 所指无法写入。',
  },
  options: [
    {
      name: 'to',
      value: 'FOLDER|FILE.zip',
      summary: { en: 'where the pack is written', zh: '写到哪里' },
    },
    {
      name: 'scorm',
      value: null,
      summary: { en: 'a SCORM 1.2 package, which reports to the course', zh: 'SCORM 1.2 课件包，向学习平台上报成绩' },
    },
  ],
  async run(given, io) {
    const { operands, language, options } = given
    const to = lastValue(given, 'to')
    if (operands.length === 0) return wrongUsage(io, language, { en: 'EXERCISE is missing', zh: '缺少 EXERCISE' })
    if (to === undefined) return wrongUsage(io, language, { en: '--to is missing', zh: '缺少 --to' })
    const exercises: PackedExercise[] = []
    for (const file of operands) {
      const read = await readOne(given, io, file)
      if (read === null) return EXIT.usage
      if (exercises.some(({ name }) => name === read.name))
        return wrongUsage(io, language, {
          en: `two exercises are called ${read.name}`,
          zh: `有两个练习都叫 ${read.name}`,
        })
      exercises.push(read)
    }
    const page = (await io.host?.page()) ?? null
    if (page === null)
      return wrongUsage(io, language, {
        en: 'the page is not built yet: run "npm run build" in the project’s folder',
        zh: '网页尚未构建：请在项目文件夹中运行“npm run build”',
      })
    const files = packFiles(page, exercises, options.has('scorm'))
    const isZip = /\.zip$/i.test(to)
    const written = isZip
      ? await io.host!.save(to, zipOf(files))
      : await allSaved([...files].map(([path, bytes]) => io.host!.save(`${to}/${path}`, bytes)))
    if (!written) return wrongUsage(io, language, { en: `${to} cannot be written`, zh: `无法写入 ${to}` })
    await io.out(
      {
        en: `${to}: ${exercises.length} exercises, ${files.size} files\n`,
        zh: `${to}：${exercises.length} 个练习，${files.size} 个文件\n`,
      }[language],
    )
    return EXIT.done
  },
}

const allSaved = async (saving: readonly Promise<boolean>[]): Promise<boolean> =>
  (await Promise.all(saving)).every(Boolean)

async function readOne({ language }: Arguments, io: Io, file: string): Promise<PackedExercise | null> {
  const source = await readSource(io, file)
  if ('unreadable' in source) {
    await report(io, language, file, [unreadable(source.unreadable)])
    return null
  }
  const read = readExercise(source.text)
  if ('value' in read) {
    const name = file.replace(/^.*[\\/]/su, '').replace(/\.toml$/i, '')
    return { name, text: source.text, exercise: read.value }
  }
  await report(
    io,
    language,
    file,
    read.problems.map(problem => ({ ...problem, severity: 'error', code: 'exercise' })),
  )
  return null
}
