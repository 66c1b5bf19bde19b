// Parses one atom, what an operand names: a number, a character, a string, a register, a name or `?`. It knows no marker
// before it.
import { REGISTERS } from '../../emulator/instructions/index.ts'
import { type Particulars, REASONS } from '../diagnostics/index.ts'
import { foreignNumber } from '../dialects/operands.ts'
import { insert, type LineFix, type Problem, problem, remove, replace } from '../problems.ts'
import { looksLikeRegister } from '../semantics/reserved.ts'
import { beginsName, isBlank, isDigit, nameAt, nameEnd, width } from './characters.ts'
import { endsCharacter } from './fullwidth.ts'
import { composedAt, ESCAPES, type LiteralNotation, notationAt, numberAt } from './literals.ts'
import type { AtomKind } from './syntax.ts'
import { ANY, BACKSLASH, CLOSE, DOUBLE_QUOTE, MINUS, PLUS, QUOTE, TokenReader } from './tokens.ts'

const PERCENT = 37
const DOLLAR = 36

/** Reads atoms. */
export class AtomParser extends TokenReader {
  // Of the operand being read:
  protected kind: AtomKind = 'missing'
  protected atomStart = 0
  protected atomEnd = 0
  protected value = 0
  protected notation: LiteralNotation = 'decimal'
  protected name = ''
  protected faulty = false

  /** A number, character, string, name or `?` at the place; `start` is where the operand begins. */
  protected atom(start: number): void {
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
      this.strange(at, next, c)
      this.at = next
      this.lastToken(at, next)
      this.skipJunk()
      this.atomStart = at
      this.atomEnd = Math.max(next, this.atomEnd)
    }
  }

  /** A character that begins no operand; what it means elsewhere is told. */
  private strange(at: number, next: number, c: number): void {
    const text = this.text
    const columns = [this.column(at), this.column(next)] as const
    const follows = text.charCodeAt(next)
    if (c === CLOSE) this.fault(this.unexpected(at, next, [remove(...columns, ']', true)]))
    else if (c === PERCENT && looksLikeRegister(text, next, nameEnd(text, next))) {
      this.fault(
        problem('unexpected-character', ...columns, ['%', REASONS.plainRegister], [remove(...columns, '%', true)]),
      )
    } else if (c === DOLLAR && (isDigit(follows) || follows === MINUS)) {
      this.fault(problem('unexpected-character', ...columns, ['$', REASONS.dollar], [replace(...columns, '#', false)]))
    } else this.fault(this.unexpected(at, next))
  }

  /** Whether a sign stands there that isn't `-` right before a decimal number. */
  protected isWronglySigned(at: number): boolean {
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
        const other = foreignNumber(negative ? written.slice(1) : written)
        const fixes = other === null ? [] : [replace(this.column(digits), this.column(end), other, false)]
        this.fault(problem('malformed-number', this.column(start), this.column(end), [written], fixes))
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
        const whole = composedAt(text, end, this.to)
        value = whole.values.length === 1 ? whole.values[0]! : (text.codePointAt(end) ?? 0)
        end = whole.values.length === 1 ? whole.end : end + width(text, end)
      }
      this.hiddenIn(at, end, true)
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
    this.hiddenIn(at, Math.min(end, this.to))
    if (end >= this.to) {
      let last = this.to
      while (isBlank(text.charCodeAt(last - 1))) last--
      this.take(at, last)
      this.at = this.to
      const escaped = end > this.to
      // Where it may have been meant to end before, closing it at the end of the line is one choice of several.
      // So it is after a backslash and a quote, which may have been meant to end it.
      const safe = !/[,;，；“”]|\\"$/.test(text.slice(at, last))
      this.badCharacter(at, last, 'string', escaped ? [] : [insert(this.column(last), '"', safe)])
      return
    }
    this.take(at, end + 1)
    if (badEscape >= 0) {
      this.badCharacter(badEscape, badEscape + 1 + width(text, badEscape + 1), 'escape', [])
    }
  }

  protected malformed(
    start: number,
    end: number,
    reason: Particulars<'malformed-operand'>[0],
    fixes: readonly LineFix[] = [],
  ) {
    this.fault(problem('malformed-operand', this.column(start), this.column(end), [reason], fixes))
    return end
  }

  /** Says what is wrong with the operand, unless something has been said of it. */
  protected fault(found: Problem): void {
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
}
