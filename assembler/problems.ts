// A problem within one line, as the parser finds it, and its fixes; the collection of all of a text's problems, which
// keeps the first thousand (language.md, section 5). It knows no syntax.
import { code, parts, type Sentence } from '../emulator/instructions/index.ts'
import {
  DIAGNOSTICS,
  type Diagnostic,
  type DiagnosticCode,
  type Fix,
  type Particulars,
  type Severity,
  wordsOf,
} from './diagnostics/index.ts'

/** How many diagnostics a text has at most, before `too-many-problems`. */
export const MAX_DIAGNOSTICS = 1000

/** How many errors a line has at most whose form is broken: the others most probably follow from that. */
const MOST_OF_BROKEN = 2

/** The errors after which it is only a guess what belongs to what on the line. */
const BREAKS_FORM: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'expected-operand',
  'expected-comma',
  'expected-colon',
  'unclosed-bracket',
  'malformed-character',
  'unexpected-character',
])

/** What is known of a line with errors. */
interface WrongLine {
  /** How many there are, all full-width characters together being one: they are read as what they stand for. */
  errors: number
  fullwidth: boolean
  broken: boolean
}

/** An edit within one line: columns from 1, the end exclusive. */
export interface LineEdit {
  readonly column: number
  readonly endColumn: number
  readonly text: string
}

/** A fix within one line. */
export interface LineFix {
  readonly title: Sentence
  readonly safe: boolean
  readonly edits: readonly LineEdit[]
}

/** A problem within one line. */
export interface Problem {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly column: number
  readonly endColumn: number
  readonly message: Sentence
  readonly fixes: readonly LineFix[]
}

const NO_FIXES: readonly LineFix[] = []

/** A problem of `code` on the columns given. */
export function problem<C extends DiagnosticCode>(
  code: C,
  column: number,
  endColumn: number,
  particulars: Particulars<C>,
  fixes: readonly LineFix[] = NO_FIXES,
): Problem {
  return { code, severity: DIAGNOSTICS[code].severity, column, endColumn, message: wordsOf(code, particulars), fixes }
}

/** Puts `text` in place of the columns. */
export function replace(column: number, endColumn: number, text: string, safe: boolean): LineFix {
  const title =
    text === ''
      ? { en: parts`Remove this`, zh: parts`删除此处` }
      : text.trim() === ''
        ? { en: parts`Put a plain blank here`, zh: parts`改为普通空格` }
        : { en: parts`Write ${code(text)} instead`, zh: parts`改为 ${code(text)}` }
  return { title, safe, edits: [{ column, endColumn, text }] }
}

/** Inserts `text` before a column. */
export function insert(column: number, text: string, safe: boolean): LineFix {
  return {
    title: { en: parts`Insert ${code(text)}`, zh: parts`插入 ${code(text)}` },
    safe,
    edits: [{ column, endColumn: column, text }],
  }
}

/** Removes the columns, which hold `text`. */
export function remove(column: number, endColumn: number, text: string, safe: boolean): LineFix {
  return {
    title: { en: parts`Remove ${code(text)}`, zh: parts`删除 ${code(text)}` },
    safe,
    edits: [{ column, endColumn, text: '' }],
  }
}

/**
 * All problems of a text. They come in phases, each of which goes through the lines in order; of each phase the first
 * thousand and one are kept, which is enough to know the first thousand of all.
 */
export class Problems {
  private readonly kept: Diagnostic[] = []
  private readonly wrongLines = new Map<number, WrongLine>()
  private phase = 0
  private lastLine = 0
  private left: Severity | null = null

  /** Begins to go through the lines anew. */
  begin(): void {
    this.phase = this.kept.length
    this.lastLine = 0
  }

  add(line: number, found: Problem): void {
    if (found.severity === 'error' && this.isOneTooMany(line, found.code)) return
    if (this.kept.length - this.phase > MAX_DIAGNOSTICS && line > this.lastLine) {
      this.left = worse(this.left, found.severity)
      return
    }
    this.lastLine = line
    this.kept.push({
      code: found.code,
      severity: found.severity,
      line,
      column: found.column,
      endLine: line,
      endColumn: found.endColumn,
      message: found.message,
      fixes: found.fixes.map(fix => onLine(line, fix)),
    })
  }

  /** Notes an error on a line; whether the line is broken and enough has been said of it. */
  private isOneTooMany(line: number, code: DiagnosticCode): boolean {
    let wrong = this.wrongLines.get(line)
    if (wrong === undefined) {
      wrong = { errors: 0, fullwidth: false, broken: false }
      this.wrongLines.set(line, wrong)
    }
    if (code === 'fullwidth-character') {
      if (!wrong.fullwidth) wrong.errors++
      wrong.fullwidth = true
      return false
    }
    if (BREAKS_FORM.has(code)) wrong.broken = true
    return ++wrong.errors > MOST_OF_BROKEN && wrong.broken
  }

  /** A line is wrong, but that is told where its mistake comes from. */
  spare(line: number): void {
    if (!this.wrongLines.has(line)) this.wrongLines.set(line, { errors: 0, fullwidth: false, broken: false })
  }

  get hasErrors(): boolean {
    return this.wrongLines.size > 0
  }

  /** The lines with an error, ascending; none is left out. */
  errorLines(): readonly number[] {
    return [...this.wrongLines.keys()].sort((a, b) => a - b)
  }

  /** The first thousand by line and column, and a word about the rest. */
  list(): Diagnostic[] {
    const sorted = this.kept.sort((a, b) => a.line - b.line || a.column - b.column)
    if (sorted.length <= MAX_DIAGNOSTICS) return sorted
    const first = sorted[MAX_DIAGNOSTICS]
    let severity = this.left
    for (let i = MAX_DIAGNOSTICS; i < sorted.length; i++) severity = worse(severity, sorted[i]?.severity ?? 'hint')
    sorted.length = MAX_DIAGNOSTICS
    if (first !== undefined && severity !== null) {
      const { line, column, endLine, endColumn } = first
      const message = wordsOf('too-many-problems', [MAX_DIAGNOSTICS])
      sorted.push({ code: 'too-many-problems', severity, line, column, endLine, endColumn, message, fixes: [] })
    }
    return sorted
  }
}

const RANK: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 }

const worse = (a: Severity | null, b: Severity): Severity => (a !== null && RANK[a] >= RANK[b] ? a : b)

/** A line's fix with its line. */
export function onLine(line: number, fix: LineFix): Fix {
  return { title: fix.title, safe: fix.safe, edits: fix.edits.map(edit => ({ line, ...edit, endLine: line })) }
}
