// What may be written at a place: mnemonics and directives at a line's beginning, then what the operand's role allows.
import {
  cellName,
  instructionOf,
  MNEMONICS,
  type OperandRole,
  REGISTERS,
  type Sentence,
  type Text,
  WORD_SIZES,
} from '../../emulator/instructions/index.ts'
import type { Assembly } from '../assemble.ts'
import type { Range } from '../diagnostics/index.ts'
import { DIRECTIVE_NAMES, DIRECTIVES, type DirectiveName } from '../semantics/directives.ts'
import { isDigit, nameEnd } from '../syntax/characters.ts'
import type { OperandNode } from '../syntax/syntax.ts'
import { directiveWords, instructionWords } from './hover.ts'
import { type Position, slotAt } from './place.ts'

export type CompletionKind = 'instruction' | 'directive' | 'register' | 'constant' | 'label' | 'cell' | 'number'

/** One thing that may be written. */
export interface Completion {
  readonly label: string
  readonly kind: CompletionKind
  /** A few words beside the label. */
  readonly detail: Text
  /** More about it, a sentence a paragraph; empty where there is no more. */
  readonly documentation: readonly Sentence[]
  /** What is written: text, or where `snippet` a template with places `${1:…}` to fill in. */
  readonly insert: string
  readonly snippet: boolean
  /** What it takes the place of: the word at the cursor. */
  readonly range: Range
}

/** The most cells that are offered. */
const MOST_CELLS = 64

/** What may be written at a place, in the order in which it is offered; nothing in comments, strings and characters. */
export function complete(assembly: Assembly, position: Position): Completion[] {
  const { line, column } = position
  const written = assembly.syntax.lineText(line)
  const { labels, statement, comment } = assembly.syntax.line(line)
  if (comment !== null && column > comment.column) return []
  const after = labels[labels.length - 1]?.endColumn ?? 1
  if (column <= after && labels.length > 0) return []
  const range = wordAt(written, position)
  if (statement === null || column <= statement.nameEndColumn) {
    if (statement !== null && column < statement.column) return []
    return statements(range)
  }
  const quoted = statement.operands.some(
    ({ kind, atomColumn, atomEndColumn, faulty }) =>
      (kind === 'string' || kind === 'character') && column > atomColumn && (faulty || column < atomEndColumn),
  )
  if (quoted) return []
  // A number being written needs no list.
  if (isDigit(written.charCodeAt(range.column - 1))) return []
  const slot = slotAt(written, statement, column)
  const before = written.slice(0, range.column - 1).trimEnd()
  const marker = before.endsWith('#') ? 'immediate' : before.endsWith('[') ? 'brackets' : 'none'
  if (statement.kind === 'instruction') {
    const role = statement.mnemonic === null ? undefined : instructionOf(statement.mnemonic).operands[slot]
    return role === undefined ? [] : operand(assembly, role, marker, range)
  }
  return statement.directive === null ? [] : directiveOperand(assembly, statement.directive, slot, range)
}

/** The word around the cursor: where it begins, and where it ends at or after the cursor. */
function wordAt(written: string, { line, column }: Position): Range {
  let start = column
  while (start > 1) {
    let from = start - 1
    // The second half of a character of two code units belongs to the first.
    if (from > 1 && /[\udc00-\udfff]/.test(written.charAt(from - 1))) from--
    if (nameEnd(written, from - 1) < start - 1) break
    start = from
  }
  if (written.charAt(start - 2) === '.') start--
  return { line, column: start, endLine: line, endColumn: Math.max(column, nameEnd(written, column - 1) + 1) }
}

function statements(range: Range): Completion[] {
  const instructions = MNEMONICS.map((mnemonic): Completion => {
    const { summary, operands } = instructionOf(mnemonic)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's places to fill in are written so
    const template = operands.length === 1 ? '${1:loop}' : '${1:r0}, ${2:r1}'
    return {
      label: mnemonic,
      kind: 'instruction',
      detail: summary,
      documentation: instructionWords(mnemonic),
      insert: `${mnemonic} ${template}`,
      snippet: true,
      range,
    }
  })
  const directives = DIRECTIVE_NAMES.map((name): Completion => {
    const { summary, template } = DIRECTIVES[name]
    const documentation = directiveWords(name)
    return { label: name, kind: 'directive', detail: summary, documentation, insert: template, snippet: true, range }
  })
  return [...instructions, ...directives]
}

