// Addition and subtraction from gates, as the book builds them (section 2.1). Knows nothing of instructions.
import { build } from '../build.ts'
import { invert, isZero } from './bitwise.ts'
import { once, perWidth } from './memo.ts'

/** s = x ⊕ y, c′ = xy. */
export const halfAdder = once(() =>
  build(
    { name: 'half-adder', inputs: { x: 'bit', y: 'bit' }, outputs: { s: 'bit', c_next: 'bit' } },
    (gate, { x, y }) => ({
      s: gate.xor(x, y),
      c_next: gate.and(x, y),
    }),
  ),
)

/** The book's formulas, gate for gate: s = x ⊕ y ⊕ c, c′ = xy + c(x ⊕ y). */
export const fullAdder = once(() =>
  build(
    { name: 'full-adder', inputs: { x: 'bit', y: 'bit', c: 'bit' }, outputs: { s: 'bit', c_next: 'bit' } },
    (gate, { x, y, c }) => {
      const differ = gate.xor(x, y, 'differ')
      const s = gate.xor(differ, c)
      return { s, c_next: gate.or(gate.and(x, y, 'both'), gate.and(c, differ, 'passed')) }
    },
  ),
)

/** As many full adders as bits, each one's carry the next one's. */
export const rippleAdder = perWidth(bits =>
  build(
    { name: 'ripple-adder', bits, inputs: { a: bits, b: bits, c: 'bit' }, outputs: { s: bits, c_next: 'bit' } },
    (gate, { a, b, c }) => {
      let column = { s: gate.zero, c_next: c }
      const s = a.map((x, i) => (column = gate.use(fullAdder(), { x, y: b[i]!, c: column.c_next }, `bit${i}`)).s)
      return { s, c_next: column.c_next }
    },
  ),
)

/**
 * a + ¬b + 1 through the same ripple adder. `less` is exact whatever overflows: it is the sum bit which one more place
 * (both signs repeated) would have.
 */
export const subtractor = perWidth(bits =>
  build(
    { name: 'subtractor', bits, inputs: { a: bits, b: bits }, outputs: { s: bits, zero: 'bit', less: 'bit' } },
    (gate, { a, b }) => {
      const flipped = gate.use(invert(bits), { a: b }, 'not_b').r
      const { s, c_next } = gate.use(rippleAdder(bits), { a, b: flipped, c: gate.one }, 'adder')
      const differ = gate.xor(a.at(-1)!, flipped.at(-1)!, 'signs_differ')
      const { zero } = gate.use(isZero(bits), { a: s }, 'is_zero')
      return { s, zero, less: gate.xor(differ, c_next) }
    },
  ),
)
