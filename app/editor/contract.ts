// What the editor is given and what it tells: plain values, no store and no Monaco in it.
import type { Diagnostic, SourceEdit } from '../../assembler/index.ts'
import type { Language } from '../../emulator/instructions/index.ts'
import type { AskLanguage } from '../worker/language.ts'
import type { ValuesOfLine } from '../worker/line-values.ts'

/** The lines that the position marks, 1-based; null where there is none. */
export interface LineMarks {
  /** ▶ the line executed last. */
  readonly last: number | null
  /** › the line executed next. */
  readonly next: number | null
  /** ✕ the line that faults instead of being executed. */
  readonly fault: number | null
}

/** What the rest of the page can ask of the editor. */
export interface EditorHandle {
  focus(): void
  /** Selects a range, brings it into view and focuses the editor. */
  reveal(range: { line: number; column: number; endLine: number; endColumn: number }): void
  /** Applies a fix's edits as one undoable change. */
  apply(edits: readonly SourceEdit[]): void
  /** The line the cursor is on. */
  cursorLine(): number
  /** Monaco's own actions, for the palette. */
  actions(): readonly { id: string; label: string }[]
  run(actionId: string): void
}

export interface EditorProps {
  /** Which text is being edited: another name is another model with an undo history of its own. */
  readonly name: string
  readonly text: string
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly diagnostics: readonly Diagnostic[]
  readonly marks: LineMarks
  /** Whether marks and values belong to an older text (problems in this one): they then move with their lines. */
  readonly old: boolean
  /** Values for the lines in sight. */
  readonly values: readonly ValuesOfLine[]
  readonly breakpoints: readonly number[]
  /** Lines that are part of an exercise's task: a change that would lose one is taken back. */
  readonly fixed: readonly string[]
  /** How the language's service is asked about the newest text. */
  readonly ask: AskLanguage
  onChange(text: string): void
  /** The lines in sight, 1-based, both included. */
  onVisible(first: number, last: number): void
  onCursor(line: number): void
  onBreakpoints(lines: readonly number[]): void
  /** A key that means a command of the page was pressed in the editor (F10, F5, F9, F1 …): true when it was taken. */
  onKey(event: KeyboardEvent): boolean
  /** A text larger than any program was to be pasted, and was not. */
  onTooLarge(): void
  onReady(handle: EditorHandle): void
  /** Whether the engine's own words (its menus) are in another language than the page: only a reload changes them. */
  onForeign(isForeign: boolean): void
}
