// Text to program: numbers the instructions, gathers names, reads every operand by its place, and says what is wrong.
// It knows the form of a line only through the parser's tree.
import {
  type Datum,
  DEFAULT_BITS,
  DEFAULT_CELLS,
  type Expectation,
  highest,
  type Label,
  lowest,
  MAX_CELLS,
  MAX_INSTRUCTIONS,
  MAX_SOURCE_BYTES,
  MIN_CELLS,
  type OperandRole,
  type Program,
  type Text,
  WORD_SIZES,
  type WordSize,
} from '../emulator/instructions/index.ts'
import { canonical, shown, width } from './characters.ts'
import { Code, MODES, ROLES } from './code.ts'
import { type Diagnostic, type Particulars, REASONS } from './diagnostics/index.ts'
import type { FullwidthRun } from './fullwidth.ts'
import { asValue, ESCAPES, type Literal } from './literals.ts'
import { nearest } from './nearest.ts'
import { parsePassingLine } from './parser.ts'
import { insert, type LineFix, Problems, problem, remove, replace } from './problems.ts'
import { isReserved, mnemonicOf } from './reserved.ts'
import { type ProgramSymbol, type SymbolEntry, SymbolTable } from './symbols.ts'
import {
  type DirectiveNode,
  type InstructionNode,
  type LineNode,
  type NameNode,
  type OperandNode,
  SyntaxTree,
} from './syntax.ts'
import { findWarnings } from './warnings.ts'

/** What a text was understood to be. */
export interface Assembly {
  /** The program, null where there is any error. */
  readonly program: Program | null
  readonly syntax: SyntaxTree
  /** Labels and constants in the order of their definitions. */
  readonly symbols: readonly ProgramSymbol[]
  /** Sorted by line, then column; at most a thousand and a word about the rest. */
  readonly diagnostics: readonly Diagnostic[]
  /** Every line with an error, ascending, also past the thousandth diagnostic. */
  readonly errorLines: readonly number[]
}

/** Understands any text: never fails, never throws (language.md, sections 4 and 5). */
export function assemble(text: string): Assembly {
  return new Assembler(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).assemble()
}

/** How much of a number far too large is shown in a message. */
const LONGEST_SHOWN = 30

/** An operand whose name, target or range can be judged only once the whole text is known. */
interface Pending {
  /** Which operand of all: two an instruction. */
  readonly at: number
  readonly node: OperandNode
  readonly role: OperandRole
  readonly line: number
}

/** A `.data` or `.expect`, whose values may be names of later lines. */
interface Cells {
  readonly node: DirectiveNode
  readonly line: number
  readonly text: string
}

class Assembler {
  private readonly text: string
  private readonly problems = new Problems()
  private readonly symbols = new SymbolTable()
  private readonly code = new Code()
  private readonly pending: Pending[] = []
  private readonly cellLines: Cells[] = []
  private readonly data: Datum[] = []
  private readonly dataColumns: number[] = []
  private readonly expectations: Expectation[] = []
  private readonly labelValues = new Set<number>()
  /** Reserved names that were to be defined, in lower case: that has been said, and is not said again of their uses. */
  private readonly reserved = new Set<string>()
  /** Names that were probably to be defined by a line that isn't understood: a label without its colon, a misspelt `.equ`. */
  private readonly meant = new Set<string>()
  private readonly runs: { readonly line: number; readonly run: FullwidthRun }[] = []
  /** Instructions so far, faulty ones among them. */
  private count = 0
  /** The offset of each line's first character, once all lines have been gone through. */
  private starts = new Int32Array(0)
  private anyData = false
  private bits: WordSize = DEFAULT_BITS
  private high = highest(DEFAULT_BITS)
  private cells = DEFAULT_CELLS
  private bitsLine = 0
  private cellsLine = 0

  constructor(text: string) {
    this.text = text
  }

