// The one parser: a line of text to its syntax tree with what is wrong in its form. It never fails. It knows no other
// line, so no names, numbers of cells or settings.
import { INSTRUCTIONS, MNEMONICS, type Mnemonic, REGISTERS } from '../emulator/instructions/index.ts'
import { beginsName, canonical, isBlank, isDigit, isFalseBlank, nameEnd, shown, width } from './characters.ts'
import { type Particulars, REASONS } from './diagnostics/index.ts'
import { DIRECTIVE_NAMES, type DirectiveName, directiveOf } from './directives.ts'
import { endsCharacter, mendLine } from './fullwidth.ts'
import { ESCAPES, type Notation, numberOf } from './literals.ts'
import { nearest } from './nearest.ts'
import { insert, type LineFix, type Problem, problem, remove, replace } from './problems.ts'
import type {
  AtomKind,
  Columns,
  DirectiveNode,
  InstructionNode,
  LineNode,
  Marker,
  NameNode,
  OperandNode,
  StatementNode,
} from './syntax.ts'

const NO_NAMES: readonly NameNode[] = []
const NO_PROBLEMS: readonly Problem[] = []
const NO_OPERANDS: readonly OperandNode[] = []
const NO_RUNS: LineNode['fullwidth'] = []

const COMMA = 44
const COLON = 58
const SEMICOLON = 59
const HASH = 35
const OPEN = 91
const CLOSE = 93
const MINUS = 45
const PLUS = 43
const TIMES = 42
const DIVIDED = 47
const QUOTE = 39
const DOUBLE_QUOTE = 34
const DOT = 46
const ANY = 63
const BACKSLASH = 92

/** What ends a line elsewhere, and here is an unexpected character: VT, FF, CR, NEL, LS, PS. */
const LINE_ENDS = new Set([11, 12, 13, 0x85, 0x2028, 0x2029])

/** Mnemonics by their letters packed into a number, so that the common ones need no string. */
const PACKED = new Map<number, number>(
  MNEMONICS.map((mnemonic, opcode) => [packed(mnemonic, 0, mnemonic.length), opcode]),
)

/** How many operands each instruction has, by its number. */
const OPERANDS = MNEMONICS.map(mnemonic => INSTRUCTIONS[mnemonic].operands.length)

/** Up to six ASCII letters without their case as one number, −1 for anything else. */
function packed(text: string, from: number, to: number): number {
  if (to - from > 6) return -1
  let key = 0
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at) | 32
    if (c < 97 || c > 122 || text.charCodeAt(at) > 122) return -1
    key = key * 32 + (c - 96)
  }
  return key
}

/** The mnemonic that a name is, in any case, or null. */
export const mnemonicOf = (name: string): Mnemonic | null =>
  MNEMONICS[PACKED.get(packed(name, 0, name.length)) ?? -1] ?? null

