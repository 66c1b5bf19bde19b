// Reads operands by their places: as a value, a cell or a target (language.md, section 4), and says what is wrong where
// one can't be read so. It knows no statement and no order of the text.
import {
  DEFAULT_BITS,
  DEFAULT_CELLS,
  highest,
  lowest,
  type OperandRole,
  REGISTERS,
  type Sentence,
  type WordSize,
} from '../../emulator/instructions/index.ts'
import { type Particulars, REASONS } from '../diagnostics/index.ts'
import { insert, type LineFix, type Problems, problem, remove, replace } from '../problems.ts'
import { asValue, type Literal } from '../syntax/literals.ts'
import type { OperandNode } from '../syntax/syntax.ts'
import type { SymbolEntry, SymbolTable } from './symbols.ts'

/** How much of a number far too large is shown in a message. */
const LONGEST_SHOWN = 30

/** Reads operands with what is known of the text: its names, its settings, and how many instructions it has. */
export class OperandReader {
  private readonly text: string
  private readonly problems: Problems
  private readonly symbols: SymbolTable
  /** The instruction numbers of labels that were read as values. */
  readonly labelValues = new Set<number>()
  /** Constants that were read as cells, by address: of two for one cell the one that is defined first. */
  readonly cellNames = new Map<number, SymbolEntry>()
  /** Reserved names that were to be defined, in lower case: that has been said, and is not said again of their uses. */
  readonly reserved = new Set<string>()
  /** Names that were probably to be defined by a line that isn't understood: a label without its colon, a misspelt `.equ`. */
  readonly meant = new Set<string>()
  /** Instructions so far, faulty ones among them. */
  count = 0
  /** The word size, and the highest value that it allows. */
  bits: WordSize = DEFAULT_BITS
  high = highest(DEFAULT_BITS)
  cells = DEFAULT_CELLS
  /** The offset of each line's first character, once all lines have been gone through. */
  starts = new Int32Array(0)

  constructor(text: string, problems: Problems, symbols: SymbolTable) {
    this.text = text
    this.problems = problems
    this.symbols = symbols
  }

  malformed(node: OperandNode, line: number, reason: Sentence, fixes: readonly LineFix[] = []): void {
    this.problems.add(line, problem('malformed-operand', node.column, node.endColumn, [reason], fixes))
  }

  /** The instruction number that a jump's operand without brackets is, null where it is none. */
  target(node: OperandNode, line: number): number | null {
    const { kind, marker, atomColumn, atomEndColumn } = node
    if (kind === 'any' || kind === 'string' || kind === 'character') this.malformed(node, line, REASONS[kind])
    else if (marker === 'immediate') {
      const fix = removeHash(node)
      this.problems.add(line, problem('immediate-target', node.column, node.endColumn, [], [fix]))
    } else if (kind === 'number') {
      if (node.value >= 0 && node.value <= this.count) return node.value
      const found = problem('target-out-of-range', atomColumn, atomEndColumn, [
        this.written(node.value, node, line),
        this.count,
      ])
      this.problems.add(line, found)
    } else if (kind === 'register') {
      if (node.value < 0) this.noRegister(node, line)
      else if (!this.reserved.has(node.name.toLowerCase())) {
        const fix = replace(node.column, node.endColumn, `[${node.name}]`, false)
        this.problems.add(line, problem('invalid-target', node.column, node.endColumn, [node.name], [fix]))
      }
    } else if (kind === 'name') {
      const entry = this.symbols.entry(node.name)
      if (entry.kind === 'label') return entry.index
      // Of a name that is both, the second definition has been said to be wrong.
      if (entry.twofold) return null
      if (entry.kind === 'constant') {
        const fix = replace(atomColumn, atomEndColumn, `[${node.name}]`, false)
        this.problems.add(line, problem('constant-as-target', atomColumn, atomEndColumn, [node.name], [fix]))
      } else this.undefined(node, line, 'label')
    }
    return null
  }

  /** The cell that an operand names, null where there is none. */
  address(node: OperandNode, line: number, role: OperandRole | null): number | null {
    const { kind } = node
    if (kind === 'register') {
      if (node.value < 0) this.noRegister(node, line)
      return node.value < 0 ? null : node.value
    }
    if (kind === 'name') {
      const entry = this.symbols.entry(node.name)
      if (entry.kind === 'constant') {
        const address = this.cell(entry.literal, node, line, role)
        if (address !== null) this.nameCell(address, entry)
        return address
      }
      if (entry.kind === 'label') {
        if (!entry.twofold) this.labelAsCell(node, line, role)
      } else this.undefined(node, line, 'constant')
      return null
    }
    if (kind === 'number' || kind === 'character') return this.cell(node, node, line, role)
    if (kind === 'any' || kind === 'string') {
      const takesNumber = (role === 'source' || role === 'compared') && node.marker === 'none'
      this.malformed(
        node,
        line,
        role === null ? REASONS.address : REASONS[kind],
        takesNumber ? this.asCharacter(node, line) : [],
      )
    }
    return null
  }

