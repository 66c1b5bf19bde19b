// Warnings and hints (language.md, section 5), for a program without errors: what its flow, names and cells tell.
// It knows where a thing stands through the syntax tree, asked only where there is something to say.
import {
  cellName,
  entryOf,
  flowOf,
  INSTRUCTIONS,
  type Instruction,
  instructionOf,
  jumpCycles,
  type Program,
  reachable,
  setsFlags,
} from '../emulator/instructions/index.ts'
import { asValue } from './literals.ts'
import { insert, type Problems, problem } from './problems.ts'
import type { ProgramSymbol } from './symbols.ts'
import type { OperandNode, SyntaxTree } from './syntax.ts'

/** Adds to `problems` what is odd about a program that is right in form. `dataColumns` holds two columns a datum. */
export function findWarnings(
  program: Program,
  symbols: readonly ProgramSymbol[],
  dataColumns: readonly number[],
  syntax: SyntaxTree,
  problems: Problems,
): void {
  problems.begin()
  unusedLabels(symbols, problems)
  problems.begin()
  flowWarnings(program, problems)
  problems.begin()
  for (const index of jumpCycles(program)) {
    const { line, column, endColumn } = program.instructions[index]!
    problems.add(line, problem('endless-loop', column, endColumn, []))
  }
  problems.begin()
  divisionsByZero(program, syntax, problems)
  problems.begin()
  dataOverlaps(program, dataColumns, problems)
  problems.begin()
  blankReads(program, syntax, problems)
}

function unusedLabels(symbols: readonly ProgramSymbol[], problems: Problems): void {
  for (const { kind, name, definition, uses } of symbols) {
    if (kind !== 'label' || uses.length > 0) continue
    problems.add(definition.line, problem('unused-label', definition.column, definition.endColumn, [name]))
  }
}

/** Code that no path reaches, and conditional jumps that no flag-setting instruction can come before. */
function flowWarnings(program: Program, problems: Problems): void {
  const { instructions } = program
  const flow = flowOf(program)
  const roots = flow.computed ? [entryOf(flow), flow.dispatch] : [entryOf(flow)]
  const reached = reachable(flow, roots)
  // What can come after a reached block that sets flags.
  const setting = new Uint8Array(flow.blocks)
  const after: number[] = []
  for (let block = 0; block < flow.blocks; block++) {
    if (reached[block] === 0) continue
    for (let i = flow.starts[block]!; i < flow.starts[block + 1]!; i++) {
      if (setsFlags(instructionOf(instructions[i]!.mnemonic))) setting[block] = 1
    }
    if (setting[block] === 0) continue
    for (let edge = flow.offsets[block]!; edge < flow.offsets[block + 1]!; edge++) after.push(flow.successors[edge]!)
  }
  const flagged = reachable(flow, after)
  for (let block = 0; block < flow.blocks; block++) {
    const start = flow.starts[block]!
    if (reached[block] === 0) {
      while (block + 1 < flow.blocks && reached[block + 1] === 0) block++
      const { line, column, endColumn } = instructions[start]!
      problems.add(line, problem('unreachable-code', column, endColumn, [flow.starts[block + 1]! - start]))
      continue
    }
    if (setting[block] === 1 || flagged[block] === 1) continue
    const { mnemonic, line, column, endColumn } = instructions[flow.starts[block + 1]! - 1]!
    const row = instructionOf(mnemonic)
    if (row.kind !== 'jump' || row.when === null) continue
    problems.add(line, problem('jump-without-flags', column, endColumn, [mnemonic]))
  }
}

/** The node of an instruction's operand. */
function operandNode(syntax: SyntaxTree, { line }: Instruction, slot: number): OperandNode | undefined {
  return syntax.line(line).statement?.operands[slot]
}

function divisionsByZero({ instructions }: Program, syntax: SyntaxTree, problems: Problems): void {
  for (const instruction of instructions) {
    if (INSTRUCTIONS[instruction.mnemonic].unit !== 'divider') continue
    const divisor = instruction.operands[1]
    if (divisor?.mode !== 'immediate' || divisor.value !== 0) continue
    const node = operandNode(syntax, instruction, 1)
    if (node === undefined) continue
    problems.add(instruction.line, problem('division-by-zero', node.atomColumn, node.atomEndColumn, []))
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
    problems.add(line, problem('data-overlap', columns[2 * i]!, columns[2 * i + 1]!, [cellName(address), before]))
  }
}

/** Cells that are read by name though nothing writes them by name: the slip of `5` for `#5`. */
function blankReads(program: Program, syntax: SyntaxTree, problems: Problems): void {
  const { instructions, bits } = program
  const known = new Uint8Array(program.cells)
  for (const { address } of program.data) known[address] = 1
  let throughBrackets = false
  for (const { mnemonic, operands } of instructions) {
    if (INSTRUCTIONS[mnemonic].operands[0] !== 'destination') continue
    const destination = operands[0]
    if (destination?.mode === 'direct') known[destination.address] = 1
    else if (destination?.mode === 'indirect') throughBrackets = true
  }
  for (const instruction of instructions) {
    for (let slot = 0; slot < instruction.operands.length; slot++) {
      const operand = instruction.operands[slot]!
      if (operand.mode !== 'direct' && operand.mode !== 'indirect') continue
      if (known[operand.address] === 1) continue
      known[operand.address] = 1
      const node = operandNode(syntax, instruction, slot)
      if (node === undefined) continue
      const plain = node.kind === 'number' && node.marker === 'none'
      const fits = plain && asValue(node.notation, node.value, bits) !== null
      const fixes = fits ? [insert(node.atomColumn, '#', false)] : []
      const particulars: [string, boolean] = [cellName(operand.address), throughBrackets]
      const found = problem('blank-read', node.atomColumn, node.atomEndColumn, particulars, fixes)
      problems.add(instruction.line, throughBrackets ? { ...found, severity: 'hint' } : found)
    }
  }
}
