// Warnings and hints (language.md, section 5), for a program without errors: what its flow, names and cells tell.
// It knows where a thing stands through the syntax tree, asked only where there is something to say.
import {
  entryOf,
  type Flow,
  flowOfJumps,
  highest,
  INSTRUCTIONS,
  instructionOf,
  jumpCycles,
  MNEMONICS,
  type Program,
  REGISTERS,
  reachable,
  unitOf,
} from '../../emulator/instructions/index.ts'
import { insert, type Problems, problem } from '../problems.ts'
import { isDigit } from '../syntax/characters.ts'
import { asValue } from '../syntax/literals.ts'
import type { OperandNode } from '../syntax/syntax.ts'
import type { SyntaxTree } from '../syntax/tree.ts'
import { type CompactCode, JUMP_KINDS, MODES, ROLES, SETS_FLAGS } from './code.ts'
import type { SymbolEntry } from './symbols.ts'

/** For each instruction: 1 where it divides. */
const DIVIDES = Uint8Array.from(MNEMONICS, name => {
  const row = instructionOf(name)
  return row.kind === 'arithmetic' && unitOf(row.unit).divides ? 1 : 0
})
/** For each instruction: 1 where it writes its first operand. */
const WRITES = Uint8Array.from(MNEMONICS, name => (INSTRUCTIONS[name].operands[0] === 'destination' ? 1 : 0))

/** Adds to `problems` what is odd about a program that is right in form. `dataColumns` holds two columns a datum. */
export function findWarnings(
  program: Program,
  code: CompactCode,
  names: readonly SymbolEntry[],
  dataColumns: readonly number[],
  syntax: SyntaxTree,
  problems: Problems,
): void {
  problems.begin()
  unusedLabels(names, problems)
  const flow = flowOfCode(code, program.labelValues)
  problems.begin()
  flowWarnings(code, flow, problems)
  problems.begin()
  for (const block of jumpCycles(flow)) {
    const at = flow.starts[block]!
    problems.add(code.lines[at]!, problem('endless-loop', code.column(at), code.endColumn(at), []))
  }
  problems.begin()
  divisionsByZero(code, syntax, problems)
  problems.begin()
  dataOverlaps(program, dataColumns, problems)
  problems.begin()
  blankReads(program, code, syntax, problems)
  problems.begin()
  registersAsNumbers(code, syntax, problems)
}

function flowOfCode(code: CompactCode, labelValues: readonly number[]): Flow {
  const jumps = new Uint8Array(code.length)
  const targets = new Int32Array(code.length)
  for (let at = 0; at < code.length; at++) {
    const jump = JUMP_KINDS[code.opcodes[at]!]!
    if (jump === 0) continue
    jumps[at] = jump
    targets[at] = code.modes[at * 2] === MODES.target ? code.values[at * 2]! : -1
  }
  return flowOfJumps(jumps, targets, labelValues)
}

function unusedLabels(names: readonly SymbolEntry[], problems: Problems): void {
  for (const { kind, name, line, column, endColumn, used } of names) {
    if (kind !== 'label' || used) continue
    problems.add(line, problem('unused-label', column, endColumn, [name]))
  }
}

/** Code that no path reaches, and conditional jumps that no flag-setting instruction can come before. */
function flowWarnings(code: CompactCode, flow: Flow, problems: Problems): void {
  const roots = flow.computed ? [entryOf(flow), flow.dispatch] : [entryOf(flow)]
  const reached = reachable(flow, roots)
  // What can come after a reached block that sets flags.
  const setting = new Uint8Array(flow.blocks)
  const after = new Int32Array(flow.successors.length)
  let count = 0
  for (let block = 0; block < flow.blocks; block++) {
    if (reached[block] === 0) continue
    let i = flow.starts[block]!
    const end = flow.starts[block + 1]!
    while (i < end && SETS_FLAGS[code.opcodes[i]!] === 0) i++
    if (i === end) continue
    setting[block] = 1
    for (let edge = flow.offsets[block]!; edge < flow.offsets[block + 1]!; edge++)
      after[count++] = flow.successors[edge]!
  }
  const flagged = reachable(flow, after.subarray(0, count))
  for (let block = 0; block < flow.blocks; block++) {
    const start = flow.starts[block]!
    if (reached[block] === 0) {
      // A computed jump's target may have been worked out: nothing is known to be unreachable then.
      if (flow.computed) continue
      while (block + 1 < flow.blocks && reached[block + 1] === 0) block++
      const particulars: [number] = [flow.starts[block + 1]! - start]
      const found = problem('unreachable-code', code.column(start), code.endColumn(start), particulars)
      problems.add(code.lines[start]!, found)
      continue
    }
    if (setting[block] === 1 || flagged[block] === 1) continue
    if (flow.ends[block] !== 'branches') continue
    const jump = flow.starts[block + 1]! - 1
    const particulars: [string] = [MNEMONICS[code.opcodes[jump]!]!]
    const found = problem('jump-without-flags', code.column(jump), code.endColumn(jump), particulars)
    problems.add(code.lines[jump]!, found)
  }
}

