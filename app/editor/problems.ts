// The assembler's diagnostics as the editor's markers: underlined, told by hover and by F8, in the reader's language.
import type { Diagnostic, Severity } from '../../assembler/index.ts'
import type { Language } from '../../emulator/instructions/index.ts'
import { LANGUAGE_ID } from './grammar.ts'
import { monaco } from './monaco.ts'
import { plainly } from './words.ts'

const SEVERITY: Record<Severity, monaco.MarkerSeverity> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  hint: monaco.MarkerSeverity.Hint,
}

/** Shows diagnostics in a text, in place of those shown before. */
export function showProblems(
  model: monaco.editor.ITextModel,
  diagnostics: readonly Diagnostic[],
  language: Language,
): void {
  monaco.editor.setModelMarkers(
    model,
    LANGUAGE_ID,
    diagnostics.map(({ severity, code, message, line, column, endLine, endColumn }) => ({
      severity: SEVERITY[severity],
      code,
      message: plainly(message[language]),
      startLineNumber: line,
      startColumn: column,
      endLineNumber: endLine,
      endColumn,
    })),
  )
}
