// The language server: the language service's plain values in the protocol's shapes. It knows no rule of the language.
import {
  CodeActionKind,
  CompletionItemKind,
  createConnection,
  type DiagnosticSeverity,
  DocumentHighlightKind,
  InsertTextFormat,
  LSPErrorCodes,
  MarkupKind,
  ProposedFeatures,
  type Range as ProtocolRange,
  ResponseError,
  SymbolKind,
  TextDocumentSyncKind,
  type TextEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type Assembly,
  assemble,
  type Diagnostic,
  fixAll,
  type Range,
  type Severity,
  type SourceEdit,
} from '../assembler/index.ts'
import {
  type CompletionKind,
  complete,
  definition,
  fixesAt,
  folding,
  formatEdits,
  type Highlight,
  highlights,
  hover,
  markdown,
  outline,
  type Position,
  paragraphs,
  prepareRename,
  references,
  rename,
  signature,
} from '../assembler/service/index.ts'
import { type Language, languageOf, plain, type Text } from '../emulator/instructions/index.ts'
import { GatedReader, WholeWriter } from './lsp-streams.ts'

/** A text open in the editor, understood when something is first asked of it. */
interface OpenText {
  readonly document: TextDocument
  assembly: Assembly | null
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, hint: 4 }

const COMPLETION_KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  instruction: CompletionItemKind.Keyword,
  directive: CompletionItemKind.Snippet,
  register: CompletionItemKind.Variable,
  constant: CompletionItemKind.Constant,
  label: CompletionItemKind.Function,
  cell: CompletionItemKind.Value,
  number: CompletionItemKind.Value,
}

const HIGHLIGHT_KINDS: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  definition: DocumentHighlightKind.Text,
  write: DocumentHighlightKind.Write,
  read: DocumentHighlightKind.Read,
}

/** The title of the action that applies every safe fix. */
const FIX_ALL: Text = { en: 'Apply all safe fixes', zh: '应用所有安全的修正' }

/** Milliseconds of quiet after a change before its diagnostics are sent. */
const QUIET = 20

