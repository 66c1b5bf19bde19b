// Parses one operand: its marker, its atom, and what can't belong to it. It knows no statement around it.

import { REASONS } from '../diagnostics/index.ts'
import { insert, problem, remove, replace } from '../problems.ts'
import { AtomParser } from './atom-parser.ts'
import { beginsName, isBlank, isDigit, width } from './characters.ts'
import { operandNode } from './nodes.ts'
import type { Marker, OperandNode } from './syntax.ts'
import {
  ANY,
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
} from './tokens.ts'

const PARENTHESIS = 40

/** Reads operands. */
export class OperandParser extends AtomParser {
  /** Whether the operand read last took a comma with it, so that the next one isn't missed. */
  protected tookComma = false

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
    } else if (c === PARENTHESIS && this.parenthesis(start)) end = this.at
    else {
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

  /** `(r1)`, as brackets are written elsewhere: whether it is that. */
  private parenthesis(start: number): boolean {
    const found = /^\([ \t]*([\p{L}\p{Nd}_]+)[ \t]*\)/u.exec(this.text.slice(start, this.to))
    const inner = found?.[1]
    if (found === null || inner === undefined) return false
    this.skipTo(start + found[0].length)
    this.lastToken(start, this.at)
    const safe = /^r[0-7]$/i.test(inner)
    const fix = replace(this.column(start), this.column(this.at), `[${inner}]`, safe)
    this.malformed(start, this.at, REASONS.parenthesis, [fix])
    return true
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
      if (c === HASH) return this.malformed(start, end, REASONS.bareImmediate, [once])
      return this.malformed(start, end, REASONS.immediateBrackets, at < end ? [once] : [])
    }
    this.atom(start)
    const end = Math.max(this.atomEnd, this.at)
    // Of one that doesn't exist something may have been said where it is defined.
    if (this.kind === 'register' && this.value >= 0 && !this.faulty) {
      const fixes = [remove(this.column(start), this.column(this.atomStart), '#', false)]
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
      // Only of what surely is a cell is it known that nothing else is wrong.
      const safe = /^(r[0-7]|1[0-5]|\d)$/i.test(inner)
      return this.malformed(start, end, REASONS.immediateInBrackets, plain ? [{ ...fix, safe }] : [])
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
      const hash = c === HASH && at > before && /^#[ \t]+[^\s\d'"-]/.test(text.slice(at, this.to))
      if (!this.faulty && (hash || c === DIVIDED || (c === MINUS && at > before)) && this.foreignComment(at)) {
        this.faulty = true
        break
      }
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
        const left = c === CLOSE ? ']' : c === COLON && /^\s*(;|$)/.test(text.slice(at + 1, this.to)) ? ':' : null
        const fixes = left === null ? [] : [remove(this.column(at), this.column(at + 1), left, true)]
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
