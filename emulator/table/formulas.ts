// A history's values as formulas over its first data, with the conditions under which the history is the same
// (language.md, section 7). Goes along with the steps from the first on, one after the other.
import {
  conditionForm,
  instructionOf,
  oppositeRelation,
  type Parts,
  type Program,
  parts,
  partText,
  plain as plainWords,
  type Relation,
  unknown as symbol,
  type Unit,
  unitOf,
  wrap,
} from '../instructions/index.ts'
import type { Step } from '../machine/index.ts'
import {
  constantPolynomial,
  degree,
  keyOf,
  type Polynomial,
  plainValue,
  polynomialParts,
  product,
  sum,
  textLength,
  unknownPolynomial,
} from './polynomial.ts'

/** A formula with more terms, or of a higher degree, is not kept. */
export const MAX_TERMS = 200
export const MAX_DEGREE = 16
/** Nor is one of so many characters, which quotients within quotients soon have: nobody could read it. */
const MAX_LENGTH = 40_000

/** For which data a history holds. */
export interface Condition {
  readonly left: Polynomial
  readonly relation: Relation
  readonly right: Polynomial
  /** `x8 + 1 ≠ x9`. */
  readonly parts: Parts
}

/** Names of cells by address; a cell without one is called `x` and its number. */
export type Symbols = ReadonlyMap<number, string>

/**
 * An unknown that is no cell: what a unit makes of two formulas and no polynomial can say, as a quotient, or the value of
 * a step whose formula was not kept.
 */
export type Arisen =
  | {
      readonly kind: 'computed'
      readonly unit: Unit
      readonly left: Polynomial
      readonly right: Polynomial
      readonly parts: Parts
    }
  | { readonly kind: 'value'; readonly step: number; readonly parts: Parts }

/** A step in formulas. */
export interface StepFormulas {
  /** As many as the step has reads, in their order. */
  readonly reads: readonly Polynomial[]
  readonly write: Polynomial | null
  /** Those that no step before gave. */
  readonly conditions: readonly Condition[]
}

/** The formulas of a program's cells at a position that only goes forward, from 0. */
export class Formulas {
  private readonly program: Program
  private readonly names: Symbols
  private readonly cells = new Map<number, Polynomial>()
  /** The unknowns that are no cells, numbered on after these, in the order in which they arise. */
  readonly arisen: Arisen[] = []
  private readonly lengths = new Map<Arisen, number>()
  private readonly unknowns = new Map<string, Polynomial>()
  private readonly given = new Set<string>()
  private compared: { readonly left: Polynomial; readonly right: Polynomial } | null = null

  /** `names` of cells, for those that are not to be called `x` and their number. All cells named must hold data. */
  constructor(program: Program, names: Symbols = new Map()) {
    this.program = program
    this.names = names
    for (const { address } of program.data) this.cells.set(address, unknownPolynomial(address))
  }

  /** What a cell holds, null where it is blank. */
  cell(address: number): Polynomial | null {
    return this.cells.get(address) ?? null
  }

  /** A formula as parts: `x15 + x16`. */
  parts(polynomial: Polynomial): Parts {
    return polynomialParts(polynomial, number => this.partsOf(number))
  }

  /** The same as text. */
  text(polynomial: Polynomial): string {
    return plainWords(this.parts(polynomial))
  }

