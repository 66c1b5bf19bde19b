// What stands at a place of the text: the token under the cursor with the line, statement and operand around it.
import type { Assembly } from '../assemble.ts'
import type { ProgramSymbol, SourcePlace } from '../semantics/symbols.ts'
import type { Columns, DirectiveNode, InstructionNode, NameNode, OperandNode } from '../syntax/syntax.ts'

/** A place between two characters: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** What is under the cursor, with the columns it takes. */
export type Found = Columns & { readonly line: number } & (
    | { readonly kind: 'label'; readonly node: NameNode }
    | { readonly kind: 'mnemonic'; readonly statement: InstructionNode }
    | { readonly kind: 'directive'; readonly statement: DirectiveNode }
    | FoundOperand
    | { readonly kind: 'comment' }
  )

/** An operand under the cursor; `slot` counts from 0, and is −1 for the address of `.data`. */
export interface FoundOperand {
  readonly kind: 'operand'
  readonly statement: InstructionNode | DirectiveNode
  readonly node: OperandNode
  readonly slot: number
}

const holds = ({ column, endColumn }: Columns, at: number): boolean => column <= at && at <= endColumn

/** What stands at a place, the cursor's right end included; null where there are only blanks. */
export function findAt({ syntax }: Assembly, { line, column }: Position): Found | null {
  const { labels, statement, comment } = syntax.line(line)
  if (comment !== null && column > comment.column) return { kind: 'comment', line, ...comment }
  for (const node of labels) {
    if (holds(node, column)) return { kind: 'label', node, line, column: node.column, endColumn: node.endColumn }
  }
  if (statement === null) return null
  const operands = statement.operands.map((node, slot) => ({ node, slot }))
  if (statement.kind === 'directive' && statement.address !== null)
    operands.unshift({ node: statement.address, slot: -1 })
  for (const { node, slot } of operands) {
    if (!holds(node, column)) continue
    return { kind: 'operand', statement, node, slot, line, column: node.column, endColumn: node.endColumn }
  }
  const name = { column: statement.column, endColumn: statement.nameEndColumn }
  if (!holds(name, column)) return null
  if (statement.kind === 'instruction') return { kind: 'mnemonic', statement, line, ...name }
  return { kind: 'directive', statement, line, ...name }
}

/** The label or constant at a place, where it is defined or used, and the columns of the name there. */
export function symbolAt(
  assembly: Assembly,
  { line, column }: Position,
): { symbol: ProgramSymbol; place: SourcePlace } | null {
  for (const symbol of assembly.symbols) {
    for (const place of [symbol.definition, ...symbol.uses]) {
      if (place.line === line && holds(place, column)) return { symbol, place }
    }
  }
  return null
}

/**
 * Which operand is being written at a column of a statement: the commas before it, those in strings and characters not
 * counted. −1 stands for the address of `.data`, before its colon.
 */
export function slotAt(written: string, statement: InstructionNode | DirectiveNode, column: number): number {
  const cells = statement.kind === 'directive' && (statement.directive === '.data' || statement.directive === '.expect')
  let slot = cells ? -1 : 0
  for (let at = statement.nameEndColumn; at < column; at++) {
    const c = written.charCodeAt(at - 1)
    if (c !== 44 && c !== 58) continue
    const quoted = statement.operands.some(
      ({ kind, atomColumn, atomEndColumn }) =>
        (kind === 'string' || kind === 'character') && atomColumn <= at && at < atomEndColumn,
    )
    if (quoted) continue
    if (c === 58 && slot === -1) slot = 0
    else if (c === 44 && slot >= 0) slot++
  }
  return slot
}

/** The instruction and operand of the assembled program at a place, for whoever knows the values there. */
export function operandAt(
  assembly: Assembly,
  position: Position,
): { readonly index: number; readonly slot: number } | null {
  const found = findAt(assembly, position)
  if (found?.kind !== 'operand' || found.statement.kind !== 'instruction' || assembly.program === null) return null
  const index = assembly.program.instructions.findIndex(({ line }) => line === position.line)
  return index < 0 ? null : { index, slot: found.slot }
}
