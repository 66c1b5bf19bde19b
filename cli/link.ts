// `toycpu link`: a link that shows a program at a moment, and what such a link carries (keeping.md, section 2).
import { type Text, visibleJson } from '../emulator/instructions/index.ts'
import { REFUSALS, readLink, type Shared, writeLink } from '../programs/links/index.ts'
import { type Arguments, type Command, EXIT, type Io, lastValue, type Reading, wrongUsage } from './command.ts'
import { execute } from './execution.ts'
import { assembleWith, SET_OPTION } from './given.ts'
import { report, unreadable } from './problems.ts'
import { readSource } from './source.ts'

/** Whether a program gets so far is found out by running it, no further than this. */
const MOST_RUN = 100_000_000

export const link: Command = {
  name: 'link',
  operands: 'FILE | LINK',
  summary: {
    en: 'a link that opens a program at a moment; with --read, what a link carries',
    zh: '生成打开某程序某一时刻的链接；加 --read 则列出链接的内容',
  },
  options: [
    { name: 'at', value: 'STEP', summary: { en: 'the step looked at (default 0)', zh: '所看的步（默认 0）' } },
    SET_OPTION,
    {
      name: 'base',
      value: 'URL',
      summary: {
        en: 'the page that the link opens; without it the link begins with #',
        zh: '链接所打开的页面；省略时链接从 # 开始',
      },
    },
    {
      name: 'read',
      value: null,
      summary: {
        en: 'print what LINK carries, as JSON (- for standard input)',
        zh: '以 JSON 列出 LINK 的内容（- 表示标准输入）',
      },
    },
  ],
  async run(given, io) {
    const [operand, ...more] = given.operands
    if (operand === undefined) return wrongUsage(io, given.language, { en: 'FILE is missing', zh: '缺少 FILE' })
    if (more.length > 0) {
      return wrongUsage(io, given.language, { en: 'link takes one FILE or LINK', zh: 'link 只接受一个 FILE 或 LINK' })
    }
    return given.options.has('read') ? readBack(given, io, operand) : write(given, io, operand)
  },
}

async function readBack(given: Arguments, io: Io, operand: string): Promise<number> {
  const other = ['at', 'set', 'base'].find(name => given.options.has(name))
  if (other !== undefined) {
    const wrong = { en: `--read takes no --${other}`, zh: `--read 不能与 --${other} 同用` }
    return wrongUsage(io, given.language, wrong)
  }
  const text = operand === '-' ? await sourceOf(given, io, operand) : operand
  if (text === null) return EXIT.usage
  const outcome = readLink(text)
  if ('refused' in outcome) return wrongUsage(io, given.language, REFUSALS[outcome.refused])
  await io.out(`${visibleJson(outcome.shared)}\n`)
  return EXIT.done
}

async function write(given: Arguments, io: Io, file: string): Promise<number> {
  const position = positionOf(given)
  if ('wrong' in position) return wrongUsage(io, given.language, position.wrong)
  const base = baseOf(given)
  if ('wrong' in base) return wrongUsage(io, given.language, base.wrong)
  const text = await sourceOf(given, io, file)
  if (text === null) return EXIT.usage
  const edits = editsOf(text, given.options.get('set') ?? [], position.value)
  if ('wrong' in edits) return wrongUsage(io, given.language, edits.wrong)
  const name =
    file === '-'
      ? null
      : (file
          .split(/[\\/]/)
          .at(-1)
          ?.replace(/\.asm$/i, '') ?? null)
  const shared: Shared = {
    text,
    ...(name === null || name === '' ? {} : { name }),
    ...(position.value === 0 ? {} : { position: position.value }),
    ...(given.options.has('lang') ? { language: given.language } : {}),
    ...(edits.value.length === 0 ? {} : { edits: edits.value }),
  }
  const outcome = writeLink(shared)
  if ('refused' in outcome) return wrongUsage(io, given.language, REFUSALS[outcome.refused])
  await io.out(`${base.value}${outcome.link}\n`)
  return EXIT.done
}

async function sourceOf({ language }: Arguments, io: Io, file: string): Promise<string | null> {
  const source = await readSource(io, file)
  if (!('unreadable' in source)) return source.text
  await report(io, language, file, [unreadable(source.unreadable)])
  return null
}

function positionOf(given: Arguments): Reading<number> {
  const text = lastValue(given, 'at') ?? '0'
  const position = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(position)) return { value: position }
  return wrong(
    `--at wants a number of steps, not "${text}"; for example --at 7`,
    `--at 需要步数，而不是“${text}”；例如 --at 7`,
  )
}

function baseOf(given: Arguments): Reading<string> {
  const text = lastValue(given, 'base')
  if (text === undefined) return { value: '' }
  const [before = ''] = text.split('#')
  if (URL.canParse(before)) return { value: before }
  const example = '--base https://example.org/toycpu/'
  return wrong(
    `--base wants an address, not "${text}"; for example ${example}`,
    `--base 需要网址，而不是“${text}”；例如 ${example}`,
  )
}

/** What `--set` puts into cells, as edits before the first step. A program that ends before the position is told of. */
function editsOf(text: string, sets: readonly string[], position: number): Reading<NonNullable<Shared['edits']>> {
  const reading = assembleWith(text, sets)
  if ('wrong' in reading) return reading
  const { program, setFrom } = reading.value
  // A text with errors can be shared as well, to be asked about.
  if (program === null && sets.length === 0) return { value: [] }
  if (program === null) return wrong('--set needs a program without errors', '--set 需要没有错误的程序')
  if (position > 0 && position <= MOST_RUN) {
    const { steps } = execute(program, position)
    if (steps < position)
      return wrong(`--at ${position}: the program ends after ${steps}`, `--at ${position}：程序在第 ${steps} 步后结束`)
  }
  return {
    value: program.data.flatMap(({ address, value, line }) => (line < setFrom ? [] : [[0, address, value] as const])),
  }
}

const wrong = (en: string, zh: string): { readonly wrong: Text } => ({ wrong: { en, zh } })
