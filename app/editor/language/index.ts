// Everything the editor knows of the language beyond its colours, made known to the editor's engine once.
import { LANGUAGE_ID } from '../grammar.ts'
import { monaco } from '../monaco.ts'
import { fixes } from './fixes.ts'
import { formatting } from './formatting.ts'

export { type Surroundings, surround } from './context.ts'
export { fixFullwidthAction } from './fixes.ts'

let registered = false

export function registerServices(): void {
  if (registered) return
  registered = true
  const { languages } = monaco
  languages.registerCodeActionProvider(LANGUAGE_ID, fixes, { providedCodeActionKinds: ['quickfix'] })
  languages.registerDocumentFormattingEditProvider(LANGUAGE_ID, formatting)
  // One key on every system: the engine has another one on Linux.
  monaco.editor.addKeybindingRule({
    keybinding: monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && editorHasDocumentFormattingProvider',
  })
}
