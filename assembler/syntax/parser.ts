// The one parser: a line of text to its syntax tree with what is wrong in its form. It never fails. It knows no other
// line, so no names, numbers of cells or settings, and takes every character for what it is.
import { code, INSTRUCTIONS, MNEMONICS, parts } from '../../emulator/instructions/index.ts'
import { REASONS } from '../diagnostics/index.ts'
import { adviceOnDirective } from '../dialects/directives.ts'
import { adviceOn } from '../dialects/instructions.ts'
import { oddName, plainName } from '../dialects/odd-names.ts'
import { foreignStatement } from '../dialects/statements.ts'
import { insert, type LineFix, problem, remove, replace } from '../problems.ts'
import { DIRECTIVE_NAMES, type DirectiveName, directiveOf } from '../semantics/directives.ts'
import { nearest } from '../semantics/nearest.ts'
import { isReserved, mnemonicOf, opcodeAt } from '../semantics/reserved.ts'
import { beginsName, isBlank, isDigit, nameEnd, width } from './characters.ts'
import { instructionNode, lineNode, NO_NAMES, NO_OPERANDS, NO_PROBLEMS } from './nodes.ts'
import { OperandLists } from './operand-lists.ts'
import type {
  Columns,
  DirectiveNode,
  InstructionNode,
  LineNode,
  NameNode,
  OddName,
  OperandNode,
  StatementNode,
} from './syntax.ts'
import { COLON, COMMA, DOT, DOUBLE_QUOTE, QUOTE, SEMICOLON } from './tokens.ts'

/** How many operands each instruction has, by its number. */
const OPERANDS = MNEMONICS.map(mnemonic => INSTRUCTIONS[mnemonic].operands.length)

/** A name, something that can't stand in one or a blank, more, and a colon. */
const ODD_LABEL =
  /^((?:[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:[-$.!@%&*+/\\|~?]+|[ \t]+(?=[\p{L}_]))|\.(?=[\p{L}_]))[\p{L}\p{M}\p{Nd}_$.-]*)[ \t]*:/u

/** Reads one line at a time; its state lives from `begin` to the end of `line`. */
class Parser extends OperandLists {
  /** Whether the colon after the address is missing. */
  private lacksColon = false
  private meant: string[] = []
  private odd: OddName[] = []

  begin(text: string, from: number, to: number): void {
    this.text = text
    this.from = from
    this.to = to
    this.at = from
    this.problems = null
    this.strays = null
    this.tookComma = false
    if (this.meant.length > 0) this.meant = []
    if (this.odd.length > 0) this.odd = []
  }

