// Parses one operand: its marker, its atom, and what can't belong to it. It knows no statement around it.
import { REGISTERS } from '../emulator/instructions/index.ts'
import { beginsName, isBlank, isDigit, nameAt, nameEnd, width } from './characters.ts'
import { type Particulars, REASONS } from './diagnostics/index.ts'
import { endsCharacter } from './fullwidth.ts'
import { ESCAPES, type Notation, notationAt, numberAt } from './literals.ts'
import { operandNode } from './nodes.ts'
import { insert, type LineFix, type Problem, problem, remove, replace } from './problems.ts'
import { looksLikeRegister } from './reserved.ts'
import type { AtomKind, Marker, OperandNode } from './syntax.ts'
import {
  ANY,
  BACKSLASH,
  CLOSE,
  COLON,
  COMMA,
  DIVIDED,
  DOUBLE_QUOTE,
  HASH,
  MINUS,
  OPEN,
  PLUS,
  QUOTE,
  SEMICOLON,
  TIMES,
  TokenReader,
} from './tokens.ts'

/** Reads operands. */
export class OperandParser extends TokenReader {
  /** Whether the operand read last took a comma with it, so that the next one isn't missed. */
  protected tookComma = false
  // Of the operand being read:
  private kind: AtomKind = 'missing'
  private atomStart = 0
  private atomEnd = 0
  private value = 0
  private notation: Notation = 'decimal'
  private name = ''
  private faulty = false

  /** One operand, up to what can't belong to it: a comma, the comment, the end, or the beginning of another one. */
  protected operand(): OperandNode {
    const text = this.text
    const start = this.at
    this.kind = 'missing'
    this.atomStart = start
    this.atomEnd = start
    this.value = 0
    this.notation = 'decimal'
    this.name = ''
    this.faulty = false
    this.tookComma = false
    let marker: Marker = 'none'
    let end: number
    const c = text.charCodeAt(start)
    if (c === HASH) {
      marker = 'immediate'
      end = this.immediate(start)
    } else if (c === OPEN) {
      marker = 'brackets'
      end = this.brackets(start)
    } else {
      this.atom(start)
      end = this.atomEnd > start ? this.atomEnd : this.at
    }
    end = this.tail(start, end)
    const before = this.from - 1
    const node = operandNode()
    node.marker = marker
    node.kind = this.kind
    node.column = start - before
    node.endColumn = end - before
    node.atomColumn = this.atomStart - before
    node.atomEndColumn = this.atomEnd - before
    node.value = this.value
    node.notation = this.notation
    node.name = this.name
    node.faulty = this.faulty
    return node
  }

  /** After `#`: its number. Gives where the operand ends. */
  private immediate(start: number): number {
    const text = this.text
    this.at = start + 1
    this.lastToken(start, start + 1)
    this.skipBlanks()
    const c = text.charCodeAt(this.at)
    if (this.ended() || c === COMMA || c === CLOSE || (c === COLON && this.colonEnds)) {
      return this.malformed(start, start + 1, REASONS.bareImmediate)
    }
    if (c === OPEN || c === HASH) {
      const at = this.at
      const end = this.skipOperand()
      const once = remove(this.column(start), this.column(start + 1), '#', false)
      if (c === HASH) return this.malformed(start, end, REASONS.bareImmediate, [{ ...once, safe: false }])
      return this.malformed(start, end, REASONS.immediateBrackets, at < end ? [once] : [])
    }
    this.atom(start)
    const end = Math.max(this.atomEnd, this.at)
    if (this.kind === 'register' && !this.faulty) {
      const fixes = this.value < 0 ? [] : [remove(this.column(start), this.column(this.atomStart), '#', false)]
      return this.malformed(start, this.atomEnd, REASONS.immediateRegister, fixes)
    }
    return end
  }

