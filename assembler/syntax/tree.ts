// The syntax tree: every line of a text, parsed when it is asked for. It knows no meaning.
import { parseLine } from './lines.ts'
import type { LineNode } from './syntax.ts'

/** Every line of a text. */
export class SyntaxTree {
  /** The text without a BOM. */
  readonly text: string
  private readonly starts: ArrayLike<number>
  readonly lineCount: number
  private readonly lines = new Map<number, LineNode>()

  /** `starts` holds the offset of each line's first character, and after the last the text's length and one more. */
  constructor(text: string, starts: ArrayLike<number>, lineCount: number) {
    this.text = text
    this.starts = starts
    this.lineCount = lineCount
  }

  /** The text of line `line` (from 1) without its line end; empty past the last. */
  lineText(line: number): string {
    if (line < 1 || line > this.lineCount) return ''
    const start = this.starts[line - 1] ?? 0
    let end = (this.starts[line] ?? 0) - 1
    const pair = this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13
    if (line < this.lineCount && end > start && pair) end--
    return this.text.slice(start, end)
  }

  /** The tree of line `line` (from 1); past the last, an empty line's. */
  line(line: number): LineNode {
    let node = this.lines.get(line)
    if (node === undefined) {
      const text = this.lineText(line)
      node = parseLine(`${text}\n`, 0, text.length)
      this.lines.set(line, node)
    }
    return node
  }

  /** The offset in the text of a place. */
  offset(line: number, column: number): number {
    return (this.starts[Math.min(line, this.lineCount) - 1] ?? 0) + column - 1
  }
}
