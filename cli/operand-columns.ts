// The columns that `--columns "r0,[r1],x10"` asks for: operands as the language writes them (history.md, section 7), in the
// order asked for.
import { MAX_CELLS, type Program } from '../emulator/instructions/index.ts'
import { type Column, MAX_COLUMNS } from '../emulator/table/index.ts'
import { type CellName, readCell } from './cell-name.ts'
import { type Arguments, lastValue, type Option, type Reading } from './command.ts'

export const COLUMNS_OPTION: Option = {
  name: 'columns',
  value: '"r0,[r1],x10"',
  summary: {
    en: 'the columns, in this order; [r1] is where r1 points',
    zh: '列出的各列，按此顺序；[r1] 是 r1 所指的单元',
  },
}

export interface AskedOperand {
  /** As it was typed. */
  readonly text: string
  readonly mode: Column['mode']
  readonly cell: CellName
}

const OPERAND = /^(\[)?\s*(\S+?)\s*(\])?$/

/** Reads which operands are asked for; null where none are. */
export function askedOperands(given: Arguments): Reading<readonly AskedOperand[] | null> {
  const typed = lastValue(given, 'columns')
  if (typed === undefined) return { value: null }
  const other = ['registers', 'cells'].find(name => given.options.has(name))
  if (other !== undefined) {
    return { wrong: { en: `--columns takes no --${other}`, zh: `--columns 不能与 --${other} 同用` } }
  }
  const asked: AskedOperand[] = []
  for (const text of typed.split(',')) {
    const [, open, inner = '', close] = OPERAND.exec(text.trim()) ?? []
    const cell = readCell(inner)
    const isTorn = (open === undefined) !== (close === undefined)
    if (cell === null || isTorn || (typeof cell === 'number' && cell >= MAX_CELLS)) return noCell(text)
    asked.push({ text, mode: open === undefined ? 'direct' : 'indirect', cell })
  }
  if (asked.length <= MAX_COLUMNS) return { value: asked }
  return { wrong: { en: `--columns takes ${MAX_COLUMNS} at most`, zh: `--columns 最多 ${MAX_COLUMNS} 列` } }
}

/** The columns of operands in a program. */
export function operandColumns(
  asked: readonly AskedOperand[],
  program: Program,
  constants: ReadonlyMap<string, number>,
): Reading<readonly Column[]> {
  const columns: Column[] = []
  for (const { text, mode, cell } of asked) {
    const address = typeof cell === 'number' ? cell : constants.get(cell)
    if (address === undefined || address >= program.cells) return noCell(text)
    columns.push({ mode, address })
  }
  return { value: columns }
}

const EXAMPLE = '--columns "r0,[r1],x10"'

const noCell = (text: string) => ({
  wrong: {
    en: `--columns: "${text}" is no cell here; for example ${EXAMPLE}`,
    zh: `--columns：“${text}”不是可用的单元；例如 ${EXAMPLE}`,
  },
})
