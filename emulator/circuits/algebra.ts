// An algebra: what the six gates mean over some kind of value. A module is a function over an algebra, and simulation,
// formulas, rewriting and flattening are that one function in different algebras (replay.ts).
import type { BinaryType, Bit } from './gates.ts'

/** A gate of two inputs; `name` is the word that the module's description gives to the gate, where it gives one. */
export type Binary<V> = (x: V, y: V, name?: string) => V

export interface Algebra<V> extends Readonly<Record<BinaryType, Binary<V>>> {
  readonly zero: V
  readonly one: V
  readonly not: (x: V, name?: string) => V
}

/** Single bits: one case at a time. */
export const BITS: Algebra<Bit> = {
  zero: 0,
  one: 1,
  not: x => (x ^ 1) as Bit,
  and: (x, y) => (x & y) as Bit,
  or: (x, y) => (x | y) as Bit,
  xor: (x, y) => (x ^ y) as Bit,
  nand: (x, y) => ((x & y) ^ 1) as Bit,
  nor: (x, y) => ((x | y) ^ 1) as Bit,
}

/**
 * Joins values by a gate as a balanced tree, neighbours first, an odd one going up unpaired (circuits.md, section 1).
 * At least one value is needed.
 */
export function tree<V>(join: Binary<V>, values: readonly V[]): V {
  if (values.length === 1) return values[0]!
  const joined: V[] = []
  for (let i = 0; i < values.length; i += 2) {
    joined.push(i + 1 < values.length ? join(values[i]!, values[i + 1]!) : values[i]!)
  }
  return tree(join, joined)
}
