// Names through the text: definition, references, highlights, renaming, and the outline made of them.
import { code, instructionOf, parts, type Sentence, type Text } from '../../emulator/instructions/index.ts'
import type { Assembly } from '../assemble.ts'
import type { Range, SourceEdit } from '../diagnostics/index.ts'
import { isReserved } from '../semantics/reserved.ts'
import type { SourcePlace } from '../semantics/symbols.ts'
import { beginsName, canonical, nameEnd } from '../syntax/characters.ts'
import { findAt, type Position, symbolAt } from './place.ts'

const rangeOf = ({ line, column, endColumn }: SourcePlace): Range => ({ line, column, endLine: line, endColumn })

/** Where the name at a place is defined, null where there is no defined name. */
export function definition(assembly: Assembly, position: Position): Range | null {
  const named = symbolAt(assembly, position)
  return named === null ? null : rangeOf(named.symbol.definition)
}

/** Everywhere that the name at a place stands, in the order of the text. */
export function references(assembly: Assembly, position: Position, withDefinition: boolean): Range[] {
  const named = symbolAt(assembly, position)
  if (named === null) return []
  const { definition, uses } = named.symbol
  const places = withDefinition ? [definition, ...uses] : [...uses]
  return places.sort((a, b) => a.line - b.line || a.column - b.column).map(rangeOf)
}

/** One of the places that belong together, and what happens to it there. */
export interface Highlight {
  readonly range: Range
  readonly kind: 'definition' | 'write' | 'read'
}

/** The same name, or the same cell by name or number, everywhere in the text. */
export function highlights(assembly: Assembly, position: Position): Highlight[] {
  const named = symbolAt(assembly, position)
  if (named !== null) {
    const uses = named.symbol.uses.map((place): Highlight => ({ range: rangeOf(place), kind: 'read' }))
    return [{ range: rangeOf(named.symbol.definition), kind: 'definition' }, ...uses]
  }
  const found = findAt(assembly, position)
  if (found?.kind !== 'operand' || (found.node.kind !== 'register' && found.node.kind !== 'number')) return []
  const cell = cellOf(found.node, isJump(found.statement))
  return cell === null ? [] : cellHighlights(assembly, cell)
}

interface Statement {
  readonly kind: 'instruction' | 'directive'
  readonly mnemonic?: Parameters<typeof instructionOf>[0] | null
}

const isJump = ({ mnemonic }: Statement): boolean =>
  mnemonic !== undefined && mnemonic !== null && instructionOf(mnemonic).kind === 'jump'

/** The cell that an operand names, null where it names none. */
function cellOf(node: { kind: string; marker: string; value: number }, jump: boolean): number | null {
  if (node.marker === 'immediate' || (node.kind !== 'register' && node.kind !== 'number')) return null
  return (jump && node.marker === 'none') || node.value < 0 ? null : node.value
}

function cellHighlights({ syntax }: Assembly, cell: number): Highlight[] {
  const found: Highlight[] = []
  for (let line = 1; line <= syntax.lineCount; line++) {
    const { statement } = syntax.line(line)
    if (statement === null) continue
    const jump = isJump(statement)
    const places = statement.kind === 'directive' ? [statement.address] : statement.operands
    places.forEach((node, slot) => {
      if (node === null || cellOf(node, jump) !== cell) return
      const role =
        statement.kind === 'directive'
          ? statement.directive === '.data' && 'destination'
          : statement.mnemonic !== null && instructionOf(statement.mnemonic).operands[slot]
      const range = { line, column: node.atomColumn, endLine: line, endColumn: node.atomEndColumn }
      found.push({ range, kind: role === 'destination' && node.marker === 'none' ? 'write' : 'read' })
    })
  }
  return found
}

/** Why something can't be done, in words. */
export interface RenameRefusal {
  readonly refusal: Sentence
}

/** The name that can be renamed at a place and where it stands there, or why there is none. */
export function prepareRename(assembly: Assembly, position: Position): { range: Range; name: string } | RenameRefusal {
  const named = symbolAt(assembly, position)
  if (named === null) {
    return { refusal: { en: parts`only labels and constants can be renamed`, zh: parts`只有标签和常量可以改名` } }
  }
  return { range: rangeOf(named.place), name: named.symbol.name }
}

/** The edits that rename the label or constant at a place everywhere, or why it can't be called so. */
export function rename(assembly: Assembly, position: Position, to: string): { edits: SourceEdit[] } | RenameRefusal {
  const named = symbolAt(assembly, position)
  if (named === null)
    return { refusal: { en: parts`only labels and constants can be renamed`, zh: parts`只有标签和常量可以改名` } }
  const name = to.trim()
  const refusal = refuseName(assembly, name, named.symbol.name)
  if (refusal !== null) return { refusal }
  const places = [named.symbol.definition, ...named.symbol.uses]
  return { edits: places.map(place => ({ ...rangeOf(place), text: name })) }
}

/** Why nothing else can be called `name`, null where it can. */
function refuseName(assembly: Assembly, name: string, own: string): Sentence | null {
  if (name === '' || !beginsName(name, 0, name.charCodeAt(0)) || nameEnd(`${name}\n`, 0) !== name.length) {
    return {
      en: parts`${code(name)} is no name: it begins with a letter or ${code('_')} and goes on with letters, digits or ${code('_')}`,
      zh: parts`${code(name)} 不能作名字：名字以字母（包括汉字）或 ${code('_')} 开头，后面是字母、数字或 ${code('_')}`,
    }
  }
  if (isReserved(name)) {
    return {
      en: parts`${code(name)} is reserved: it is the name of an instruction or a register`,
      zh: parts`${code(name)} 是保留字：它是指令或寄存器的名字`,
    }
  }
  const same = canonical(name)
  const taken = assembly.symbols.find(symbol => symbol.name === same && symbol.name !== own)
  if (taken !== undefined) {
    return {
      en: parts`${code(name)} is defined already, on line ${taken.definition.line}`,
      zh: parts`${code(name)} 已在第 ${taken.definition.line} 行定义`,
    }
  }
  return null
}

/** One name of the outline. */
export interface OutlineItem {
  readonly name: string
  readonly kind: 'label' | 'constant'
  readonly detail: Text
  /** What belongs to it: a label's lines up to the next label. */
  readonly range: Range
  /** The name itself. */
  readonly selection: Range
}

/** Labels and constants in the order of the text. */
export function outline({ symbols, syntax }: Assembly): OutlineItem[] {
  const sorted = [...symbols].sort(
    (a, b) => a.definition.line - b.definition.line || a.definition.column - b.definition.column,
  )
  return sorted.map(({ kind, name, definition, index, literal }, at) => {
    let last = definition.line
    if (kind === 'label') {
      const next = sorted.slice(at + 1).find(each => each.kind === 'label' && each.definition.line > definition.line)
      last = (next?.definition.line ?? syntax.lineCount + 1) - 1
    }
    const end = syntax.lineText(last).length + 1
    const value = literal === null ? '' : String(literal.value)
    return {
      name,
      kind,
      detail:
        kind === 'label'
          ? { en: `instruction ${index}`, zh: `编号为 ${index} 的指令` }
          : { en: `= ${value}`, zh: `= ${value}` },
      range: { line: definition.line, column: 1, endLine: last, endColumn: end },
      selection: rangeOf(definition),
    }
  })
}
