// The ALU, and the condition of a jump. Which instruction uses which code is the datapath's affair; here they are codes.
import { tree } from '../algebra.ts'
import { build } from '../build.ts'
import type { Net } from '../netlist.ts'
import { rippleAdder, subtractor } from './adders.ts'
import { either, isZero, passIf } from './bitwise.ts'
import { divider } from './divider.ts'
import { perWidth, single } from './memo.ts'
import { multiplier } from './multiplier.ts'

/** The codes of `op`, in order: 0 `mov` to 5 `cmp`; 6 and 7 do nothing, r = 0 (circuits.md, section 1). */
export const OPERATIONS = ['mov', 'add', 'sub', 'mul', 'div', 'cmp'] as const
export type Operation = (typeof OPERATIONS)[number]

/** One output a code: 1 at the instruction that `op` names, and nowhere for 6 and 7. */
export const decoder = single(() =>
  build(
    {
      name: 'decoder',
      inputs: { op: 3 },
      outputs: { mov: 'bit', add: 'bit', sub: 'bit', mul: 'bit', div: 'bit', cmp: 'bit' } as const satisfies Record<
        Operation,
        'bit'
      >,
    },
    (gate, { op }) => {
      const not = op.map((bit, i) => gate.not(bit, `not_op[${i}]`))
      const is = (code: number): Net => {
        const [low, middle, high] = op.map((bit, i) => ((code >> i) & 1 ? bit : not[i]!))
        return gate.and(gate.and(low!, middle!), high!)
      }
      return Object.fromEntries(OPERATIONS.map((operation, code) => [operation, is(code)])) as Record<Operation, Net>
    },
  ),
)

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
      const is = gate.use(decoder(), { op }, 'decoder')
      const sum = gate.use(rippleAdder(bits), { a, b, c: gate.zero }, 'adder')
      const difference = gate.use(subtractor(bits), { a, b }, 'subtractor')
      const product = gate.use(multiplier(bits), { a, b }, 'multiplier')
      const quotient = gate.use(divider(bits), { a, b }, 'divider')
      const way = (word: readonly Net[], pass: Net, label: string): readonly Net[] =>
        gate.use(passIf(bits), { a: word, pass }, label).r
      const ways = [
        way(b, is.mov, 'way_mov'),
        way(sum.s, is.add, 'way_add'),
        way(difference.s, gate.or(is.sub, is.cmp, 'subtracts'), 'way_sub'),
        way(product.p, is.mul, 'way_mul'),
        way(quotient.q, is.div, 'way_div'),
      ]
      let joined = 0
      const r = tree((x, y) => gate.use(either(bits), { a: x, b: y }, `join${joined++}`).r, ways)
      const compared = gate.and(is.cmp, difference.less, 'cmp_less')
      const below = gate.and(gate.not(is.cmp), r.at(-1)!, 'below_zero')
      const { zero } = gate.use(isZero(bits), { a: r }, 'is_zero')
      return { r, zero, less: gate.or(compared, below), by_zero: gate.and(is.div, quotient.by_zero) }
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
