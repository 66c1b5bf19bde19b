// Makes a View of a history at a position: the one place where the questions of all views are answered. No DOM.
import type { History } from '../../emulator/history/index.ts'
import {
  cellName,
  cellOf,
  code,
  type Instruction,
  instructionOf,
  nameOfCell,
  type Operand,
  type Program,
  withoutNames,
} from '../../emulator/instructions/index.ts'
import { checkExpectations, flagsOf, type State, type Step } from '../../emulator/machine/index.ts'
import {
  cellColumn,
  explain,
  faultSentence,
  initialRow,
  initialSentence,
  MAX_COLUMNS,
  type Row,
  ShownColumns,
  stepRows,
} from '../../emulator/table/index.ts'
import { marksOf } from '../../emulator/table/marks.ts'
import type { LineValue, ValuesOfLine } from './line-values.ts'
import { type Division, type ExpectationResult, type Interval, type Question, ROW_CELLS, type View } from './view.ts'

/** Cells that the program names or has given data, ascending: always shown, so that nothing jumps while stepping. */
export function namedCells(program: Program): readonly number[] {
  const named = new Set<number>()
  for (const { operands } of program.instructions) {
    for (const operand of operands)
      if (operand.mode === 'direct' || operand.mode === 'indirect') named.add(operand.address)
  }
  for (const { address } of program.data) named.add(address)
  for (const { address } of program.expectations) named.add(address)
  return [...named].sort((a, b) => a - b)
}

/** The addresses of the columns: what the program names, has given or has written as far as its history is known. */
export function columnsOf(named: readonly number[], blank: Uint8Array): { columns: number[]; leftOut: number } {
  const columns: number[] = []
  let leftOut = 0
  let n = 0
  for (let address = 0; address < blank.length; address++) {
    const isNamed = named[n] === address
    if (isNamed) n++
    if (blank[address] === 1 && !isNamed) continue
    if (columns.length < MAX_COLUMNS) columns.push(address)
    else leftOut++
  }
  return { columns, leftOut }
}

/** Answers a question about a history. The wanted position must already be known (or is cut to what is). */
export function answer(
  version: number,
  history: History,
  question: Question,
  named: readonly number[],
  layout: { columns: number[]; leftOut: number },
  expectations: readonly ExpectationResult[],
): View {
  const known = Math.min(history.known, question.until ?? Number.POSITIVE_INFINITY)
  const ending = history.ending !== null && history.ending.steps <= known ? history.ending : null
  const program = question.names ? history.program : withoutNames(history.program)
  const position = Math.min(question.position, known)
  const sight = question.follow ? following(question.rows, position) : question.rows
  const rows = rowsOf(history, known, program, sight, layout.columns, question.fold)
  const step = position === 0 ? null : history.steps(position, position)[0]!
  const state = history.state(position)
  return {
    version,
    position,
    known,
    ending,
    step,
    instruction: step === null ? null : program.instructions[step.pc]!,
    explanation: step === null ? initialSentence : explain(program, step),
    bits: program.bits,
    next: program.instructions[state.pc] ?? null,
    fault: ending?.kind === 'fault' ? faultSentence(program, ending.fault) : null,
    division:
      ending?.kind === 'fault' && ending.fault.code === 'division-by-zero' && position === known
        ? divisionAt(program, state)
        : null,
    flags: flagsOf(state),
    columns: layout.columns,
    columnsLeftOut: layout.leftOut,
    rows,
    cells: question.cells.map(({ from, to }) => ({
      from,
      values: state.cells.slice(from, to + 1),
      blank: state.blank.slice(from, to + 1),
    })),
    usedRows: usedRows(state.blank, named),
    lines: linesOf(program, state, step, question.lines),
    edits: history.edits,
    expectations: ending === null ? [] : expectations,
  }
}

