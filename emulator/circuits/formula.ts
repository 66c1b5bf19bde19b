// Formulas of outputs as the book writes them: ⊕, + for or, nothing for and. As tokens, so that a row of values can stand
// under a row of names.
import type { Algebra } from './algebra.ts'
import type { Module } from './netlist.ts'
import { netName } from './netlist.ts'
import { replay } from './replay.ts'

export type Token =
  | { readonly kind: 'name'; readonly name: string }
  /** `product` is the sign that is not written between names, but is between numbers. */
  | { readonly kind: 'sign'; readonly text: '⊕' | '+' | '¬' | '(' | ')' }
  | { readonly kind: 'product' }

/** How tightly an expression holds together: a sum less than a product, a product less than a name. */
type Strength = 'or' | 'xor' | 'and' | 'atom'

interface Expression {
  readonly strength: Strength
  readonly tokens: readonly Token[]
}

const sign = (text: '⊕' | '+' | '¬' | '(' | ')'): Token => ({ kind: 'sign', text })

const wrapped = (x: Expression): readonly Token[] => [sign('('), ...x.tokens, sign(')')]

const atom = (tokens: readonly Token[]): Expression => ({ strength: 'atom', tokens })

/** An operand of a product: sums go in brackets. */
const factor = (x: Expression): readonly Token[] =>
  x.strength === 'or' || x.strength === 'xor' ? wrapped(x) : x.tokens

/** A joined expression; an operand of another sort of sum goes in brackets. */
const sum = (strength: 'or' | 'xor', text: '+' | '⊕', x: Expression, y: Expression): Expression => {
  const side = (each: Expression): readonly Token[] =>
    (each.strength === 'or' || each.strength === 'xor') && each.strength !== strength ? wrapped(each) : each.tokens
  return { strength, tokens: [...side(x), sign(text), ...side(y)] }
}

const opposite = (x: Expression): Expression => atom([sign('¬'), ...(x.strength === 'atom' ? x.tokens : wrapped(x))])

const product = (x: Expression, y: Expression): Expression => ({
  strength: 'and',
  tokens: [...factor(x), { kind: 'product' }, ...factor(y)],
})

const FORMULAS: Algebra<Expression> = {
  zero: atom([{ kind: 'name', name: '0' }]),
  one: atom([{ kind: 'name', name: '1' }]),
  not: opposite,
  and: product,
  or: (x, y) => sum('or', '+', x, y),
  xor: (x, y) => sum('xor', '⊕', x, y),
  nand: (x, y) => opposite(product(x, y)),
  nor: (x, y) => opposite(sum('or', '+', x, y)),
}

/** The formula of each one-bit output over the inputs' names. For small modules: shared gates are written out each time. */
export function formulas(module: Module): { readonly output: string; readonly tokens: readonly Token[] }[] {
  const inputs = module.inputs.map(port =>
    port.nets.map((_, bit) => atom([{ kind: 'name', name: netName(port, bit) }])),
  )
  return replay(module, FORMULAS, inputs).flatMap((bits, i) =>
    bits.map((expression, bit) => ({ output: netName(module.outputs[i]!, bit), tokens: expression.tokens })),
  )
}
