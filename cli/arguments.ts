// Takes a command line apart: the command's name, its options, its operands. Knows no command.
import { parseArgs } from 'node:util'
import { LANGUAGES, type Language, languageOf, type Text } from '../emulator/instructions/index.ts'
import type { Arguments, Option, Reading } from './command.ts'

/** What every command takes. */
export const COMMON_OPTIONS: readonly Option[] = [
  {
    name: 'lang',
    value: LANGUAGES.join('|'),
    summary: { en: 'language of messages and explanations', zh: '消息和解释所用的语言' },
  },
  { name: 'help', value: null, summary: { en: 'show this help', zh: '显示本帮助' } },
  { name: 'version', value: null, summary: { en: 'show the version', zh: '显示版本号' } },
]

/** The language that the environment asks for: the first that is set of LC_ALL, LC_MESSAGES and LANG decides. */
export function environmentLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const set = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return languageOf(set)
}

/** The language that `--lang` asks for among any words, so that what is wrong with the others is told in it. */
export function languageAsked(words: readonly string[]): Language | undefined {
  const at = words.findLastIndex(word => /^--lang(=|$)/.test(word))
  const value = words[at] === '--lang' ? words[at + 1] : words[at]?.slice('--lang='.length)
  return LANGUAGES.find(each => each === value)
}

/** The options and operands in `words`, of which only `options` are allowed; `fallback` is the language unless `--lang` says. */
export function readArguments(
  words: readonly string[],
  options: readonly Option[],
  fallback: Language,
): Reading<Arguments> {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      options.map(({ name, value }) => [name, { type: value === null ? 'boolean' : 'string' }] as const),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const operands: string[] = []
  const given = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = options.find(each => each.name === token.name)
    const wrong = unsuitable(option, token.rawName, token.value)
    if (wrong !== null) return { wrong }
    const values = given.get(token.name) ?? []
    given.set(token.name, token.value === undefined ? values : [...values, token.value])
  }
  const lang = given.get('lang')?.at(-1)
  const language = LANGUAGES.find(each => each === (lang ?? fallback))
  if (language === undefined) {
    const known = LANGUAGES.join(', ')
    return { wrong: { en: `--lang is one of ${known}, not "${lang}"`, zh: `--lang 只能是 ${known}，不能是“${lang}”` } }
  }
  return { value: { operands, options: given, language } }
}

function unsuitable(option: Option | undefined, name: string, value: string | undefined): Text | null {
  if (option === undefined) return { en: `there is no option ${name} here`, zh: `这里没有选项 ${name}` }
  if (option.value === null && value !== undefined) return { en: `${name} takes no value`, zh: `${name} 不带值` }
  if (option.value !== null && value === undefined) return { en: `${name} needs a value`, zh: `${name} 缺少值` }
  return null
}
