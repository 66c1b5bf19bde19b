// The ALU, and the condition of a jump. Which instruction uses which code is the datapath's affair; here they are codes.
import { tree } from '../algebra.ts'
import { build } from '../build.ts'
import { noneOf, rippleAdder, subtractor } from './adders.ts'
import { divider } from './divider.ts'
import { perWidth, single } from './memo.ts'
import { multiplier } from './multiplier.ts'

/** The codes of `op`, in order: 0 `mov` to 5 `cmp`; 6 and 7 do nothing, r = 0 (circuits.md, section 1). */
export const OPERATIONS = ['mov', 'add', 'sub', 'mul', 'div', 'cmp'] as const
export type Operation = (typeof OPERATIONS)[number]

/** All units work at once; `op` opens the way for one result. `cmp` takes the subtractor's exact `less`, the others r's sign. */
export const alu = perWidth(bits =>
  build(
    {
      name: 'alu',
      bits,
      inputs: { a: bits, b: bits, op: 3 },
      outputs: { r: bits, zero: 'bit', less: 'bit', by_zero: 'bit' },
    },
    (gate, { a, b, op }) => {
      const not = op.map((bit, i) => gate.not(bit, `not_op[${i}]`))
      const is = Object.fromEntries(
        OPERATIONS.map((operation, code) => {
          const [low, middle, high] = op.map((bit, i) => ((code >> i) & 1 ? bit : not[i]!))
          return [operation, gate.and(gate.and(low!, middle!), high!, `is_${operation}`)]
        }),
      ) as Record<Operation, number>
      const difference = gate.use(subtractor(bits), { a, b }, 'subtractor')
      const quotient = gate.use(divider(bits), { a, b }, 'divider')
      const ways: (readonly [number, readonly number[]])[] = [
        [is.mov, b],
        [is.add, gate.use(rippleAdder(bits), { a, b, c: gate.zero }, 'adder').s],
        [gate.or(is.sub, is.cmp, 'subtracts'), difference.s],
        [is.mul, gate.use(multiplier(bits), { a, b }, 'multiplier').p],
        [is.div, quotient.q],
      ]
      const r = a.map((_, i) =>
        tree(
          gate.or,
          ways.map(([open, result]) => gate.and(result[i]!, open)),
        ),
      )
      const compared = gate.and(is.cmp, difference.less, 'cmp_less')
      const below = gate.and(gate.not(is.cmp), r.at(-1)!, 'below_zero')
      return { r, zero: noneOf(gate, r), less: gate.or(compared, below), by_zero: gate.and(is.div, quotient.by_zero) }
    },
  ),
)

/** taken = jmp + je·zero + jne·¬zero + jl·less. */
export const jumpCondition = single(() =>
  build(
    {
      name: 'jump-condition',
      inputs: { zero: 'bit', less: 'bit', je: 'bit', jne: 'bit', jl: 'bit', jmp: 'bit' },
      outputs: { taken: 'bit' },
    },
    (gate, { zero, less, je, jne, jl, jmp }) => ({
      taken: tree(gate.or, [jmp, gate.and(je, zero), gate.and(jne, gate.not(zero, 'not_zero')), gate.and(jl, less)]),
    }),
  ),
)
