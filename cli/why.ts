// `toycpu why`: why a cell holds what it does, or why a line did or did not run.
import { assemble } from '../assembler/index.ts'
import { createHistory } from '../emulator/history/index.ts'
import {
  COLON_AFTER,
  COMMA_BETWEEN,
  cellOf,
  type Language,
  type Program,
  parts,
  plain,
  type Sentence,
  type Text,
  visibleJson,
  withoutNames,
} from '../emulator/instructions/index.ts'
import {
  blankSentences,
  instructionOn,
  lineSentences,
  Questions,
  type Why,
  type WhyNode,
  whyLine,
} from '../emulator/questions/index.ts'
import { type Arguments, type Command, EXIT, type Reading, readNumber, readSteps, wrongUsage } from './command.ts'
import { assembleWith, SET_OPTION } from './given.ts'
import { NAMES_OPTION } from './notation.ts'
import { report, unreadable } from './problems.ts'
import { readSource } from './source.ts'

const DEFAULT_LIMIT = 10_000_000
/** Steps at once: nobody waits for anything in between. */
const SLICE = 10_000_000

export const why: Command = {
  name: 'why',
  operands: 'FILE [CELL]',
  summary: {
    en: 'why a cell holds what it does, or why a line did or did not run',
    zh: '某单元为何是这个值，或某行为何运行或没有运行',
  },
  options: [
    {
      name: 'line',
      value: 'N',
      summary: { en: 'asks about line N in place of a cell', zh: '询问第 N 行，而不是单元' },
    },
    {
      name: 'at',
      value: 'STEP',
      summary: { en: 'after that step (default: the last)', zh: '在该步之后（默认为最后一步）' },
    },
    { name: 'json', value: null, summary: { en: 'one JSON object', zh: '输出一个 JSON 对象' } },
    SET_OPTION,
    NAMES_OPTION,
    {
      name: 'max-steps',
      value: 'N',
      summary: { en: 'stop after N steps (default 10,000,000)', zh: '执行 N 步后停止（默认 10,000,000）' },
    },
  ],
  async run(given, io) {
    const { language, options } = given
    const asked = readAsked(given)
    if ('wrong' in asked) return wrongUsage(io, language, asked.wrong)
    const { file, cell: name, line, limit } = asked.value
    const source = await readSource(io, file)
    if ('unreadable' in source) {
      await report(io, language, file, [unreadable(source.unreadable)])
      return EXIT.usage
    }
    const reading = assembleWith(source.text, options.get('set') ?? [])
    if ('wrong' in reading) return wrongUsage(io, language, reading.wrong)
    const { program: assembled, diagnostics, setFrom } = reading.value
    await report(io, language, file, diagnostics)
    if (assembled === null) return EXIT.errors
    const program = options.has('no-names') ? withoutNames(assembled) : assembled
    const history = createHistory(program, [], { findsEndless: false })
    while (history.ending === null && history.known < limit) history.extend(limit, SLICE)
    const at = asked.value.at ?? history.known
    if (at > history.known) return wrongUsage(io, language, tooLate(history.known))
    const questions = new Questions(history, setFrom)
    while (!questions.prepare(history.known, SLICE));
    if (line !== null) {
      const pc = instructionOn(questions, line)
      if (pc === null) return wrongUsage(io, language, noInstruction(line))
      const told = whyLine(questions, pc, at)
      const { visits, first, last, next } = told
      const reason =
        told.reason?.map(({ line: on, visits: times, taken }) => ({ line: on, visits: times, taken })) ?? null
      if (options.has('json')) await io.out(`${visibleJson({ line, pc, visits, first, last, next, reason })}\n`)
      else await io.out(lines(lineSentences(questions, told), language))
      return EXIT.done
    }
    const address = addressOf(source.text, name!, program.cells)
    if (address === null) return wrongUsage(io, language, noCell(name!))
    const answer = questions.why(address, at, history.known)
    if (options.has('json')) await io.out(`${whyJson(answer, language)}\n`)
    else await io.out(whyText(questions, answer, language))
    return EXIT.done
  },
}

interface Asked {
  readonly file: string
  readonly cell: string | undefined
  readonly line: number | null
  readonly at: number | null
  readonly limit: number
}

function readAsked(given: Arguments): Reading<Asked> {
  const [file, cellName, ...more] = given.operands
  if (file === undefined) return { wrong: { en: 'FILE is missing', zh: '缺少 FILE' } }
  const line = readNumber(given, 'line', null)
  if ('wrong' in line) return line
  const at = readNumber(given, 'at', null)
  if ('wrong' in at) return at
  const limit = readSteps(given, DEFAULT_LIMIT)
  if ('wrong' in limit) return limit
  if (more.length > 0 || (cellName === undefined) === (line.value === null))
    return { wrong: { en: 'why takes a FILE, and a CELL or --line', zh: 'why 需要一个 FILE，以及一个 CELL 或 --line' } }
  return { value: { file, cell: cellName, line: line.value, at: at.value, limit: limit.value } }
}

const tooLate = (last: number): Text => ({
  en: `--at: the last step is ${last}`,
  zh: `--at：最后一步是第 ${last} 步`,
})
const noInstruction = (line: number): Text => ({
  en: `--line: there is no instruction in line ${line}`,
  zh: `--line：第 ${line} 行没有指令`,
})
const noCell = (name: string): Text => ({ en: `there is no cell ${name}`, zh: `没有单元 ${name}` })

