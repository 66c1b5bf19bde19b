// A formula with the numbers that its unknowns stood for: `1 + 2 + 3`. Knows polynomials and cells' first values.
import { number, type Part, type Parts, parts, unitOf } from '../instructions/index.ts'
import type { Formulas, Polynomial } from '../table/index.ts'

/** The actual number of each unknown; of a value whose formula was not kept there is none. */
export class Numbers {
  private readonly formulas: Formulas
  private readonly bits: number
  private readonly cells: number
  private readonly first: (address: number) => number

  /** `first` is what a cell held before the first step. */
  constructor(formulas: Formulas, bits: number, cells: number, first: (address: number) => number) {
    this.formulas = formulas
    this.bits = bits
    this.cells = cells
    this.first = first
  }

  /** The formula in numbers, null where one of them is not known; and what they make before they are cut to the word. */
  of(polynomial: Polynomial): { readonly parts: Parts; readonly exact: bigint } | null {
    let exact = 0n
    const said: Parts[] = []
    for (const { coefficient, unknowns } of polynomial) {
      const size = Math.abs(coefficient)
      const factors: Parts[] = []
      let value = BigInt(coefficient)
      if (size !== 1 || unknowns.length === 0) factors.push([number(size)])
      for (const one of unknowns) {
        const factor = this.unknown(one)
        if (factor === null) return null
        value *= BigInt(factor.value)
        factors.push(factor.parts)
      }
      exact += value
      const product = factors.reduce((left, right) => parts`${left} × ${right}`)
      const sign = said.length === 0 ? (coefficient < 0 ? '-' : '') : coefficient < 0 ? ' - ' : ' + '
      said.push(parts`${sign}${product}`)
    }
    return { parts: said.length === 0 ? [number(0)] : said.flat(), exact }
  }

  private unknown(index: number): { readonly parts: Parts; readonly value: number } | null {
    if (index < this.cells) return plainNumber(this.first(index))
    const arisen = this.formulas.arisen[index - this.cells]!
    if (arisen.kind === 'value') return null
    const [a, b] = [this.of(arisen.left), this.of(arisen.right)]
    if (a === null || b === null) return null
    const { symbol, exact } = unitOf(arisen.unit)
    const word = (value: bigint): bigint => BigInt.asIntN(this.bits, value)
    const inside = (polynomial: Polynomial, all: Parts): Parts => (polynomial.length > 1 ? parts`(${all})` : all)
    return {
      parts: parts`(${inside(arisen.left, a.parts)} ${symbol} ${inside(arisen.right, b.parts)})`,
      value: Number(word(exact(word(a.exact), word(b.exact)))),
    }
  }
}

function plainNumber(value: number): { readonly parts: Parts; readonly value: number } {
  const one: Part = number(value)
  return { parts: value < 0 ? parts`(${one})` : [one], value }
}
