// Completion in the editor: what may be written at the cursor, with what it means, in the reader's language.
import type { Range } from '../../../assembler/index.ts'
import { type CompletionKind, paragraphs } from '../../../assembler/service/index.ts'
import { monaco } from '../monaco.ts'
import { surroundingsOf } from './context.ts'
import { monacoRange, positionOf } from './places.ts'

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages

const KIND: Record<CompletionKind, monaco.languages.CompletionItemKind> = {
  instruction: CompletionItemKind.Keyword,
  directive: CompletionItemKind.Property,
  register: CompletionItemKind.Variable,
  constant: CompletionItemKind.Constant,
  label: CompletionItemKind.Reference,
  cell: CompletionItemKind.Value,
  number: CompletionItemKind.Value,
}

export const completion: monaco.languages.CompletionItemProvider = {
  triggerCharacters: ['.', '[', '#'],
  async provideCompletionItems(model, position) {
    const { language, ask } = surroundingsOf(model)
    const version = model.getVersionId()
    const offered = (await ask('complete', positionOf(position))) ?? []
    // What was typed while the answer was on its way is reckoned with by the engine itself.
    const hasChanged = model.getVersionId() !== version
    const rangeAsked = (range: Range): monaco.IRange =>
      hasChanged ? { ...monacoRange(range), endColumn: position.column } : monacoRange(range)
    return {
      suggestions: offered.map(({ label, kind, detail, documentation, insert, snippet, range }, order) => ({
        label: { label, description: detail[language] },
        kind: KIND[kind],
        insertText: insert,
        range: rangeAsked(range),
        // The service's order is the one in which things are taught.
        sortText: String(order).padStart(5, '0'),
        ...(snippet ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
        ...(documentation.length === 0 ? {} : { documentation: { value: paragraphs(documentation, language) } }),
      })),
    }
  },
}
