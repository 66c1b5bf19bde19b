// Formatting in the editor (Shift+Alt+F): what `toycpu fmt` does.
import type { monaco } from '../monaco.ts'
import { askAbout } from './context.ts'
import { monacoRange } from './places.ts'

export const formatting: monaco.languages.DocumentFormattingEditProvider = {
  async provideDocumentFormattingEdits(model) {
    const edits = await askAbout(model, 'format', model.getValue())
    return edits?.map(edit => ({ range: monacoRange(edit), text: edit.text })) ?? null
  },
}
