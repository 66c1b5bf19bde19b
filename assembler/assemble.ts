// Text to program: numbers the instructions, gathers names, reads every operand by its place, and says what is wrong.
// It knows the form of a line only through the parser's tree.
import {
  type Label,
  MAX_CELLS,
  MAX_INSTRUCTIONS,
  MAX_SOURCE_BYTES,
  type OperandRole,
  type Program,
  parts,
} from '../emulator/instructions/index.ts'
import { type Diagnostic, REASONS } from './diagnostics/index.ts'
import { type LineFix, Problems, problem, replace } from './problems.ts'
import { withProvenFixes } from './safe-fixes.ts'
import { type CellsLine, CellsReader } from './semantics/cells-reader.ts'
import { CompactCode, MODES, ROLES } from './semantics/code.ts'
import { Definitions } from './semantics/definitions.ts'
import { findWarnings } from './semantics/lints.ts'
import { OperandReader } from './semantics/operand-reader.ts'
import { mnemonicOf } from './semantics/reserved.ts'
import { type ProgramSymbol, type SymbolEntry, SymbolTable } from './semantics/symbols.ts'
import { canonical } from './syntax/characters.ts'
import type { FullwidthRun } from './syntax/fullwidth.ts'
import { parsePassingLine } from './syntax/lines.ts'
import { asValue } from './syntax/literals.ts'
import { tooLargeAt } from './syntax/source-size.ts'
import type { DirectiveNode, InstructionNode, LineNode, OddName, OperandNode } from './syntax/syntax.ts'
import { SyntaxTree } from './syntax/tree.ts'

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
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const assembly = new Assembler(plain).assemble()
  const { program, syntax, diagnostics, errorLines } = assembly
  if (program !== null) return assembly
  const proven = withProvenFixes(plain, diagnostics, other => new Assembler(other).assemble().diagnostics)
  return {
    program,
    syntax,
    get symbols() {
      return assembly.symbols
    },
    diagnostics: proven,
    errorLines,
  }
}

/** An operand whose name, target or range can be judged only once the whole text is known. */
interface Pending {
  /** Which operand of all: two an instruction. */
  readonly at: number
  readonly node: OperandNode
  readonly role: OperandRole
  readonly line: number
}

class Assembler {
  private readonly text: string
  private readonly problems = new Problems()
  private readonly symbols = new SymbolTable()
  private readonly code: CompactCode
  private readonly pending: Pending[] = []
  private readonly cellLines: CellsLine[] = []
  private readonly runs: { readonly line: number; readonly run: FullwidthRun }[] = []
  private readonly oddNames: (OddName & { readonly line: number })[] = []
  private readonly reader: OperandReader
  private readonly cellsReader: CellsReader
  private readonly definitions: Definitions

  constructor(text: string) {
    this.text = text
    this.code = new CompactCode(text.length)
    this.reader = new OperandReader(text, this.problems, this.symbols)
    this.definitions = new Definitions(this.reader, this.problems, this.symbols)
    this.cellsReader = new CellsReader(this.reader, this.problems)
  }

  assemble(): Assembly {
    const text = this.text
    const length = text.length
    let starts = new Int32Array(64)
    let lineCount = 0
    this.problems.begin()
    // Of a text that is too large nothing else is said, so its lines need no understanding.
    const isTooLarge = tooLargeAt(text) >= 0
    let feed = -1
    let carriage = -1
    for (let from = 0; from <= length; ) {
      // Where the next of either stands; past the end where there is none.
      if (feed < from) feed = placeOf('\n', text, from)
      if (carriage < from) carriage = placeOf('\r', text, from)
      if (lineCount + 2 > starts.length) {
        const more = new Int32Array(starts.length * 4)
        more.set(starts)
        starts = more
      }
      starts[lineCount++] = from
      const to = Math.min(feed, carriage)
      if (to >= length) {
        // The parser wants a line end after each line.
        const last = `${text.slice(from)}\n`
        if (last.length > 1 && !isTooLarge) this.line(last, 0, parsePassingLine(last, 0, last.length - 1), lineCount)
        break
      }
      if (to > from && !isTooLarge) this.line(text, from, parsePassingLine(text, from, to), lineCount)
      // A carriage return with its line feed ends one line, as each does alone.
      from = to + (feed === to + 1 && carriage === to ? 2 : 1)
    }
    starts[lineCount] = length + 1
    this.reader.starts = starts
    this.problems.begin()
    this.oddUses()
    this.problems.begin()
    for (const pending of this.pending) this.read(pending)
    this.problems.begin()
    for (const cells of this.cellLines) this.cellsReader.read(cells)
    this.tooManyBytes(starts, lineCount)
    const syntax = new SyntaxTree(this.text, starts, lineCount)
    const symbols = this.symbols
    let program: Program | null = null
    if (!this.problems.hasErrors) {
      program = {
        bits: this.reader.bits,
        cells: this.reader.cells,
        instructions: this.code.instructions(text, starts),
        data: this.cellsReader.data,
        expectations: this.cellsReader.expectations,
        labels: labelsOf(symbols.defined),
        labelValues: [...this.reader.labelValues].sort((a, b) => a - b),
        cellNames: [...this.reader.cellNames]
          .map(([address, { name }]) => ({ address, name }))
          .sort((a, b) => a.address - b.address),
      }
      findWarnings(program, this.code, symbols.defined, this.cellsReader.dataColumns, syntax, this.problems)
    }
    let listed: readonly ProgramSymbol[] | null = null
    return {
      program,
      syntax,
      get symbols() {
        listed ??= symbols.list()
        return listed
      },
      diagnostics: this.oddFixes(this.wholeFileFix(this.problems.list())),
      errorLines: this.problems.errorLines(),
    }
  }

