// The parser's hand on a line: where it is, the tokens it steps over, the problems it has found. It knows no operand.

import { REASONS } from '../diagnostics/index.ts'
import { type LineFix, type Problem, problem, remove, replace } from '../problems.ts'
import { looksLikeRegister } from '../semantics/reserved.ts'
import {
  beginsName,
  isBlank,
  isDigit,
  isFalseBlank,
  isHidden,
  NO_BREAK_SPACE,
  nameAt,
  nameEnd,
  shown,
  width,
} from './characters.ts'
import type { Columns, NameNode } from './syntax.ts'

export const COMMA = 44
export const COLON = 58
export const SEMICOLON = 59
export const HASH = 35
export const OPEN = 91
export const CLOSE = 93
export const MINUS = 45
export const PLUS = 43
export const TIMES = 42
export const DIVIDED = 47
export const QUOTE = 39
export const DOUBLE_QUOTE = 34
export const DOT = 46
export const ANY = 63
export const BACKSLASH = 92

/** Reads the tokens of one line at a time. */
export class TokenReader {
  protected text = '\n'
  protected from = 0
  protected to = 0
  protected at = 0
  protected problems: Problem[] | null = null
  protected strays: NameNode[] | null = null
  /** Whether a colon ends an operand (the address of `.data`). */
  protected colonEnds = false
  /** The columns of the last token, after which something may be missing. */
  protected lastColumn = 1
  protected lastEndColumn = 1

  protected numberEnd(at: number): number {
    let end = nameEnd(this.text, at)
    while (this.text.charCodeAt(end) === DOT) end = nameEnd(this.text, end + 1)
    return end
  }

  protected column(at: number): number {
    return at - this.from + 1
  }

  protected lastToken(start: number, end: number): void {
    this.lastColumn = start - this.from + 1
    this.lastEndColumn = end - this.from + 1
  }

  protected character(): Columns {
    return { column: this.column(this.at), endColumn: this.column(this.at + 1) }
  }

  protected ended(): boolean {
    return this.at >= this.to || this.text.charCodeAt(this.at) === SEMICOLON
  }

  /** Goes over blanks; what only looks like a blank is said and taken for one. */
  protected skipBlanks(): void {
    const text = this.text
    for (;;) {
      let c = text.charCodeAt(this.at)
      while (c === 32 || c === 9) c = text.charCodeAt(++this.at)
      if (c > 32 && c < 127) return
      if (this.at >= this.to || !isFalseBlank(c)) return
      const start = this.at
      while (this.at < this.to && text.charCodeAt(this.at) === c) this.at++
      const open =
        isBlank(text.charCodeAt(start - 1)) || start === this.from || this.ended() || isBlank(text.charCodeAt(this.at))
      const fix =
        c < 160 && open
          ? remove(this.column(start), this.column(this.at), shown(text, start), true)
          : replace(this.column(start), this.column(this.at), ' ', true)
      const fixes = [fix]
      this.say(problem('unexpected-character', this.column(start), this.column(this.at), [shown(text, start)], fixes))
    }
  }

  /** Control and direction characters within a comment, string or character: each run is one mistake. */
  protected hiddenIn(from: number, to: number, isCharacter = false): void {
    const text = this.text
    for (let at = from; at < to; at++) {
      if (!isHidden(text.charCodeAt(at))) continue
      const start = at
      const isSpace = text.charCodeAt(at) === NO_BREAK_SPACE
      while (
        at + 1 < to &&
        isHidden(text.charCodeAt(at + 1)) &&
        (text.charCodeAt(at + 1) === NO_BREAK_SPACE) === isSpace
      )
        at++
      const column = this.column(start)
      const endColumn = this.column(at + 1)
      const what = shown(text, start)
      // Without it, a character between quotes would be missing.
      const fix = isSpace ? replace(column, endColumn, ' ', true) : remove(column, endColumn, what, true)
      this.say(problem('unexpected-character', column, endColumn, [what], isCharacter && !isSpace ? [] : [fix]))
    }
  }