const toRange = ({ line, column, endLine, endColumn }: Range): ProtocolRange => ({
  start: { line: line - 1, character: column - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
})

const fromRange = ({ start, end }: ProtocolRange): Range => ({
  line: start.line + 1,
  column: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
})

const toEdit = (edit: SourceEdit): TextEdit => ({ range: toRange(edit), newText: edit.text })

const toPosition = ({ line, character }: { line: number; character: number }): Position => ({
  line: line + 1,
  column: character + 1,
})

/**
 * Serves one client until it says `exit` or closes the stream; then the process ends.
 * @param fallback the language of the words where the client names none
 * @param fixed whether the client has no say in that
 */
export function serveLanguage(fallback: Language, fixed: boolean): Promise<number> {
  const connection = createConnection(ProposedFeatures.all, new GatedReader(), new WholeWriter())
  const texts = new Map<string, OpenText>()
  let language = fallback

  const assemblyOf = (uri: string): Assembly | null => {
    const open = texts.get(uri)
    if (open === undefined) return null
    open.assembly ??= assemble(open.document.getText())
    return open.assembly
  }

  const toDiagnostic = (found: Diagnostic) => ({
    range: toRange(found),
    severity: SEVERITIES[found.severity],
    code: found.code,
    source: 'toycpu',
    message: plain(found.message[language]),
    // What is unreachable or unused may be shown faded.
    ...(found.code === 'unused-label' || found.code === 'unreachable-code' ? { tags: [1 as const] } : {}),
  })

  const publish = (uri: string): void => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return
    const version = texts.get(uri)?.document.version ?? 0
    void connection.sendDiagnostics({ uri, version, diagnostics: assembly.diagnostics.map(toDiagnostic) })
  }

  const changed = (document: TextDocument): void => {
    const { uri, version } = document
    texts.set(uri, { document, assembly: null })
    setTimeout(() => {
      if (texts.get(uri)?.document.version === version) publish(uri)
    }, QUIET)
  }

  connection.onInitialize(({ locale }) => {
    if (!fixed && locale !== undefined) language = languageOf(locale)
    return {
      serverInfo: { name: 'toycpu' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
        completionProvider: { triggerCharacters: ['.', '#', '[', ',', ' '] },
        definitionProvider: true,
        documentFormattingProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        hoverProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        signatureHelpProvider: { triggerCharacters: [' ', ','] },
      },
    }
  })

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, text, version } }) =>
    changed(TextDocument.create(uri, languageId, version, text)),
  )
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const open = texts.get(uri)
    if (open !== undefined) changed(TextDocument.update(open.document, contentChanges, version))
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    texts.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return []
    const wants = (kind: string): boolean => only === undefined || only.some(each => kind.startsWith(each))
    const fixes = wants(CodeActionKind.QuickFix) ? fixesAt(assembly, fromRange(range)) : []
    const actions = fixes.map(({ fix, diagnostic }) => ({
      title: plain(fix.title[language]),
      kind: CodeActionKind.QuickFix as string,
      isPreferred: fix.safe,
      diagnostics: [toDiagnostic(diagnostic)],
      edit: { changes: { [uri]: fix.edits.map(toEdit) } },
    }))
    const whole = texts.get(uri)?.document.getText() ?? ''
    const fixed = wants(CodeActionKind.SourceFixAll) ? fixAll(whole).text : whole
    if (fixed === whole) return actions
    const { syntax } = assembly
    const end = { line: syntax.lineCount - 1, character: syntax.lineText(syntax.lineCount).length }
    const edit = { range: { start: { line: 0, character: 0 }, end }, newText: fixed }
    const all = { title: FIX_ALL[language], kind: CodeActionKind.SourceFixAll, edit: { changes: { [uri]: [edit] } } }
    return [...actions, all]
  })

  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return []
    return complete(assembly, toPosition(position)).map((item, order) => ({
      label: item.label,
      kind: COMPLETION_KINDS[item.kind],
      detail: item.detail[language],
      sortText: String(order).padStart(5, '0'),
      insertTextFormat: item.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range: toRange(item.range), newText: item.insert },
      ...(item.documentation.length === 0
        ? {}
        : { documentation: { kind: MarkupKind.Markdown, value: paragraphs(item.documentation, language) } }),
    }))
  })

  connection.onHover(({ textDocument: { uri }, position }) => {
    const assembly = assemblyOf(uri)
    const told = assembly === null ? null : hover(assembly, toPosition(position))
    if (told === null) return null
    return {
      range: toRange(told.range),
      contents: { kind: MarkupKind.Markdown, value: paragraphs(told.contents, language) },
    }
  })

  connection.onSignatureHelp(({ textDocument: { uri }, position }) => {
    const assembly = assemblyOf(uri)
    const help = assembly === null ? null : signature(assembly, toPosition(position))
    if (help === null) return null
    const written = help.written[language]
    const parameters = written.parameters.map(({ start, end, documentation }) => ({
      label: [start, end] as [number, number],
      documentation: { kind: MarkupKind.Markdown, value: markdown(documentation) },
    }))
    const documentation = plain(written.documentation)
    return {
      signatures: [{ label: written.label, documentation, parameters }],
      activeSignature: 0,
      activeParameter: help.active,
    }
  })

  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const assembly = assemblyOf(uri)
    const range = assembly === null ? null : definition(assembly, toPosition(position))
    return range === null ? null : { uri, range: toRange(range) }
  })

  connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }) => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return []
    return references(assembly, toPosition(position), includeDeclaration).map(range => ({ uri, range: toRange(range) }))
  })

  connection.onDocumentHighlight(({ textDocument: { uri }, position }) => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return []
    return highlights(assembly, toPosition(position)).map(({ range, kind }) => ({
      range: toRange(range),
      kind: HIGHLIGHT_KINDS[kind],
    }))
  })

  connection.onPrepareRename(({ textDocument: { uri }, position }) => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return null
    const prepared = prepareRename(assembly, toPosition(position))
    if ('refusal' in prepared) return new ResponseError(LSPErrorCodes.RequestFailed, plain(prepared.refusal[language]))
    return { range: toRange(prepared.range), placeholder: prepared.name }
  })

  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return null
    const renamed = rename(assembly, toPosition(position), newName)
    if ('refusal' in renamed) return new ResponseError(LSPErrorCodes.RequestFailed, plain(renamed.refusal[language]))
    return { changes: { [uri]: renamed.edits.map(toEdit) } }
  })

  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return []
    return outline(assembly).map(item => ({
      name: item.name,
      detail: item.detail[language],
      kind: item.kind === 'label' ? SymbolKind.Function : SymbolKind.Constant,
      range: toRange(item.range),
      selectionRange: toRange(item.selection),
    }))
  })

  connection.onFoldingRanges(({ textDocument: { uri } }) => {
    const assembly = assemblyOf(uri)
    if (assembly === null) return []
    return folding(assembly).map(({ line, endLine }) => ({
      startLine: line - 1,
      endLine: endLine - 1,
      kind: 'comment',
    }))
  })

  connection.onDocumentFormatting(({ textDocument: { uri } }) => {
    const open = texts.get(uri)
    return open === undefined ? [] : formatEdits(open.document.getText()).map(toEdit)
  })

  connection.listen()
  // The process ends when its client says so or is gone.
  return new Promise(() => undefined)
}