  /** After `[`: a cell and `]`. Gives where the operand ends. */
  private brackets(start: number): number {
    const text = this.text
    this.at = start + 1
    this.lastToken(start, start + 1)
    this.skipBlanks()
    const c = text.charCodeAt(this.at)
    if (this.ended() || c === COMMA) {
      this.fault(problem('unclosed-bracket', this.lastColumn, this.lastEndColumn, []))
      return start + 1
    }
    if (c === OPEN) return this.nested(start)
    if (c === CLOSE) {
      this.at++
      return this.malformed(start, this.at, REASONS.brackets)
    }
    if (c === HASH) {
      const hash = this.at
      this.at++
      this.skipBlanks()
      const close = this.closing(this.at)
      const inner = close < 0 ? '' : text.slice(this.at, close).trim()
      const end = close < 0 ? this.skipOperand() : this.skipTo(close + 1)
      const plain = inner !== '' && !/[\s,#]/.test(inner)
      const fix = remove(this.column(hash), this.column(hash + 1), '#', true)
      return this.malformed(start, end, REASONS.immediateInBrackets, plain ? [fix] : [])
    }
    if (this.isWronglySigned(this.at)) {
      const close = this.closing(this.at)
      const end = close < 0 ? this.skipOperand() : this.skipTo(close + 1)
      return this.malformed(start, end, REASONS.sign)
    }
    this.atom(start)
    if (this.faulty) {
      const close = this.closing(this.at)
      return close < 0 ? Math.max(this.at, this.atomEnd) : this.skipTo(close + 1)
    }
    this.skipBlanks()
    if (text.charCodeAt(this.at) === CLOSE && this.at < this.to) {
      this.lastToken(this.at, this.at + 1)
      this.at++
      return this.at
    }
    const close = this.closing(this.at)
    if (close >= 0) {
      const computed = /[-+*/]/.test(text.slice(this.at, close))
      const end = this.skipTo(close + 1)
      return this.malformed(start, end, computed ? REASONS.computed : REASONS.brackets)
    }
    const next = text.charCodeAt(this.at)
    if (next === PLUS || next === TIMES || next === DIVIDED) {
      return this.malformed(start, this.skipOperand(), REASONS.computed)
    }
    const column = this.lastColumn
    const endColumn = this.lastEndColumn
    this.fault(problem('unclosed-bracket', column, endColumn, [], [insert(endColumn, ']', true)]))
    return this.atomEnd
  }

  /** `[[…`: all of it, to the last bracket that belongs to it. */
  private nested(start: number): number {
    const text = this.text
    let depth = 0
    let at = start
    for (; at < this.to; at++) {
      const c = text.charCodeAt(at)
      if (c === OPEN) depth++
      else if (c === CLOSE) {
        depth--
        if (depth === 0) break
      } else if (c === COMMA || c === SEMICOLON) break
    }
    let end = depth === 0 ? at + 1 : at
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    const inner = text
      .slice(start, end)
      .replace(/^[[\s]+/, '')
      .replace(/[\]\s]+$/, '')
    this.at = start
    this.skipTo(end)
    const plain = inner !== '' && !/[\s[\],#]/.test(inner)
    const fixes = plain ? [replace(this.column(start), this.column(end), `[${inner}]`, false)] : []
    this.fault(problem('nested-indirection', this.column(start), this.column(end), [], fixes))
    return end
  }

  /** A number, character, string, name or `?` at the place; `start` is where the operand begins. */
  private atom(start: number): void {
    const text = this.text
    const at = this.at
    const c = text.charCodeAt(at)
    this.atomStart = at
    this.atomEnd = at
    if (isDigit(c)) this.number(at, at)
    else if (beginsName(text, at, c)) this.nameOrRegister(at)
    else if (this.isWronglySigned(at)) {
      const plain = c === PLUS && isDigit(text.charCodeAt(at + 1))
      const fixes = plain ? [remove(this.column(at), this.column(at + 1), '+', true)] : []
      this.atomEnd = this.malformed(start, this.skipOperand(), REASONS.sign, fixes)
    } else if (c === MINUS) this.number(at, at + 1)
    else if (c === QUOTE) this.characterLiteral(at)
    else if (c === DOUBLE_QUOTE) this.string(at)
    else if (c === ANY) {
      this.kind = 'any'
      this.take(at, at + 1)
    } else {
      const next = at + width(text, at)
      const fixes = c === CLOSE ? [remove(this.column(at), this.column(next), ']', true)] : []
      this.fault(this.unexpected(at, next, fixes))
      this.at = next
      this.lastToken(at, next)
      this.skipJunk()
      this.atomStart = at
      this.atomEnd = Math.max(next, this.atomEnd)
    }
  }

  /** Whether a sign stands there that isn't `-` right before a decimal number. */
  private isWronglySigned(at: number): boolean {
    const text = this.text
    const c = text.charCodeAt(at)
    if (c === PLUS) return true
    if (c !== MINUS) return false
    const letter = text.charCodeAt(at + 2) | 32
    return !isDigit(text.charCodeAt(at + 1)) || (text.charCodeAt(at + 1) === 48 && (letter === 120 || letter === 98))
  }

  /** After something that can't begin an operand: if one follows at once, it is that operand, and no more is said of it. */
  private skipJunk(): void {
    const text = this.text
    this.skipBlanks()
    const at = this.at
    if (this.ended()) return
    const c = text.charCodeAt(at)
    if (beginsName(text, at, c)) {
      this.stray(at, nameEnd(text, at))
      this.atomEnd = this.at = nameEnd(text, at)
    } else if (isDigit(c)) this.atomEnd = this.at = this.numberEnd(at)
  }

  private nameOrRegister(at: number): void {
    const text = this.text
    const end = nameEnd(text, at)
    this.take(at, end)
    this.name = nameAt(text, at, end)
    if (looksLikeRegister(text, at, end)) {
      this.kind = 'register'
      const digit = end - at === 2 ? text.charCodeAt(at + 1) - 48 : REGISTERS
      this.value = digit < REGISTERS ? digit : -1
    } else this.kind = 'name'
  }

  /** A number token from `start`, its digits from `digits` on. */
  private number(start: number, digits: number): void {
    const text = this.text
    const negative = digits > start
    let at = digits
    let value = 0
    let c = text.charCodeAt(at)
    while (isDigit(c)) {
      value = value * 10 + (c - 48)
      c = text.charCodeAt(++at)
    }
    const end = this.numberEnd(at)
    this.take(start, end)
    if (end > at) {
      this.notation = notationAt(text, digits)
      value = numberAt(text, digits, end, this.notation)
      if (value < 0) {
        this.notation = 'decimal'
        this.kind = 'missing'
        const written = text.slice(start, end)
        this.fault(problem('malformed-number', this.column(start), this.column(end), [written]))
        return
      }
    }
    this.kind = 'number'
    this.value = negative && value !== 0 ? -value : value
  }
  private characterLiteral(at: number): void {
    const text = this.text
    const first = text.charCodeAt(at + 1)
    let end = at + 1
    let value = -1
    this.kind = 'character'
    if (end < this.to && first !== QUOTE) {
      if (first === BACKSLASH) {
        value = end + 1 < this.to ? (ESCAPES[text.charAt(end + 1)] ?? -1) : -1
        end = Math.min(end + 1 + (end + 1 < this.to ? width(text, end + 1) : 0), this.to)
      } else {
        value = text.codePointAt(end) ?? 0
        end += width(text, end)
      }
      this.loneReturn(at, end)
    }
    if (text.charCodeAt(end) === QUOTE && end < this.to) {
      this.take(at, end + 1)
      if (value >= 0) {
        this.notation = 'character'
        this.value = value
      } else this.badCharacter(at, end + 1, first === QUOTE ? 'empty' : 'escape', [])
      return
    }
    // Not closed where it should be: at a later quote, or at the end of what looks like it.
    let close = end
    while (close < this.to && !endsCharacter(text.charCodeAt(close))) close++
    if (text.charCodeAt(close) === QUOTE && close < this.to) {
      this.take(at, close + 1)
      this.badCharacter(at, close + 1, 'many', [])
      return
    }
    let stop = at + 1
    while (stop < this.to && !isBlank(text.charCodeAt(stop)) && !endsCharacter(text.charCodeAt(stop))) stop++
    this.take(at, stop)
    const fixes = stop === end && value >= 0 ? [insert(this.column(end), "'", true)] : []
    this.badCharacter(at, stop, 'open', fixes)
  }

  private badCharacter(
    start: number,
    end: number,
    what: Particulars<'malformed-character'>[0],
    fixes: readonly LineFix[],
  ): void {
    this.fault(problem('malformed-character', this.column(start), this.column(end), [what], fixes))
  }

  private string(at: number): void {
    const text = this.text
    let end = at + 1
    let badEscape = -1
    while (end < this.to && text.charCodeAt(end) !== DOUBLE_QUOTE) {
      if (text.charCodeAt(end) !== BACKSLASH) {
        end++
        continue
      }
      if (badEscape < 0 && end + 1 < this.to && ESCAPES[text.charAt(end + 1)] === undefined) badEscape = end
      end += 2
    }
    this.kind = 'string'
    this.loneReturn(at, Math.min(end, this.to))
    if (end >= this.to) {
      let last = this.to
      while (isBlank(text.charCodeAt(last - 1))) last--
      this.take(at, last)
      this.at = this.to
      const escaped = end > this.to
      // Where it may have been meant to end before, closing it at the end of the line is one choice of several.
      const safe = !/[,;，；“”]/.test(text.slice(at, last))
      this.badCharacter(at, last, 'string', escaped ? [] : [insert(this.column(last), '"', safe)])
      return
    }
    this.take(at, end + 1)
    if (badEscape >= 0) {
      this.badCharacter(badEscape, badEscape + 1 + width(text, badEscape + 1), 'escape', [])
    }
  }

  /** After an operand: what can't follow it, before the comma or the next operand. Gives where the operand ends. */
  private tail(start: number, operandEnd: number): number {
    const text = this.text
    let end = operandEnd
    // Right after a string or character, and right after what can't stand there, nothing begins a new operand.
    let glues = this.kind === 'string' || this.kind === 'character'
    for (;;) {
      const before = this.at
      this.skipBlanks()
      const at = this.at
      const c = text.charCodeAt(at)
      if (this.ended() || c === COMMA || (c === COLON && this.colonEnds)) break
      const quote = c === QUOTE || c === DOUBLE_QUOTE
      const glued = at === before && (glues || (quote && !this.colonEnds))
      if (!glued) {
        if (beginsName(text, at, c) || isDigit(c) || c === HASH || c === OPEN || quote || c === ANY) break
        if (c === MINUS && at > before && isDigit(text.charCodeAt(at + 1))) break
      }
      if (!this.faulty && (c === MINUS || c === PLUS || c === TIMES || c === DIVIDED)) {
        end = this.skipOperand()
        this.malformed(start, end, REASONS.computed)
        break
      }
      if (!this.faulty) {
        const fixes = c === CLOSE ? [remove(this.column(at), this.column(at + 1), ']', true)] : []
        this.fault(this.unexpectedAt(at, fixes))
        // More right after a string: its end is probably not where it was meant, so the rest can't be understood.
        if (this.kind === 'string' && glued) this.strayTokens()
        glues = true
        continue
      }
      // A quote that begins nothing is stepped over alone: what it would enclose may be what is meant.
      if (quote || !glues) this.at = at + width(text, at)
      else this.token()
    }
    return end
  }

  private malformed(
    start: number,
    end: number,
    reason: Particulars<'malformed-operand'>[0],
    fixes: readonly LineFix[] = [],
  ) {
    this.fault(problem('malformed-operand', this.column(start), this.column(end), [reason], fixes))
    return end
  }

  /** Says what is wrong with the operand, unless something has been said of it. */
  private fault(found: Problem): void {
    if (!this.faulty) this.say(found)
    this.faulty = true
  }

  /** Makes `[start, end)` the operand's atom and goes on after it. */
  protected take(start: number, end: number): void {
    this.atomStart = start
    this.atomEnd = end
    this.at = end
    this.lastToken(start, end)
  }

  /** Goes to `end` through tokens that can't be understood. */
  protected skipTo(end: number): number {
    while (this.at < end) {
      if (this.text.charCodeAt(this.at) === COMMA) this.tookComma = true
      this.token()
    }
    this.at = end
    return end
  }
}
