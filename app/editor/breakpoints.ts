// Breakpoints in the margin: shown, moved with their lines, set and taken away by a click. Keys are the page's affair.
import { monaco } from './monaco.ts'

const { NeverGrowsWhenTypingAtEdges } = monaco.editor.TrackedRangeStickiness

const SET: monaco.editor.IModelDecorationOptions = {
  glyphMarginClassName: 'breakpoint',
  stickiness: NeverGrowsWhenTypingAtEdges,
}

const OFFERED: monaco.editor.IModelDecorationOptions = {
  glyphMarginClassName: 'breakpoint-offered',
  stickiness: NeverGrowsWhenTypingAtEdges,
}

const at = (line: number, options: monaco.editor.IModelDecorationOptions): monaco.editor.IModelDeltaDecoration => ({
  range: new monaco.Range(line, 1, line, 1),
  options,
})

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i])

export class Breakpoints {
  readonly #set: monaco.editor.IEditorDecorationsCollection
  readonly #offered: monaco.editor.IEditorDecorationsCollection
  readonly #changed: (lines: readonly number[]) => void

  constructor(editor: monaco.editor.ICodeEditor, changed: (lines: readonly number[]) => void) {
    this.#changed = changed
    this.#set = editor.createDecorationsCollection()
    this.#offered = editor.createDecorationsCollection()
    editor.onMouseDown(({ target, event }) => {
      if (target.type !== monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN || !event.leftButton) return
      this.#toggle(target.position.lineNumber)
    })
    editor.onMouseMove(({ target }) => {
      const over = target.type === monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN
      this.#offered.set(over ? [at(target.position.lineNumber, OFFERED)] : [])
    })
    editor.onMouseLeave(() => this.#offered.clear())
  }

  /** Shows the breakpoints as the page has them. */
  show(lines: readonly number[]): void {
    if (
      !same(
        this.#lines(),
        [...lines].sort((a, b) => a - b),
      )
    )
      this.#set.set(lines.map(line => at(line, SET)))
  }

  /** After a change of the text: tells the page where its breakpoints are now, where they have moved. */
  follow(before: readonly number[]): void {
    const now = this.#lines()
    if (
      !same(
        now,
        [...before].sort((a, b) => a - b),
      )
    )
      this.#changed(now)
  }

  #lines(): number[] {
    const lines = new Set(this.#set.getRanges().map(range => range.startLineNumber))
    return [...lines].sort((a, b) => a - b)
  }

  #toggle(line: number): void {
    const lines = this.#lines()
    this.#changed(lines.includes(line) ? lines.filter(other => other !== line) : [...lines, line].sort((a, b) => a - b))
  }
}
