// Sums and comparisons as people write them, with their actual numbers. Knows no cell and no step.
import { type Arithmetic, highest, type Text } from '../instructions/index.ts'

/** A result before it is cut to the word: exact, which a product of two words is not in a double. */
const EXACT: Record<Arithmetic['unit'], (a: bigint, b: bigint) => bigint> = {
  adder: (a, b) => a + b,
  subtractor: (a, b) => a - b,
  multiplier: (a, b) => a * b,
  divider: (a, b) => a / b,
}

/** A number after an operator: a negative one in parentheses. */
const second = (value: number): string => (value < 0 ? `(${value})` : `${value}`)

/**
 * `15 + 1 = 16`; where the result does not fit, what it would have been and what it wraps to; where a quotient was cut,
 * that it was.
 */
export function equation(row: Arithmetic, a: number, b: number, stored: number, bits: number): Text {
  const exact = EXACT[row.unit](BigInt(a), BigInt(b))
  const sum = `${a} ${row.symbol} ${second(b)} = ${exact}`
  if (exact !== BigInt(stored)) {
    const size = exact > BigInt(highest(bits)) ? 'large' : 'small'
    return {
      en: `${sum}, too ${size} for ${bits} bits, wraps to ${stored}`,
      zh: `${sum}，超出 ${bits} 位的范围，回绕为 ${stored}`,
    }
  }
  const cut = row.unit === 'divider' && a % b !== 0
  return cut ? { en: `${sum}, cut towards zero`, zh: `${sum}（向零取整）` } : { en: sum, zh: sum }
}

/** How two numbers compare: `16 < 18`. */
export function comparison(left: number, right: number): string {
  const sign = left === right ? '=' : left < right ? '<' : '>'
  return `${left} ${sign} ${right}`
}