/** The cell that a number, a register or a constant of the text names. */
function addressOf(text: string, name: string, cells: number): number | null {
  const register = /^r([0-7])$/i.exec(name)
  const number = /^(?:\d+|0x[\da-f]+|0b[01]+)$/i.test(name) ? Number(name) : null
  const constant = assemble(text).symbols.find(each => each.kind === 'constant' && each.name === name.normalize('NFC'))
    ?.literal?.value
  const address = register === null ? (number ?? constant ?? null) : Number(register[1])
  return address !== null && address >= 0 && address < cells ? address : null
}

const lines = (sentences: readonly Sentence[], language: Language): string =>
  sentences.map(sentence => `${plain(sentence[language])}\n`).join('')

/** The answer on one line; written by hand, for numbers as an object's keys would come in another order. */
function whyJson(answer: Why, language: Language): string {
  const { nodes, sentence, cut, next, address, at, value, origin, formula } = answer
  const entries = [...nodes].map(([key, node]) => {
    // A step's cell is told by whoever reads it.
    const told = node.kind === 'step' ? { ...node, address: undefined } : node
    return `${visibleJson(key)}:${visibleJson(told)}`
  })
  const head = visibleJson({ address, at, value, origin, formula, sentence: plain(sentence[language]) }).slice(0, -1)
  const uses = { step: next.step, reads: next.reads, ...(next.cut ? { cut: true } : {}) }
  return `${head},"nodes":{${entries.join(',')}},"next":${visibleJson(uses)}${cut ? ',"cut":true' : ''}}`
}

const WORDS = {
  pointer: { en: 'pointer ', zh: '指针 ' },
  more: { en: '… (there is more)', zh: '…（还有更多）' },
  because: { en: 'because', zh: '因为' },
  always: { en: 'always', zh: '总会如此' },
  none: { en: 'none', zh: '无' },
  next: { en: 'next write', zh: '下一次写入' },
  reads: { en: 'read in steps', zh: '读取它的步' },
  step: (step: number): Text => ({ en: `step ${step}`, zh: `第 ${step} 步` }),
  jump: (step: number | null, source: string, line: number): Text => ({
    en: `step ${step}, \`${source}\` (line ${line})`,
    zh: `第 ${step} 步 \`${source}\`（第 ${line} 行）`,
  }),
}

/** The sentence, the graph with what each step read beneath it, the deciding jump and what comes next. */
function whyText(questions: Questions, answer: Why, language: Language): string {
  const { program } = questions.history
  const colon = COLON_AFTER[language]
  const out = [plain(answer.sentence[language])]
  if (answer.value === null) {
    for (const sentence of blankSentences(questions, answer.address, answer.at))
      out.push(`  ${plain(sentence[language])}`)
  } else {
    const told = new Set<string>()
    const waiting = [{ key: answer.origin, depth: 1, before: '' }]
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const { key, depth, before } = one
      const node = answer.nodes.get(key)
      const indent = '  '.repeat(Math.min(depth, 40)) + before
      if (node === undefined) {
        out.push(`${indent}…`)
        continue
      }
      const again = told.has(key)
      out.push(indent + plain(nodeParts(program, node, again)[language]))
      if (again || node.kind !== 'step') continue
      told.add(key)
      for (const read of node.reads.toReversed())
        waiting.push({
          key: read.origin,
          depth: depth + 1,
          before: read.role === 'pointer' ? WORDS.pointer[language] : '',
        })
    }
    if (answer.cut) out.push(`  ${WORDS.more[language]}`)
    const first = answer.nodes.get(answer.origin)
    if (first?.kind === 'step') {
      const step = first.because
      const jump = step === null ? null : program.instructions[questions.history.steps(step, step)[0]!.pc]!
      const because = jump === null ? WORDS.always : WORDS.jump(step, jump.source, jump.line)
      out.push(`${WORDS.because[language]}${colon}${because[language]}`)
    }
  }
  const { step, reads, cut } = answer.next
  out.push(`${WORDS.next[language]}${colon}${(step === null ? WORDS.none : WORDS.step(step))[language]}`)
  const shown = reads.slice(0, 20).map(String)
  if (cut || reads.length > 20) shown.push('…')
  out.push(
    `${WORDS.reads[language]}${colon}${reads.length === 0 ? WORDS.none[language] : shown.join(COMMA_BETWEEN[language])}`,
  )
  return `${out.join('\n')}\n`
}

function nodeParts(program: Program, node: WhyNode, again: boolean): Sentence {
  const holds = parts`${cellOf(program, node.address)} = ${node.value}`
  switch (node.kind) {
    case 'step':
      if (again) return { en: parts`${holds}: step ${node.step}, above`, zh: parts`${holds}：第 ${node.step} 步，见上` }
      return {
        en: parts`${holds}: step ${node.step}, ${node.source} (line ${node.line})`,
        zh: parts`${holds}：第 ${node.step} 步，${node.source}（第 ${node.line} 行）`,
      }
    case 'data':
      return { en: parts`${holds}: data, line ${node.line}`, zh: parts`${holds}：数据，第 ${node.line} 行` }
    case 'set':
      return { en: parts`${holds}: given`, zh: parts`${holds}：给定` }
    case 'edit':
      return {
        en: parts`${holds}: by hand after step ${node.position}`,
        zh: parts`${holds}：第 ${node.position} 步之后手动设定`,
      }
    case 'blank':
      return {
        en: parts`${cellOf(program, node.address)}: blank, read as 0`,
        zh: parts`${cellOf(program, node.address)}：空白，按 0 读取`,
      }
  }
}
