// A line without its invisible characters, and its tree at the columns that the line has with them.
import type { Problem } from '../problems.ts'
import type { Columns, LineNode, OperandNode, StatementNode } from './syntax.ts'

/** `line` with something else in place of the characters at some offsets, which ascend. */
export function without(line: string, offsets: readonly number[], instead: string): string {
  let text = ''
  let done = 0
  for (const at of offsets) {
    text += line.slice(done, at) + instead
    done = at + 1
  }
  return text + line.slice(done)
}

/** The tree of a line of `length` characters, read without those at some offsets, as if it had been read with them. */
export function asWritten(line: LineNode, length: number, offsets: readonly number[]): LineNode {
  const left = new Set(offsets)
  /** The columns of the characters that were read, and that of the line's end. */
  const columns: number[] = []
  for (let at = 0; at <= length; at++) if (!left.has(at)) columns.push(at + 1)
  const start = (column: number): number => columns[column - 1] ?? length + 1
  const end = (column: number): number => (column < 2 ? 1 : (columns[column - 2] ?? length) + 1)
  /** Where something begins; what is empty stands right after the character before it. */
  const begin = (column: number, endColumn: number): number => (column === endColumn ? end(column) : start(column))
  const moved = <T extends Columns>(node: T): T => ({
    ...node,
    column: begin(node.column, node.endColumn),
    endColumn: end(node.endColumn),
  })
  const operand = (node: OperandNode): OperandNode => ({
    ...moved(node),
    atomColumn: begin(node.atomColumn, node.atomEndColumn),
    atomEndColumn: end(node.atomEndColumn),
  })
  const statement = (node: StatementNode): StatementNode => {
    const shared = { nameEndColumn: end(node.nameEndColumn), operands: node.operands.map(operand) }
    if (node.kind === 'instruction') return { ...moved(node), ...shared }
    return { ...moved(node), ...shared, address: node.address === null ? null : operand(node.address) }
  }
  const problem = (found: Problem): Problem => ({
    ...moved(found),
    fixes: found.fixes.map(fix => ({ ...fix, edits: fix.edits.map(moved) })),
  })
  return {
    ...line,
    labels: line.labels.map(moved),
    statement: line.statement === null ? null : statement(line.statement),
    comment: line.comment === null ? null : moved(line.comment),
    strays: line.strays.map(moved),
    problems: line.problems.map(problem),
  }
}
