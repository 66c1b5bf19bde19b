// The columns that `--registers r0-r2` and `--cells 8-10,15-17` ask for.
import { MAX_CELLS, type Program, REGISTERS, type Text } from '../emulator/instructions/index.ts'
import { inOrder, MAX_COLUMNS, touched } from '../emulator/table/index.ts'
import { type Arguments, lastValue, type Reading } from './command.ts'

/** Columns of a table, and how many there would have been. */
export interface Chosen {
  readonly columns: readonly number[]
  readonly wanted: number
}

/** The columns asked for, and for what isn't asked for, those that the program touches: `seen` in its steps, or given. */
export function chooseColumns(
  given: Arguments,
  program: Program,
  constants: ReadonlyMap<string, number>,
  seen: ReadonlySet<number>,
): Reading<Chosen> {
  const asked = askedColumns(given, program.cells, constants)
  if ('wrong' in asked) return asked
  const { registers, cells } = asked.value
  const both = registers !== null && cells !== null
  const own = both ? [] : touched(program, seen)
  const wanted = inOrder([
    ...(registers ?? own.filter(address => address < REGISTERS)),
    ...(cells ?? own.filter(address => address >= REGISTERS)),
  ])
  return { value: { columns: wanted.slice(0, MAX_COLUMNS), wanted: wanted.length } }
}

interface Asked {
  readonly registers: readonly number[] | null
  readonly cells: readonly number[] | null
}

/**
 * The columns asked for by name, null where none are. Where no program is known yet, `end`, the number of cells, is the
 * largest one, and any name may be a constant's.
 */
export function askedColumns(
  given: Arguments,
  end = MAX_CELLS,
  constants: ReadonlyMap<string, number> | null = null,
): Reading<Asked> {
  const registers = ranges(given, 'registers', 'r0-r2', register, REGISTERS)
  if ('wrong' in registers) return registers
  const cells = ranges(given, 'cells', '8-10,x15', text => cell(text, constants), end)
  if ('wrong' in cells) return cells
  return { value: { registers: registers.value, cells: cells.value } }
}

/** What is said where not all columns have room. */
export const tooMany = (wanted: number): Text => ({
  en: `the table shows the first ${MAX_COLUMNS} of ${wanted} cells; choose with --registers and --cells`,
  zh: `共有 ${wanted} 个单元，表中只列出前 ${MAX_COLUMNS} 个；可用 --registers 和 --cells 选择`,
})

function register(text: string): number | null {
  const found = /^r([0-7])$/i.exec(text)
  return found === null ? null : Number(found[1])
}

/** A cell as `--set` names it: a number, `x` and a number, a register or a constant (0 for any name while none is known). */
function cell(text: string, constants: ReadonlyMap<string, number> | null): number | null {
  const found = /^x?(\d+)$/i.exec(text)
  if (found !== null) return Number(found[1])
  const name = /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(text) ? text.normalize('NFC') : null
  return register(text) ?? (name === null ? null : constants === null ? 0 : (constants.get(name) ?? null))
}

/** `8-10,15` as addresses below `end`; null where the option isn't given. */
function ranges(
  given: Arguments,
  option: string,
  example: string,
  read: (text: string) => number | null,
  end: number,
): Reading<readonly number[] | null> {
  const text = lastValue(given, option)
  if (text === undefined) return { value: null }
  const addresses: number[] = []
  for (const part of text.split(',')) {
    const [first = null, last = first, ...more] = part.split('-').map(each => read(each.trim()))
    if (first === null || last === null || more.length > 0 || first > last || last >= end) {
      return {
        wrong: {
          en: `--${option}: "${part}" is no range of cells here; for example --${option} ${example}`,
          zh: `--${option}：“${part}”不是可用的单元范围；例如 --${option} ${example}`,
        },
      }
    }
    for (let address = first; address <= last; address++) addresses.push(address)
  }
  return { value: addresses }
}
