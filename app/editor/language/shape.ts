// The text's shape in the editor: comment blocks to fold, and on request how the statement at the cursor is written.
import { folding as foldedLines, signature } from '../../../assembler/service/index.ts'
import { monaco } from '../monaco.ts'
import { assemblyOf, surroundingsOf } from './context.ts'
import { positionOf } from './places.ts'

export const folding: monaco.languages.FoldingRangeProvider = {
  provideFoldingRanges: model =>
    foldedLines(assemblyOf(model)).map(({ line, endLine }) => ({
      start: line,
      end: endLine,
      kind: monaco.languages.FoldingRangeKind.Comment,
    })),
}

export const signatures: monaco.languages.SignatureHelpProvider = {
  provideSignatureHelp(model, position) {
    const told = signature(assemblyOf(model), positionOf(position))
    if (told === null) return null
    const { language } = surroundingsOf(model)
    const { label, documentation, parameters, active } = told
    const value = {
      activeSignature: 0,
      activeParameter: active,
      signatures: [
        {
          label,
          documentation: { value: documentation[language] },
          parameters: parameters.map(({ start, end, documentation }) => ({
            label: [start, end] satisfies [number, number],
            documentation: { value: documentation[language] },
          })),
        },
      ],
    }
    return { value, dispose: () => undefined }
  },
}
