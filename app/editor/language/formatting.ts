// Formatting in the editor (Shift+Alt+F): what `toycpu fmt` does.
import { format } from '../../../assembler/index.ts'
import type { monaco } from '../monaco.ts'

export const formatting: monaco.languages.DocumentFormattingEditProvider = {
  provideDocumentFormattingEdits: model => [{ range: model.getFullModelRange(), text: format(model.getValue()).text }],
}
