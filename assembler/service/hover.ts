// What a thing means, told where it stands (Markdown in both languages). It knows no machine: a value at the position
// is the caller's to give.
import {
  cellName,
  DEFAULT_BITS,
  highest,
  instructionOf,
  LANGUAGES,
  type Mnemonic,
  type Text,
} from '../../emulator/instructions/index.ts'
import type { Assembly } from '../assemble.ts'
import type { Range } from '../diagnostics/index.ts'
import { type DirectiveName, directiveOf } from '../semantics/directives.ts'
import type { ProgramSymbol } from '../semantics/symbols.ts'
import { asValue, type Notation } from '../syntax/literals.ts'
import type { OperandNode } from '../syntax/syntax.ts'
import { type FoundOperand, findAt, type Position, symbolAt } from './place.ts'
import { BOOK_SECTION, bookWords, flagsWords, ROLE_WORDS, UNIT_WORDS } from './words.ts'

/** Words about the text at a range. */
export interface Hover {
  readonly range: Range
  /** Markdown: paragraphs with an empty line between. */
  readonly contents: Text
  /** The section of the book that tells more, by its number; null where there is none. */
  readonly section: string | null
}

/**
 * What is told about the place, null where there is nothing to say.
 * @param value what an operand holds at the reader's position, told first (`[r1] → x15 = 1`)
 */
export function hover(assembly: Assembly, position: Position, value: Text | null = null): Hover | null {
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
  const paragraphs: Text[] = value === null ? [] : [value]
  if (found.kind === 'operand') {
    const form = operandWords(found)
    if (form !== null) paragraphs.push(form)
    const numbers = numberWords(assembly, found.node)
    if (numbers !== null) paragraphs.push(numbers)
  }
  if (named !== null) paragraphs.push(...symbolWords(named.symbol))
  if (paragraphs.length === 0) return null
  return { range: here, contents: join(paragraphs, '\n\n'), section: null }
}

/** An instruction: how it is written, what it does, to the flags too, and which unit does it. */
export function instructionWords(mnemonic: Mnemonic): Text {
  const row = instructionOf(mnemonic)
  const letters = row.kind === 'jump' ? 't' : 'a, b'
  const flags = flagsWords(row)
  const unit = UNIT_WORDS[row.unit]
  const book = bookWords(BOOK_SECTION)
  return {
    en: [
      `**\`${mnemonic} ${letters}\`** ${row.summary.en}`,
      `Flags: ${flags.en}`,
      `Done by: ${unit.en}`,
      `Example: \`${row.example}\` (${book.en})`,
    ].join('\n\n'),
    zh: [
      `**\`${mnemonic} ${letters}\`** ${row.summary.zh}`,
      `标志位：${flags.zh}`,
      `由谁完成：${unit.zh}`,
      `例：\`${row.example}\`（${book.zh}）`,
    ].join('\n\n'),
  }
}

/** A directive: how it is written and what it means. */
export function directiveWords(name: DirectiveName): Text {
  const { usage, summary, example } = directiveOf(name)
  return {
    en: `**\`${usage}\`** ${summary.en}\n\nExample: \`${example}\``,
    zh: `**\`${usage}\`** ${summary.zh}\n\n例：\`${example}\``,
  }
}

/** What the form of an operand means. */
function operandWords({ statement, node, slot }: FoundOperand): Text | null {
  const { marker, kind, value, name } = node
  const cell = kind === 'register' || kind === 'number' ? cellName(value) : name
  if (statement.kind === 'directive') {
    if (slot === -1 && kind === 'register')
      return { en: `\`${name}\` is cell ${value}`, zh: `\`${name}\` 即 ${value} 号单元` }
    return null
  }
  const role = statement.mnemonic === null ? null : instructionOf(statement.mnemonic).operands[slot]
  if (role === undefined || role === null || node.faulty) return null
  if (marker === 'brackets') {
    return role === 'target'
      ? { en: `the instruction whose number ${cell} holds`, zh: `编号存放在 ${cell} 中的那条指令` }
      : { en: `the cell whose number ${cell} holds`, zh: `编号存放在 ${cell} 中的那个单元` }
  }
  if (marker === 'immediate') return { en: 'the number itself', zh: '数本身' }
  if (role === 'target') return kind === 'number' ? { en: `instruction ${value}`, zh: `${value} 号指令` } : null
  if (kind === 'register')
    return { en: `register \`${name}\`, which is cell ${value}`, zh: `寄存器 \`${name}\`，即 ${value} 号单元` }
  if (kind === 'number') return { en: `cell ${value}: what it holds`, zh: `${value} 号单元中存放的数` }
  return ROLE_WORDS[role]
}

/** A number in the other notations. */
function numberWords({ program }: Assembly, { kind, marker, value, notation }: OperandNode): Text | null {
  if (kind !== 'number' && kind !== 'character') return null
  const bits = program?.bits ?? DEFAULT_BITS
  const read = marker === 'immediate' || kind === 'character' ? asValue(notation, value, highest(bits)) : value
  if (read === null || (value < 0 && marker !== 'immediate')) return null
  const written = notations(read, notation, bits).map(each => `\`${each}\``)
  return { en: `= ${written.join(' = ')}`, zh: `= ${written.join(' = ')}` }
}

/** `value` in every notation but the one it is written in; a negative number's bits are those of a word. */
function notations(value: number, written: Notation, bits: number): string[] {
  const pattern = value < 0 ? value + 2 ** bits : value
  const all: (readonly [Notation, string])[] = [
    ['decimal', String(value)],
    ['hexadecimal', `0x${pattern.toString(16).toUpperCase()}`],
    ['binary', `0b${pattern.toString(2)}`],
  ]
  const printable = value >= 33 && value <= 0xffff && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(String.fromCharCode(value))
  if (printable) all.push(['character', `'${String.fromCharCode(value)}'`])
  return all.filter(([notation]) => notation !== written).map(([, text]) => text)
}

/** What a name is, where it is defined and how often it is used. */
function symbolWords({ kind, name, definition, uses, index, literal }: ProgramSymbol): Text[] {
  const times = uses.length
  const used = {
    en: `defined on line ${definition.line}, used ${times === 1 ? 'once' : `${times} times`}`,
    zh: `定义于第 ${definition.line} 行，使用 ${times} 次`,
  }
  if (kind === 'label') {
    return [{ en: `**label \`${name}\`**, instruction ${index}`, zh: `**标签 \`${name}\`**，${index} 号指令` }, used]
  }
  const value = literal === null ? '?' : String(literal.value)
  return [{ en: `**constant \`${name}\`** = \`${value}\``, zh: `**常量 \`${name}\`** = \`${value}\`` }, used]
}

/** Texts one after the other. */
export function join(texts: readonly Text[], between: string): Text {
  const [en, zh] = LANGUAGES.map(language => texts.map(text => text[language]).join(between))
  return { en: en ?? '', zh: zh ?? '' }
}
