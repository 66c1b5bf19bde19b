// Names in the editor: definition, references, highlights, renaming with its refusals, the outline.
import {
  definition,
  type Highlight,
  highlights,
  type OutlineItem,
  outline,
  prepareRename,
  references,
  rename,
} from '../../../assembler/service/index.ts'
import { monaco } from '../monaco.ts'
import { assemblyOf, surroundingsOf } from './context.ts'
import { positionOf, rangeOf, workspaceEdit } from './places.ts'

const { DocumentHighlightKind, SymbolKind } = monaco.languages

export const definitions: monaco.languages.DefinitionProvider = {
  provideDefinition(model, position) {
    const found = definition(assemblyOf(model), positionOf(position))
    return found === null ? null : { uri: model.uri, range: rangeOf(found) }
  },
}

export const allReferences: monaco.languages.ReferenceProvider = {
  provideReferences: (model, position, { includeDeclaration }) =>
    references(assemblyOf(model), positionOf(position), includeDeclaration).map(range => ({
      uri: model.uri,
      range: rangeOf(range),
    })),
}

const HIGHLIGHT: Record<Highlight['kind'], monaco.languages.DocumentHighlightKind> = {
  definition: DocumentHighlightKind.Write,
  write: DocumentHighlightKind.Write,
  read: DocumentHighlightKind.Read,
}

export const sameNames: monaco.languages.DocumentHighlightProvider = {
  provideDocumentHighlights: (model, position) =>
    highlights(assemblyOf(model), positionOf(position)).map(({ range, kind }) => ({
      range: rangeOf(range),
      kind: HIGHLIGHT[kind],
    })),
}

/** A refusal in plain words: the engine shows it without Markdown. */
const plainly = (words: string): string => words.replaceAll('`', '')

export const renaming: monaco.languages.RenameProvider = {
  resolveRenameLocation(model, position) {
    const found = prepareRename(assemblyOf(model), positionOf(position))
    if (!('refusal' in found)) return { range: rangeOf(found.range), text: found.name }
    const { language } = surroundingsOf(model)
    const range = monaco.Range.fromPositions(position)
    return { range, text: '', rejectReason: plainly(found.refusal[language]) }
  },
  provideRenameEdits(model, position, to) {
    const renamed = rename(assemblyOf(model), positionOf(position), to)
    if (!('refusal' in renamed)) return workspaceEdit(model, renamed.edits)
    return { edits: [], rejectReason: plainly(renamed.refusal[surroundingsOf(model).language]) }
  },
}

const SYMBOL: Record<OutlineItem['kind'], monaco.languages.SymbolKind> = {
  label: SymbolKind.Function,
  constant: SymbolKind.Constant,
}

export const outlining: monaco.languages.DocumentSymbolProvider = {
  provideDocumentSymbols(model) {
    const { language } = surroundingsOf(model)
    return outline(assemblyOf(model)).map(({ name, kind, detail, range, selection }) => ({
      name,
      detail: detail[language],
      kind: SYMBOL[kind],
      tags: [],
      range: rangeOf(range),
      selectionRange: rangeOf(selection),
    }))
  },
}
