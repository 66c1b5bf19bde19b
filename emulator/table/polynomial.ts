// Polynomials over numbered unknowns modulo 2^bits, in one canonical form, so that equal ones look equal (language.md,
// section 7). Knows no cell and no step.
import { joined, number, type Parts, parts, wrap } from '../instructions/index.ts'

/** A coefficient (signed, never 0) times a product of unknowns, their numbers ascending; `[3, 3]` is a square. */
export interface Term {
  readonly coefficient: number
  readonly unknowns: readonly number[]
}

/** Terms in their order: higher total degree first, then unknowns by number, the constant last. None is 0. */
export type Polynomial = readonly Term[]

/** A plain number, which must fit the word. */
export const constantPolynomial = (value: number): Polynomial =>
  value === 0 ? [] : [{ coefficient: value, unknowns: [] }]

export const unknownPolynomial = (number: number): Polynomial => [{ coefficient: 1, unknowns: [number] }]

/** The number that a polynomial without unknowns is; null where it has some. */
export function plainValue(polynomial: Polynomial): number | null {
  const [first] = polynomial
  if (first === undefined) return 0
  return first.unknowns.length === 0 ? first.coefficient : null
}

/** The total degree. */
export const degree = (polynomial: Polynomial): number => polynomial[0]?.unknowns.length ?? 0

/** The order of terms within a polynomial. */
function order(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return b.length - a.length
  const index = a.findIndex((number, at) => number !== b[at])
  return index < 0 ? 0 : a[index]! - b[index]!
}

/** a + factor × b. */
export function sum(a: Polynomial, b: Polynomial, factor: 1 | -1, bits: number): Polynomial {
  const terms: Term[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = a[i]
    const right = b[j]
    const before = left === undefined ? 1 : right === undefined ? -1 : order(left.unknowns, right.unknowns)
    const { unknowns } = before <= 0 ? left! : right!
    const own = before <= 0 ? a[i++]!.coefficient : 0
    const other = before >= 0 ? b[j++]!.coefficient : 0
    const coefficient = wrap(own + factor * other, bits)
    if (coefficient !== 0) terms.push({ coefficient, unknowns })
  }
  return terms
}

/** a × b. */
export function product(a: Polynomial, b: Polynomial, bits: number): Polynomial {
  const terms = new Map<string, Term>()
  for (const left of a) {
    for (const right of b) {
      const unknowns = [...left.unknowns, ...right.unknowns].sort((x, y) => x - y)
      const key = unknowns.join()
      const coefficient = Math.imul(left.coefficient, right.coefficient) + (terms.get(key)?.coefficient ?? 0)
      terms.set(key, { coefficient: wrap(coefficient, bits), unknowns })
    }
  }
  return [...terms.values()]
    .filter(({ coefficient }) => coefficient !== 0)
    .sort((x, y) => order(x.unknowns, y.unknowns))
}

/** The same text for equal polynomials, and only for these. */
export const keyOf = (polynomial: Polynomial): string =>
  polynomial.map(({ coefficient, unknowns }) => `${coefficient}:${unknowns.join()}`).join(' ')

/** At least as long as the text of a polynomial, and at most by a few signs longer; without making that text. */
export function textLength(polynomial: Polynomial, lengthOf: (unknown: number) => number): number {
  let length = 0
  for (const { unknowns } of polynomial) {
    length += 14
    for (const number of unknowns) length += lengthOf(number) + 1
  }
  return length
}

/** As people write it: `x15 + x16`, `2*x*y - y + 3`, `-x`, `x*x`. */
export function polynomialParts(polynomial: Polynomial, partsOf: (unknown: number) => Parts): Parts {
  if (polynomial.length === 0) return [number(0)]
  const made = polynomial.map(({ coefficient, unknowns }, index) => {
    const size = Math.abs(coefficient)
    const factors = unknowns.map(partsOf)
    if (size !== 1 || factors.length === 0) factors.unshift([number(size)])
    if (index === 0 && factors.length === 1 && unknowns.length === 0) return [number(coefficient)]
    const sign = index === 0 ? (coefficient < 0 ? '-' : '') : coefficient < 0 ? ' - ' : ' + '
    return parts`${sign}${joined(factors, '*')}`
  })
  return joined(made, '')
}
