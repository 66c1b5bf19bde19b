// `toycpu trace`: the state table, a row a step.
import { type Language, type Parts, plain, type Text, withoutNames } from '../emulator/instructions/index.ts'
import { initialState } from '../emulator/machine/index.ts'
import {
  addTouched,
  Conditions,
  type Notation,
  TABLE_FORMATS,
  type Table,
  type TableFormat,
} from '../emulator/table/index.ts'
import { type AskedColumns, askedColumns, chooseColumns, tooMany } from './cells.ts'
import {
  type Arguments,
  type Command,
  EXIT,
  lastValue,
  type Reading,
  readNumber,
  readSteps,
  wrongUsage,
} from './command.ts'
import { exitStatus, stepsOf } from './execution.ts'
import { assembleWith, SET_OPTION } from './given.ts'
import { NAMES_OPTION, NUMBERS_OPTION, readNotation } from './notation.ts'
import { COLUMNS_OPTION } from './operand-columns.ts'
import { endingProblems, report, unreadable } from './problems.ts'
import { readSource } from './source.ts'

const DEFAULT_LIMIT = 10_000
/** Rows are handed over in pieces of about so many characters. */
const PIECE = 65_536

export const trace: Command = {
  name: 'trace',
  operands: 'FILE',
  summary: { en: 'the state table, a row a step', zh: '状态表，每步一行' },
  options: [
    SET_OPTION,
    {
      name: 'max-steps',
      value: 'N',
      summary: { en: 'stop after N steps (default 10,000)', zh: '执行 N 步后停止（默认 10,000）' },
    },
    {
      name: 'format',
      value: TABLE_FORMATS.map(({ name }) => name).join('|'),
      summary: { en: 'how the table is written (default table)', zh: '表的格式（默认 table）' },
    },
    {
      name: 'registers',
      value: 'r0-r2',
      summary: { en: 'the registers shown (default: those touched)', zh: '列出的寄存器（默认为用到的）' },
    },
    {
      name: 'cells',
      value: '8-10,15-17',
      summary: { en: 'the cells shown (default: those touched)', zh: '列出的单元（默认为用到的）' },
    },
    COLUMNS_OPTION,
    {
      name: 'fold-jumps',
      value: null,
      summary: {
        en: 'cmp and the conditional jump after it share a row',
        zh: 'cmp 和紧随其后的条件跳转合为一行',
      },
    },
    {
      name: 'visits',
      value: 'LINE',
      summary: { en: 'the visits of one line alone, numbered', zh: '只列出某一行的各次运行，并编号' },
    },
    {
      name: 'layout',
      value: 'book',
      summary: { en: 'neighbouring columns as one list each', zh: '相邻的列合为一个列表，如书中所示' },
    },
    {
      name: 'symbolic',
      value: null,
      summary: { en: 'formulas in place of numbers', zh: '以公式代替数值' },
    },
    {
      name: 'symbols',
      value: '0=x,1=y',
      summary: { en: 'names for the unknowns; implies --symbolic', zh: '未知数的名字；同时启用 --symbolic' },
    },
    {
      name: 'worksheet',
      value: null,
      summary: { en: 'leaves what each step does to be filled in', zh: '把每一步的结果留空，供学生填写' },
    },
    { name: 'key', value: null, summary: { en: 'the worksheet filled in', zh: '填好的答案' } },
    NUMBERS_OPTION,
    NAMES_OPTION,
  ],
  async run(given, io) {
    const { options, language } = given
    const settings = readSettings(given)
    if ('wrong' in settings) return wrongUsage(io, language, settings.wrong)
    const { file, limit, format, notation, visited, asked } = settings.value
    const source = await readSource(io, file)
    if ('unreadable' in source) {
      await report(io, language, file, [unreadable(source.unreadable)])
      return EXIT.usage
    }
    const reading = assembleWith(source.text, options.get('set') ?? [], options.get('symbols') ?? [])
    if ('wrong' in reading) return wrongUsage(io, language, reading.wrong)
    const { program: assembled, diagnostics, symbols, constants } = reading.value
    if (assembled === null) {
      await report(io, language, file, diagnostics)
      return EXIT.errors
    }
    const program = options.has('no-names') ? withoutNames(assembled) : assembled
    const visits = visited === null ? undefined : program.instructions.findIndex(({ line }) => line === visited)
    if (visits === -1) return wrongUsage(io, language, noInstruction(visited!))
    const steps = () => stepsOf(program, limit)
    const symbolic = options.has('symbolic') || options.has('symbols')
    // The first of the two times that the program runs: what it touches, the conditions, how it ends.
    const conditions = symbolic && format.name !== 'jsonl' ? new Conditions(program, symbols) : null
    const seen = new Set<number>()
    const first = stepsOf(program, limit)
    let at = first.next()
    for (; !at.done; at = first.next()) {
      addTouched(seen, at.value)
      conditions?.advance(at.value)
    }
    const execution = at.value
    const chosen = chooseColumns(asked, program, constants, seen)
    if ('wrong' in chosen) return wrongUsage(io, language, chosen.wrong)
    const { columns, wanted } = chosen.value
    await report(io, language, file, diagnostics)
    // A line of jsonl has no columns.
    if (wanted > columns.length && format.name !== 'jsonl') await io.error(`toycpu: ${tooMany(wanted)[language]}\n`)
    const table: Table = {
      program,
      initial: initialState(program),
      steps,
      columns,
      fold: options.has('fold-jumps'),
      layout: options.has('layout') ? 'book' : 'columns',
      ...(visits === undefined ? {} : { visits }),
      worksheet: options.has('key') ? 'key' : options.has('worksheet') ? 'blank' : undefined,
      language,
      notation,
      symbols: symbolic ? symbols : null,
    }
    let piece = ''
    for (const lines of format.write(table)) {
      piece += lines
      if (piece.length < PIECE) continue
      // Whoever reads no more wants no word on the rest either; the status is the same.
      if (!(await io.out(piece))) return exitStatus(program, execution)
      piece = ''
    }
    await io.out(piece)
    if (conditions !== null) await io.error(conditionLines(conditions.found, language))
    await report(io, language, file, endingProblems(program, execution))
    return exitStatus(program, execution)
  },
}

