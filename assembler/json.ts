// Diagnostics in the shape that `toycpu check --json` prints (command-line.md, JSON).
import { type Language, plain } from '../emulator/instructions/index.ts'
import type { Diagnostic, Severity, SourceEdit } from './diagnostics/index.ts'

export interface DiagnosticJson {
  readonly severity: Severity
  readonly code: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
  readonly fixes: readonly { readonly title: string; readonly safe: boolean; readonly edits: readonly SourceEdit[] }[]
}

/** Diagnostics with their words in one language, keys in the order of command-line.md. */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[], language: Language): DiagnosticJson[] {
  return diagnostics.map(({ severity, code, line, column, endLine, endColumn, message, fixes }) => ({
    severity,
    code,
    line,
    column,
    endLine,
    endColumn,
    message: plain(message[language]),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title: plain(title[language]),
      safe,
      edits: edits.map(edit => ({
        line: edit.line,
        column: edit.column,
        endLine: edit.endLine,
        endColumn: edit.endColumn,
        text: edit.text,
      })),
    })),
  }))
}
