// The nodes of the syntax tree as the parser makes them: new ones, and those that it uses again for a passing line.
import type { Problem } from './problems.ts'
import type { InstructionNode, LineNode, NameNode, OperandNode } from './syntax.ts'

export const NO_NAMES: readonly NameNode[] = []
export const NO_PROBLEMS: readonly Problem[] = []
export const NO_OPERANDS: readonly OperandNode[] = []
export const NO_RUNS: LineNode['fullwidth'] = []

type Written<T> = { -readonly [K in keyof T]: T[K] }

export const operandNode = (): Written<OperandNode> => ({
  marker: 'none',
  kind: 'missing',
  column: 0,
  endColumn: 0,
  atomColumn: 0,
  atomEndColumn: 0,
  value: 0,
  notation: 'decimal',
  name: '',
  faulty: true,
})

export const instructionNode = (): Written<InstructionNode> => ({
  kind: 'instruction',
  opcode: -1,
  mnemonic: null,
  column: 0,
  nameEndColumn: 0,
  endColumn: 0,
  operands: NO_OPERANDS,
  faulty: false,
})

export const lineNode = (): Written<LineNode> => ({
  labels: NO_NAMES,
  statement: null,
  comment: null,
  strays: NO_NAMES,
  problems: NO_PROBLEMS,
  fullwidth: NO_RUNS,
})

// The nodes of a passing line.
export const passingLine = lineNode()
export const passingInstruction = instructionNode()
export const passingTwo = [operandNode(), operandNode()]
export const passingOne = passingTwo.slice(0, 1)

/** In place of an operand that is missing before others; that has been said. */
export const absent = (column: number): OperandNode => ({
  ...operandNode(),
  column,
  endColumn: column,
  atomColumn: column,
  atomEndColumn: column,
})
