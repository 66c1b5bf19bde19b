// `toycpu fmt`: formats source text (command-line.md, "Formatting").
import { assemble, format } from '../assembler/index.ts'
import { type Command, EXIT, wrongUsage } from './command.ts'
import { eachFile } from './files.ts'
import { report, unwritable } from './problems.ts'

export const fmt: Command = {
  name: 'fmt',
  operands: 'FILE…',
  summary: { en: 'formats source; lines with an error stay as they are', zh: '格式化源程序；有错误的行保持原样' },
  options: [
    {
      name: 'write',
      value: null,
      summary: { en: 'write the file instead of printing it', zh: '写回文件，而不是输出' },
    },
  ],
  async run(given, io) {
    const { operands, options, language } = given
    const write = options.has('write')
    if (write && operands.includes('-')) {
      return wrongUsage(io, language, {
        en: '--write has no file to write for -',
        zh: '--write 不能用于 -：没有可写回的文件',
      })
    }
    return eachFile(given, io, async ({ file, text, whole }) => {
      const formatted = format(text).text
      if (!write) await io.out(whole ? formatted : '')
      else if (whole && formatted !== text && !(await io.write(file, formatted))) {
        await report(io, language, file, [unwritable])
        return EXIT.usage
      }
      const errors = assemble(text).diagnostics.filter(({ severity }) => severity === 'error')
      await report(io, language, file, errors)
      return errors.length > 0 ? EXIT.errors : EXIT.done
    })
  },
}
