// The service's positions, ranges and edits as the editor's engine has them.
import type { Range, SourceEdit } from '../../../assembler/index.ts'
import type { Position } from '../../../assembler/service/index.ts'
import { monaco } from '../monaco.ts'

export const positionOf = ({ lineNumber, column }: monaco.Position): Position => ({ line: lineNumber, column })

export const monacoRange = ({ line, column, endLine, endColumn }: Range): monaco.Range =>
  new monaco.Range(line, column, endLine, endColumn)

export const toRange = (range: monaco.IRange): Range => ({
  line: range.startLineNumber,
  column: range.startColumn,
  endLine: range.endLineNumber,
  endColumn: range.endColumn,
})

/** Edits of a model's text as it is now. */
export const workspaceEdit = (
  model: monaco.editor.ITextModel,
  edits: readonly SourceEdit[],
): monaco.languages.WorkspaceEdit => ({
  edits: edits.map(edit => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: monacoRange(edit), text: edit.text },
  })),
})