  assemble(): Assembly {
    const text = this.text
    const length = text.length
    let starts = new Int32Array(64)
    let lineCount = 0
    this.problems.begin()
    for (let from = 0; from <= length; ) {
      if (lineCount + 2 > starts.length) {
        const more = new Int32Array(starts.length * 4)
        more.set(starts)
        starts = more
      }
      starts[lineCount++] = from
      const end = text.indexOf('\n', from)
      if (end < 0) {
        // The parser wants a line end after each line. A carriage return without one isn't part of it.
        const last = `${text.slice(from)}\n`
        if (last.length > 1) this.line(last, 0, parsePassingLine(last, 0, last.length - 1), lineCount)
        break
      }
      const to = end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end
      if (to > from) this.line(text, from, parsePassingLine(text, from, to), lineCount)
      from = end + 1
    }
    starts[lineCount] = length + 1
    this.starts = starts
    this.problems.begin()
    for (const pending of this.pending) this.read(pending)
    this.problems.begin()
    for (const cells of this.cellLines) this.cellValues(cells)
    this.tooManyBytes(starts, lineCount)
    const syntax = new SyntaxTree(this.text, starts, lineCount)
    const symbols = this.symbols
    let program: Program | null = null
    if (!this.problems.hasErrors) {
      program = {
        bits: this.bits,
        cells: this.cells,
        instructions: this.code.instructions(text, starts),
        data: this.data,
        expectations: this.expectations,
        labels: labelsOf(symbols.defined),
        labelValues: [...this.labelValues].sort((a, b) => a - b),
      }
      findWarnings(program, this.code, symbols.defined, this.dataColumns, syntax, this.problems)
    }
    let listed: readonly ProgramSymbol[] | null = null
    return {
      program,
      syntax,
      get symbols() {
        listed ??= symbols.list()
        return listed
      },
      diagnostics: this.wholeFileFix(this.problems.list()),
      errorLines: this.problems.errorLines(),
    }
  }

  // — the first time through: forms, labels, constants, settings —

  private line(text: string, from: number, line: LineNode, number: number): void {
    for (let i = 0; i < line.problems.length; i++) this.problems.add(number, line.problems[i]!)
    for (let i = 0; i < line.fullwidth.length; i++) this.runs.push({ line: number, run: line.fullwidth[i]! })
    for (let i = 0; i < line.labels.length; i++) {
      const entry = this.define('label', line.labels[i]!, number)
      if (entry !== null) entry.index = this.count
    }
    for (let i = 0; i < line.strays.length; i++) {
      const { name, column, endColumn } = line.strays[i]!
      this.symbols.use(this.symbols.entry(name), number, column, endColumn)
    }
    const statement = line.statement
    if (statement === null) return
    const understood = statement.kind === 'instruction' ? statement.opcode >= 0 : statement.directive !== null
    if (!understood) this.mean(text, from, line)
    if (statement.kind === 'instruction') this.instruction(statement, number)
    else this.directive(text, from, statement, number)
  }

  /** That such a name isn't defined follows from what is said of the line. */
  private mean(text: string, from: number, { statement, strays }: LineNode): void {
    if (statement === null) return
    const { operands, column, nameEndColumn } = statement
    if (statement.kind === 'directive') {
      const first = strays[0]
      if (statement.directive === null && first !== undefined) this.meant.add(first.name)
    } else if (statement.opcode < 0 && (operands.length === 0 || mnemonicOf(operands[0]?.name ?? '') !== null)) {
      this.meant.add(canonical(text.slice(from + column - 1, from + nameEndColumn - 1)))
    }
  }

  private use(node: OperandNode, line: number): SymbolEntry {
    const entry = this.symbols.entry(node.name)
    this.symbols.use(entry, line, node.atomColumn, node.atomEndColumn)
    return entry
  }

  /** The entry that is thereby defined, or null where the name can't be. */
  private define(kind: 'label' | 'constant', node: NameNode, line: number): SymbolEntry | null {
    const { name, column, endColumn } = node
    if (isReserved(name)) {
      this.reserved.add(name.toLowerCase())
      this.problems.add(line, problem('reserved-name', column, endColumn, [name]))
      return null
    }
    const entry = this.symbols.entry(name)
    if (entry.kind !== null) {
      this.problems.add(line, problem('duplicate-name', column, endColumn, [name, entry.line]))
      return null
    }
    this.symbols.define(entry, kind, line, column, endColumn)
    return entry
  }

