// The formatter (command-line.md, Formatting): columns, blanks and letter case; never a name, a number or a comment's
// text. Lines with an error stay as they are. It reads the syntax tree and writes lines anew.
import { textWidth } from '../emulator/instructions/width.ts'
import { type Assembly, assemble } from './assemble.ts'
import { tooLargeAt } from './syntax/source-size.ts'
import type { LineNode, OperandNode, StatementNode } from './syntax/syntax.ts'

/** A formatted text. */
export interface Formatted {
  readonly text: string
  /** The lines of the given text that have an error and stayed as they are. */
  readonly errorLines: readonly number[]
}

const INDENT = '    '

/** A line of the result: its code, and a comment that is to be set beside it. */
interface Piece {
  readonly code: string
  readonly comment: string
}

/**
 * Formats any text: the same program, the same comments, one way to write it. Formatting again changes nothing.
 * Line ends are those of the text, the first one deciding; a BOM stays.
 */
export function format(text: string): Formatted {
  return formatAssembly(text, assemble(text))
}

/** The same for a text that has been assembled already. */
export function formatAssembly(text: string, { syntax, errorLines }: Assembly): Formatted {
  const bom = text.charCodeAt(0) === 0xfeff ? '\ufeff' : ''
  // It has not been understood.
  if (tooLargeAt(text) >= 0) return { text, errorLines }
  const wrong = new Set(errorLines)
  const pieces: Piece[] = []
  for (let line = 1; line <= syntax.lineCount; line++) {
    const written = syntax.lineText(line)
    if (wrong.has(line)) pieces.push({ code: written, comment: '' })
    else formatLine(written, syntax.line(line), pieces)
  }
  const lines = align(pieces)
  const kept = lines.filter((line, at) => line !== '' || at === 0 || lines[at - 1] !== '')
  while (kept.length > 0 && kept[kept.length - 1] === '') kept.pop()
  const end = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  return { text: bom + kept.map(line => line + end).join(''), errorLines }
}

/** A line's code as it is formatted, without its comment: a label before an instruction is a line of its own. */
export function formattedCode(written: string, node: LineNode): readonly string[] {
  if (node.labels.length === 0 && node.statement === null) return []
  const pieces: Piece[] = []
  formatLine(written, node, pieces)
  return pieces.map(({ code }) => code.trim())
}

function formatLine(written: string, node: LineNode, pieces: Piece[]): void {
  const { labels, statement, comment } = node
  const slice = (from: number, to: number): string => written.slice(from - 1, to - 1)
  const note = comment === null ? '' : slice(comment.column, comment.endColumn)
  const names = labels.map(label => `${slice(label.column, label.endColumn)}:`).join(' ')
  if (statement === null && names === '') {
    if (note === '') pieces.push({ code: '', comment: '' })
    else pieces.push({ code: comment?.column === 1 ? note : INDENT + note, comment: '' })
  } else if (statement === null) pieces.push({ code: names, comment: note })
  else if (statement.kind === 'directive') {
    const code = formatStatement(written, statement)
    pieces.push({ code: names === '' ? code : `${names} ${code}`, comment: note })
  } else {
    if (names !== '') pieces.push({ code: names, comment: '' })
    pieces.push({ code: INDENT + formatStatement(written, statement), comment: note })
  }
}

function formatStatement(written: string, statement: StatementNode): string {
  const name = written.slice(statement.column - 1, statement.nameEndColumn - 1).toLowerCase()
  const operands = statement.operands.map(operand => formatOperand(written, operand)).join(', ')
  const address = statement.kind === 'directive' ? statement.address : null
  return address === null ? `${name} ${operands}` : `${name} ${formatOperand(written, address)}: ${operands}`
}

/** An operand as it is written in one way, from the line that it stands on. */
function formatOperand(written: string, operand: OperandNode): string {
  const atom = written.slice(operand.atomColumn - 1, operand.atomEndColumn - 1)
  const inner = operand.kind === 'register' ? atom.toLowerCase() : atom
  return operand.marker === 'immediate' ? `#${inner}` : operand.marker === 'brackets' ? `[${inner}]` : inner
}

/** Sets comments beside code: two spaces after the longest code with one in the block, which a blank line ends. */
function align(pieces: readonly Piece[]): string[] {
  const lines: string[] = []
  const isBlank = ({ code, comment }: Piece): boolean => code === '' && comment === ''
  for (let start = 0; start < pieces.length; ) {
    let end = start
    while (end < pieces.length && !isBlank(pieces[end]!)) end++
    const block = pieces.slice(start, end)
    const longest = block.reduce(
      (most, { code, comment }) => (comment === '' ? most : Math.max(most, textWidth(code))),
      0,
    )
    for (const { code, comment } of block) {
      lines.push(comment === '' ? code : code + ' '.repeat(longest - textWidth(code) + 2) + comment)
    }
    if (end < pieces.length) lines.push('')
    start = end + 1
  }
  return lines
}
