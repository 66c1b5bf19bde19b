// Edits made to a text. It knows no diagnostic and no program.
import type { SourceEdit } from './diagnostics/index.ts'

/** `text` with edits made, which don't overlap and belong to that very text; a BOM and the line ends stay. */
export function applySourceEdits(text: string, edits: readonly SourceEdit[]): string {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0]
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1
  const places = edits
    .map(edit => ({
      from: offset(edit.line, edit.column),
      to: offset(edit.endLine, edit.endColumn),
      text: edit.text,
    }))
    .sort((a, b) => a.from - b.from)
  const pieces: string[] = []
  let done = 0
  for (const edit of places) {
    pieces.push(text.slice(done, edit.from), edit.text)
    done = edit.to
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}
