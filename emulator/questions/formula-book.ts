// A history's values as formulas at any of its first steps: the one replay, gone on from where it was asked last.
// Knows no sentence.
import type { History } from '../history/index.ts'
import { Formulas, type Polynomial, type Symbols } from '../table/index.ts'

/** Steps that have formulas (history.md, section 6). */
export const FORMULA_STEPS = 100_000
/** Steps taken from the history at once. */
const PIECE = 2000

/** The formulas of a history at a position. */
export class FormulaBook {
  private readonly history: History
  private readonly symbols: Symbols
  private formulas: Formulas
  private position = 0

  constructor(history: History, symbols: Symbols) {
    this.history = history
    this.symbols = symbols
    this.formulas = new Formulas(history.program, symbols)
  }

  /** Cells of the program: unknowns from that number on are no cells. */
  get cells(): number {
    return this.history.program.cells
  }

  /** The formulas as they are after the step at `position`; null where there are none any more. Good until the next
   * question. */
  at(position: number): Formulas | null {
    // What a hand has changed is no unknown of the text.
    if (position > FORMULA_STEPS || this.history.edits.some(edit => edit.position <= position)) return null
    if (position < this.position) {
      this.formulas = new Formulas(this.history.program, this.symbols)
      this.position = 0
    }
    while (this.position < position) {
      const to = Math.min(position, this.position + PIECE)
      for (const step of this.history.steps(this.position + 1, to)) this.formulas.advance(step)
      this.position = to
    }
    return this.formulas
  }
}

/** Whether a formula is nothing but the name of a value whose formula was not kept. */
export function isUnkept(formulas: Formulas, polynomial: Polynomial, cells: number): boolean {
  const [term, ...more] = polynomial
  if (term === undefined || more.length > 0 || term.unknowns.length !== 1 || term.coefficient !== 1) return false
  return formulas.arisen[term.unknowns[0]! - cells]?.kind === 'value'
}
