// `toycpu exercise`: whether exercises' files are what they say (learning.md, section 2).
import type { Text } from '../emulator/instructions/index.ts'
import { checkExercise, type Exercise, readExercise } from '../programs/judge/index.ts'
import { type Command, EXIT } from './command.ts'
import { eachFile } from './files.ts'
import { report } from './problems.ts'

export const exercise: Command = {
  name: 'exercise',
  operands: 'FILE…',
  summary: {
    en: 'checks exercises: their form, and that each solution and mistake comes out as it says',
    zh: '检查练习：格式是否正确，每个解答和错误的评判是否与文件所写相符',
  },
  details: {
    en: 'Exit status: 0 all is well; 1 something is wrong; 2 wrong usage or an unreadable file.',
    zh: '退出状态：0 全部无误；1 有不对之处；2 用法不对或文件无法读取。',
  },
  options: [],
  async run(given, io) {
    return eachFile(given, io, async ({ file, text }) => {
      const read = readExercise(text)
      const problems = 'problems' in read ? read.problems : checkExercise(read.value, text)
      await report(
        io,
        given.language,
        file,
        problems.map(problem => ({ ...problem, severity: 'error', code: 'exercise' })),
      )
      if ('problems' in read || problems.length > 0) return EXIT.errors
      await io.out(`${file}${summary(read.value)[given.language]}\n`)
      return EXIT.done
    })
  },
}

function summary({ kind, rows, cases, solutions, mistakes }: Exercise): Text {
  if (kind === 'predict') return { en: `: well, ${rows.length} steps to say`, zh: `：无误，待答 ${rows.length} 步` }
  const [c, s, m] = [cases.length, solutions.length, mistakes.length]
  return { en: `: well, ${c} cases, ${s} solutions, ${m} mistakes`, zh: `：无误，${c} 例，${s} 个解答，${m} 个错误` }
}
