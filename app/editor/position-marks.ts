// The position in the editor: ▶ beside the line executed last, with its band, › beside the next, ✕ beside one that faults.
import type { LineMarks } from './contract.ts'
import { monaco } from './monaco.ts'

const { NeverGrowsWhenTypingAtEdges } = monaco.editor.TrackedRangeStickiness

const LAST: monaco.editor.IModelDecorationOptions = {
  isWholeLine: true,
  className: 'line-last',
  marginClassName: 'line-last',
  linesDecorationsClassName: 'mark-last',
  stickiness: NeverGrowsWhenTypingAtEdges,
}

const NEXT: monaco.editor.IModelDecorationOptions = {
  linesDecorationsClassName: 'mark-next',
  stickiness: NeverGrowsWhenTypingAtEdges,
}

const FAULT: monaco.editor.IModelDecorationOptions = {
  linesDecorationsClassName: 'mark-fault',
  stickiness: NeverGrowsWhenTypingAtEdges,
}

/** Draws the marks of the position on lines of the text as it is now. */
export class PositionMarks {
  readonly #editor: monaco.editor.ICodeEditor
  readonly #decorations: monaco.editor.IEditorDecorationsCollection

  constructor(editor: monaco.editor.ICodeEditor) {
    this.#editor = editor
    this.#decorations = editor.createDecorationsCollection()
  }

  show({ last, next, fault }: LineMarks): void {
    const decorations: monaco.editor.IModelDeltaDecoration[] = []
    const lines = this.#editor.getModel()?.getLineCount() ?? 0
    const put = (line: number | null, options: monaco.editor.IModelDecorationOptions): void => {
      if (line !== null && line <= lines) decorations.push({ range: new monaco.Range(line, 1, line, 1), options })
    }
    put(last, LAST)
    put(fault, FAULT)
    if (next !== last && next !== fault) put(next, NEXT)
    this.#decorations.set(decorations)
  }
}
