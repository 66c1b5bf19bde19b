// Names in the editor: definition, references, highlights, renaming with its refusals, the outline.
import type { Highlight, OutlineItem } from '../../../assembler/service/index.ts'
import { monaco } from '../monaco.ts'
import { plainly } from '../words.ts'
import { askAbout, surroundingsOf } from './context.ts'
import { monacoRange, positionOf, workspaceEdit } from './places.ts'

const { DocumentHighlightKind, SymbolKind } = monaco.languages

export const definitions: monaco.languages.DefinitionProvider = {
  async provideDefinition(model, position) {
    const found = await askAbout(model, 'definition', positionOf(position))
    return found === null ? null : { uri: model.uri, range: monacoRange(found) }
  },
}

export const allReferences: monaco.languages.ReferenceProvider = {
  async provideReferences(model, position, { includeDeclaration }) {
    const found = await askAbout(model, 'references', positionOf(position), includeDeclaration)
    return found?.map(range => ({ uri: model.uri, range: monacoRange(range) })) ?? []
  },
}

const HIGHLIGHT: Record<Highlight['kind'], monaco.languages.DocumentHighlightKind> = {
  definition: DocumentHighlightKind.Write,
  write: DocumentHighlightKind.Write,
  read: DocumentHighlightKind.Read,
}

/** Of more highlights than these, as a cell in a long text may have, those so many lines away at most are shown. */
const MANY = 1000
const FAR = 500

export const sameNames: monaco.languages.DocumentHighlightProvider = {
  async provideDocumentHighlights(model, position) {
    const found = (await askAbout(model, 'highlights', positionOf(position))) ?? []
    return found
      .filter(({ range }) => found.length <= MANY || Math.abs(range.line - position.lineNumber) <= FAR)
      .map(({ range, kind }) => ({ range: monacoRange(range), kind: HIGHLIGHT[kind] }))
  },
}

export const renaming: monaco.languages.RenameProvider = {
  async resolveRenameLocation(model, position) {
    const { language } = surroundingsOf(model)
    const found = await askAbout(model, 'prepareRename', positionOf(position))
    if (found === null) return null
    if (!('refusal' in found)) return { range: monacoRange(found.range), text: found.name }
    const range = monaco.Range.fromPositions(position)
    return { range, text: '', rejectReason: plainly(found.refusal[language]) }
  },
  async provideRenameEdits(model, position, to) {
    const { language } = surroundingsOf(model)
    const renamed = await askAbout(model, 'rename', positionOf(position), to)
    if (renamed === null) return null
    if (!('refusal' in renamed)) return workspaceEdit(model, renamed.edits)
    return { edits: [], rejectReason: plainly(renamed.refusal[language]) }
  },
}

const SYMBOL: Record<OutlineItem['kind'], monaco.languages.SymbolKind> = {
  label: SymbolKind.Function,
  constant: SymbolKind.Constant,
}

export const outlining: monaco.languages.DocumentSymbolProvider = {
  async provideDocumentSymbols(model) {
    const { language } = surroundingsOf(model)
    const found = (await askAbout(model, 'outline')) ?? []
    return found.map(({ name, kind, detail, range, selection }) => ({
      name,
      detail: detail[language],
      kind: SYMBOL[kind],
      tags: [],
      range: monacoRange(range),
      selectionRange: monacoRange(selection),
    }))
  },
}
