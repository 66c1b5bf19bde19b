// Signed division cut towards zero: restoring division on magnitudes, as on paper, then the sign.
import { build } from '../build.ts'
import type { Net } from '../netlist.ts'
import { halfAdder, rippleAdder } from './adders.ts'
import { invert, isZero, selector } from './bitwise.ts'
import { perWidth } from './memo.ts'

/** r = negate ? −a : a: every bit flipped and 1 added, by half adders. */
export const negateIf = perWidth(bits =>
  build(
    { name: 'negate-if', bits, inputs: { a: bits, negate: 'bit' }, outputs: { r: bits } },
    (gate, { a, negate }) => {
      let carry = negate
      return {
        r: a.map((bit, i) => {
          const sum = gate.use(halfAdder(), { x: gate.xor(bit, negate, `flip[${i}]`), y: carry }, `bit${i}`)
          carry = sum.c_next
          return sum.s
        }),
      }
    },
  ),
)

/**
 * One row of the written division: does the divisor fit into `rest`? If so it is taken away. `flipped` is ¬divisor, so
 * that the row is rest + ¬divisor + 1, whose carry says that it fits. All are magnitudes, without sign.
 */
export const dividerRow = perWidth(bits =>
  build(
    { name: 'divider-row', bits, inputs: { rest: bits, flipped: bits }, outputs: { left: bits, fits: 'bit' } },
    (gate, { rest, flipped }) => {
      const trial = gate.use(rippleAdder(bits), { a: rest, b: flipped, c: gate.one }, 'adder')
      const { r } = gate.use(selector(bits), { a: rest, b: trial.s, choose: trial.c_next }, 'choice')
      return { left: r, fits: trial.c_next }
    },
  ),
)

/** By zero every row fits, so that q is −1 for a ≥ 0, else 1, and `by_zero` says that nobody may store it. */
export const divider = perWidth(bits =>
  build(
    { name: 'divider', bits, inputs: { a: bits, b: bits }, outputs: { q: bits, by_zero: 'bit' } },
    (gate, { a, b }) => {
      const dividend = gate.use(negateIf(bits), { a, negate: a.at(-1)! }, 'size_a').r
      const divisor = gate.use(negateIf(bits), { a: b, negate: b.at(-1)! }, 'size_b').r
      const flipped = gate.use(invert(bits), { a: divisor }, 'flipped').r
      const digits: Net[] = []
      let rest: readonly Net[] = dividend.map(() => gate.zero)
      for (let place = bits - 1; place >= 0; place--) {
        // The next digit of the dividend comes down. The rest is below the divisor, at most 2^(bits−1), so none is lost on top.
        const lowered = [dividend[place]!, ...rest.slice(0, -1)]
        const row = gate.use(dividerRow(bits), { rest: lowered, flipped }, `row${place}`)
        digits.unshift(row.fits)
        rest = row.left
      }
      const sign = gate.xor(a.at(-1)!, b.at(-1)!, 'sign')
      const q = gate.use(negateIf(bits), { a: digits, negate: sign }, 'with_sign').r
      return { q, by_zero: gate.use(isZero(bits), { a: b }, 'is_zero').zero }
    },
  ),
)
