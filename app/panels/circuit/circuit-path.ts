// Where one is inside a circuit: labels of modules gone into, among which one stands for the picked bit, whatever it is called.
import { type Module, moduleAt } from '../../../emulator/circuits/index.ts'

/** How deep one is: labels of the modules gone into, and the gate looked at. `PICKED` stands for the picked bit's own part. */
export interface CircuitPath {
  readonly path: readonly string[]
  readonly gate: string | null
}

/** The label that stands for the part of the picked bit: its full adder, its row of a multiplication or division. */
export const PICKED = 'bit'

/** What the part of a bit is called in a module that has one for every bit. */
const PARTS: Readonly<Record<string, string>> = { 'ripple-adder': 'bit', multiplier: 'sum', divider: 'row' }

/** Where one is in a module before having moved: an adder opens on the picked bit, others on the whole. */
const FIRST: Readonly<Record<string, readonly string[]>> = { 'ripple-adder': [PICKED], subtractor: ['adder', PICKED] }

/** The label of a bit's part; null where that bit has none, as the first row of a multiplication, which is not added to any. */
export function pickedLabel(module: Module, bit: number): string | null {
  const label = `${PARTS[module.name]}${bit}`
  return module.parts.some(part => part.kind === 'instance' && part.label === label) ? label : null
}

/** The way to the picked bit, as a module opens. */
export const firstPlace = (name: string): readonly string[] => FIRST[name] ?? []

/** Where one is in the module of that name. */
export const placeIn = (places: Readonly<Record<string, CircuitPath>>, name: string): CircuitPath =>
  places[name] ?? { path: FIRST[name] ?? [], gate: null }

/** The labels with the picked bit's own in place of the word that stands for it, as far as there are such modules. */
export function labels(root: Module, path: readonly string[], bit: number): string[] {
  const real: string[] = []
  for (const label of path) {
    const inside = moduleAt(root, real)
    const own = inside && label === PICKED ? pickedLabel(inside, bit) : label
    if (own === null || !moduleAt(root, [...real, own])) break
    real.push(own)
  }
  return real
}

/** The bit whose part a label names, where the picked bit is meant by it; a part of a row is another's bit. */
export function bitOf(root: Module, { path }: CircuitPath, inside: Module, label: string): number | null {
  const number = /^[a-z]+(\d+)$/.exec(label)?.[1]
  const meant = number !== undefined && inside.bits === root.bits && !path.includes(PICKED)
  return meant && pickedLabel(inside, Number(number)) === label ? Number(number) : null
}
