// `toycpu compare`: two programs, or one with other data, held side by side.
import { createHistory, type History } from '../emulator/history/index.ts'
import { cellName, type Language, type Text, visibleJson } from '../emulator/instructions/index.ts'
import { Comparison, differing, held } from '../emulator/questions/index.ts'
import { type Command, EXIT, type Option, readSteps, wrongUsage } from './command.ts'
import { assembleWith } from './given.ts'
import { report, unreadable } from './problems.ts'
import { readSource } from './source.ts'

const DEFAULT_LIMIT = 10_000_000
const SLICE = 10_000_000

const setOption = (name: 'a' | 'b'): Option => ({
  name: `set-${name}`,
  value: 'ADDRESS=V,…',
  summary: {
    en: `what cells of ${name.toUpperCase()} hold before the first step; repeatable`,
    zh: `第一步之前 ${name.toUpperCase()} 的各单元中的数；可重复使用`,
  },
})

export const compare: Command = {
  name: 'compare',
  operands: 'A B',
  summary: { en: 'where two runs differ, and where they part', zh: '两次运行在哪里不同、从哪里分开' },
  options: [
    setOption('a'),
    setOption('b'),
    {
      name: 'max-steps',
      value: 'N',
      summary: { en: 'stop after N steps (default 10,000,000)', zh: '执行 N 步后停止（默认 10,000,000）' },
    },
    { name: 'json', value: null, summary: { en: 'one JSON object', zh: '输出一个 JSON 对象' } },
  ],
  async run(given, io) {
    const { language, options, operands } = given
    if (operands.length !== 2)
      return wrongUsage(io, language, { en: 'compare takes two FILEs', zh: 'compare 需要两个 FILE' })
    const limit = readSteps(given, DEFAULT_LIMIT)
    if ('wrong' in limit) return wrongUsage(io, language, limit.wrong)
    const histories: History[] = []
    let highest: number = EXIT.done
    for (const [index, name] of (['a', 'b'] as const).entries()) {
      const file = operands[index]!
      const source = await readSource(io, file)
      if ('unreadable' in source) {
        await report(io, language, file, [unreadable(source.unreadable)])
        highest = Math.max(highest, EXIT.usage)
        continue
      }
      const reading = assembleWith(source.text, options.get(`set-${name}`) ?? [])
      if ('wrong' in reading) return wrongUsage(io, language, reading.wrong)
      const { program, diagnostics } = reading.value
      await report(io, language, file, diagnostics)
      if (program === null) highest = Math.max(highest, EXIT.errors)
      else histories.push(createHistory(program, [], { findsEndless: false }))
    }
    if (histories.length < 2) return highest
    const found = compared(histories[0]!, histories[1]!, limit.value)
    if (options.has('json')) await io.out(`${visibleJson(found)}\n`)
    else await io.out(text(found, language))
    const { differ, part, cells, status } = found
    const same = differ === null && part === null && Object.keys(cells).length === 0 && status[0] === status[1]
    return same ? EXIT.done : EXIT.unmet
  },
}

function compared(a: History, b: History, limit: number) {
  const comparison = new Comparison(a, b, limit)
  while (!comparison.advance(SLICE));
  for (const one of [a, b]) while (one.ending === null && one.known < limit) one.extend(limit, SLICE)
  const steps = [a, b].map(({ known }) => known)
  const status = [a, b].map(({ ending, known }) =>
    ending?.kind === 'halted' ? 'halted' : ending?.kind === 'fault' && known < limit ? 'fault' : 'step-limit',
  )
  const [one, other] = [a.state(a.known), b.state(b.known)]
  const cells = Object.fromEntries(
    differing(one, other).map(address => [address, [held(one, address), held(other, address)]]),
  )
  const { differ, part } = comparison
  return { differ, part, steps, status, cells }
}

/** What is written for a value that may be missing. */
const shown = (value: number | null): string => (value === null ? '?' : `${value}`)

function text({ differ, part, steps, cells }: ReturnType<typeof compared>, language: Language): string {
  const out: Text[] = []
  if (differ === null) out.push({ en: 'no cell ever differs at the same step', zh: '同一步上没有单元不同' })
  else {
    const names = differ.addresses.slice(0, 16).map(cellName)
    const more = differ.addresses.length > names.length ? ', …' : ''
    out.push({
      en: `cells first differ after step ${differ.step}: ${names.join(', ')}${more}`,
      zh: `第 ${differ.step} 步之后单元首次不同：${names.join('、')}${more}`,
    })
  }
  if (part === null) out.push({ en: 'they never part', zh: '两者从未分开' })
  else {
    const line = (one: typeof part.a): Text =>
      one === null
        ? { en: 'has ended', zh: '已结束' }
        : { en: `runs line ${one.line}: ${one.source}`, zh: `运行第 ${one.line} 行：${one.source}` }
    const [a, b] = [line(part.a), line(part.b)]
    out.push({
      en: `they part at step ${part.step}: A ${a.en}; B ${b.en}`,
      zh: `从第 ${part.step} 步分开：A ${a.zh}；B ${b.zh}`,
    })
  }
  out.push({ en: `steps: ${steps.join(' and ')}`, zh: `步数：${steps.join(' 和 ')}` })
  for (const [address, [a, b]] of Object.entries(cells) as [string, [number | null, number | null]][]) {
    const name = cellName(Number(address))
    out.push({
      en: `at the end ${name}: ${shown(a)} and ${shown(b)}`,
      zh: `结束时 ${name}：${shown(a)} 和 ${shown(b)}`,
    })
  }
  return out.map(each => `${each[language]}\n`).join('')
}
