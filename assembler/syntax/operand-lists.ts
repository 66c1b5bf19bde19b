// Parses the operands of a statement: those that commas part, how many there should be, and which are missing. It knows
// no label and no address.
import { INSTRUCTIONS, parts } from '../../emulator/instructions/index.ts'
import { insert, type LineFix, problem, remove } from '../problems.ts'
import { DIRECTIVE_NAMES, type DirectiveName, directiveOf } from '../semantics/directives.ts'
import { mnemonicOf } from '../semantics/reserved.ts'
import { isBlank } from './characters.ts'
import { absent, NO_OPERANDS } from './nodes.ts'
import { OperandParser } from './operand-parser.ts'
import type { Columns, OperandNode } from './syntax.ts'
import { COMMA } from './tokens.ts'

/** What ends a line elsewhere, and here is an unexpected character: VT, FF, CR, NEL, LS, PS. */
const LINE_ENDS = new Set([11, 12, 13, 0x85, 0x2028, 0x2029])

/** Reads operands one after the other. */
export class OperandLists extends OperandParser {
  /** The values of `.data`: at least one. */
  protected values(directive: DirectiveName): readonly OperandNode[] {
    const text = this.text
    const said = this.problems?.length ?? 0
    const values: OperandNode[] = []
    let wanted = true
    /** Where commas are missing between values that follow each other: one mistake, said once. */
    let gaps: number[] = []
    let firstGap: Columns | null = null
    const sayGaps = (): void => {
      if (firstGap !== null)
        this.say(
          problem('expected-comma', firstGap.column, firstGap.endColumn, [this.between(firstGap)], [commas(gaps)]),
        )
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
  protected operands(mark: number | null, count: number, name: string): readonly OperandNode[] {
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
      if (operands === null) operands = [operand]
      else operands.push(operand)
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
    const title = { en: parts`Remove what is too much`, zh: parts`删除多余的部分` }
    const edits = [{ column: before.endColumn, endColumn: last.endColumn, text: '' }]
    this.say(problem('too-many-operands', first.column, last.endColumn, [name, count], [{ title, safe: false, edits }]))
  }

  protected missing(name: string): void {
    const mnemonic = mnemonicOf(name)
    const directive = DIRECTIVE_NAMES.find(each => each === name)
    const example =
      mnemonic !== null ? INSTRUCTIONS[mnemonic].example : directive ? directiveOf(directive).example : name
    this.say(problem('expected-operand', this.lastColumn, this.lastEndColumn, [name, example]))
  }

  /** What stands at some columns of the line. */
  private between({ column, endColumn }: Columns): string {
    return this.text.slice(this.from + column - 1, this.from + endColumn - 1)
  }

  private missingComma(): void {
    const column = this.lastColumn
    const endColumn = this.lastEndColumn
    if (!this.saidSince(endColumn))
      this.say(
        problem('expected-comma', column, endColumn, [this.between({ column, endColumn })], [commas([endColumn])]),
      )
  }

  /** Whether what is no blank stands right here: it may have been meant for the comma, so one thing is said. */
  private saidSince(column: number): boolean {
    const said = this.problems?.[this.problems.length - 1]
    return said?.code === 'unexpected-character' && said.column >= column
  }
}

/** Inserts the commas that are missing before some columns. */
function commas(columns: readonly number[]): LineFix {
  const [first = 1] = columns
  if (columns.length === 1) return insert(first, ',', true)
  const title = { en: parts`Insert the missing commas`, zh: parts`补上缺少的逗号` }
  return { title, safe: true, edits: columns.map(column => ({ column, endColumn: column, text: ',' })) }
}