const HOLDS = {
  always: { en: 'holds for all values', zh: '对任意取值都成立' },
  where: { en: 'holds where', zh: '在以下条件下成立：' },
} as const satisfies Record<string, Text>

/** For which data the history holds. */
function conditionLines(conditions: readonly Parts[], language: Language): string {
  if (conditions.length === 0) return `${HOLDS.always[language]}\n`
  return `${HOLDS.where[language]}\n${conditions.map(condition => `  ${plain(condition)}\n`).join('')}`
}

interface Settings {
  readonly file: string
  readonly limit: number
  readonly format: TableFormat
  readonly notation: Notation
  /** The line whose visits alone are wanted. */
  readonly visited: number | null
  readonly asked: AskedColumns
}

const noInstruction = (line: number): Text => ({
  en: `--visits: there is no instruction in line ${line}`,
  zh: `--visits：第 ${line} 行没有指令`,
})

function readSettings(given: Arguments): Reading<Settings> {
  const [file, ...more] = given.operands
  if (file === undefined) return { wrong: { en: 'FILE is missing', zh: '缺少 FILE' } }
  if (more.length > 0) return { wrong: { en: 'trace takes one FILE', zh: 'trace 只接受一个 FILE' } }
  const limit = readSteps(given, DEFAULT_LIMIT)
  if ('wrong' in limit) return limit
  const visited = readNumber(given, 'visits', null)
  if ('wrong' in visited) return visited
  const layout = lastValue(given, 'layout')
  if (layout !== undefined && layout !== 'book') {
    return { wrong: { en: `--layout is book, not "${layout}"`, zh: `--layout 只能是 book，不能是“${layout}”` } }
  }
  const name = lastValue(given, 'format')
  const format = name === undefined ? TABLE_FORMATS[0] : TABLE_FORMATS.find(each => each.name === name)
  if (format === undefined) {
    const known = TABLE_FORMATS.map(each => each.name).join(', ')
    return {
      wrong: { en: `--format is one of ${known}, not "${name}"`, zh: `--format 只能是 ${known}，不能是“${name}”` },
    }
  }
  if (format.name === 'jsonl' && (given.options.has('worksheet') || given.options.has('key'))) {
    return { wrong: { en: '--worksheet wants a table, not jsonl', zh: '--worksheet 需要表格格式，不能是 jsonl' } }
  }
  const asked = askedColumns(given)
  if ('wrong' in asked) return asked
  const notation = readNotation(given)
  if ('wrong' in notation) return notation
  return {
    value: { file, limit: limit.value, format, notation: notation.value, visited: visited.value, asked: asked.value },
  }
}
