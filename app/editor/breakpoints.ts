// Breakpoints in the margin: shown, moved with their lines and gone with them, set and taken away by a click. Keys are the
// page's affair.
import type { LineMap } from './line-map.ts'
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

const ascending = (lines: readonly number[]): readonly number[] => [...lines].sort((a, b) => a - b)
const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i])

export class Breakpoints {
  readonly #set: monaco.editor.IEditorDecorationsCollection
  readonly #offered: monaco.editor.IEditorDecorationsCollection
  readonly #changed: (lines: readonly number[]) => void
  /** The lines that have one now, ascending: the page may be a change behind. */
  #lines: readonly number[] = []

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
    this.#lines = ascending(lines)
    this.#set.set(this.#lines.map(line => at(line, SET)))
  }

  /** After a change of the text: each breakpoint goes with its line, and is gone with it. `map` follows that change. */
  follow(map: LineMap): void {
    const before = this.#lines
    this.show([...new Set(before.flatMap(line => map.find(line)?.line ?? []))])
    if (!same(this.#lines, before)) this.#changed(this.#lines)
  }

  #toggle(line: number): void {
    const has = this.#lines.includes(line)
    this.#changed(has ? this.#lines.filter(other => other !== line) : ascending([...this.#lines, line]))
  }
}
