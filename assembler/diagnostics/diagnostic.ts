// What a diagnostic is: plain, serialisable values with positions in UTF-16 units (language.md, section 5).
import type { Sentence } from '../../emulator/instructions/index.ts'

export type Severity = 'error' | 'warning' | 'hint'

/** A piece of the text: 1-based lines and columns in UTF-16 code units, the end exclusive; a BOM counts no column. */
export interface Range {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Puts `text` in place of a range (an empty range inserts). */
export interface SourceEdit extends Range {
  readonly text: string
}

/** One way to mend a problem. A safe one leaves no choice. Its edits don't overlap and belong to one text. */
export interface Fix {
  readonly title: Sentence
  readonly safe: boolean
  readonly edits: readonly SourceEdit[]
}

/** A row of the table of diagnostics: `words` are a function of the particulars, examples are tests and manual at once. */
export interface DiagnosticRow<P extends readonly unknown[]> {
  readonly severity: Severity
  readonly words: (...particulars: P) => Sentence
  readonly examples: readonly Example[]
}

/**
 * A program with the squiggles drawn under its lines by `~`; a line `(1001 times) jmp a` stands for so many such lines.
 * `fixed` is what the first fix offered makes of it; without it, no fix is offered.
 */
export interface Example {
  readonly text: string
  readonly fixed?: string
}

/** Names the type of a row's particulars. */
export const row = <P extends readonly unknown[]>(r: DiagnosticRow<P>): DiagnosticRow<P> => r
