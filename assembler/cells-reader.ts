// Reads the values of `.data` and `.expect`: which cell each one is for. It knows them through their operands' nodes.
import type { Datum, Expectation } from '../emulator/instructions/index.ts'
import { shown, width } from './characters.ts'
import { REASONS } from './diagnostics/index.ts'
import { ESCAPES } from './literals.ts'
import { type OperandReader, removeHash } from './operand-reader.ts'
import { type Problems, problem } from './problems.ts'
import type { DirectiveNode, OperandNode } from './syntax.ts'

/** A `.data` or `.expect`, whose values may be names of later lines. */
export interface CellsLine {
  readonly node: DirectiveNode
  readonly line: number
  readonly text: string
}

/** Gathers all data and expectations of a text. */
export class CellsReader {
  private readonly reader: OperandReader
  private readonly problems: Problems
  readonly data: Datum[] = []
  /** Where each datum stands on its line: two columns each. */
  readonly dataColumns: number[] = []
  readonly expectations: Expectation[] = []

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
        this.reader.malformed(
          place,
          line,
          hash ? REASONS.immediateHere : REASONS.address,
          hash ? [removeHash(place)] : [],
        )
      }
    }
    let outside = false
    /** One cell's value, which stands at a column; null is any value. */
    const put = (value: number | null, column: number, endColumn: number): void => {
      if (address === null) return
      if (address >= this.reader.cells) {
        if (!outside) {
          const found = problem('address-out-of-range', column, endColumn, [String(address), this.reader.cells])
          this.problems.add(line, found)
        }
        outside = true
      } else if (value !== null) {
        if (expecting) this.expectations.push({ address, value, line })
        else {
          this.data.push({ address, value, line })
          this.dataColumns.push(column, endColumn)
        }
      }
      address++
    }
    for (const operand of operands) {
      const { kind, marker, atomColumn, atomEndColumn } = operand
      if (operand.faulty) put(null, atomColumn, atomEndColumn)
      else if (marker === 'immediate' && (kind === 'number' || kind === 'character' || kind === 'name')) {
        this.reader.malformed(operand, line, REASONS.immediateHere, [removeHash(operand)])
        put(null, atomColumn, atomEndColumn)
      } else if (marker !== 'none' || kind === 'register' || kind === 'missing' || (kind === 'any' && !expecting)) {
        this.reader.malformed(operand, line, kind === 'any' ? REASONS.any : REASONS.value)
        put(null, atomColumn, atomEndColumn)
      } else if (kind === 'any') put(null, atomColumn, atomEndColumn)
      else if (kind === 'string') this.string(operand, line, text, put)
      else put(this.reader.value(operand, line), atomColumn, atomEndColumn)
    }
  }

  /** A string: one cell a character. */
  private string(
    node: OperandNode,
    line: number,
    text: string,
    put: (value: number | null, column: number, endColumn: number) => void,
  ): void {
    let wrong = false
    for (let at = node.atomColumn; at < node.atomEndColumn - 2; ) {
      const escaped = text.charCodeAt(at) === 92
      const value = escaped ? (ESCAPES[text.charAt(at + 1)] ?? 0) : (text.codePointAt(at) ?? 0)
      const end = at + (escaped ? 2 : width(text, at))
      if (value > this.reader.high && !wrong) {
        wrong = true
        this.reader.outOfRange(line, at + 1, end + 1, `${shown(text, at)} (${value})`)
      }
      put(value, at + 1, end + 1)
      at = end
    }
  }
}