/** The numbers of a division that the state is about to fail in. */
function divisionAt(program: Program, { pc, cells }: State): Division {
  const { operands } = program.instructions[pc]!
  const addressOf = (operand: Operand): number | null =>
    operand.mode === 'direct' ? operand.address : operand.mode === 'indirect' ? cells[operand.address]! : null
  const [a, b] = operands.map(addressOf)
  return { a: cells[a!]!, names: { a: cellOf(program, a!), b: b == null ? code('#0') : cellOf(program, b) } }
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** The stretch in sight, moved with its length to where the position is, should it have left it. */
function following({ from, to }: Interval, position: number): Interval {
  if (position >= from && position <= to) return { from, to }
  const length = to - from
  const begin = Math.max(0, position - Math.round((length * 2) / 3))
  return { from: begin, to: begin + length }
}

/** The rows of the positions in sight. A folded pair counts as in sight with either of its steps. */
function rowsOf(
  history: History,
  known: number,
  program: Program,
  range: Interval,
  addresses: readonly number[],
  fold: boolean,
): Row[] {
  const columns = addresses.map(cellColumn)
  const { edits } = history
  const first = clamp(range.from, 0, known)
  const last = clamp(range.to, first, known)
  const from = fold ? Math.max(first - 1, 0) : first
  const to = fold ? Math.min(last + 1, known) : last
  const rows: Row[] = from === 0 ? [initialRow(history.state(0), columns)] : []
  const begin = Math.max(from, 1)
  const shown = new ShownColumns(columns, history.state(begin - 1))
  rows.push(...stepRows(program, shown, history.steps(begin, to), fold, edits))
  return rows.filter(row => (row.steps.at(-1)?.step ?? 0) >= first && row.step <= last)
}

/** The program's expectations, held against a state. */
export function expectationsOf(program: Program, state: State): readonly ExpectationResult[] {
  return checkExpectations(program, state).map(each => ({ ...each, name: nameOfCell(program, each.address) }))
}

/** Runs of memory rows in use: first, last, first, last … */
function usedRows(blank: Uint8Array, named: readonly number[]): Int32Array {
  const runs: number[] = []
  let n = 0
  let open = -1
  const rows = blank.length / ROW_CELLS
  for (let row = 0; row < rows; row++) {
    const first = row * ROW_CELLS
    const end = Math.min(first + ROW_CELLS, blank.length)
    let used = false
    while (n < named.length && named[n]! < end) {
      used = true
      n++
    }
    for (let address = first; address < end && !used; address++) used = blank[address] === 0
    if (used && open < 0) open = row
    if (!used && open >= 0) {
      runs.push(open, row - 1)
      open = -1
    }
  }
  if (open >= 0) runs.push(open, Math.ceil(rows) - 1)
  return Int32Array.from(runs)
}

/** The values beside the lines in sight: what the operands hold at the position, and where brackets lead. */
function linesOf(program: Program, state: State, step: Step | null, range: Interval): ValuesOfLine[] {
  const lines = new Map<number, LineValue[]>()
  const { instructions } = program
  for (let index = firstFrom(instructions, range.from); index < instructions.length; index++) {
    const instruction = instructions[index]!
    if (instruction.line > range.to) break
    const values = step?.pc === index ? valuesOfStep(step) : valuesOfOperands(program, state, instruction)
    if (values.length > 0) lines.set(instruction.line, values)
  }
  for (const { line, address } of program.expectations) {
    if (line < range.from || line > range.to) continue
    const values = lines.get(line) ?? []
    if (values.length < 8) values.push(plain(state, address))
    lines.set(line, values)
  }
  return [...lines].map(([line, values]) => ({ line, values }))
}

/** The first instruction on or after a line, by bisection. */
function firstFrom(instructions: readonly Instruction[], line: number): number {
  let low = 0
  let high = instructions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (instructions[middle]!.line < line) low = middle + 1
    else high = middle
  }
  return low
}

const shown = (value: number | null): string => (value === null ? '?' : String(value))

const plain = (state: State, address: number): LineValue => ({
  name: cellName(address),
  value: shown(state.blank[address] === 1 ? null : state.cells[address]!),
  written: false,
  read: false,
  pointed: false,
})

/** The line executed last: what its step read and wrote, the written cell first. */
function valuesOfStep(step: Step): LineValue[] {
  const { write } = step
  const marks = marksOf([step])
  const values: LineValue[] = []
  const add = (address: number, value: string, before?: string): void => {
    const name = cellName(address)
    if (values.some(other => other.name === name)) return
    const { written, read, pointedBy } = marks.get(address)!
    values.push({
      name,
      ...(before === undefined ? {} : { before }),
      value,
      written,
      read,
      pointed: pointedBy !== null,
    })
  }
  if (write !== null) add(write.address, shown(write.after), shown(write.before))
  for (const { address, value, blank } of step.reads) add(address, blank ? '?' : String(value))
  return values
}

/** Any other line: what its operands hold now. */
function valuesOfOperands(program: Program, state: State, instruction: Instruction): LineValue[] {
  const addresses: number[] = []
  const add = (address: number) => {
    if (!addresses.includes(address)) addresses.push(address)
  }
  const jumps = instructionOf(instruction.mnemonic).kind === 'jump'
  for (const operand of instruction.operands) {
    if (operand.mode === 'direct') add(operand.address)
    if (operand.mode === 'indirect') {
      add(operand.address)
      const to = state.cells[operand.address]!
      if (!jumps && state.blank[operand.address] === 0 && to >= 0 && to < program.cells) add(to)
    }
  }
  return addresses.map(address => plain(state, address))
}
