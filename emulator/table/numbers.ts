// Sums and comparisons as people write them, with their actual numbers. Knows no cell and no step.
import {
  type Arithmetic,
  highest,
  number,
  type Part,
  type Parts,
  parts,
  result,
  type Sentence,
  unitOf,
  words,
} from '../instructions/index.ts'

/** A number after an operator: a negative one in parentheses. */
const second = (value: number): Parts => (value < 0 ? parts`(${value})` : [number(value)])

/** A number of any length; what a double cannot hold stands as words. */
const exactly = (value: bigint): Part =>
  Number.isSafeInteger(Number(value)) ? number(Number(value)) : words(`${value}`)

/**
 * `15 + 1 = 16`; where the result does not fit, what it would have been and what it wraps to; where a quotient was cut,
 * that it was.
 */
export function equation(row: Arithmetic, a: number, b: number, stored: number, bits: number): Sentence {
  const unit = unitOf(row.unit)
  const exact = unit.exact(BigInt(a), BigInt(b))
  const sum = parts`${a} ${unit.symbol} ${second(b)} = `
  if (exact !== BigInt(stored)) {
    const size = exact > BigInt(highest(bits)) ? 'large' : 'small'
    return {
      en: parts`${sum}${exactly(exact)}, too ${size} for ${bits} bits, wraps to ${result(stored)}`,
      zh: parts`${sum}${exactly(exact)}，超出 ${bits} 位的范围，回绕为 ${result(stored)}`,
    }
  }
  const plain = parts`${sum}${result(stored)}`
  const cut = unit.divides && a % b !== 0
  return cut ? { en: parts`${plain}, cut towards zero`, zh: parts`${plain}（保留整数部分）` } : { en: plain, zh: plain }
}

/** How two numbers compare: `16 < 18`; of `unequal` ones only that they are: `16 ≠ 18`. */
export function comparison(left: number, right: number, unequal = false): Parts {
  return parts`${left} ${relation(left, right, unequal)} ${right}`
}

/** The sign of a comparison. */
export function relation(left: number, right: number, unequal = false): string {
  if (left === right) return '='
  return unequal ? '≠' : left < right ? '<' : '>'
}
