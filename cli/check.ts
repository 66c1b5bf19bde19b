// `toycpu check`: a text's diagnostics.
import { assemble, diagnosticsToJson } from '../assembler/index.ts'
import { type Command, EXIT } from './command.ts'
import { eachFile } from './files.ts'
import { report } from './problems.ts'

export const check: Command = {
  name: 'check',
  operands: 'FILE…',
  summary: { en: 'reports what is wrong with a program', zh: '报告程序中的问题' },
  options: [
    { name: 'json', value: null, summary: { en: 'one JSON object a FILE', zh: '每个 FILE 输出一个 JSON 对象' } },
  ],
  run(given, io) {
    return eachFile(given, io, async ({ file, text, json }) => {
      const { program, diagnostics } = assemble(text)
      if (given.options.has('json')) await json({ diagnostics: diagnosticsToJson(diagnostics, given.language) })
      await report(io, given.language, file, diagnostics)
      return program === null ? EXIT.errors : EXIT.done
    })
  },
}
