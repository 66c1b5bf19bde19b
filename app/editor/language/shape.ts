// The text's shape in the editor: comment blocks to fold, and on request how the statement at the cursor is written.
import { markdown } from '../../../assembler/service/index.ts'
import { monaco } from '../monaco.ts'
import { askAbout, surroundingsOf } from './context.ts'
import { positionOf } from './places.ts'

export const foldingProvider: monaco.languages.FoldingRangeProvider = {
  async provideFoldingRanges(model) {
    const found = await askAbout(model, 'folding')
    const kind = monaco.languages.FoldingRangeKind.Comment
    return found?.map(({ line, endLine }) => ({ start: line, end: endLine, kind })) ?? null
  },
}

export const signatures: monaco.languages.SignatureHelpProvider = {
  async provideSignatureHelp(model, position) {
    const { language } = surroundingsOf(model)
    const told = await askAbout(model, 'signature', positionOf(position))
    if (told === null) return null
    const { label, documentation, parameters } = told.written[language]
    const value = {
      activeSignature: 0,
      activeParameter: told.active,
      signatures: [
        {
          label,
          documentation: { value: markdown(documentation) },
          parameters: parameters.map(({ start, end, documentation }) => ({
            label: [start, end] satisfies [number, number],
            documentation: { value: markdown(documentation) },
          })),
        },
      ],
    }
    return { value, dispose: () => undefined }
  },
}
