// Each module is made once per width, so that for modules identity is equality (exports and rewriting count on it).
import type { Module, Shape } from '../netlist.ts'

/** A module without a width. */
export function once<I extends Shape, O extends Shape>(make: () => Module<I, O>): () => Module<I, O> {
  let made: Module<I, O> | undefined
  return () => (made ??= make())
}

/** A module that is made for a width of 1 to 32 bits. */
export function perWidth<I extends Shape, O extends Shape>(
  make: (bits: number) => Module<I, O>,
): (bits: number) => Module<I, O> {
  const made = new Map<number, Module<I, O>>()
  return bits => {
    let module = made.get(bits)
    if (!module) {
      module = make(bits)
      made.set(bits, module)
    }
    return module
  }
}
