// The ALU, its decoder, and the condition of a jump, each made for a list of lines that is given: which instructions
// there are, and which unit computes each, is the datapath's affair.
import { tree } from '../algebra.ts'
import { build } from '../build.ts'
import type { Module, Net, Shape, Wires } from '../netlist.ts'
import { either, isZero, passIf } from './bitwise.ts'

/** A unit of the ALU: a module over `a` and `b`. */
export interface AluUnit {
  /** What the unit is called in the ALU. */
  readonly label: string
  readonly of: (bits: number) => Module
  /** The port of its result. */
  readonly result: string
  /** Its outputs beside the result: `less`, exact, and `by_zero`, the fault. */
  readonly has: readonly ('less' | 'by_zero')[]
  /** What the net is called on which the lines that share the unit are joined. */
  readonly shared: string
}

/** A line of the ALU: b goes through, a unit's result does, or only a unit's flags count and its result goes nowhere. */
export type AluLine =
  | { readonly name: string; readonly kind: 'copy' }
  | { readonly name: string; readonly kind: 'arithmetic'; readonly unit: AluUnit }
  | { readonly name: string; readonly kind: 'compare'; readonly unit: AluUnit }

/** Bits of `op`: three as in the book's ALU, more only where the lines need more. */
const codeBits = (lines: readonly AluLine[]): number => Math.max(3, Math.ceil(Math.log2(lines.length)))

/** One output a code: 1 at the line that `op` names by its place in the list, and nowhere for codes beyond. */
export const decoderFor = (lines: readonly AluLine[]): Module =>
  build(
    {
      name: 'decoder',
      inputs: { op: codeBits(lines) },
      outputs: Object.fromEntries(lines.map(({ name }) => [name, 'bit' as const])),
    },
    (gate, { op }) => {
      const not = op.map((bit, i) => gate.not(bit, `not_op[${i}]`))
      const is = (code: number): Net =>
        tree(
          gate.and,
          op.map((bit, i) => ((code >> i) & 1 ? bit : not[i]!)),
        )
      return Object.fromEntries(lines.map(({ name }, code) => [name, is(code)]))
    },
  )

/** All units work at once; `op` opens the way for one result. A comparison takes its unit's exact `less`, the others r's sign. */
export function aluFor(lines: readonly AluLine[], decoder: () => Module, bits: number) {
  return build(
    {
      name: 'alu',
      bits,
      inputs: { a: bits, b: bits, op: codeBits(lines) },
      outputs: { r: bits, zero: 'bit', less: 'bit', by_zero: 'bit' },
    },
    (gate, { a, b, op }) => {
      const is = gate.use(decoder(), { op }, 'decoder') as Readonly<Record<string, Net>>
      const computed = new Map<AluUnit, Wires<Shape, Net>>()
      for (const line of lines) {
        if (line.kind === 'copy' || computed.has(line.unit)) continue
        const module = line.unit.of(bits)
        const carry = module.inputs.some(({ name }) => name === 'c') ? { c: gate.zero } : {}
        computed.set(line.unit, gate.use(module, { a, b, ...carry }, line.unit.label))
      }
      const compares = lines.filter(line => line.kind === 'compare')
      const ways = lines.flatMap(line => {
        if (line.kind === 'compare') return []
        const word = line.kind === 'copy' ? b : (computed.get(line.unit)![line.unit.result] as readonly Net[])
        const sharing = line.kind === 'copy' ? [] : compares.filter(({ unit }) => unit === line.unit)
        const join = (x: Net, y: Net): Net => gate.or(x, y, line.kind === 'copy' ? undefined : line.unit.shared)
        const pass = tree(join, [is[line.name]!, ...sharing.map(({ name }) => is[name]!)])
        return [gate.use(passIf(bits), { a: word, pass }, `way_${line.name}`).r]
      })
      let joined = 0
      const r = tree((x, y) => gate.use(either(bits), { a: x, b: y }, `join${joined++}`).r, ways)
      const compared = tree(
        gate.or,
        compares.map(({ name, unit }) => gate.and(is[name]!, computed.get(unit)!['less'] as Net, `${name}_less`)),
      )
      const isCompare = tree(
        gate.or,
        compares.map(({ name }) => is[name]!),
      )
      const below = gate.and(gate.not(isCompare), r.at(-1)!, 'below_zero')
      const { zero } = gate.use(isZero(bits), { a: r }, 'is_zero')
      const less = gate.or(compared, below)
      const faults = lines.flatMap(line =>
        line.kind === 'arithmetic' && line.unit.has.includes('by_zero')
          ? [gate.and(is[line.name]!, computed.get(line.unit)!['by_zero'] as Net)]
          : [],
      )
      return { r, zero, less, by_zero: tree(gate.or, faults) }
    },
  )
}

/** A line of the jump condition: the outcomes with which it is taken, of a comparison: less, equal, greater. */
export interface JumpLine {
  readonly name: string
  readonly less: boolean
  readonly equal: boolean
  readonly greater: boolean
}

/** What the flags say of a line's outcomes; null where all of them will do. */
type Met = 'less' | 'zero' | 'not_zero' | 'not_less' | 'at_most' | 'above' | null

const met = ({ less, equal, greater }: JumpLine): Met => {
  if (less && equal) return greater ? null : 'at_most'
  if (less) return greater ? 'not_zero' : 'less'
  if (equal) return greater ? 'not_less' : 'zero'
  return 'above'
}

/** taken = jmp + je·zero + jne·¬zero + jl·less: each line with what the flags must say for it. */
export function jumpConditionFor(lines: readonly JumpLine[]): Module {
  const always = lines.filter(line => met(line) === null)
  const inputs = [
    'zero',
    'less',
    ...lines
      .filter(line => !always.includes(line))
      .concat(always)
      .map(({ name }) => name),
  ]
  return build(
    {
      name: 'jump-condition',
      inputs: Object.fromEntries(inputs.map(name => [name, 'bit' as const])),
      outputs: { taken: 'bit' },
    },
    (gate, nets) => {
      const { zero, less } = nets as { readonly zero: Net; readonly less: Net }
      const made = new Map<Met, Net>()
      const once = (what: Met, make: () => Net): Net => {
        const net = made.get(what) ?? make()
        made.set(what, net)
        return net
      }
      const notZero = () => once('not_zero', () => gate.not(zero, 'not_zero'))
      const notLess = () => once('not_less', () => gate.not(less, 'not_less'))
      const flag: Record<NonNullable<Met>, () => Net> = {
        less: () => less,
        zero: () => zero,
        not_zero: notZero,
        not_less: notLess,
        at_most: () => once('at_most', () => gate.or(zero, less, 'at_most')),
        above: () => once('above', () => gate.and(notZero(), notLess(), 'above')),
      }
      const taken = lines.map(line => {
        const what = met(line)
        const own = nets[line.name] as Net
        return what === null ? own : gate.and(own, flag[what]())
      })
      return { taken: tree(gate.or, taken) }
    },
  )
}
