// Most lines of most texts are plain: a label, an instruction with as many operands as it wants, a comment. They are read
// here in one go, into the nodes of a passing line and exactly as the parser would; any other line is the parser's.
import { INSTRUCTIONS, MNEMONICS, REGISTERS } from '../../emulator/instructions/index.ts'
import { looksLikeRegister, opcodeAt } from '../semantics/reserved.ts'
import { beginsName, isDigit, isHidden, nameAt, nameEnd } from './characters.ts'
import { notationAt, numberAt } from './literals.ts'
import {
  NO_NAMES,
  NO_OPERANDS,
  passingComment,
  passingInstruction,
  passingLabels,
  passingLine,
  passingOne,
  passingTwo,
} from './nodes.ts'
import type { LineNode } from './syntax.ts'
import { CLOSE, COLON, COMMA, HASH, MINUS, OPEN, SEMICOLON } from './tokens.ts'

/** How many operands each instruction has, by its number. */
const OPERANDS = MNEMONICS.map(mnemonic => INSTRUCTIONS[mnemonic].operands.length)

/** The operands of an instruction that has so many. */
const PASSING = [NO_OPERANDS, passingOne, passingTwo]

/** How registers can be written. */
const REGISTER_NAMES = ['r', 'R'].flatMap(letter =>
  Array.from({ length: REGISTERS }, (_, digit) => `${letter}${digit}`),
)

/** The nodes of the line `text[from, to)`, which hold until the next one is read; null where the line isn't plain. */
export function readPlainLine(text: string, from: number, to: number): LineNode | null {
  const before = from - 1
  passingLine.labels = NO_NAMES
  passingLine.statement = null
  passingLine.comment = null
  let at = blanksEnd(text, from)
  if (beginsName(text, at, text.charCodeAt(at))) {
    let end = nameEnd(text, at)
    let next = blanksEnd(text, end)
    if (text.charCodeAt(next) === COLON) {
      const label = passingLabels[0]!
      label.name = nameAt(text, at, end)
      label.column = at - before
      label.endColumn = end - before
      passingLine.labels = passingLabels
      at = blanksEnd(text, next + 1)
      next = at
      end = beginsName(text, at, text.charCodeAt(at)) ? nameEnd(text, at) : at
    }
    if (end > at) {
      next = readInstruction(text, before, at, end)
      if (next < 0) return null
    }
    at = next
  }
  if (at === to) return passingLine
  if (text.charCodeAt(at) !== SEMICOLON) return null
  passingComment.column = at - before
  passingComment.endColumn = to - before
  passingLine.comment = passingComment
  while (at < to) if (isHidden(text.charCodeAt(at++))) return null
  return passingLine
}

/** Reads the instruction whose mnemonic stands at `[start, end)`; gives where the blanks after it end, −1 where it isn't plain. */
function readInstruction(text: string, before: number, start: number, end: number): number {
  const opcode = opcodeAt(text, start, end)
  if (opcode < 0) return -1
  const node = passingInstruction
  const count = OPERANDS[opcode]!
  let last = end
  let at = blanksEnd(text, end)
  for (let slot = 0; slot < count; slot++) {
    if (slot > 0) {
      if (text.charCodeAt(at) !== COMMA) return -1
      at = blanksEnd(text, at + 1)
    }
    last = readOperand(text, before, at, slot)
    if (last < 0) return -1
    at = blanksEnd(text, last)
  }
  node.opcode = opcode
  node.mnemonic = MNEMONICS[opcode]!
  node.column = start - before
  node.nameEndColumn = end - before
  node.endColumn = last - before
  node.operands = PASSING[count]!
  node.faulty = false
  passingLine.statement = node
  return at
}

/** Reads the operand at `start`; gives where it ends, −1 where it isn't plain. */
function readOperand(text: string, before: number, start: number, slot: number): number {
  const node = passingTwo[slot]!
  let c = text.charCodeAt(start)
  let at = start
  node.marker = c === HASH ? 'immediate' : c === OPEN ? 'brackets' : 'none'
  if (c === HASH || c === OPEN) {
    at = blanksEnd(text, start + 1)
    c = text.charCodeAt(at)
  }
  let end = at
  if (beginsName(text, at, c)) {
    const digit = (c | 32) === 114 ? text.charCodeAt(at + 1) - 48 : -1
    end = nameEnd(text, at)
    if (end === at + 2 && digit >= 0 && digit < REGISTERS) {
      node.kind = 'register'
      node.value = digit
      node.name = REGISTER_NAMES[c === 114 ? digit : digit + REGISTERS]!
    } else {
      if (looksLikeRegister(text, at, end)) return -1
      node.kind = 'name'
      node.value = 0
      node.name = nameAt(text, at, end)
    }
    node.notation = 'decimal'
  } else {
    const digits = c === MINUS ? at + 1 : at
    let value = 0
    end = digits
    c = text.charCodeAt(end)
    while (isDigit(c)) {
      value = value * 10 + (c - 48)
      c = text.charCodeAt(++end)
    }
    if (end === digits) return -1
    node.notation = 'decimal'
    const stop = nameEnd(text, end)
    if (stop > end) {
      if (digits > at) return -1
      node.notation = notationAt(text, digits)
      value = numberAt(text, digits, stop, node.notation)
      if (value < 0) return -1
      end = stop
    }
    node.kind = 'number'
    node.value = digits > at && value !== 0 ? -value : value
    node.name = ''
  }
  node.atomColumn = at - before
  node.atomEndColumn = end - before
  if (node.marker === 'brackets') {
    end = blanksEnd(text, end)
    if (text.charCodeAt(end++) !== CLOSE) return -1
  } else if (node.marker === 'immediate' && node.kind === 'register') return -1
  node.column = start - before
  node.endColumn = end - before
  node.faulty = false
  return end
}

function blanksEnd(text: string, from: number): number {
  let at = from
  let c = text.charCodeAt(at)
  while (c === 32 || c === 9) c = text.charCodeAt(++at)
  return at
}