  private instruction(node: InstructionNode, line: number): void {
    const { operands: nodes, opcode } = node
    const index = this.count++
    if (index === MAX_INSTRUCTIONS) {
      const found = problem('program-too-large', node.column, node.endColumn, ['instructions', MAX_INSTRUCTIONS])
      this.problems.add(line, found)
    }
    if (opcode < 0 || node.faulty) {
      for (const operand of nodes) if (operand.kind === 'name') this.use(operand, line)
      return
    }
    const roles = ROLES[opcode]!
    const at = this.code.add(opcode, line, node.column, node.endColumn)
    for (let slot = 0; slot < nodes.length; slot++) {
      const operand = nodes[slot]!
      this.code.place(at, slot, operand.column, operand.endColumn)
      this.operand(operand, roles[slot]!, at * 2 + slot, line)
    }
  }

  private set(at: number, mode: number, value: number): void {
    this.code.modes[at] = mode
    this.code.values[at] = value
  }

  /** What needs nothing but what has come before is read at once; the rest waits until all is known. */
  private operand(node: OperandNode, role: OperandRole, at: number, line: number): void {
    const { kind, marker, value } = node
    if (kind === 'name') {
      const entry = this.use(node, line)
      if (role === 'target' && marker === 'none' && entry.kind === 'label' && !node.faulty) {
        this.set(at, MODES.target, entry.index)
        return
      }
    } else if (role !== 'target' || marker === 'brackets') {
      if (marker === 'immediate') {
        if (kind === 'number' && role !== 'destination') {
          const read = asValue(node.notation, value, this.high)
          if (read !== null) {
            this.set(at, MODES.immediate, read)
            return
          }
        }
      } else if ((kind === 'register' || kind === 'number') && value >= 0 && value < this.cells) {
        this.set(at, marker === 'none' ? MODES.direct : MODES.indirect, value)
        return
      }
    }
    // The parser will use the node again.
    this.pending.push({ at, node: { ...node }, role, line })
  }

  private directive(text: string, from: number, node: DirectiveNode, line: number): void {
    const { directive, operands, address } = node
    if (address?.kind === 'name') this.use(address, line)
    if (directive === '.equ') {
      this.constant(node, line)
      return
    }
    for (const operand of operands) if (operand.kind === 'name') this.use(operand, line)
    if (directive === '.bits' || directive === '.cells') {
      if (!node.faulty) this.setting(directive, node, line)
      else if (directive === '.cells') this.cells = MAX_CELLS
      return
    }
    if (directive === '.data') this.anyData = true
    if (directive === null || node.faulty) return
    this.cellLines.push({ node, line, text: text.slice(from, from + node.endColumn - 1) })
  }

  private constant(node: DirectiveNode, line: number): void {
    const [name, value] = node.operands
    let literal: Literal | null = null
    if (value !== undefined) literal = this.constantValue(value, node, line)
    for (const extra of node.operands.slice(2)) if (extra.kind === 'name') this.use(extra, line)
    if (name === undefined || name.faulty) return
    if (name.marker !== 'none' || (name.kind !== 'name' && name.kind !== 'register')) {
      if (!node.faulty) this.malformed(name, line, REASONS.constantName)
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
      this.malformed(value, line, REASONS.immediateHere, [removeHash(value)])
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
    this.malformed(value, line, REASONS.constantValue)
    return null
  }

  private setting(directive: '.bits' | '.cells', node: DirectiveNode, line: number): void {
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
    if (this.count > 0 || this.anyData) wrong(node.column, node.nameEndColumn, 'late')
    // A number that can't be read makes no address wrong as well.
    if (directive === '.cells') this.cells = MAX_CELLS
    if (operand === undefined || operand.faulty) return
    if (operand.kind !== 'number' || operand.marker !== 'none') {
      const fixes = operand.kind === 'number' && operand.marker === 'immediate' ? [removeHash(operand)] : []
      this.malformed(operand, line, fixes.length > 0 ? REASONS.immediateHere : REASONS.setting, fixes)
      return
    }
    const { value } = operand
    if (directive === '.bits') {
      const bits = WORD_SIZES.find(size => size === value)
      if (bits !== undefined) {
        this.bits = bits
        this.high = highest(bits)
      } else wrong(operand.atomColumn, operand.atomEndColumn, 'value')
      return
    }
    if (value < MIN_CELLS || value > MAX_CELLS) wrong(operand.atomColumn, operand.atomEndColumn, 'value')
    // Nor does one that is out of its limits.
    this.cells = value > MAX_CELLS ? MAX_CELLS : Math.max(value, value < MIN_CELLS ? DEFAULT_CELLS : MIN_CELLS)
  }

  // — the second time: everything is known —

  private malformed(node: OperandNode, line: number, reason: Text, fixes: readonly LineFix[] = []): void {
    this.problems.add(line, problem('malformed-operand', node.column, node.endColumn, [reason], fixes))
  }

  /** Reads an operand of an instruction by its role. */
  private read({ at, node, role, line }: Pending): void {
    if (node.faulty) return
    const { marker, kind } = node
    if (role === 'target' && marker !== 'brackets') {
      const target = this.target(node, line)
      if (target !== null) this.set(at, MODES.target, target)
    } else if (marker === 'immediate') {
      if (kind === 'any' || kind === 'string') this.malformed(node, line, REASONS[kind])
      else if (role === 'destination') {
        this.problems.add(line, problem('immediate-destination', node.column, node.endColumn, []))
      } else {
        const value = this.value(node, line)
        if (value !== null) this.set(at, MODES.immediate, value)
      }
    } else {
      const address = this.address(node, line, role)
      if (address !== null) this.set(at, marker === 'none' ? MODES.direct : MODES.indirect, address)
    }
  }

  /** The instruction number that a jump's operand without brackets is, null where it is none. */
  private target(node: OperandNode, line: number): number | null {
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
      if (entry.kind === 'constant') {
        const fix = replace(atomColumn, atomEndColumn, `[${node.name}]`, false)
        this.problems.add(line, problem('constant-as-target', atomColumn, atomEndColumn, [node.name], [fix]))
      } else this.undefined(node, line, 'label')
    }
    return null
  }

