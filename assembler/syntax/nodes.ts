// The nodes of the syntax tree: new ones for the parser, and those that are used again from one plain line to the next.
import type { Problem } from '../problems.ts'
import type { Columns, InstructionNode, LineNode, NameNode, OperandNode } from './syntax.ts'

export const NO_NAMES: readonly NameNode[] = []
export const NO_PROBLEMS: readonly Problem[] = []
export const NO_OPERANDS: readonly OperandNode[] = []
const NO_MEANT: readonly string[] = []
const NO_ODD: LineNode['odd'] = []
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
  meant: NO_MEANT,
  odd: NO_ODD,
  problems: NO_PROBLEMS,
  fullwidth: NO_RUNS,
})

// The nodes of a plain line, which hold until the next one is read: a long text doesn't leave millions of them behind.
export const passingLine = lineNode()
export const passingLabels: readonly Written<NameNode>[] = [{ name: '', column: 0, endColumn: 0 }]
export const passingComment: Written<Columns> = { column: 0, endColumn: 0 }
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
