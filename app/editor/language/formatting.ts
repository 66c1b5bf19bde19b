// Formatting in the editor (Shift+Alt+F): what `toycpu fmt` does.
import { formatEdits } from '../../../assembler/service/index.ts'
import type { monaco } from '../monaco.ts'
import { rangeOf } from './places.ts'

export const formatting: monaco.languages.DocumentFormattingEditProvider = {
  provideDocumentFormattingEdits: model =>
    formatEdits(model.getValue()).map(edit => ({ range: rangeOf(edit), text: edit.text })),
}
