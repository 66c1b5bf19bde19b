// `toycpu check`: a text's diagnostics, after mending what is safe to mend if asked to.
import { assemble, diagnosticsToJson, fixAll } from '../assembler/index.ts'
import { type Command, EXIT, wrongUsage } from './command.ts'
import { eachFile } from './files.ts'
import { report, unwritable } from './problems.ts'

export const check: Command = {
  name: 'check',
  operands: 'FILE…',
  summary: { en: 'reports what is wrong with a program', zh: '报告程序中的问题' },
  options: [
    { name: 'json', value: null, summary: { en: 'one JSON object a FILE', zh: '每个 FILE 输出一个 JSON 对象' } },
    {
      name: 'fix',
      value: null,
      summary: {
        en: 'first applies every safe fix and writes the file',
        zh: '先应用所有安全的修正，并写回文件',
      },
    },
  ],
  async run(given, io) {
    const { operands, options, language } = given
    if (options.has('fix') && operands.includes('-')) {
      return wrongUsage(io, language, {
        en: '--fix has no file to write for -',
        zh: '--fix 不能用于 -：没有可写回的文件',
      })
    }
    return eachFile(given, io, async ({ file, text, whole, json }) => {
      const fixed = options.has('fix') && whole ? fixAll(text).text : text
      const written = fixed === text || (await io.write(file, fixed))
      const { program, diagnostics } = assemble(fixed)
      if (options.has('json')) await json({ diagnostics: diagnosticsToJson(diagnostics, language) })
      await report(io, language, file, diagnostics)
      if (!written) await report(io, language, file, [unwritable])
      if (!written) return EXIT.usage
      return program === null ? EXIT.errors : EXIT.done
    })
  },
}