  /** Goes on by the next step. */
  advance(step: Step): StepFormulas {
    const { mnemonic, operands } = this.program.instructions[step.pc]!
    const row = instructionOf(mnemonic)
    const reads = step.reads.map(({ address }) => this.cells.get(address) ?? constantPolynomial(0))
    const conditions: Condition[] = []
    const hold = (left: Polynomial, relation: Relation, right: Polynomial) => {
      const condition = this.condition(left, relation, right)
      if (condition !== null) conditions.push(condition)
    }
    step.reads.forEach(({ pointer, value }, index) => {
      if (pointer) hold(reads[index]!, '=', constantPolynomial(value))
    })
    const operand = (index: number): Polynomial => {
      const form = operands[index]!
      if (form.mode === 'immediate') return constantPolynomial(form.value)
      return reads[step.reads.findIndex(read => read.operand === index && !read.pointer)]!
    }
    let write: Polynomial | null = null
    switch (row.kind) {
      case 'copy':
        write = operand(1)
        break
      case 'arithmetic': {
        const right = operand(1)
        if (unitOf(row.unit).divides) hold(right, '≠', constantPolynomial(0))
        write =
          this.result(row.unit, operand(0), right) ??
          this.arise({ kind: 'value', step: step.step, parts: [symbol('v', step.step)] })
        this.compared = { left: write, right: constantPolynomial(0) }
        break
      }
      case 'compare':
        this.compared = { left: operand(0), right: operand(1) }
        break
      case 'jump':
        if (row.when !== null && this.compared !== null) {
          const { relation } = conditionForm(row.when)
          hold(this.compared.left, step.taken ? relation : oppositeRelation(row.when), this.compared.right)
        }
    }
    if (write !== null && step.write !== null) this.cells.set(step.write.address, write)
    return { reads, write, conditions }
  }

  private partsOf(number: number): Parts {
    if (number >= this.program.cells) return this.arisen[number - this.program.cells]!.parts
    const name = this.names.get(number)
    return [name === undefined ? symbol('x', number) : symbol(name)]
  }

  private lengthOf(polynomial: Polynomial): number {
    return textLength(polynomial, number => {
      const arisen = this.arisen[number - this.program.cells]
      return arisen === undefined ? partText(this.partsOf(number)[0]!).length : this.lengths.get(arisen)!
    })
  }

  /** What a unit makes of two formulas, null where that has grown too long to be kept. */
  private result(unit: Unit, a: Polynomial, b: Polynomial): Polynomial | null {
    const result = this.exact(unit, a, b)
    if (result === null || result.length > MAX_TERMS || degree(result) > MAX_DEGREE) return null
    return this.lengthOf(result) > MAX_LENGTH ? null : result
  }

  private exact(unit: Unit, a: Polynomial, b: Polynomial): Polynomial | null {
    const { bits } = this.program
    switch (unitOf(unit).formula) {
      case 'sum':
        return sum(a, b, 1, bits)
      case 'difference':
        return sum(a, b, -1, bits)
      case 'product':
        return product(a, b, bits)
      case 'unknown':
        return this.computed(unit, a, b)
    }
  }

  /** Of two plain numbers a number, else an unknown of its own; the same two always give the same unknown. */
  private computed(unit: Unit, left: Polynomial, right: Polynomial): Polynomial | null {
    const { compute, low, symbol: sign } = unitOf(unit)
    const a = plainValue(left)
    const b = plainValue(right)
    if (a !== null && b !== null) return constantPolynomial(wrap((low ?? compute)(a, b), this.program.bits))
    const key = `${keyOf(left)} ${sign} ${keyOf(right)}`
    const known = this.unknowns.get(key)
    if (known !== undefined) return known
    if (this.lengthOf(left) + this.lengthOf(right) > MAX_LENGTH) return null
    const inside = (part: Polynomial) => (part.length > 1 ? parts`(${this.parts(part)})` : this.parts(part))
    const said = parts`(${inside(left)} ${sign} ${inside(right)})`
    const arisen = this.arise({ kind: 'computed', unit, left, right, parts: said })
    this.unknowns.set(key, arisen)
    return arisen
  }

  private arise(arisen: Arisen): Polynomial {
    this.arisen.push(arisen)
    this.lengths.set(arisen, plainWords(arisen.parts).length)
    return unknownPolynomial(this.program.cells + this.arisen.length - 1)
  }

  /** A condition, unless it is between plain numbers, of one form with itself, or was given before. */
  private condition(left: Polynomial, relation: Relation, right: Polynomial): Condition | null {
    if (plainValue(left) !== null && plainValue(right) !== null) return null
    const [a, b] = [keyOf(left), keyOf(right)]
    if (a === b) return null
    const key = `${a} ${relation} ${b}`
    if (this.given.has(key)) return null
    this.given.add(key)
    return { left, relation, right, parts: parts`${this.parts(left)} ${relation} ${this.parts(right)}` }
  }
}