function operand(
  assembly: Assembly,
  role: OperandRole,
  marker: 'none' | 'immediate' | 'brackets',
  range: Range,
): Completion[] {
  if (marker === 'brackets') return cells(assembly, range)
  if (role === 'target') return names(assembly, 'label', range)
  if (marker === 'immediate') return role === 'destination' ? [] : values(assembly, range)
  return cells(assembly, range)
}

function directiveOperand(assembly: Assembly, directive: DirectiveName, slot: number, range: Range): Completion[] {
  switch (directive) {
    case '.bits':
      return WORD_SIZES.map(size => plain(String(size), 'number', { en: `${size} bits`, zh: `${size} 位` }, range))
    case '.cells':
      return []
    case '.equ':
      return slot === 1
        ? names(assembly, 'constant', range).filter(({ label }) => isEarlier(assembly, label, range))
        : []
    case '.data':
    case '.expect':
      return slot === -1 ? cells(assembly, range) : values(assembly, range)
  }
}

const isEarlier = (assembly: Assembly, name: string, { line }: Range): boolean =>
  assembly.symbols.some(symbol => symbol.name === name && symbol.definition.line < line)

const values = (assembly: Assembly, range: Range): Completion[] => [
  ...names(assembly, 'constant', range),
  ...names(assembly, 'label', range),
]

/** What an operand that is a cell may be: registers, constants, the cells that the program uses. */
function cells(assembly: Assembly, range: Range): Completion[] {
  const registers = Array.from({ length: REGISTERS }, (_, cell) =>
    plain(cellName(cell), 'register', { en: `register, cell ${cell}`, zh: `寄存器，即 ${cell} 号单元` }, range),
  )
  const used = usedCells(assembly).map(cell =>
    plain(String(cell), 'cell', { en: `cell ${cell}, used in this program`, zh: `${cell} 号单元，本程序用到` }, range),
  )
  return [...registers, ...names(assembly, 'constant', range), ...used]
}

function names(assembly: Assembly, kind: 'label' | 'constant', range: Range): Completion[] {
  const found: Completion[] = []
  for (const symbol of assembly.symbols) {
    if (symbol.kind !== kind) continue
    const value = symbol.literal === null ? '?' : String(symbol.literal.value)
    const { line } = symbol.definition
    const detail =
      kind === 'label'
        ? { en: `label, line ${line}`, zh: `标签，第 ${line} 行` }
        : { en: `constant = ${value}`, zh: `常量 = ${value}` }
    found.push(plain(symbol.name, kind, detail, range))
  }
  return found
}

/**
 * The cells above the registers that the text uses, in ascending order: those that it names by number and, as far as there
 * is room for them in a list, those that its data and expectations go on to.
 */
function usedCells({ syntax }: Assembly): number[] {
  const named = new Set<number>()
  const given = new Set<number>()
  for (let line = 1; line <= syntax.lineCount && named.size < MOST_CELLS * 4; line++) {
    const { statement } = syntax.line(line)
    if (statement === null) continue
    const target = statement.kind === 'instruction' && statement.mnemonic !== null
    const jump = target && instructionOf(statement.mnemonic).kind === 'jump'
    const places = statement.kind === 'directive' ? [statement.address] : statement.operands
    for (const node of places) {
      if (node === null || (node.kind !== 'number' && node.kind !== 'register') || node.value < 0) continue
      if (node.marker === 'immediate') continue
      if (jump && node.marker === 'none') continue
      if (node.value >= REGISTERS) named.add(node.value)
      if (statement.kind === 'directive' && given.size < MOST_CELLS) {
        const length = statement.operands.reduce((sum, value) => sum + cellsOf(value, syntax.lineText(line)), 0)
        for (let cell = node.value; cell < node.value + Math.min(length, MOST_CELLS); cell++) given.add(cell)
      }
    }
  }
  const ascending = (cells: Iterable<number>): number[] => [...cells].sort((a, b) => a - b)
  const first = ascending(named).slice(0, MOST_CELLS)
  const more = [...given].filter(cell => cell >= REGISTERS && !named.has(cell))
  return ascending([...first, ...more.slice(0, MOST_CELLS - first.length)])
}

/** How many cells a value of `.data` takes. */
function cellsOf({ kind, atomColumn, atomEndColumn }: OperandNode, written: string): number {
  if (kind !== 'string') return 1
  const between = written.slice(atomColumn, Math.max(atomColumn, atomEndColumn - 2))
  return [...between.replaceAll(/\\./gu, ' ')].length
}

function plain(label: string, kind: CompletionKind, detail: Text, range: Range): Completion {
  return { label, kind, detail, documentation: [], insert: label, snippet: false, range }
}