  /** The cell that an operand names, null where there is none. */
  private address(node: OperandNode, line: number, role: OperandRole | null): number | null {
    const { kind } = node
    if (kind === 'register') {
      if (node.value < 0) this.noRegister(node, line)
      return node.value < 0 ? null : node.value
    }
    if (kind === 'name') {
      const entry = this.symbols.entry(node.name)
      if (entry.kind === 'constant') return this.cell(entry.literal, node, line, role)
      if (entry.kind === 'label') this.labelAsCell(node, line, role)
      else this.undefined(node, line, 'constant')
      return null
    }
    if (kind === 'number' || kind === 'character') return this.cell(node, node, line, role)
    if (kind === 'any' || kind === 'string') {
      this.malformed(node, line, role === null ? REASONS.address : REASONS[kind])
    }
    return null
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
  private value(node: OperandNode, line: number): number | null {
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

  private outOfRange(line: number, column: number, endColumn: number, value: string): void {
    const particulars: Particulars<'value-out-of-range'> = [value, this.bits, lowest(this.bits), this.high]
    this.problems.add(line, problem('value-out-of-range', column, endColumn, particulars))
  }

  private noRegister(node: OperandNode, line: number): void {
    if (this.reserved.has(node.name.toLowerCase())) return
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
    const fixes = near.map(other => replace(atomColumn, atomEndColumn, other, false))
    this.problems.add(line, problem('undefined-name', atomColumn, atomEndColumn, [name, 'anywhere'], fixes))
  }

  private cellValues({ node, line, text }: Cells): void {
    const { address: place, operands, directive } = node
    const expecting = directive === '.expect'
    let address: number | null = null
    if (place !== null && !place.faulty) {
      if (place.marker === 'none') address = this.address(place, line, null)
      else {
        const hash = place.marker === 'immediate' && place.kind === 'number'
        this.malformed(place, line, hash ? REASONS.immediateHere : REASONS.address, hash ? [removeHash(place)] : [])
      }
    }
    let outside = false
    /** One cell's value, which stands at a column; null is any value. */
    const put = (value: number | null, column: number, endColumn: number): void => {
      if (address === null) return
      if (address >= this.cells) {
        if (!outside) {
          const found = problem('address-out-of-range', column, endColumn, [String(address), this.cells])
          this.problems.add(line, found)
        }
        outside = true
      } else if (value !== null) {
        if (expecting) this.expectations.push({ address, value, line })
        else {
          this.data.push({ address, value, line })
          this.dataColumns.push(column, endColumn)
        }
      }
      address++
    }
    for (const operand of operands) {
      const { kind, marker, atomColumn, atomEndColumn } = operand
      if (operand.faulty) put(null, atomColumn, atomEndColumn)
      else if (marker === 'immediate' && (kind === 'number' || kind === 'character' || kind === 'name')) {
        this.malformed(operand, line, REASONS.immediateHere, [removeHash(operand)])
        put(null, atomColumn, atomEndColumn)
      } else if (marker !== 'none' || kind === 'register' || kind === 'missing' || (kind === 'any' && !expecting)) {
        this.malformed(operand, line, kind === 'any' ? REASONS.any : REASONS.value)
        put(null, atomColumn, atomEndColumn)
      } else if (kind === 'any') put(null, atomColumn, atomEndColumn)
      else if (kind === 'string') this.string(operand, line, text, put)
      else put(this.value(operand, line), atomColumn, atomEndColumn)
    }
  }

  /** A string: one cell a character. */
  private string(
    node: OperandNode,
    line: number,
    text: string,
    put: (value: number | null, column: number, endColumn: number) => void,
  ): void {
    let wrong = false
    for (let at = node.atomColumn; at < node.atomEndColumn - 2; ) {
      const escaped = text.charCodeAt(at) === 92
      const value = escaped ? (ESCAPES[text.charAt(at + 1)] ?? 0) : (text.codePointAt(at) ?? 0)
      const end = at + (escaped ? 2 : width(text, at))
      if (value > this.high && !wrong) {
        wrong = true
        this.outOfRange(line, at + 1, end + 1, `${shown(text, at)} (${value})`)
      }
      put(value, at + 1, end + 1)
      at = end
    }
  }

  private tooManyBytes(starts: Int32Array, lineCount: number): void {
    const text = this.text
    if (text.length * 3 <= MAX_SOURCE_BYTES) return
    if (text.length <= MAX_SOURCE_BYTES && isAscii(text)) return
    let bytes = 0
    for (let at = 0; at < text.length; at++) {
      const c = text.charCodeAt(at)
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3
      if (c >= 0xd800 && width(text, at) === 2) {
        bytes++
        at++
      }
      if (bytes <= MAX_SOURCE_BYTES) continue
      // The character at which it becomes too much, or the last one of its line where that is the line end.
      let line = 1
      while (line < lineCount && (starts[line] ?? 0) <= at) line++
      const start = starts[line - 1] ?? 0
      const column = Math.max(1, Math.min(at, (starts[line] ?? 0) - 2) - start + 1)
      this.problems.begin()
      this.problems.add(line, problem('program-too-large', column, column + 1, ['bytes', MAX_SOURCE_BYTES]))
      return
    }
  }

  /** The first full-width character offers to mend all of them. */
  private wholeFileFix(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const first = this.runs[0]
    if (first === undefined || this.runs.length < 2) return diagnostics
    const at = diagnostics.findIndex(found => found.code === 'fullwidth-character')
    const found = diagnostics[at]
    if (found === undefined) return diagnostics
    const edits = this.runs.map(({ line, run }) => ({
      line,
      column: run.start + 1,
      endLine: line,
      endColumn: run.end + 1,
      text: run.text,
    }))
    const title = { en: 'Mend all full-width characters of this file', zh: '改正本文件的所有全角字符' }
    const all = [...diagnostics]
    all[at] = { ...found, fixes: [...found.fixes, { title, safe: true, edits }] }
    return all
  }
}

/** Whether a text is nothing but ASCII: then it has as many bytes as characters. Four at a time, for long texts. */
function isAscii(text: string): boolean {
  let at = 0
  for (const last = text.length - 3; at < last; at += 4) {
    const any = text.charCodeAt(at) | text.charCodeAt(at + 1) | text.charCodeAt(at + 2) | text.charCodeAt(at + 3)
    if (any > 127) return false
  }
  for (; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

const removeHash = (node: OperandNode): LineFix => remove(node.column, node.atomColumn, '#', true)

function labelsOf(defined: readonly SymbolEntry[]): readonly Label[] {
  const labels: Label[] = []
  for (const { kind, name, index, line } of defined) if (kind === 'label') labels.push({ name, index, line })
  return labels
}
