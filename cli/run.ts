// `toycpu run`: runs a program to its end and prints what the machine then holds.
import { diagnosticsToJson } from '../assembler/index.ts'
import {
  COLON_AFTER,
  cellName,
  cellOf,
  type Language,
  type Program,
  partText,
  plain,
  REGISTERS,
  type Text,
  visible,
  withoutNames,
} from '../emulator/instructions/index.ts'
import { checkExpectations, flagsOf, type State } from '../emulator/machine/index.ts'
import { faultSentence, fieldText, flagsSet, inNotation, type Notation, neighbouring } from '../emulator/table/index.ts'
import { type Command, EXIT, readSteps, wrongUsage } from './command.ts'
import { type Execution, execute, exitStatus } from './execution.ts'
import { eachFile } from './files.ts'
import { assembleWith, SET_OPTION } from './given.ts'
import { NAMES_OPTION, NUMBERS_OPTION, readNotation } from './notation.ts'
import { endingProblems, report, stepCount } from './problems.ts'

const DEFAULT_LIMIT = 10_000_000

export const run: Command = {
  name: 'run',
  operands: 'FILE…',
  summary: {
    en: 'runs to the end and prints registers, written cells, flags, expectations',
    zh: '运行到结束，输出寄存器、已写入的单元、标志和期望',
  },
  options: [
    { name: 'json', value: null, summary: { en: 'one JSON object a FILE', zh: '每个 FILE 输出一个 JSON 对象' } },
    SET_OPTION,
    NUMBERS_OPTION,
    NAMES_OPTION,
    {
      name: 'max-steps',
      value: 'N',
      summary: { en: 'stop after N steps (default 10,000,000)', zh: '执行 N 步后停止（默认 10,000,000）' },
    },
  ],
  async run(given, io) {
    const { language, options } = given
    const limit = readSteps(given, DEFAULT_LIMIT)
    if ('wrong' in limit) return wrongUsage(io, language, limit.wrong)
    const notation = readNotation(given)
    if ('wrong' in notation) return wrongUsage(io, language, notation.wrong)
    return eachFile(given, io, async ({ file, text, json }) => {
      const reading = assembleWith(text, options.get('set') ?? [])
      if ('wrong' in reading) return wrongUsage(io, language, about(given.operands, file, reading.wrong))
      const { program: assembled, diagnostics } = reading.value
      const program = assembled !== null && options.has('no-names') ? withoutNames(assembled) : assembled
      await report(io, language, file, diagnostics)
      const records = diagnosticsToJson(diagnostics, language)
      if (program === null) {
        if (options.has('json')) await json({ status: 'error', diagnostics: records })
        return EXIT.errors
      }
      const execution = execute(program, limit.value)
      if (options.has('json')) await json({ ...runRecord(program, execution, language), diagnostics: records })
      else await io.out(heading(given.operands, file) + summary(program, execution, language, notation.value))
      await report(io, language, file, endingProblems(program, execution))
      return exitStatus(program, execution)
    })
  },
}

/** How an execution ended, as `run --json` gives it, without the diagnostics. */
export function runRecord(program: Program, { status, steps, state, fault }: Execution, language: Language) {
  return {
    status,
    steps,
    pc: state.pc,
    flags: flagsOf(state),
    cells: Object.fromEntries(writtenCells(state).map(address => [address, state.cells[address]])),
    fault: fault && {
      code: fault.code,
      line: fault.line,
      column: fault.column,
      value: fault.value,
      message: plain(faultSentence(program, fault)[language]),
    },
    expectations: checkExpectations(program, state).map(({ line, address, value, actual, met }) => ({
      line,
      address,
      expected: value,
      actual,
      met,
    })),
  }
}

/** Addresses of the cells that are not blank, ascending. */
function writtenCells(state: State): readonly number[] {
  const written: number[] = []
  state.blank.forEach((blank, address) => {
    if (blank === 0) written.push(address)
  })
  return written
}

/** With several files, whose results these are. */
const heading = (operands: readonly string[], file: string): string =>
  operands.length > 1 ? `== ${visible(file)}\n` : ''

/** With several files, for which of them `--set` is wrong: a constant may be missing in one of them alone. */
const about = (operands: readonly string[], file: string, { en, zh }: Text): Text =>
  operands.length > 1 ? { en: `${file}: ${en}`, zh: `${file}：${zh}` } : { en, zh }

/** How many cells stand on one line. */
const CELLS_A_LINE = 16

const WORDS = {
  registers: { en: 'registers', zh: '寄存器' },
  flags: { en: 'flags', zh: '标志' },
  none: { en: 'none', zh: '无' },
  met: (value: string): Text => ({ en: `${value}, as expected`, zh: `${value}，符合期望` }),
  unmet: (found: string, value: string): Text => ({
    en: `${found}, expected ${value}`,
    zh: `${found}，期望 ${value}`,
  }),
}

/** What the machine holds at the end, cells as `.data` writes them. */
function summary(program: Program, execution: Execution, language: Language, notation: Notation): string {
  const { status, steps, state } = execution
  const count = stepCount(steps)
  const endings = {
    halted: { en: `halted after ${count.en}`, zh: `执行 ${count.zh}后停机` },
    fault: { en: `fault after ${count.en}`, zh: `执行 ${count.zh}后出现故障` },
    'step-limit': { en: `not halted after ${count.en}`, zh: `执行 ${count.zh}后仍未停机` },
  }
  const colon = COLON_AFTER[language]
  const lines = [endings[status][language]]
  const told = (value: number) => fieldText([inNotation(value, program.bits, notation)])
  const held = (address: number) => (state.blank[address] === 1 ? '?' : told(state.cells[address]!))
  const registers = Array.from({ length: REGISTERS }, (_, address) => `${cellName(address)} ${held(address)}`)
  lines.push(`${WORDS.registers[language]}${colon}${registers.join('  ')}`)
  const cells = neighbouring(writtenCells(state).filter(address => address >= REGISTERS))
  for (const group of cells) {
    for (let at = 0; at < group.length; at += CELLS_A_LINE) {
      const part = group.slice(at, at + CELLS_A_LINE)
      lines.push(`${cellName(part[0]!)}: ${part.map(held).join(', ')}`)
    }
  }
  lines.push(`${WORDS.flags[language]}${colon}${flagsSet(flagsOf(state)) || WORDS.none[language]}`)
  for (const { address, value, actual, met } of checkExpectations(program, state)) {
    const name = partText(cellOf(program, address))
    const found = actual === null ? '?' : told(actual)
    const wanted = told(value)
    lines.push(`${name} = ${(met ? WORDS.met(wanted) : WORDS.unmet(found, wanted))[language]}`)
  }
  return `${lines.join('\n')}\n`
}
