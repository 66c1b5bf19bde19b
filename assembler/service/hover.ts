// What a thing means, told where it stands, in sentences. It knows no machine: a value at the position is the caller's to
// give.
import {
  cell,
  code,
  DEFAULT_BITS,
  highest,
  instructionOf,
  joined,
  type Mnemonic,
  parts,
  perLanguage,
  type Sentence,
} from '../../emulator/instructions/index.ts'
import type { Assembly } from '../assemble.ts'
import type { Range } from '../diagnostics/index.ts'
import { type DirectiveName, directiveOf } from '../semantics/directives.ts'
import type { ProgramSymbol } from '../semantics/symbols.ts'
import { asValue, type LiteralNotation } from '../syntax/literals.ts'
import type { OperandNode } from '../syntax/syntax.ts'
import { type FoundOperand, findAt, type Position, symbolAt } from './place.ts'
import { BOOK_SECTION, bookWords, flagsWords, ROLE_WORDS, unitWords } from './words.ts'

/** Words about the text at a range. */
export interface Hover {
  readonly range: Range
  /** A sentence a paragraph. */
  readonly contents: readonly Sentence[]
  /** The section of the book that tells more, by its number; null where there is none. */
  readonly section: string | null
}

/**
 * What is told about the place, null where there is nothing to say.
 * @param value what an operand holds at the reader's position, told first (`[r1] → x15 = 1`)
 */
export function hover(assembly: Assembly, position: Position, value: Sentence | null = null): Hover | null {
  const found = findAt(assembly, position)
  if (found === null || found.kind === 'comment') return null
  const range = (column: number, endColumn: number): Range => ({
    line: found.line,
    column,
    endLine: found.line,
    endColumn,
  })
  const here = range(found.column, found.endColumn)
  if (found.kind === 'mnemonic') {
    const { mnemonic } = found.statement
    return mnemonic === null ? null : { range: here, contents: instructionWords(mnemonic), section: BOOK_SECTION }
  }
  if (found.kind === 'directive') {
    const { directive } = found.statement
    return directive === null ? null : { range: here, contents: directiveWords(directive), section: null }
  }
  const named = symbolAt(assembly, position)
  const told: Sentence[] = value === null ? [] : [value]
  if (found.kind === 'operand') {
    const form = operandWords(found)
    if (form !== null) told.push(form)
    const numbers = numberWords(assembly, found.node)
    if (numbers !== null) told.push(numbers)
  }
  if (named !== null) told.push(...symbolWords(assembly, named.symbol))
  if (told.length === 0) return null
  return { range: here, contents: told, section: null }
}

/** An instruction: how it is written, what it does, to the flags too, and which part does it; a sentence a paragraph. */
export function instructionWords(mnemonic: Mnemonic): readonly Sentence[] {
  const row = instructionOf(mnemonic)
  const letters = row.kind === 'jump' ? 't' : 'a, b'
  const flags = flagsWords(row)
  const unit = unitWords(row)
  const book = bookWords(BOOK_SECTION)
  const form = code(`${mnemonic} ${letters}`)
  const example = code(row.example)
  return [
    { en: parts`${form} ${row.summary.en}`, zh: parts`${form} ${row.summary.zh}` },
    { en: parts`Flags: ${flags.en}`, zh: parts`标志位：${flags.zh}` },
    { en: parts`Done by: ${unit.en}`, zh: parts`运算部件：${unit.zh}` },
    { en: parts`Example: ${example} (${book.en})`, zh: parts`例：${example}（${book.zh}）` },
  ]
}

/** A directive: how it is written and what it means; a sentence a paragraph. */
export function directiveWords(name: DirectiveName): readonly Sentence[] {
  const { usage, summary, example } = directiveOf(name)
  return [
    { en: parts`${code(usage.en)} ${summary.en}`, zh: parts`${code(usage.zh)} ${summary.zh}` },
    { en: parts`Example: ${code(example)}`, zh: parts`例：${code(example)}` },
  ]
}