  line(): LineNode {
    const text = this.text
    let labels: NameNode[] | null = null
    let statement: StatementNode | null = null
    let comment: Columns | null = null
    let quiet = -1
    /** Where what may be a statement of another language begins, and what had been said before. */
    let first = -1
    let said = 0
    for (;;) {
      this.skipBlanks()
      const start = this.at
      if (start >= this.to) break
      const c = text.charCodeAt(start)
      if (first < 0) {
        first = start
        said = this.problems?.length ?? 0
      }
      if (c === SEMICOLON) {
        comment = { column: this.column(start), endColumn: this.column(this.to) }
        this.hiddenIn(start, this.to)
        break
      }
      if (beginsName(text, start, c)) {
        const end = nameEnd(text, start)
        this.at = end
        this.skipBlanks()
        // `:=` assigns, elsewhere.
        const isColon = text.charCodeAt(this.at) === COLON && text.charAt(this.at + 1) !== '='
        const colon = isColon && this.at < this.to ? this.at++ : -1
        if (colon < 0 && opcodeAt(text, start, end) < 0 && this.oddLabel(start, end)) {
          first = -1
          continue
        }
        if (colon < 0) statement = this.instruction(start, end)
        else if (opcodeAt(text, start, end) < 0 || this.beginsStatement()) {
          const label = this.nameNode(start, end)
          if (labels === null) labels = [label]
          else labels.push(label)
          first = -1
          continue
        } else statement = this.labelledOperands(start, end, colon)
      } else if (c === DOT) {
        if (this.oddLabel(start, start)) {
          first = -1
          continue
        }
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
    const line = lineNode()
    if (this.problems !== null && this.problems.length > said && first >= 0) {
      const foreign = this.foreign(first, said)
      if (foreign && statement !== null) statement = { ...statement, faulty: true }
    }
    if (this.meant.length > 0) line.meant = this.meant
    if (this.odd.length > 0) line.odd = this.odd
    line.labels = labels ?? NO_NAMES
    line.statement = statement
    line.comment = comment
    line.strays = this.strays ?? NO_NAMES
    line.problems = this.problems ?? NO_PROBLEMS
    return line
  }

  /** Says the one thing that is wrong with a statement of another language, in place of what has been said: whether it is one. */
  private foreign(first: number, said: number): boolean {
    const text = this.text
    let end = text.indexOf(';', first)
    if (end < 0 || end > this.to) end = this.to
    while (end > first && isBlank(text.charCodeAt(end - 1))) end--
    const written = text.slice(first, end)
    // What can't be seen has been told of.
    if (/[^\S \t]|(?!\t)\p{Cc}/u.test(written)) return false
    const odd = oddName(written, this.column(first))
    if (odd !== null) {
      this.forget(said)
      this.odd.push(odd)
      return true
    }
    const found = foreignStatement(written, this.column(first))
    if (found === null) return false
    this.forget(said)
    for (const each of found.problems) this.say(each)
    if (found.meant !== null) this.meant.push(found.meant)
    return true
  }

  /** A label with what can't stand in a name, such as `my-loop:`: whether it is that. */
  private oddLabel(start: number, end: number): boolean {
    const written = ODD_LABEL.exec(this.text.slice(start, this.to))?.[1]
    if (written === undefined) return false
    // The blanks have been gone over.
    if (DIRECTIVE_NAMES.some(each => each === written.toLowerCase())) return false
    const name = plainName(written)
    const words = written.split(/[ \t]+/)
    // `data 8:` is no label but a directive without its dot.
    if (words.length > 1 && DIRECTIVE_NAMES.some(each => each === `.${words[0]?.toLowerCase()}`)) return false
    // Of a label in several words each may be how it is called elsewhere.
    if (words.length > 1) this.meant.push(...words)
    this.odd.push({
      name: written,
      column: this.column(start),
      endColumn: this.column(start + written.length),
      use: null,
    })
    const fix = replace(this.column(start), this.column(start + written.length), name, false)
    this.say(
      problem(
        'unexpected-character',
        this.column(end),
        this.column(end + width(this.text, end)),
        [this.text.slice(end, end + width(this.text, end)), REASONS.name],
        [fix],
      ),
    )
    this.at = start + written.length
    this.skipBlanks()
    this.at++
    return true
  }

  // — statements —

  /** What can't begin a statement: a number as a whole, else one character. Only the first such thing is said. */
  private wrongBeginning(start: number, c: number): void {
    const text = this.text
    if (this.problems === null && this.foreignComment(start)) return
    const end = isDigit(c) ? this.numberEnd(start) : start + width(text, start)
    if (this.problems === null) {
      const found = this.unexpected(start, end)
      const isLabel = isDigit(c) && /^[ \t]*:/.test(text.slice(end, this.to))
      const written = text.slice(start, end)
      this.say(
        isLabel ? problem('unexpected-character', found.column, found.endColumn, [written, REASONS.labelName]) : found,
      )
    }
    this.at = end
    // It may have been meant for a label.
    this.skipBlanks()
    if (text.charCodeAt(this.at) === COLON && this.at < this.to) this.at++
    // Only a label, an instruction or a directive is worth going on with.
    if (!this.beginsStatement()) this.strayTokens()
  }

  /** Whether a label, a known instruction or a directive comes next, or nothing more. */
  private beginsStatement(): boolean {
    const text = this.text
    this.skipBlanks()
    const next = text.charCodeAt(this.at)
    if (this.at >= this.to || next === SEMICOLON || next === DOT) return true
    if (!beginsName(text, this.at, next)) return false
    const end = nameEnd(text, this.at)
    if (opcodeAt(text, this.at, end) >= 0) return true
    let after = end
    while (isBlank(text.charCodeAt(after))) after++
    return text.charCodeAt(after) === COLON && after < this.to
  }

  /** An instruction with a colon after its mnemonic, which makes it a label: of the operands nothing more is said. */
  private labelledOperands(start: number, end: number, colon: number): InstructionNode {
    const mark = this.problems?.length ?? 0
    const instruction = this.instruction(start, end)
    this.forget(mark)
    const fix = remove(this.column(colon), this.column(colon + 1), ':', false)
    const name = this.text.slice(start, end)
    this.say(problem('reserved-name', this.column(start), this.column(end), [name], [fix]))
    return { ...instruction, faulty: true }
  }

  private instruction(start: number, end: number): InstructionNode {
    const text = this.text
    const opcode = opcodeAt(text, start, end)
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
    const node = instructionNode()
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
    const needless = adviceOnDirective(name)
    if (needless !== null && needless.instead === '' && /^\s+[.\w]+/.test(this.text.slice(end, this.to))) {
      this.strayTokens()
      const fix = replace(column, this.column(this.codeEnd()), '', false)
      this.say(problem('unknown-instruction', column, column + name.length, [name, needless.words], [fix]))
      return
    }
    const before = this.from - 1
    const spans = operands.map(operand => this.text.slice(before + operand.column, before + operand.endColumn))
    // What isn't an operand here may be one elsewhere: `4(r1)`.
    const rest = this.text.slice(end, this.to).replace(/;.*$/s, '')
    const written = /['"]/.test(rest) || !rest.includes('(') ? spans : rest.split(',').map(each => each.trim())
    const advice = adviceOn(name, written)
    const instead = advice?.instead ?? null
    const fixes =
      advice === null
        ? nearest(name.toLowerCase(), MNEMONICS).map(mnemonic => replace(column, column + name.length, mnemonic, false))
        : instead === null
          ? []
          : [wholeFix(column, Math.max(column + name.length, this.column(this.codeEnd())), instead)]
    const first = operands[0]
    const second = first?.kind === 'name' && mnemonicOf(first.name) !== null
    if ((operands.length === 0 || second) && !isReserved(name)) {
      let comma = end
      while (isBlank(this.text.charCodeAt(comma))) comma++
      const isComma = this.text.charCodeAt(comma) === COMMA && comma < this.to
      const fix = isComma
        ? replace(this.column(comma), this.column(comma + 1), ':', false)
        : insert(column + name.length, ':', false)
      if (advice === null) fixes.push(fix)
    }
    this.say(problem('unknown-instruction', column, column + name.length, [name, advice?.words], fixes))
  }

  private directive(start: number): DirectiveNode {
    const text = this.text
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
      const advice = adviceOnDirective(written.slice(1))
      const near = nearest(
        lower.slice(1),
        DIRECTIVE_NAMES.map(name => name.slice(1)),
      ).map(name => replace(column, this.column(end), `.${name}`, false))
      const whole = advice?.instead == null ? [] : [replace(column, this.column(this.codeEnd()), advice.instead, false)]
      const fixes = advice === null ? near : whole
      this.say(problem('unknown-directive', column, this.column(end), [written, advice?.words], fixes))
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
          this.lackCommasToo(said)
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

  /** Where the code gone through ends. */
  private codeEnd(): number {
    let end = this.at
    while (isBlank(this.text.charCodeAt(end - 1))) end--
    return end
  }

  /** Forgets what was said after the missing colon, but mends the missing commas with it. */
  private lackCommasToo(mark: number): void {
    const commas = this.problems?.slice(mark).find(({ code }) => code === 'expected-comma')
    this.forget(mark)
    const colon = this.problems?.pop()
    if (colon === undefined) return
    const [first] = colon.fixes
    const more = commas?.fixes[0]?.edits
    if (colon.code !== 'expected-colon' || first === undefined || more === undefined) this.say(colon)
    else {
      const title = { en: parts`Insert the missing colon and commas`, zh: parts`补上缺少的冒号和逗号` }
      this.say({ ...colon, fixes: [{ ...first, title, edits: [...first.edits, ...more] }] })
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
    if (text.charCodeAt(this.at) === COLON && this.laterColon(this.at + 1) >= 0) {
      // The colon after the address comes later: this one is too many.
      this.say(this.unexpectedAt(this.at, [remove(this.column(this.at), this.column(this.at + 1), ':', true)]))
      this.at++
      this.skipBlanks()
    }
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
          this.say(this.unexpectedAt(start, fixes))
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
}

/** Statements, one a line, in place of one. */
function wholeFix(column: number, endColumn: number, instead: string): LineFix {
  const fix = replace(column, endColumn, instead, false)
  const [first = '', second] = instead.split(/\n */)
  if (second === undefined) return fix
  const title = {
    en: parts`Write ${code(first)} and ${code(second)}`,
    zh: parts`改为 ${code(first)} 和 ${code(second)}`,
  }
  return { ...fix, title }
}

/** The one parser: it reads one line at a time. */
export const parser = new Parser()