  /** The `]` that closes a bracket from `at` on, before another one opens; −1 where there is none. */
  protected closing(at: number): number {
    for (let i = at; i < this.to; i++) {
      const c = this.text.charCodeAt(i)
      if (c === CLOSE) return i
      if (c === OPEN || c === SEMICOLON || c === DOUBLE_QUOTE) return -1
    }
    return -1
  }

  /** Goes to the end of an operand that can't be understood; gives where its last character ends. */
  protected skipOperand(): number {
    let depth = 0
    let end = this.at
    while (!this.ended()) {
      const c = this.text.charCodeAt(this.at)
      if (c === COMMA || (c === COLON && this.colonEnds)) break
      if (c === OPEN) depth++
      if (c === CLOSE && --depth < 0) break
      if (isBlank(c)) this.at++
      else end = this.token()
    }
    return end
  }

  /** Everything up to the comment: only its names count. */
  protected strayTokens(): void {
    while (!this.ended()) this.token()
  }

  /** One token that isn't judged. */
  protected token(): number {
    const text = this.text
    const at = this.at
    const c = text.charCodeAt(at)
    if (beginsName(text, at, c)) {
      this.at = nameEnd(text, at)
      this.stray(at, this.at)
    } else if (isDigit(c)) this.at = this.numberEnd(at)
    else if (c === DOUBLE_QUOTE) {
      let end = at + 1
      while (end < this.to && text.charCodeAt(end) !== DOUBLE_QUOTE) end += text.charCodeAt(end) === BACKSLASH ? 2 : 1
      this.at = Math.min(end + 1, this.to)
    } else if (c === QUOTE && text.charCodeAt(at + 2) === QUOTE) this.at = Math.min(at + 3, this.to)
    else this.at = at + width(text, at)
    return this.at
  }

  protected stray(start: number, end: number): void {
    if (looksLikeRegister(this.text, start, end)) return
    this.strays ??= []
    this.strays.push(this.nameNode(start, end))
  }

  protected nameNode(start: number, end: number): NameNode {
    return { name: nameAt(this.text, start, end), column: this.column(start), endColumn: this.column(end) }
  }

  /** `//`, `#` or `--`, which begin a comment elsewhere: whether one stands there. The rest of the line is one. */
  protected foreignComment(at: number): boolean {
    const mark = /^(\/\/|\/\*|#|--)/.exec(this.text.slice(at, Math.min(at + 2, this.to)))?.[0]
    if (mark === undefined) return false
    const end = at + mark.length
    const fix = mark === '/*' ? this.blockComment(at) : replace(this.column(at), this.column(end), ';', true)
    this.say(problem('unexpected-character', this.column(at), this.column(end), [mark, REASONS.comment], [fix]))
    this.at = this.to
    return true
  }

  /** `/* … *\/` up to the end of its line, or of the line's part of it, as a comment of here. */
  private blockComment(at: number): LineFix {
    const rest = this.text.slice(at, this.to)
    const note = rest.slice(2).replace(/\s*\*\/\s*$/, '')
    return replace(this.column(at), this.column(this.to), `;${note}`, false)
  }

  /** A name, a number or a character where it can't stand. */
  protected unexpectedAt(start: number, fixes: readonly LineFix[] = []): Problem {
    const text = this.text
    const c = text.charCodeAt(start)
    const word = isDigit(c) ? this.numberEnd(start) : beginsName(text, start, c) ? nameEnd(text, start) : -1
    return this.unexpected(start, word < 0 ? start + width(text, start) : word, fixes)
  }

  protected unexpected(start: number, end: number, fixes: readonly LineFix[] = []): Problem {
    const text = this.text
    const single = end - start === width(text, start)
    const what = single ? shown(text, start) : text.slice(start, end)
    return problem('unexpected-character', this.column(start), this.column(end), [what], fixes)
  }

  protected say(found: Problem): void {
    this.problems ??= []
    this.problems.push(found)
  }

  protected forget(mark: number): void {
    if (this.problems !== null && this.problems.length > mark) this.problems.length = mark
  }
}
