// `toycpu`: finds the command and hands it its arguments. Knows no process: streams and files come as `Io`.
import { type Language, SPACE_BETWEEN, type Text } from '../emulator/instructions/index.ts'
import { COMMON_OPTIONS, environmentLanguage, languageAsked, readArguments } from './arguments.ts'
import { type Command, EXIT, type Io, type Option, wrongUsage } from './command.ts'
import { COMMANDS } from './commands.ts'

/** Runs `toycpu` with `words`, the command line after its own name; tells the exit status (command-line.md). */
export async function main(words: readonly string[], io: Io, version: string): Promise<number> {
  const { before, name, after } = split(words)
  const fallback = languageAsked(words) ?? environmentLanguage(io.environment)
  const command = COMMANDS.find(each => each.name === name)
  const options = [...(command?.options ?? []), ...COMMON_OPTIONS]
  const reading = readArguments([...before, ...(command === undefined ? [] : after)], options, fallback)
  const language = 'value' in reading ? reading.value.language : fallback
  if ('wrong' in reading) return hinted(io, language, reading.wrong)
  const given = reading.value
  if (given.options.has('version')) {
    await io.out(`${version}\n`)
    return EXIT.done
  }
  if (given.options.has('help') && (name === undefined || command !== undefined)) {
    await io.out(help(command, language))
    return EXIT.done
  }
  if (command !== undefined) return command.run(given, io)
  if (name !== undefined) {
    return hinted(io, language, { en: `there is no command ${name}`, zh: `没有命令 ${name}` })
  }
  await io.error(help(undefined, language))
  return EXIT.usage
}

async function hinted(io: Io, language: Language, wrong: Text): Promise<number> {
  const status = await wrongUsage(io, language, wrong)
  await io.error(`${HEADS.hint[language]}\n`)
  return status
}

/** The command's name is the first word that is no option; `--lang`, before it, has its value in the next word. */
function split(words: readonly string[]) {
  let at = 0
  while (words[at]?.startsWith('-')) at += words[at] === '--lang' ? 2 : 1
  return { before: words.slice(0, at), name: words[at], after: words.slice(at + 1) }
}

const HEADS = {
  hint: { en: 'See toycpu --help', zh: '用法见 toycpu --help' },
  usage: { en: 'Usage:', zh: '用法：' },
  commands: { en: 'Commands:', zh: '命令：' },
  options: { en: 'Options:', zh: '选项：' },
  file: { en: 'FILE may be - for standard input.', zh: 'FILE 可以是 -，表示标准输入。' },
  more: { en: 'toycpu COMMAND --help tells the options of a command.', zh: 'toycpu COMMAND --help 列出该命令的选项。' },
  status: {
    en: 'Exit status: 0 halted, all expectations met, no error; 1 assembly errors; 2 wrong usage or an unreadable file;\n3 a fault; 4 the step limit; 5 an expectation not met.',
    zh: '退出状态：0 已停机且符合所有期望、没有错误；1 有汇编错误；2 用法不对或文件无法读取；\n3 出现故障；4 达到步数上限；5 有期望不符。',
  },
} as const satisfies Record<string, Text>

function help(command: Command | undefined, language: Language): string {
  const words = (text: Text) => text[language]
  const blank = SPACE_BETWEEN[language]
  const entries = (items: readonly (readonly [string, Text])[]) => {
    const width = Math.max(...items.map(([name]) => name.length))
    return items.map(([name, text]) => `  ${name.padEnd(width)}  ${words(text)}\n`).join('')
  }
  const options = (list: readonly Option[]) => entries(list.map(option => [signature(option), option.summary]))
  if (command !== undefined) {
    return `${words(HEADS.usage)}${blank}toycpu ${command.name} ${command.operands}\n\n${words(command.summary)}\n${command.details === undefined ? '' : `${words(command.details)}\n`}\n${words(HEADS.options)}\n${options([...command.options, ...COMMON_OPTIONS])}`
  }
  const commands = entries(COMMANDS.map(each => [`${each.name} ${each.operands}`, each.summary]))
  return [
    `${words(HEADS.usage)}${blank}toycpu COMMAND …\n`,
    `${words(HEADS.commands)}\n${commands}`,
    `${words(HEADS.options)}\n${options(COMMON_OPTIONS)}`,
    `${words(HEADS.more)}${blank}${words(HEADS.file)}\n${words(HEADS.status)}\n`,
  ].join('\n')
}

const signature = ({ name, value }: Option): string => `--${name}${value === null ? '' : ` ${value}`}`
