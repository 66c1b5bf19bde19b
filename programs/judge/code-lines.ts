// A program's code line by line in the one form that `toycpu fmt` gives it, comments apart: what lines are compared by.
import { assemble, formattedCode } from '../../assembler/index.ts'

/** A line of code, where it stands in its text, and the words of its comment. */
export interface CodeLine {
  readonly code: string
  readonly line: number
  readonly comment: string
}

/** Every line of the text that has code; a label before an instruction is a line of its own. */
export function codeLines(text: string): readonly CodeLine[] {
  const { syntax } = assemble(text)
  const lines: CodeLine[] = []
  for (let line = 1; line <= syntax.lineCount; line++) {
    const node = syntax.line(line)
    const written = syntax.lineText(line)
    const comment = node.comment === null ? '' : written.slice(node.comment.column, node.comment.endColumn - 1).trim()
    for (const code of formattedCode(written, node)) lines.push({ code, line, comment })
  }
  return lines
}

/** The comment of a line that has to stay (learning.md, section 2). */
const FIXED = 'fixed'

/** The lines of an exercise's beginning that have to stand in every answer. */
export const fixedLines = (start: string): readonly CodeLine[] =>
  codeLines(start).filter(({ comment }) => comment === FIXED)
