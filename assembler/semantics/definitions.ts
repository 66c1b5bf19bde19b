// What a line defines for the whole text: labels, constants, the settings. It knows no instruction and no cell's value.
import { DEFAULT_CELLS, highest, MAX_CELLS, MIN_CELLS, WORD_SIZES } from '../../emulator/instructions/index.ts'
import { type Particulars, REASONS } from '../diagnostics/index.ts'
import { type Problems, problem, replace } from '../problems.ts'
import type { Literal } from '../syntax/literals.ts'
import type { DirectiveNode, NameNode, OperandNode } from '../syntax/syntax.ts'
import { nearest } from './nearest.ts'
import { type OperandReader, removeHash } from './operand-reader.ts'
import { isReserved } from './reserved.ts'
import type { SymbolEntry, SymbolTable } from './symbols.ts'

/** Reads the lines in their order: a constant stands for one of an earlier line only. */
export class Definitions {
  private readonly reader: OperandReader
  private readonly problems: Problems
  private readonly symbols: SymbolTable
  /** Whether any `.data` has come. */
  anyData = false
  private bitsLine = 0
  private cellsLine = 0

  constructor(reader: OperandReader, problems: Problems, symbols: SymbolTable) {
    this.reader = reader
    this.problems = problems
    this.symbols = symbols
  }

  /** Notes where a name is used; gives its entry. */
  use(node: OperandNode, line: number): SymbolEntry {
    const entry = this.symbols.entry(node.name)
    this.symbols.use(entry, line, node.atomColumn, node.atomEndColumn)
    return entry
  }

  /** The entry that is thereby defined, or null where the name can't be. */
  define(kind: 'label' | 'constant', node: NameNode, line: number): SymbolEntry | null {
    const { name, column, endColumn } = node
    if (isReserved(name)) {
      this.reader.reserved.add(name.toLowerCase())
      this.problems.add(line, problem('reserved-name', column, endColumn, [name]))
      return null
    }
    const entry = this.symbols.entry(name)
    if (entry.kind !== null) {
      if (entry.kind !== kind) entry.twofold = true
      this.problems.add(line, problem('duplicate-name', column, endColumn, [name, entry.line]))
      return null
    }
    this.symbols.define(entry, kind, line, column, endColumn)
    return entry
  }

  /** Reads `.equ`. */
  constant(node: DirectiveNode, line: number): void {
    const [name, value] = node.operands
    let literal: Literal | null = null
    if (value !== undefined) literal = this.constantValue(value, node, line)
    for (const extra of node.operands.slice(2)) if (extra.kind === 'name') this.use(extra, line)
    if (name === undefined || name.faulty) return
    if (name.marker !== 'none' || (name.kind !== 'name' && name.kind !== 'register')) {
      if (!node.faulty) this.reader.malformed(name, line, REASONS.constantName)
      return
    }
    const place = { name: name.name, column: name.atomColumn, endColumn: name.atomEndColumn }
    const entry = this.define('constant', place, line)
    if (entry !== null) entry.literal = literal
  }

  /** A constant's literal, null where it can't be known. */
  private constantValue(value: OperandNode, node: DirectiveNode, line: number): Literal | null {
    const entry = value.kind === 'name' ? this.use(value, line) : null
    if (value.faulty || node.faulty) return null
    if (value.marker === 'immediate') {
      this.reader.malformed(value, line, REASONS.immediateHere, [removeHash(value)])
      return null
    }
    if (value.marker === 'none') {
      if (value.kind === 'number' || value.kind === 'character') return { notation: value.notation, value: value.value }
      if (entry !== null) {
        if (entry.kind === 'constant') return entry.literal
        const name = value.name
        const names = nearest(name, this.symbols.names('constant'))
        const fixes = names.map(near => replace(value.atomColumn, value.atomEndColumn, near, false))
        const found = problem('undefined-name', value.atomColumn, value.atomEndColumn, [name, 'earlier'], fixes)
        this.problems.add(line, found)
        return null
      }
    }
    this.reader.malformed(value, line, REASONS.constantValue)
    return null
  }

  /** Reads `.bits` or `.cells`. */
  setting(directive: '.bits' | '.cells', node: DirectiveNode, line: number): void {
    const operand = node.operands[0]
    const before = directive === '.bits' ? this.bitsLine : this.cellsLine
    const wrong = (column: number, endColumn: number, what: Particulars<'invalid-setting'>[1]): void =>
      this.problems.add(line, problem('invalid-setting', column, endColumn, [directive, what]))
    if (before > 0) {
      wrong(node.column, node.nameEndColumn, 'twice')
      return
    }
    if (directive === '.bits') this.bitsLine = line
    else this.cellsLine = line
    const late = this.reader.count > 0 || this.anyData
    if (late) wrong(node.column, node.nameEndColumn, 'late')
    // A number that can't be read makes no address wrong as well.
    if (directive === '.cells') this.reader.cells = MAX_CELLS
    if (operand === undefined || operand.faulty) return
    if (operand.kind !== 'number' || operand.marker !== 'none') {
      const fixes = operand.kind === 'number' && operand.marker === 'immediate' ? [removeHash(operand)] : []
      this.reader.malformed(operand, line, fixes.length > 0 ? REASONS.immediateHere : REASONS.setting, fixes)
      return
    }
    const { value } = operand
    if (directive === '.bits') {
      const bits = WORD_SIZES.find(size => size === value)
      if (bits !== undefined) {
        this.reader.bits = bits
        this.reader.high = highest(bits)
      } else if (!late) wrong(operand.atomColumn, operand.atomEndColumn, 'value')
      return
    }
    if (!late && (value < MIN_CELLS || value > MAX_CELLS)) wrong(operand.atomColumn, operand.atomEndColumn, 'value')
    // Nor does one that is out of its limits.
    this.reader.cells = value > MAX_CELLS ? MAX_CELLS : Math.max(value, value < MIN_CELLS ? DEFAULT_CELLS : MIN_CELLS)
  }
}
