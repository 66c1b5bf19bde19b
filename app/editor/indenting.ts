// A new line begins as far in as the one above, where it is begun by Enter. Lines put in at once (dictation, a text
// replacement, an input method) are indented already, and the engine would indent them once more.
import type { monaco } from './monaco.ts'

/** Has an editor inside `frame` indent after Enter only. Returns how to stop. */
export function indentAfterEnter(frame: HTMLElement, editor: monaco.editor.ICodeEditor): () => void {
  let indents = false
  const before = ({ key }: KeyboardEvent): void => {
    if ((key === 'Enter') === indents) return
    indents = key === 'Enter'
    // The engine looks at the indentation anew only where another of these options changes: here, one that nobody meets.
    editor.updateOptions({ autoIndent: indents ? 'keep' : 'none', multiCursorLimit: indents ? 10_001 : 10_000 })
  }
  frame.addEventListener('keydown', before, { capture: true })
  return () => frame.removeEventListener('keydown', before, { capture: true })
}
