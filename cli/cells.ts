// The columns that `--registers r0-r2` and `--cells 8-10,15-17` ask for.
import { MAX_CELLS, type Program, REGISTERS, type Text } from '../emulator/instructions/index.ts'
import { type Column, cellColumn, inOrder, MAX_COLUMNS, touched } from '../emulator/table/index.ts'
import { type CellName, readCell, readRegister } from './cell-name.ts'
import { type Arguments, lastValue, type Reading } from './command.ts'
import { type AskedOperand, askedOperands, operandColumns } from './operand-columns.ts'

/** Columns of a table, and how many there would have been. */
export interface Chosen {
  readonly columns: readonly Column[]
  readonly wanted: number
}

interface AskedRange {
  /** As it was typed. */
  readonly text: string
  readonly ends: readonly [CellName, CellName]
}

/** The columns asked for by name, as they were typed; null where none are. */
export interface AskedColumns {
  /** Operands instead of registers and cells. */
  readonly operands: readonly AskedOperand[] | null
  readonly registers: readonly AskedRange[] | null
  readonly cells: readonly AskedRange[] | null
}

/** Reads which columns are asked for. What a name stands for, and how many cells there are, no program has told yet. */
export function askedColumns(given: Arguments): Reading<AskedColumns> {
  const operands = askedOperands(given)
  if ('wrong' in operands) return operands
  const registers = ranges(given, 'registers', readRegister, REGISTERS)
  if ('wrong' in registers) return registers
  const cells = ranges(given, 'cells', readCell, MAX_CELLS)
  if ('wrong' in cells) return cells
  return { value: { operands: operands.value, registers: registers.value, cells: cells.value } }
}

/** The columns asked for, and for what isn't asked for, those that the program touches: `seen` in its steps, or given. */
export function chooseColumns(
  { operands, registers, cells }: AskedColumns,
  program: Program,
  constants: ReadonlyMap<string, number>,
  seen: ReadonlySet<number>,
): Reading<Chosen> {
  if (operands !== null) {
    const columns = operandColumns(operands, program, constants)
    return 'wrong' in columns ? columns : { value: { columns: columns.value, wanted: columns.value.length } }
  }
  const own = registers !== null && cells !== null ? [] : touched(program, seen)
  const addresses = [...addressesOf(registers ?? [], constants)]
  for (const range of cells ?? []) {
    const found = addressesOf([range], constants)
    if (found.length === 0 || found.at(-1)! >= program.cells) return noRange('cells', range.text)
    addresses.push(...found)
  }
  if (registers === null) addresses.push(...own.filter(address => address < REGISTERS))
  if (cells === null) addresses.push(...own.filter(address => address >= REGISTERS))
  const wanted = inOrder(addresses)
  return { value: { columns: wanted.slice(0, MAX_COLUMNS).map(cellColumn), wanted: wanted.length } }
}

/** The addresses of ranges; none of one that has a name for an end that is no constant's, or ends before it begins. */
function addressesOf(all: readonly AskedRange[], constants: ReadonlyMap<string, number>): number[] {
  return all.flatMap(({ ends }) => {
    const [first, last] = ends.map(end => (typeof end === 'number' ? end : constants.get(end)))
    if (first === undefined || last === undefined) return []
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
  })
}

/** What is said where not all columns have room. */
export const tooMany = (wanted: number): Text => ({
  en: `the table shows the first ${MAX_COLUMNS} of ${wanted} cells; choose with --registers and --cells`,
  zh: `共有 ${wanted} 个单元，表中只列出前 ${MAX_COLUMNS} 个；可用 --registers 和 --cells 选择`,
})

const EXAMPLES = { registers: 'r0-r2', cells: '8-10,x15' } as const

const noRange = (option: keyof typeof EXAMPLES, text: string): { wrong: Text } => ({
  wrong: {
    en: `--${option}: "${text}" is no range of cells here; for example --${option} ${EXAMPLES[option]}`,
    zh: `--${option}：“${text}”不是可用的单元范围；例如 --${option} ${EXAMPLES[option]}`,
  },
})

/** `8-10,15` as ranges of what lies below `end`; null where the option isn't given. */
function ranges(
  given: Arguments,
  option: keyof typeof EXAMPLES,
  read: (text: string) => CellName | null,
  end: number,
): Reading<readonly AskedRange[] | null> {
  const typed = lastValue(given, option)
  if (typed === undefined) return { value: null }
  const asked: AskedRange[] = []
  for (const text of typed.split(',')) {
    const [first = null, last = first, ...more] = text.split('-').map(each => read(each.trim()))
    if (first === null || last === null || more.length > 0) return noRange(option, text)
    const known = typeof first === 'number' && typeof last === 'number'
    if ((known && first > last) || (typeof last === 'number' && last >= end)) return noRange(option, text)
    asked.push({ text, ends: [first, last] })
  }
  return { value: asked }
}
