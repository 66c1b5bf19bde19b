// Handles each FILE in turn; one that fails keeps none of the others back (command-line.md).
import { visibleJson } from '../emulator/instructions/index.ts'
import { type Arguments, EXIT, type Io, wrongUsage } from './command.ts'
import { report, unreadable } from './problems.ts'
import { readSource } from './source.ts'

/** One file and what is to be done with it. */
export interface SourceFile {
  readonly file: string
  readonly text: string
  /** Whether the text is all that the file holds: else the file must not be written. */
  readonly whole: boolean
  /** Prints a JSON object on a line of its own, with the file's name where there are several. */
  json(object: object): Promise<unknown>
}

/** Calls `handle` for every file; tells the highest of the exit statuses. */
export async function eachFile(
  given: Arguments,
  io: Io,
  handle: (source: SourceFile) => Promise<number>,
): Promise<number> {
  const { operands, options, language } = given
  if (operands.length === 0) return wrongUsage(io, language, { en: 'FILE is missing', zh: '缺少 FILE' })
  const several = operands.length > 1
  let highest: number = EXIT.done
  for (const file of operands) {
    const source = await readSource(io, file)
    const json = (object: object) => io.out(`${visibleJson(several ? { file, ...object } : object)}\n`)
    if ('unreadable' in source) {
      const message = source.unreadable[language]
      if (options.has('json')) await io.out(`${visibleJson({ file, status: 'unreadable', message })}\n`)
      await report(io, language, file, [unreadable(source.unreadable)])
      highest = Math.max(highest, EXIT.usage)
    } else {
      highest = Math.max(highest, await handle({ file, ...source, json }))
    }
  }
  return highest
}
