// Reads the values of `.data` and `.expect`: which cell each one is for. It knows them through their operands' nodes.
import type { Datum, Expectation } from '../../emulator/instructions/index.ts'
import { REASONS } from '../diagnostics/index.ts'
import { type Problems, problem, replace } from '../problems.ts'
import { shown } from '../syntax/characters.ts'
import { composedAt, ESCAPES } from '../syntax/literals.ts'
import type { DirectiveNode, OperandNode } from '../syntax/syntax.ts'
import { type OperandReader, removeHash } from './operand-reader.ts'

/** A `.data` or `.expect`, whose values may be names of later lines. */
export interface CellsLine {
  readonly node: DirectiveNode
  readonly line: number
  readonly text: string
}

/** What one value says of its cell: a number, that any will do (`?`), or nothing, since it is wrong. */
type Said = number | 'any' | 'wrong'

/** Gives the next cell its value, which stands at some columns. */
type Put = (value: Said, column: number, endColumn: number) => void

const isHashed = ({ kind, marker, faulty }: OperandNode): boolean =>
  !faulty && marker === 'immediate' && (kind === 'number' || kind === 'character' || kind === 'name')

/** Gathers all data and expectations of a text. */
export class CellsReader {
  private readonly reader: OperandReader
  private readonly problems: Problems
  readonly data: Datum[] = []
  /** Where each datum stands on its line: two columns each. */
  readonly dataColumns: number[] = []
  readonly expectations: Expectation[] = []

  /** The line's values with a `#` before them. */
  private hashes: readonly OperandNode[] = []

  constructor(reader: OperandReader, problems: Problems) {
    this.reader = reader
    this.problems = problems
  }

  /** Reads one line: a value for each cell from its address on. */
  read({ node, line, text }: CellsLine): void {
    const { address: place, operands, directive } = node
    const expecting = directive === '.expect'
    let address: number | null = null
    if (place !== null && !place.faulty) {
      if (place.marker === 'none') address = this.reader.address(place, line, null)
      else {
        const hash = place.marker === 'immediate' && place.kind === 'number'
        const inner = place.kind === 'number' || place.kind === 'register' || place.kind === 'name'
        const plain = text.slice(place.atomColumn - 1, place.atomEndColumn - 1)
        const fixes = hash ? [removeHash(place)] : inner ? [replace(place.column, place.endColumn, plain, false)] : []
        this.reader.malformed(place, line, hash ? REASONS.immediateHere : REASONS.address, fixes)
      }
    }
    let outside = false
    const put: Put = (value, column, endColumn) => {
      if (address === null) return
      if (address >= this.reader.cells) {
        // Of an operand that is wrong itself no more is said.
        if (!outside && value !== 'wrong') {
          outside = true
          const found = problem('address-out-of-range', column, endColumn, [String(address), this.reader.cells])
          this.problems.add(line, found)
        }
      } else if (typeof value === 'number') {
        if (expecting) this.expectations.push({ address, value, line })
        else {
          this.data.push({ address, value, line })
          this.dataColumns.push(column, endColumn)
        }
      }
      address++
    }
    this.hashes = operands.filter(isHashed)
    for (const operand of operands) {
      if (operand.kind === 'string' && operand.marker === 'none' && !operand.faulty) {
        this.string(operand, line, text, put)
      } else put(this.value(operand, line, expecting), operand.atomColumn, operand.atomEndColumn)
    }
  }

  /** What an operand that is no string says of its cell. */
  private value(operand: OperandNode, line: number, expecting: boolean): Said {
    const { kind, marker, faulty } = operand
    if (faulty) return 'wrong'
    if (isHashed(operand)) {
      // One mistake, however many values have their `#`.
      if (this.hashes[0] !== operand) return 'wrong'
      const fix = removeHash(operand)
      const edits = this.hashes.flatMap(each => removeHash(each).edits)
      this.reader.malformed(operand, line, REASONS.immediateHere, [{ ...fix, edits }])
      return 'wrong'
    }
    if (kind === 'register' && this.reader.isToldWhereDefined(operand)) return 'wrong'
    if (marker !== 'none' || kind === 'register' || kind === 'missing' || (kind === 'any' && !expecting)) {
      this.reader.malformed(operand, line, kind === 'any' ? REASONS.any : REASONS.value)
      return 'wrong'
    }
    return kind === 'any' ? 'any' : (this.reader.value(operand, line) ?? 'wrong')
  }

  /** A string: one cell a character. */
  private string({ atomColumn, atomEndColumn }: OperandNode, line: number, text: string, put: Put): void {
    const characters: { readonly value: number; readonly at: number; readonly end: number }[] = []
    for (let at = atomColumn; at < atomEndColumn - 2; ) {
      const escaped = text.charCodeAt(at) === 92
      const whole = escaped
        ? { values: [ESCAPES[text.charAt(at + 1)] ?? 0], end: at + 2 }
        : composedAt(text, at, atomEndColumn - 2)
      for (const value of whole.values) characters.push({ value, at, end: whole.end })
      at = whole.end
    }
    const wrong = characters.find(({ value }) => value > this.reader.high)
    if (wrong !== undefined) {
      this.reader.outOfRange(line, wrong.at + 1, wrong.end + 1, `${shown(text, wrong.at)} (${wrong.value})`)
    }
    for (const { value, at, end } of characters) put(wrong === undefined ? value : 'wrong', at + 1, end + 1)
  }
}
