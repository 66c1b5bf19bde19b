// Words handled bit by bit: the parts of which subtractor, multiplier, divider and ALU are put together.
import { tree } from '../algebra.ts'
import { build } from '../build.ts'
import type { BinaryType } from '../gates.ts'
import { perWidth } from './memo.ts'

/** r = ¬a, every bit flipped. */
export const invert = perWidth(bits =>
  build({ name: 'invert', bits, inputs: { a: bits }, outputs: { r: bits } }, (gate, { a }) => ({
    r: a.map(bit => gate.not(bit)),
  })),
)

/** r = pass ? a : 0: one row of a written multiplication, or a way that is open or shut. */
export const passIf = perWidth(bits =>
  build({ name: 'pass-if', bits, inputs: { a: bits, pass: 'bit' }, outputs: { r: bits } }, (gate, { a, pass }) => ({
    r: a.map(bit => gate.and(bit, pass)),
  })),
)

/** r = a + b, as or: bit by bit. */
export const either = perWidth(bits =>
  build({ name: 'either', bits, inputs: { a: bits, b: bits }, outputs: { r: bits } }, (gate, { a, b }) => ({
    r: a.map((bit, i) => gate.or(bit, b[i]!)),
  })),
)

const bitwiseMade = new Map<BinaryType, (bits: number) => ReturnType<typeof either>>()

/** r = a gate at every pair of bits. */
export function bitwise(type: BinaryType): (bits: number) => ReturnType<typeof either> {
  if (type === 'or') return either
  const made =
    bitwiseMade.get(type) ??
    perWidth(bits =>
      build(
        { name: `bitwise-${type}`, bits, inputs: { a: bits, b: bits }, outputs: { r: bits } },
        (gate, { a, b }) => ({ r: a.map((bit, i) => gate[type](bit, b[i]!)) }),
      ),
    )
  bitwiseMade.set(type, made)
  return made
}

/** zero is 1 when no bit of a is 1. */
export const isZero = perWidth(bits =>
  build({ name: 'is-zero', bits, inputs: { a: bits }, outputs: { zero: 'bit' } }, (gate, { a }) => ({
    zero: gate.not(tree(gate.or, a)),
  })),
)

/** r = choose ? b : a. */
export const selector = perWidth(bits =>
  build(
    { name: 'selector', bits, inputs: { a: bits, b: bits, choose: 'bit' }, outputs: { r: bits } },
    (gate, { a, b, choose }) => {
      const keep = gate.not(choose, 'keep')
      return { r: a.map((bit, i) => gate.or(gate.and(bit, keep), gate.and(b[i]!, choose))) }
    },
  ),
)