/** What the form of an operand means. */
function operandWords({ statement, node, slot }: FoundOperand): Sentence | null {
  const { marker, kind, value, name } = node
  if (statement.kind === 'directive') {
    if (slot === -1 && kind === 'register')
      return { en: parts`${code(name)} is cell ${value}`, zh: parts`${code(name)} 即 ${value} 号单元` }
    return null
  }
  const role = statement.mnemonic === null ? null : instructionOf(statement.mnemonic).operands[slot]
  if (role === undefined || role === null || node.faulty) return null
  if (marker === 'brackets') {
    const pointer = kind === 'register' || kind === 'number' ? cell(value) : code(name)
    return role === 'target'
      ? { en: parts`the instruction whose number ${pointer} holds`, zh: parts`编号存放在 ${pointer} 中的那条指令` }
      : { en: parts`the cell whose number ${pointer} holds`, zh: parts`${pointer} 指向的内存单元` }
  }
  if (marker === 'immediate') return { en: parts`the number itself (an immediate)`, zh: parts`立即数` }
  if (role === 'target') {
    return kind === 'number' ? { en: parts`instruction ${value}`, zh: parts`编号为 ${value} 的指令` } : null
  }
  if (kind === 'register') {
    return {
      en: parts`register ${code(name)}, which is cell ${value}`,
      zh: parts`寄存器 ${code(name)}，即 ${value} 号单元`,
    }
  }
  if (kind === 'number') return { en: parts`cell ${value}: what it holds`, zh: parts`${value} 号单元中存放的数` }
  return ROLE_WORDS[role]
}

/** A number in the other notations. */
function numberWords({ program }: Assembly, { kind, marker, value, notation }: OperandNode): Sentence | null {
  if (kind !== 'number' && kind !== 'character') return null
  const bits = program?.bits ?? DEFAULT_BITS
  const read = marker === 'immediate' || kind === 'character' ? asValue(notation, value, highest(bits)) : value
  if (read === null || (value < 0 && marker !== 'immediate')) return null
  const written = notations(read, notation, bits).map(each => parts`= ${code(each)}`)
  return perLanguage(() => joined(written, ' '))
}

/** `value` in every notation but the one it is written in; a negative number's bits are those of a word. */
function notations(value: number, written: LiteralNotation, bits: number): string[] {
  const pattern = value < 0 ? value + 2 ** bits : value
  const all: (readonly [LiteralNotation, string])[] = [
    ['decimal', String(value)],
    ['hexadecimal', `0x${pattern.toString(16).toUpperCase()}`],
    ['binary', `0b${pattern.toString(2)}`],
  ]
  const printable = value >= 33 && value <= 0xffff && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(String.fromCharCode(value))
  if (printable) all.push(['character', `'${String.fromCharCode(value)}'`])
  return all.filter(([notation]) => notation !== written).map(([, text]) => text)
}

/** What a name is, where it is defined and how often it is used. */
function symbolWords(assembly: Assembly, symbol: ProgramSymbol): readonly Sentence[] {
  const { kind, name, definition, uses, literal } = symbol
  const times = uses.length
  const used = {
    en: parts`defined on line ${definition.line}, used ${times === 1 ? 'once' : parts`${times} times`}`,
    zh: parts`定义于第 ${definition.line} 行，使用 ${times} 次`,
  }
  if (kind === 'label') return [labelWords(assembly, symbol), used]
  const value = code(literal === null ? '?' : String(literal.value))
  return [{ en: parts`constant ${code(name)} = ${value}`, zh: parts`常量 ${code(name)} = ${value}` }, used]
}

/** Which instruction a label names: its line, which people see, and its number, which `#` before the label gives. */
function labelWords({ program }: Assembly, { name, index }: ProgramSymbol): Sentence {
  const named = code(name)
  const line = program?.instructions[index]?.line
  if (line === undefined) {
    const end = program !== null
    return {
      en: end
        ? parts`label ${named}: the end of the program, instruction ${index} counted from 0`
        : parts`label ${named}: instruction ${index} counted from 0`,
      zh: end
        ? parts`标签 ${named}：程序末尾（编号 ${index}，从 0 数起）`
        : parts`标签 ${named}：编号为 ${index} 的指令（从 0 数起）`,
    }
  }
  return {
    en: parts`label ${named}: another name of the instruction on line ${line} (instruction ${index} counted from 0)`,
    zh: parts`标签 ${named}：第 ${line} 行指令的别名（编号 ${index}，从 0 数起）`,
  }
}