  // — the first time through: forms, labels, constants, settings —

  private line(text: string, from: number, line: LineNode, number: number): void {
    for (let i = 0; i < line.problems.length; i++) this.problems.add(number, line.problems[i]!)
    for (let i = 0; i < line.fullwidth.length; i++) this.runs.push({ line: number, run: line.fullwidth[i]! })
    for (let i = 0; i < line.labels.length; i++) {
      const entry = this.definitions.define('label', line.labels[i]!, number)
      if (entry !== null) entry.index = this.reader.count
    }
    for (let i = 0; i < line.strays.length; i++) {
      const { name, column, endColumn } = line.strays[i]!
      this.symbols.use(this.symbols.entry(name), number, column, endColumn)
    }
    for (const name of line.meant) this.reader.meant.add(canonical(name))
    for (const odd of line.odd) this.oddNames.push({ ...odd, line: number })
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
      if (statement.directive === null && first !== undefined) this.reader.meant.add(first.name)
    } else if (statement.opcode < 0 && (operands.length === 0 || mnemonicOf(operands[0]?.name ?? '') !== null)) {
      this.reader.meant.add(canonical(text.slice(from + column - 1, from + nameEndColumn - 1)))
    }
  }

  private instruction(node: InstructionNode, line: number): void {
    const { operands: nodes, opcode } = node
    const index = this.reader.count++
    if (index === MAX_INSTRUCTIONS) {
      const found = problem('program-too-large', node.column, node.endColumn, ['instructions', MAX_INSTRUCTIONS])
      this.problems.add(line, found)
    }
    if (opcode < 0 || node.faulty) {
      for (const operand of nodes) if (operand.kind === 'name') this.definitions.use(operand, line)
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
      const entry = this.definitions.use(node, line)
      if (role === 'target' && marker === 'none' && entry.kind === 'label' && !node.faulty) {
        this.set(at, MODES.target, entry.index)
        return
      }
    } else if (role !== 'target' || marker === 'brackets') {
      if (marker === 'immediate') {
        if (kind === 'number' && role !== 'destination') {
          const read = asValue(node.notation, value, this.reader.high)
          if (read !== null) {
            this.set(at, MODES.immediate, read)
            return
          }
        }
      } else if ((kind === 'register' || kind === 'number') && value >= 0 && value < this.reader.cells) {
        this.set(at, marker === 'none' ? MODES.direct : MODES.indirect, value)
        return
      }
    }
    // The node may be used again for the next line.
    this.pending.push({ at, node: { ...node }, role, line })
  }

  private directive(text: string, from: number, node: DirectiveNode, line: number): void {
    const { directive, operands, address } = node
    if (address?.kind === 'name') this.definitions.use(address, line)
    if (directive === '.equ') {
      this.definitions.constant(node, line)
      return
    }
    for (const operand of operands) if (operand.kind === 'name') this.definitions.use(operand, line)
    if (directive === '.bits' || directive === '.cells') {
      if (!node.faulty) this.definitions.setting(directive, node, line)
      else if (directive === '.cells') this.reader.cells = MAX_CELLS
      return
    }
    if (directive === '.data') this.definitions.anyData = true
    if (directive === null || node.faulty) return
    this.cellLines.push({ node, line, text: text.slice(from, from + node.endColumn - 1) })
  }

  // — the second time: everything is known —

  /** Reads an operand of an instruction by its role. */
  private read({ at, node, role, line }: Pending): void {
    if (node.faulty) return
    const { marker, kind } = node
    if (role === 'target' && marker !== 'brackets') {
      const target = this.reader.target(node, line)
      if (target !== null) this.set(at, MODES.target, target)
    } else if (marker === 'immediate') {
      if (kind === 'any') this.reader.malformed(node, line, REASONS.any)
      else if (kind === 'string')
        this.reader.malformed(
          node,
          line,
          REASONS.string,
          role === 'destination' ? [] : this.reader.asCharacter(node, line),
        )
      else if (kind === 'register') {
        if (!this.reader.isToldWhereDefined(node)) this.reader.malformed(node, line, REASONS.immediateRegister)
      } else if (role === 'destination') {
        this.problems.add(
          line,
          problem('immediate-destination', node.column, node.endColumn, [], this.exchanged(node, line)),
        )
      } else {
        const value = this.reader.value(node, line)
        if (value !== null) this.set(at, MODES.immediate, value)
      }
    } else {
      const address = this.reader.address(node, line, role)
      if (address !== null) this.set(at, marker === 'none' ? MODES.direct : MODES.indirect, address)
    }
  }

  /** The two operands in the other order, where the second can be written to. */
  private exchanged({ column, endColumn }: OperandNode, line: number): readonly LineFix[] {
    const start = (this.reader.starts[line - 1] ?? 0) - 1
    const rest = this.text.slice(start + endColumn, (this.reader.starts[line] ?? 0) - 1)
    const [all = '', comma = '', second = ''] = /^([ \t]*,[ \t]*)([^\s;#,]+)/.exec(rest) ?? []
    if (second === '') return []
    const first = this.text.slice(start + column, start + endColumn)
    return [replace(column, endColumn + all.length, `${second}${comma}${first}`, false)]
  }

  private tooManyBytes(starts: Int32Array, lineCount: number): void {
    const at = tooLargeAt(this.text)
    if (at < 0) return
    let line = 1
    while (line < lineCount && (starts[line] ?? 0) <= at) line++
    // Where it is the line end, the last character of the line.
    const start = starts[line - 1] ?? 0
    const column = Math.max(1, Math.min(at, (starts[line] ?? 0) - 2) - start + 1)
    this.problems.begin()
    this.problems.add(line, problem('program-too-large', column, column + 1, ['bytes', MAX_SOURCE_BYTES]))
  }

  /** Names with what can't stand in one: where such a label stands, that is told there alone. */
  private oddUses(): void {
    const labels = new Set(this.oddNames.filter(({ use }) => use === null).map(({ name }) => name))
    for (const { name, use, line } of this.oddNames) {
      if (use === null) continue
      if (labels.has(name)) this.problems.spare(line)
      else this.problems.add(line, use)
    }
  }

  /** The fix of a label with an odd name mends its uses as well. */
  private oddFixes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    if (this.oddNames.every(({ use }) => use === null)) return diagnostics
    return diagnostics.map(found => {
      const label = this.oddNames.find(
        ({ use, line, column }) => use === null && line === found.line && column <= found.column,
      )
      const [fix] = found.fixes
      const text = fix?.edits[0]?.text
      if (label === undefined || found.code !== 'unexpected-character' || fix === undefined || text === undefined)
        return found
      const uses = this.oddNames.filter(({ use, name }) => use !== null && name === label.name)
      const edits = uses.map(({ line, column, endColumn }) => ({ line, column, endLine: line, endColumn, text }))
      return { ...found, fixes: [{ ...fix, edits: [...fix.edits, ...edits] }] }
    })
  }

  /** The first full-width character offers to mend all of them. */
  private wholeFileFix(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const first = this.runs[0]
    if (first === undefined) return diagnostics
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
    const title = { en: parts`Mend all full-width characters of this file`, zh: parts`改正本文件的所有全角字符` }
    const all = [...diagnostics]
    all[at] = { ...found, fixes: [...found.fixes, { title, safe: true, edits }] }
    return all
  }
}

/** Where a character comes next, past the text's end where there is none. */
function placeOf(character: string, text: string, from: number): number {
  const at = text.indexOf(character, from)
  return at < 0 ? text.length + 1 : at
}

function labelsOf(defined: readonly SymbolEntry[]): readonly Label[] {
  const labels: Label[] = []
  for (const { kind, name, index, line } of defined) if (kind === 'label') labels.push({ name, index, line })
  return labels
}