/** Whether a name is `r` followed by nothing but digits. */
export function looksLikeRegister(text: string, from: number, to: number): boolean {
  if (to - from < 2 || (text.charCodeAt(from) | 32) !== 114) return false
  for (let at = from + 1; at < to; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

/** Whether no label or constant may be called so (language.md, section 4). */
export const isReserved = (name: string): boolean =>
  mnemonicOf(name) !== null || looksLikeRegister(name, 0, name.length)

type Written<T> = { -readonly [K in keyof T]: T[K] }

const operandNode = (): Written<OperandNode> => ({
  marker: 'none',
  kind: 'missing',
  column: 0,
  endColumn: 0,
  atomColumn: 0,
  atomEndColumn: 0,
  value: 0,
  notation: 'decimal',
  name: '',
  faulty: true,
})

const instructionNode = (): Written<InstructionNode> => ({
  kind: 'instruction',
  opcode: -1,
  mnemonic: null,
  column: 0,
  nameEndColumn: 0,
  endColumn: 0,
  operands: NO_OPERANDS,
  faulty: false,
})

const lineNode = (): Written<LineNode> => ({
  labels: NO_NAMES,
  statement: null,
  comment: null,
  strays: NO_NAMES,
  problems: NO_PROBLEMS,
  fullwidth: NO_RUNS,
})

// The nodes of a passing line.
const passingLine = lineNode()
const passingInstruction = instructionNode()
const passingTwo = [operandNode(), operandNode()]
const passingOne = passingTwo.slice(0, 1)

/** In place of an operand that is missing before others; that has been said. */
const absent = (column: number): OperandNode => ({
  ...operandNode(),
  column,
  endColumn: column,
  atomColumn: column,
  atomEndColumn: column,
})

/** Parses the line `text[from, to)`; a line end must stand at `to`. */
export function parseLine(text: string, from: number, to: number): LineNode {
  return parse(text, from, to, false)
}

/**
 * The same for whoever looks at each line once: an instruction's nodes may be used again for the next line, so that
 * a long text doesn't leave millions of them behind. What is to be kept must be copied; a directive's nodes stay.
 */
export function parsePassingLine(text: string, from: number, to: number): LineNode {
  return parse(text, from, to, true)
}

function parse(text: string, from: number, to: number, passing: boolean): LineNode {
  parser.begin(text, from, to, passing)
  const line = parser.line()
  // Every full-width character outside comments and quotes is a problem to the parser, so only such lines are looked at.
  if (line.problems.length === 0) return line
  const mended = mendLine(text.slice(from, to))
  if (mended === null) return line
  parser.begin(`${mended.text}\n`, 0, mended.text.length, false)
  const read = parser.line()
  const runs = mended.runs.map(run =>
    problem(
      'fullwidth-character',
      run.start + 1,
      run.end + 1,
      [run.text],
      [replace(run.start + 1, run.end + 1, run.text, true)],
    ),
  )
  return { ...read, problems: [...runs, ...read.problems], fullwidth: mended.runs }
}

/** Reads one line at a time; its state lives from `begin` to the end of `line`. */
class Parser {
  private text = '\n'
  private from = 0
  private to = 0
  private at = 0
  private passing = false
  /** How many passing operands the line has taken. */
  private taken = 0
  private problems: Problem[] | null = null
  private strays: NameNode[] | null = null
  /** Whether a colon ends an operand (the address of `.data`). */
  private colonEnds = false
  /** Whether the colon after the address is missing. */
  private lacksColon = false
  /** The columns of the last token, after which something may be missing. */
  private lastColumn = 1
  private lastEndColumn = 1
  /** Whether the operand read last took a comma with it, so that the next one isn't missed. */
  private tookComma = false
  // Of the operand being read:
  private kind: AtomKind = 'missing'
  private atomStart = 0
  private atomEnd = 0
  private value = 0
  private notation: Notation = 'decimal'
  private name = ''
  private faulty = false

  /** With `passing`, the nodes of the line hold only until the next one is begun. */
  begin(text: string, from: number, to: number, passing: boolean): void {
    this.passing = passing
    this.taken = 0
    this.text = text
    this.from = from
    this.to = to
    this.at = from
    this.problems = null
    this.strays = null
    this.tookComma = false
  }

  line(): LineNode {
    const text = this.text
    let labels: NameNode[] | null = null
    let statement: StatementNode | null = null
    let comment: Columns | null = null
    let quiet = -1
    for (;;) {
      this.skipBlanks()
      const start = this.at
      if (start >= this.to) break
      const c = text.charCodeAt(start)
      if (c === SEMICOLON) {
        comment = { column: this.column(start), endColumn: this.column(this.to) }
        this.loneReturn(start, this.to)
        break
      }
      if (beginsName(text, start, c)) {
        const end = nameEnd(text, start)
        this.at = end
        this.skipBlanks()
        if (text.charCodeAt(this.at) === COLON && this.at < this.to) {
          this.at++
          const label = this.nameNode(start, end)
          if (labels === null) labels = [label]
          else labels.push(label)
          continue
        }
        statement = this.instruction(start, end)
      } else if (c === DOT) {
        statement = this.directive(start)
      } else {
        this.wrongBeginning(start, c)
        if (quiet < 0) quiet = this.problems?.length ?? 0
        continue
      }
      if (quiet >= 0) {
        // The line began wrongly: that has been said, and what follows is understood but not judged.
        if (this.problems !== null) this.problems.length = quiet
        statement = { ...statement, faulty: true }
      }
    }
    const line = this.passing ? passingLine : lineNode()
    line.labels = labels ?? NO_NAMES
    line.statement = statement
    line.comment = comment
    line.strays = this.strays ?? NO_NAMES
    line.problems = this.problems ?? NO_PROBLEMS
    return line
  }

  // — statements —

  /** What can't begin a statement: a number as a whole, else one character. Only the first such thing is said. */
  private wrongBeginning(start: number, c: number): void {
    const text = this.text
    const end = isDigit(c) ? this.numberEnd(start) : start + width(text, start)
    if (this.problems === null) this.say(this.unexpected(start, end))
    this.at = end
    if (isDigit(c)) {
      this.skipBlanks()
      if (text.charCodeAt(this.at) === COLON && this.at < this.to) this.at++
    }
    this.skipBlanks()
    // Only a label, an instruction or a directive is worth going on with.
    const next = text.charCodeAt(this.at)
    if (this.at >= this.to || next === SEMICOLON || next === DOT) return
    if (beginsName(text, this.at, next)) {
      const nameStop = nameEnd(text, this.at)
      const known = PACKED.has(packed(text, this.at, nameStop))
      let after = nameStop
      while (isBlank(text.charCodeAt(after))) after++
      if (known || (text.charCodeAt(after) === COLON && after < this.to)) return
    }
    this.strayTokens()
  }

  private instruction(start: number, end: number): InstructionNode {
    const text = this.text
    const opcode = PACKED.get(packed(text, start, end)) ?? -1
    const mnemonic = MNEMONICS[opcode]
    const mark = this.problems?.length ?? 0
    this.lastToken(start, end)
    let operands: readonly OperandNode[]
    let faulty = false
    if (mnemonic === undefined) {
      operands = this.operands(null, 0, '')
      this.forget(mark)
      this.unknownInstruction(start, end, operands)
      faulty = true
    } else {
      const count = OPERANDS[opcode] ?? 0
      operands = this.operands(mark, count, mnemonic)
      faulty = operands.length > count
    }
    const last = operands.length === 0 ? undefined : operands[operands.length - 1]
    const node = this.passing ? passingInstruction : instructionNode()
    node.opcode = opcode
    node.mnemonic = mnemonic ?? null
    node.column = this.column(start)
    node.nameEndColumn = this.column(end)
    node.endColumn = last === undefined ? node.nameEndColumn : last.endColumn
    node.operands = operands
    node.faulty = faulty
    return node
  }

  private unknownInstruction(start: number, end: number, operands: readonly OperandNode[]): void {
    const name = this.text.slice(start, end)
    const column = this.column(start)
    const fixes = nearest(name.toLowerCase(), MNEMONICS).map(mnemonic =>
      replace(column, column + name.length, mnemonic, false),
    )
    const first = operands[0]
    const second = first?.kind === 'name' && mnemonicOf(first.name) !== null
    if ((operands.length === 0 || second) && !isReserved(name)) fixes.push(insert(column + name.length, ':', false))
    this.say(problem('unknown-instruction', column, column + name.length, [name], fixes))
  }

  private directive(start: number): DirectiveNode {
    const text = this.text
    this.passing = false
    let end = nameEnd(text, start + 1)
    while (text.charCodeAt(end) === DOT) end = nameEnd(text, end + 1)
    this.at = end
    const written = text.slice(start, end)
    const lower = written.toLowerCase()
    const directive = DIRECTIVE_NAMES.find(name => name === lower) ?? null
    this.lastToken(start, end)
    const mark = this.problems?.length ?? 0
    let address: OperandNode | null = null
    let operands: readonly OperandNode[] = NO_OPERANDS
    let faulty = false
    if (directive === null) {
      this.skipBlanks()
      this.strayTokens()
      this.forget(mark)
      const column = this.column(start)
      const fixes = nearest(
        lower.slice(1),
        DIRECTIVE_NAMES.map(name => name.slice(1)),
      ).map(name => replace(column, this.column(end), `.${name}`, false))
      this.say(problem('unknown-directive', column, this.column(end), [written], fixes))
      faulty = true
    } else {
      const { form } = directiveOf(directive)
      if (form === 'cells') {
        this.lacksColon = false
        address = this.address(directive)
        const said = this.problems?.length ?? 0
        operands = this.values(directive)
        // What follows a missing colon isn't judged before it is there.
        if (this.lacksColon) {
          this.forget(said)
          operands = operands.map(operand => ({ ...operand, faulty: true }))
        }
      } else {
        const most = form === 'setting' ? 1 : 2
        operands = this.operands(mark, most, directive)
        faulty = operands.length > most
      }
    }
    const last = operands.length === 0 ? address : operands[operands.length - 1]
    return {
      kind: 'directive',
      directive,
      column: this.column(start),
      nameEndColumn: this.column(end),
      endColumn: last?.endColumn ?? this.column(end),
      address,
      operands,
      faulty,
    }
  }

  /** The address of `.data` and its colon. */
  private address(directive: DirectiveName): OperandNode | null {
    const text = this.text
    this.skipBlanks()
    if (this.ended()) {
      this.missing(directive)
      this.lacksColon = true
      return null
    }
    let address: OperandNode | null = null
    if (text.charCodeAt(this.at) === COLON) this.missing(directive)
    else {
      this.colonEnds = true
      address = this.operand()
      this.colonEnds = false
      this.skipBlanks()
    }
    const start = this.at
    const c = text.charCodeAt(start)
    if (c !== COLON || start >= this.to) {
      const column = this.lastColumn
      const endColumn = this.lastEndColumn
      const colon = this.laterColon(start)
      if (colon >= 0) {
        // The colon is there, only something stands before it.
        if (address?.faulty !== true) {
          const fixes = c === COMMA ? [remove(this.column(start), this.column(start + 1), ',', true)] : []
          this.say(this.unexpected(start, start + width(text, start), fixes))
        }
        while (this.at < colon) this.token()
        this.at = colon
        if (address !== null) address = { ...address, faulty: true }
      } else {
        if (address?.faulty) return address
        const comma = c === COMMA && start < this.to
        const fix = comma
          ? replace(this.column(start), this.column(start + 1), ':', true)
          : insert(endColumn, ':', true)
        this.say(problem('expected-colon', column, endColumn, [], [fix]))
        if (!comma) {
          this.lacksColon = true
          return address
        }
      }
    }
    this.lastToken(this.at, this.at + 1)
    this.at++
    return address
  }

  /** The next colon of the statement from `at` on, before any quote; −1 where there is none. */
  private laterColon(at: number): number {
    for (let i = at; i < this.to; i++) {
      const c = this.text.charCodeAt(i)
      if (c === COLON) return i
      if (c === SEMICOLON || c === QUOTE || c === DOUBLE_QUOTE) return -1
    }
    return -1
  }

  /** The values of `.data`: at least one. */
  private values(directive: DirectiveName): readonly OperandNode[] {
    const text = this.text
    const said = this.problems?.length ?? 0
    const values: OperandNode[] = []
    let wanted = true
    /** Where commas are missing between values that follow each other: one mistake, said once. */
    let gaps: number[] = []
    let firstGap: Columns | null = null
    const sayGaps = (): void => {
      if (firstGap !== null)
        this.say(problem('expected-comma', firstGap.column, firstGap.endColumn, [], [commas(gaps)]))
      firstGap = null
      gaps = []
    }
    for (;;) {
      this.skipBlanks()
      if (this.ended()) break
      if (text.charCodeAt(this.at) === COMMA) {
        sayGaps()
        if (wanted && !this.tookComma) this.missing(directive)
        wanted = true
        this.lastToken(this.at, this.at + 1)
        this.at++
        continue
      }
      if (wanted) {
        values.push(this.operand())
        wanted = false
        continue
      }
      // What follows a missing comma isn't judged before it is there.
      if (firstGap !== null) gaps.push(this.lastEndColumn)
      else if (values[values.length - 1]?.faulty !== true && !this.saidSince(this.lastEndColumn)) {
        firstGap = { column: this.lastColumn, endColumn: this.lastEndColumn }
        gaps.push(this.lastEndColumn)
      }
      const mark = this.problems?.length ?? 0
      values.push({ ...this.operand(), faulty: true })
      this.forget(mark)
    }
    sayGaps()
    if (wanted && (this.problems?.length ?? 0) === said) this.missing(directive)
    return values
  }

  /**
   * The operands of an instruction, `.equ`, `.bits` or `.cells`, of which there should be `count`. Where there are
   * too many, whatever was found since `mark` is forgotten; with `mark` null nothing is missed.
   */
  private operands(mark: number | null, count: number, name: string): readonly OperandNode[] {
    const text = this.text
    let operands: OperandNode[] | null = null
    let comma: Columns | null = null
    let missed = false
    /** The comma before the first operand, where there is one. */
    let leading: Columns | null = null
    for (;;) {
      this.skipBlanks()
      if (this.ended()) break
      if (text.charCodeAt(this.at) === COMMA) {
        if (operands === null) leading ??= this.character()
        if ((operands === null || comma !== null) && !missed && mark !== null && (operands?.length ?? 0) < count) {
          this.missing(name)
          missed = true
        }
        comma = this.character()
        this.lastToken(this.at, this.at + 1)
        this.at++
        continue
      }
      if (operands !== null && comma === null && operands[operands.length - 1]?.faulty !== true) this.missingComma()
      const operand = this.operand()
      // Most statements have one or two: arrays that grow by pushing would be eight times as large.
      if (operands === null) operands = this.passing ? passingOne : [operand]
      else if (operands.length === 1) operands = this.passing ? passingTwo : [operands[0]!, operand]
      else {
        if (operands === passingTwo) operands = [...passingTwo]
        operands.push(operand)
      }
      if (this.tookComma) missed = true
      comma = null
    }
    if (mark === null) return operands ?? NO_OPERANDS
    const found = operands?.length ?? 0
    if (found > count) {
      const lineEnd = this.lineEndBefore(operands?.[count])
      this.forget(mark)
      if (lineEnd < 0) this.tooMany(operands ?? NO_OPERANDS, count, name)
      else this.say(this.unexpected(lineEnd, lineEnd + 1))
    } else if (found < count) {
      if (!missed) this.missing(name)
      // The operand before the comma is the one that is missing: those after it keep their places.
      if (leading !== null && operands !== null) return [absent(leading.column), ...operands]
    } else if (comma !== null && !missed) {
      const fix = remove(comma.column, comma.endColumn, ',', true)
      this.say(problem('unexpected-character', comma.column, comma.endColumn, [','], [fix]))
    }
    return operands ?? NO_OPERANDS
  }

  /** Where a character stands that ends a line elsewhere, such as a lone carriage return, right before an operand; else −1. */
  private lineEndBefore(operand: OperandNode | undefined): number {
    if (operand === undefined) return -1
    let at = this.from + operand.column - 2
    while (isBlank(this.text.charCodeAt(at))) at--
    return LINE_ENDS.has(this.text.charCodeAt(at)) ? at : -1
  }

  private tooMany(operands: readonly OperandNode[], count: number, name: string): void {
    const first = operands[count]
    const last = operands[operands.length - 1]
    const before = operands[count - 1]
    if (first === undefined || last === undefined || before === undefined) return
    const title = { en: 'Remove what is too much', zh: '删除多余的部分' }
    const edits = [{ column: before.endColumn, endColumn: last.endColumn, text: '' }]
    this.say(problem('too-many-operands', first.column, last.endColumn, [name, count], [{ title, safe: false, edits }]))
  }

  private missing(name: string): void {
    const mnemonic = mnemonicOf(name)
    const directive = DIRECTIVE_NAMES.find(each => each === name)
    const example =
      mnemonic !== null ? INSTRUCTIONS[mnemonic].example : directive ? directiveOf(directive).example : name
    this.say(problem('expected-operand', this.lastColumn, this.lastEndColumn, [name, example]))
  }

  private missingComma(): void {
    const column = this.lastColumn
    const endColumn = this.lastEndColumn
    if (!this.saidSince(endColumn)) this.say(problem('expected-comma', column, endColumn, [], [commas([endColumn])]))
  }

  /** Whether what is no blank stands right here: it may have been meant for the comma, so one thing is said. */
  private saidSince(column: number): boolean {
    const said = this.problems?.[this.problems.length - 1]
    return said?.code === 'unexpected-character' && said.column >= column
  }

  // — operands —

  /** One operand, up to what can't belong to it: a comma, the comment, the end, or the beginning of another one. */
  private operand(): OperandNode {
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
    const node = this.passing && this.taken < 2 ? passingTwo[this.taken++]! : operandNode()
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
    const written = text.slice(at, end)
    if (looksLikeRegister(text, at, end)) {
      this.kind = 'register'
      this.name = written
      const digit = end - at === 2 ? text.charCodeAt(at + 1) - 48 : REGISTERS
      this.value = digit < REGISTERS ? digit : -1
    } else {
      this.kind = 'name'
      this.name = canonical(written)
    }
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
      const literal = numberOf(text.slice(digits, end))
      if (literal === null) {
        this.kind = 'missing'
        const written = text.slice(start, end)
        this.fault(problem('malformed-number', this.column(start), this.column(end), [written]))
        return
      }
      this.notation = literal.notation
      value = literal.value
    }
    this.kind = 'number'
    this.value = negative && value !== 0 ? -value : value
  }

  private numberEnd(at: number): number {
    let end = nameEnd(this.text, at)
    while (this.text.charCodeAt(end) === DOT) end = nameEnd(this.text, end + 1)
    return end
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
        const next = at + width(text, at)
        const fixes = c === CLOSE ? [remove(this.column(at), this.column(next), ']', true)] : []
        this.fault(this.unexpected(at, next, fixes))
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

  // — tokens —

  private column(at: number): number {
    return at - this.from + 1
  }

  private lastToken(start: number, end: number): void {
    this.lastColumn = start - this.from + 1
    this.lastEndColumn = end - this.from + 1
  }

  private character(): Columns {
    return { column: this.column(this.at), endColumn: this.column(this.at + 1) }
  }

  /** Makes `[start, end)` the operand's atom and goes on after it. */
  private take(start: number, end: number): void {
    this.atomStart = start
    this.atomEnd = end
    this.at = end
    this.lastToken(start, end)
  }

  private ended(): boolean {
    return this.at >= this.to || this.text.charCodeAt(this.at) === SEMICOLON
  }

  /** Goes over blanks; what only looks like a blank is said and taken for one. */
  private skipBlanks(): void {
    const text = this.text
    for (;;) {
      let c = text.charCodeAt(this.at)
      while (c === 32 || c === 9) c = text.charCodeAt(++this.at)
      if (c > 32 && c < 127) return
      if (this.at >= this.to || !isFalseBlank(c)) return
      const start = this.at
      while (this.at < this.to && text.charCodeAt(this.at) === c) this.at++
      const fixes = c > 127 ? [replace(this.column(start), this.column(this.at), ' ', true)] : []
      this.say(problem('unexpected-character', this.column(start), this.column(this.at), [shown(text, start)], fixes))
    }
  }

  /** A carriage return within a comment, string or character is one too many there as well. */
  private loneReturn(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (this.text.charCodeAt(at) !== 13) continue
      this.say(problem('unexpected-character', this.column(at), this.column(at + 1), [shown(this.text, at)]))
      return
    }
  }

  /** The `]` that closes a bracket from `at` on, before another one opens; −1 where there is none. */
  private closing(at: number): number {
    for (let i = at; i < this.to; i++) {
      const c = this.text.charCodeAt(i)
      if (c === CLOSE) return i
      if (c === OPEN || c === SEMICOLON || c === DOUBLE_QUOTE) return -1
    }
    return -1
  }

  /** Goes to the end of an operand that can't be understood; gives where its last character ends. */
  private skipOperand(): number {
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

  /** Goes to `end` through tokens that can't be understood. */
  private skipTo(end: number): number {
    while (this.at < end) {
      if (this.text.charCodeAt(this.at) === COMMA) this.tookComma = true
      this.token()
    }
    this.at = end
    return end
  }

  /** Everything up to the comment: only its names count. */
  private strayTokens(): void {
    while (!this.ended()) this.token()
  }

  /** One token that isn't judged. */
  private token(): number {
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

  private stray(start: number, end: number): void {
    if (looksLikeRegister(this.text, start, end)) return
    this.strays ??= []
    this.strays.push(this.nameNode(start, end))
  }

  private nameNode(start: number, end: number): NameNode {
    const name = canonical(this.text.slice(start, end))
    return { name, column: this.column(start), endColumn: this.column(end) }
  }

  private unexpected(start: number, end: number, fixes: readonly LineFix[] = []): Problem {
    const text = this.text
    const single = end - start === width(text, start)
    const what = single ? shown(text, start) : text.slice(start, end)
    return problem('unexpected-character', this.column(start), this.column(end), [what], fixes)
  }

  private say(found: Problem): void {
    this.problems ??= []
    this.problems.push(found)
  }

  private forget(mark: number): void {
    if (this.problems !== null && this.problems.length > mark) this.problems.length = mark
  }
}

/** Inserts the commas that are missing before some columns. */
function commas(columns: readonly number[]): LineFix {
  const [first = 1] = columns
  if (columns.length === 1) return insert(first, ',', true)
  const title = { en: 'Insert the missing commas', zh: '补上缺少的逗号' }
  return { title, safe: true, edits: columns.map(column => ({ column, endColumn: column, text: ',' })) }
}

const parser = new Parser()