  /** A string of one character as that character. */
  asCharacter({ column, endColumn, atomColumn, atomEndColumn }: OperandNode, line: number): readonly LineFix[] {
    const start = (this.starts[line - 1] ?? 0) - 1
    const inner = this.text.slice(start + atomColumn + 1, start + atomEndColumn - 1)
    return /^[^\\'"]$/u.test(inner) ? [replace(column, endColumn, `#'${inner}'`, false)] : []
  }

  private nameCell(address: number, entry: SymbolEntry): void {
    if (address < REGISTERS) return
    const before = this.cellNames.get(address)
    if (before === undefined || entry.line < before.line) this.cellNames.set(address, entry)
  }

  /** A literal read as a cell: unsigned, whatever the word size is. */
  private cell(literal: Literal | null, node: OperandNode, line: number, role: OperandRole | null): number | null {
    if (literal === null) return null
    const takesNumber = (role === 'source' || role === 'compared') && node.marker === 'none'
    const { atomColumn, atomEndColumn } = node
    if (literal.notation === 'character') {
      const fixes = takesNumber ? [insert(atomColumn, '#', false)] : []
      this.malformed(node, line, REASONS.character, fixes)
      return null
    }
    if (literal.value >= 0 && literal.value < this.cells) return literal.value
    const fits = asValue(literal.notation, literal.value, this.high) !== null
    const fixes = takesNumber && fits ? [insert(atomColumn, '#', false)] : []
    const particulars: Particulars<'address-out-of-range'> = [this.written(literal.value, node, line), this.cells]
    const found = problem('address-out-of-range', atomColumn, atomEndColumn, particulars, fixes)
    this.problems.add(line, found)
    return null
  }

  /** A number, character or name read as a value; null where it is none. */
  value(node: OperandNode, line: number): number | null {
    if (node.kind === 'name') {
      const entry = this.symbols.entry(node.name)
      if (entry.kind === 'label') {
        this.labelValues.add(entry.index)
        return this.fitting('decimal', entry.index, node, line)
      }
      if (entry.kind === 'constant') {
        const { literal } = entry
        return literal === null ? null : this.fitting(literal.notation, literal.value, node, line)
      }
      this.undefined(node, line, 'any')
      return null
    }
    return this.fitting(node.notation, node.value, node, line)
  }

  private fitting(notation: Literal['notation'], value: number, node: OperandNode, line: number): number | null {
    const read = asValue(notation, value, this.high)
    if (read === null) this.outOfRange(line, node.atomColumn, node.atomEndColumn, this.written(value, node, line))
    return read
  }

  /** A number in digits; one that isn't known exactly, as the text has it. */
  private written(value: number, { atomColumn, atomEndColumn }: OperandNode, line: number): string {
    if (Number.isSafeInteger(value)) return String(value)
    const start = (this.starts[line - 1] ?? 0) - 1
    const text = this.text.slice(start + atomColumn, start + atomEndColumn)
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
  }

  outOfRange(line: number, column: number, endColumn: number, value: string): void {
    const particulars: Particulars<'value-out-of-range'> = [value, this.bits, lowest(this.bits), this.high]
    this.problems.add(line, problem('value-out-of-range', column, endColumn, particulars))
  }

  /** Whether a name that can't be defined has been told where the text tries to. */
  isToldWhereDefined(node: OperandNode): boolean {
    return this.reserved.has(node.name.toLowerCase())
  }

  noRegister(node: OperandNode, line: number): void {
    if (this.isToldWhereDefined(node)) return
    this.problems.add(line, problem('unknown-register', node.atomColumn, node.atomEndColumn, [node.name]))
  }

  private labelAsCell(node: OperandNode, line: number, role: OperandRole | null): void {
    const { atomColumn, atomEndColumn, name, marker } = node
    const fixes: LineFix[] = []
    if (marker === 'none' && (role === 'source' || role === 'compared')) fixes.push(insert(atomColumn, '#', false))
    if (marker === 'brackets' && role === 'target') fixes.push(replace(node.column, node.endColumn, name, false))
    this.problems.add(line, problem('label-as-cell', atomColumn, atomEndColumn, [name], fixes))
  }

  private undefined(node: OperandNode, line: number, kind: 'label' | 'constant' | 'any'): void {
    const { atomColumn, atomEndColumn, name } = node
    if (this.reserved.has(name.toLowerCase()) || this.meant.has(name)) return
    const near = this.symbols.nearest(name, kind)
    const isCell =
      kind === 'constant' && /^x\d+$/i.test(name) && !near.some(other => other.toLowerCase() === name.toLowerCase())
    const where = isCell ? 'cell' : near.length === 0 && FOREIGN_REGISTER.test(name) ? 'register' : 'anywhere'
    const meant = isCell ? [name.slice(1)] : near
    const fixes = meant.map(other => replace(atomColumn, atomEndColumn, other, false))
    this.problems.add(line, problem('undefined-name', atomColumn, atomEndColumn, [name, where], fixes))
  }
}

/** Registers of other machines. */
const FOREIGN_REGISTER = /^([er]?[abcd]x|[abcd][hl]|[er]?[sd]i|[er]?[sb]p|acc|[ax])$/i

/** Removes the `#` before an operand. */
export const removeHash = (node: OperandNode): LineFix => remove(node.column, node.atomColumn, '#', true)
