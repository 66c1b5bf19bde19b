// Cells given on the command line (`--set 8=15,18`, `--symbols 0=x,1=y`): put after the text as `.data` lines, so that the
// assembler itself reads addresses and values by its own rules, and later ones hold over earlier ones.
import { assemble, type Diagnostic } from '../assembler/index.ts'
import { type Program, plainText } from '../emulator/instructions/index.ts'
import type { Symbols } from '../emulator/table/index.ts'
import type { Option, Reading } from './command.ts'

export const SET_OPTION: Option = {
  name: 'set',
  value: 'ADDRESS=V,…',
  summary: {
    en: 'what cells hold before the first step, over .data; repeatable',
    zh: '第一步之前各单元中的数，优先于 .data；可重复使用',
  },
}

/** A program, what its text's diagnostics say of it, and its cells' names. */
export interface Given {
  readonly program: Program | null
  readonly diagnostics: readonly Diagnostic[]
  readonly symbols: Symbols
  /** The line from which data were given beside the text; infinite where none were. */
  readonly setFrom: number
  /** The text's constants that are numbers, by their names. */
  readonly constants: ReadonlyMap<string, number>
}

/** What one option asks for: a `.data` line, and the name that its cell gets. */
interface Line {
  /** As it was given, to be told where something is wrong with it. */
  readonly given: string
  /** How it would be right. */
  readonly example: string
  readonly data: string
  readonly name: string | null
}

/** What was given in place of a line of the text that was assembled; nothing for the program's own lines. */
type LineAt = (line: number) => Line | undefined

/** Assembles `text` with the cells that `--set` gives and `--symbols` names; or tells what is wrong with these. */
export function assembleWith(text: string, sets: readonly string[], symbols: readonly string[] = []): Reading<Given> {
  const lines: Line[] = []
  for (const reading of [...sets.map(setLine), ...symbols.flatMap(list => list.split(',')).map(symbolLine)]) {
    if ('wrong' in reading) return reading
    lines.push(reading.value)
  }
  const plain = assemble(text)
  const constants = new Map(plain.symbols.flatMap(({ name, literal }) => (literal ? [[name, literal.value]] : [])))
  if (plain.program === null || lines.length === 0) {
    const { program, diagnostics } = plain
    return { value: { program, diagnostics, symbols: new Map(), setFrom: Number.POSITIVE_INFINITY, constants } }
  }
  const isEnded = /[\r\n]$/.test(text)
  const before = isEnded ? text : `${text}\n`
  const first = plain.syntax.lineCount + (isEnded ? 0 : 1)
  const { program, diagnostics } = assemble(before + lines.map(({ data }) => data).join('\n'))
  const error = diagnostics.find(({ severity, line }) => severity === 'error' && line >= first)
  if (error !== undefined)
    return wrong(lines[error.line - first]!, plainText(error.message).en, plainText(error.message).zh)
  const own = diagnostics.filter(({ line }) => line < first)
  if (program === null) return { value: { program, diagnostics: own, symbols: new Map(), setFrom: first, constants } }
  const lineAt = (line: number) => lines[line - first]
  const names = namesOf(program, lineAt)
  if ('wrong' in names) return names
  const data = withoutDoubles(program, lineAt)
  return { value: { program: data, diagnostics: own, symbols: names.value, setFrom: first, constants } }
}

/** ADDRESS: what is no name and no number is left to the assembler, but for what would make another statement of it. */
const ADDRESS = /^[^\s;:,=#[\]'"]+$/
/** VALUE, VALUE, …: each a literal, a number or a character between single quotes. */
const VALUES =
  /^\s*(-?[0-9][0-9A-Za-z_]*|'(?:\\.|[^'\\\n\r])+')(\s*,\s*(-?[0-9][0-9A-Za-z_]*|'(?:\\.|[^'\\\n\r])+'))*\s*$/
/** NAME: a letter or `_`, then letters, marks, digits or `_`, as in the language. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u
/** Names that formulas and words give themselves. */
const TAKEN = /^[rvx]\d+$/

/** `x8` is cell 8; what else stands there is a number, a register or a constant already. */
const cellOf = (address: string): string => address.replace(/^x(?=\d+$)/i, '')

const SET_EXAMPLE = '--set 8=15,18 --set r1=0x0F'
const SYMBOLS_EXAMPLE = '--symbols 8=x,r1=y'

/** `8=15,18` as `.data 8: 15,18`. */
function setLine(text: string): Reading<Line> {
  const [address, values] = halves(text)
  const given = `--set ${text}`
  // Several cells in one option, as `--symbols` has them: so many options.
  const parts = text.split(',')
  const several = parts.length > 1 && parts.every(part => part.includes('='))
  const example = several ? parts.map(part => `--set ${part.trim()}`).join(' ') : SET_EXAMPLE
  if (ADDRESS.test(address) && VALUES.test(values))
    return { value: { given, example, data: `.data ${cellOf(address)}: ${values}`, name: null } }
  return wrong({ given, example }, 'not of the form ADDRESS=VALUE,…', '不合 ADDRESS=VALUE,… 的形式')
}

/** `0=x`: the cell holds 0 unless something else is said, and is called x. */
function symbolLine(text: string): Reading<Line> {
  const [address, name] = halves(text)
  const given = `--symbols ${text}`
  const example = SYMBOLS_EXAMPLE
  if (!ADDRESS.test(address) || !NAME.test(name)) {
    return wrong({ given, example }, 'not of the form ADDRESS=NAME,…', '不合 ADDRESS=NAME,… 的形式')
  }
  return { value: { given, example, data: `.data ${cellOf(address)}: 0`, name: name.normalize('NFC') } }
}

/** What stands before and after the first `=`. */
function halves(text: string): readonly [string, string] {
  const equals = text.indexOf('=')
  return equals < 0 ? ['', ''] : [text.slice(0, equals).trim(), text.slice(equals + 1).trim()]
}

/** The names by their cells. Every cell has one name at most, and every name one cell. */
function namesOf(program: Program, lineAt: LineAt): Reading<Symbols> {
  const names = new Map<number, string>()
  for (const { address, line } of program.data) {
    const given = lineAt(line)
    if (given === undefined || given.name === null) continue
    const { name } = given
    if (TAKEN.test(name) && name !== `x${address}`)
      return wrong(given, `${name} means something else`, `${name} 另有所指`)
    if (names.has(address)) return wrong(given, 'the cell has a name already', '该单元已有名字')
    if ([...names.values()].includes(name)) return wrong(given, 'the name is taken', '名字已被使用')
    names.set(address, name)
  }
  return { value: names }
}

/** The program without the zeros of named cells that hold data anyway. */
function withoutDoubles(program: Program, lineAt: LineAt): Program {
  const named = (line: number) => typeof lineAt(line)?.name === 'string'
  const held = new Set(program.data.filter(({ line }) => !named(line)).map(({ address }) => address))
  return { ...program, data: program.data.filter(({ line, address }) => !named(line) || !held.has(address)) }
}

const wrong = ({ given, example }: Pick<Line, 'given' | 'example'>, en: string, zh: string) => ({
  wrong: { en: `${given}: ${en}; for example ${example}`, zh: `${given}：${zh}；例如 ${example}` },
})
