// Everything the editor knows of the language beyond its colours, made known to the editor's engine once. What is known
// is the assembler's language service; here it is only put into the engine's terms.
import { LANGUAGE_ID } from '../grammar.ts'
import { monaco } from '../monaco.ts'
import { completion } from './completion.ts'
import { fixes } from './fixes.ts'
import { formatting } from './formatting.ts'
import { hoverProvider } from './hover.ts'
import { allReferences, definitions, outlining, renaming, sameNames } from './names.ts'
import { foldingProvider, signatures } from './shape.ts'

export { type Surroundings, surround } from './context.ts'
export { fixFullwidthAction } from './fixes.ts'

let registered = false

export function registerServices(): void {
  if (registered) return
  registered = true
  const { languages } = monaco
  languages.registerCodeActionProvider(LANGUAGE_ID, fixes, { providedCodeActionKinds: ['quickfix'] })
  languages.registerCompletionItemProvider(LANGUAGE_ID, completion)
  languages.registerDefinitionProvider(LANGUAGE_ID, definitions)
  languages.registerDocumentFormattingEditProvider(LANGUAGE_ID, formatting)
  languages.registerDocumentHighlightProvider(LANGUAGE_ID, sameNames)
  languages.registerDocumentSymbolProvider(LANGUAGE_ID, outlining)
  languages.registerFoldingRangeProvider(LANGUAGE_ID, foldingProvider)
  languages.registerHoverProvider(LANGUAGE_ID, hoverProvider)
  languages.registerReferenceProvider(LANGUAGE_ID, allReferences)
  languages.registerRenameProvider(LANGUAGE_ID, renaming)
  languages.registerSignatureHelpProvider(LANGUAGE_ID, signatures)
  // One key on every system: the engine has another one on Linux.
  monaco.editor.addKeybindingRule({
    keybinding: monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && editorHasDocumentFormattingProvider',
  })
}
