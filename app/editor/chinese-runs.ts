// Sets runs of Chinese on the lines in sight a little smaller in the same two columns, so that they don't look larger than
// the Latin beside them.
import { monaco } from './monaco.ts'

/** The characters that the page's monospaced pair takes from its Chinese font (style/tokens.css). */
const RUN = /[\u2E80-\u303F\u3400-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]+/gu

const SMALLER: monaco.editor.IModelDecorationOptions = {
  inlineClassName: 'chinese',
  inlineClassNameAffectsLetterSpacing: true,
  stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
}

/** Longer lines are left as they are: they are not for reading. */
const LONGEST = 2000

/** Marks the runs in an editor from now on, whenever its text or what is in sight of it changes. */
export function setChineseRuns(editor: monaco.editor.ICodeEditor): void {
  const decorations = editor.createDecorationsCollection()
  let any = false
  const mark = (): void => {
    const model = editor.getModel()
    const found: monaco.editor.IModelDeltaDecoration[] = []
    for (const { startLineNumber, endLineNumber } of model === null ? [] : editor.getVisibleRanges()) {
      for (let line = startLineNumber; line <= endLineNumber; line++) {
        const text = model?.getLineContent(line) ?? ''
        if (text.length > LONGEST) continue
        for (const { index, 0: run } of text.matchAll(RUN)) {
          found.push({ range: new monaco.Range(line, index + 1, line, index + 1 + run.length), options: SMALLER })
        }
      }
    }
    if (found.length > 0 || any) decorations.set(found)
    any = found.length > 0
  }
  editor.onDidChangeModelContent(mark)
  editor.onDidChangeModel(mark)
  editor.onDidLayoutChange(mark)
  editor.onDidChangeHiddenAreas(mark)
  editor.onDidScrollChange(event => {
    if (event.scrollTopChanged) mark()
  })
}