/** The node of an operand of the instruction on a line. */
function operandNode(syntax: SyntaxTree, line: number, slot: number): OperandNode | undefined {
  return syntax.line(line).statement?.operands[slot]
}

function divisionsByZero(code: CompactCode, syntax: SyntaxTree, problems: Problems): void {
  for (let at = 0; at < code.length; at++) {
    if (DIVIDES[code.opcodes[at]!] === 0) continue
    if (code.modes[at * 2 + 1] !== MODES.immediate || code.values[at * 2 + 1] !== 0) continue
    const line = code.lines[at]!
    const node = operandNode(syntax, line, 1)
    if (node !== undefined) problems.add(line, problem('division-by-zero', node.atomColumn, node.atomEndColumn, []))
  }
}

function dataOverlaps({ data }: Program, columns: readonly number[], problems: Problems): void {
  const givenBy = new Map<number, number>()
  let said = 0
  for (let i = 0; i < data.length; i++) {
    const { address, line } = data[i]!
    const before = givenBy.get(address)
    givenBy.set(address, line)
    if (before === undefined || before === line || said === line) continue
    said = line
    problems.add(line, problem('data-overlap', columns[2 * i]!, columns[2 * i + 1]!, [address, before]))
  }
}

/** Cells that are read by name though nothing writes them by name: the slip of `5` for `#5`. */
function blankReads(program: Program, code: CompactCode, syntax: SyntaxTree, problems: Problems): void {
  const high = highest(program.bits)
  // As many cells as the program names: there may be a million that it doesn't.
  let highestNamed = 0
  for (const { address } of program.data) highestNamed = Math.max(highestNamed, address)
  for (let at = 0; at < code.length * 2; at++) {
    const mode = code.modes[at]
    if (mode === MODES.direct || mode === MODES.indirect) highestNamed = Math.max(highestNamed, code.values[at]!)
  }
  const known = new Uint8Array(highestNamed + 1)
  for (const { address } of program.data) known[address] = 1
  let throughBrackets = false
  for (let at = 0; at < code.length; at++) {
    if (WRITES[code.opcodes[at]!] === 0) continue
    if (code.modes[at * 2] === MODES.direct) known[code.values[at * 2]!] = 1
    else throughBrackets = true
  }
  for (let at = 0; at < code.length; at++) {
    const operands = ROLES[code.opcodes[at]!]!.length
    for (let slot = 0; slot < operands; slot++) {
      const mode = code.modes[at * 2 + slot]
      if (mode !== MODES.direct && mode !== MODES.indirect) continue
      const address = code.values[at * 2 + slot]!
      if (known[address] === 1) continue
      known[address] = 1
      const line = code.lines[at]!
      const node = operandNode(syntax, line, slot)
      if (node === undefined) continue
      const plain = node.kind === 'number' && node.marker === 'none'
      const fits = plain && asValue(node.notation, node.value, high) !== null
      const fixes = fits ? [insert(node.atomColumn, '#', false)] : []
      const particulars: [number, boolean] = [address, throughBrackets]
      const found = problem('blank-read', node.atomColumn, node.atomEndColumn, particulars, fixes)
      problems.add(line, throughBrackets ? { ...found, severity: 'hint' } : found)
    }
  }
}

/** Sources written `1` whose cell the program knows only as `r1`: most probably `#1` was meant. */
function registersAsNumbers(code: CompactCode, syntax: SyntaxTree, problems: Problems): void {
  const asRegister = new Uint8Array(REGISTERS)
  const asNumber = new Uint8Array(REGISTERS)
  for (let at = 0; at < code.length; at++) {
    if (WRITES[code.opcodes[at]!] === 0 || code.modes[at * 2] !== MODES.direct) continue
    const cell = code.values[at * 2]!
    if (cell >= REGISTERS) continue
    const c = syntax.text.charCodeAt(syntax.offset(code.lines[at]!, code.operandColumn(at, 0)))
    if (isDigit(c)) asNumber[cell] = 1
    // A constant's name may begin so too; a register's is never longer.
    else if ((c | 32) === 114 && operandNode(syntax, code.lines[at]!, 0)?.kind === 'register') asRegister[cell] = 1
  }
  for (let at = 0; at < code.length; at++) {
    const roles = ROLES[code.opcodes[at]!]!
    for (let slot = 0; slot < roles.length; slot++) {
      if (roles[slot] !== 'source' && roles[slot] !== 'compared') continue
      if (code.modes[at * 2 + slot] !== MODES.direct) continue
      const cell = code.values[at * 2 + slot]!
      if (cell >= REGISTERS || asRegister[cell] === 0 || asNumber[cell] === 1) continue
      const line = code.lines[at]!
      const column = code.operandColumn(at, slot)
      if (!isDigit(syntax.text.charCodeAt(syntax.offset(line, column)))) continue
      const endColumn = code.operandEndColumn(at, slot)
      problems.add(line, problem('register-as-number', column, endColumn, [cell], [insert(column, '#', false)]))
    }
  }
}
