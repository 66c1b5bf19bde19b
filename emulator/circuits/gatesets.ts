// Rewriting a module to a chosen set of primitives (circuits.md, section 1, "Gate sets"): module by module, so hierarchy,
// ports and labels stay. A set is an algebra of gates made from fewer gates; the module is replayed in it.
import { type Algebra, BITS } from './algebra.ts'
import { type Builder, build } from './build.ts'
import type { GateType } from './gates.ts'
import {
  type CircuitPart,
  type GateSet,
  type Instance,
  type Module,
  type Net,
  ONE,
  type Port,
  parallel,
  wiresOf,
  ZERO,
} from './netlist.ts'
import { replay } from './replay.ts'
import type { ModuleWords } from './words.ts'

export const GATE_SETS = {
  book: { en: 'book', zh: '书中画法' },
  'not-and-or': { en: 'NOT, AND, OR', zh: '非、与、或' },
  nand: { en: 'NAND only', zh: '只用与非门' },
  nor: { en: 'NOR only', zh: '只用或非门' },
  relu: { en: 'ReLU', zh: 'ReLU' },
} as const satisfies Record<GateSet, ModuleWords>

export const GATE_SET_NAMES = Object.keys(GATE_SETS) as readonly GateSet[]

const rewritten = new WeakMap<Module, Map<GateSet, Module>>()

/** The module in another gate set, behaviour unchanged. Made once per module and set. `module` is one of the set `book`. */
export function rewrite<M extends Module>(module: M, set: GateSet): M {
  if (set === 'book') return module
  let sets = rewritten.get(module)
  if (!sets) {
    sets = new Map()
    rewritten.set(module, sets)
  }
  let result = sets.get(set)
  if (!result) {
    result = smallest(candidates(module, set))
    sets.set(set, result)
  }
  return result as M
}

/** What a set's gates are made with: gates that are equal are made once, constants are folded, a double `not` is none. */
interface Sharing {
  readonly make: (type: GateType, inputs: readonly Net[], name?: string) => Net
  /** Makes `not`s by `make` and remembers which net is which one's opposite. */
  readonly invert: (x: Net, make: () => Net) => Net
}

function sharing(builder: Builder): Sharing {
  const made = new Map<string, Net>()
  const opposite = new Map<Net, Net>([
    [ZERO, ONE],
    [ONE, ZERO],
  ])
  return {
    make: (type, inputs, word) => {
      // A name such as `or1` tells of the gate that was; only words are kept.
      const name = word !== undefined && /^[a-z]+\d+$/.test(word) ? undefined : word
      const key = `${type} ${inputs.toSorted((x, y) => x - y).join(' ')}`
      let net = made.get(key)
      if (net === undefined) {
        net = type === 'not' ? builder.not(inputs[0]!, name) : builder[type](inputs[0]!, inputs[1]!, name)
        made.set(key, net)
      }
      return net
    },
    invert: (x, make) => {
      let net = opposite.get(x)
      if (net === undefined) {
        net = make()
        opposite.set(x, net)
        opposite.set(net, x)
      }
      return net
    },
  }
}

type Template = (sharing: Sharing) => Algebra<Net>

/** `xor` as the book defines it: (x ∧ ¬y) ∨ (¬x ∧ y). */
const notAndOr: Template = ({ make, invert }) => {
  const not = (x: Net, name?: string): Net => invert(x, () => make('not', [x], name))
  const and = (x: Net, y: Net, name?: string): Net =>
    x === ZERO || y === ZERO ? ZERO : x === ONE ? y : y === ONE ? x : make('and', [x, y], name)
  const or = (x: Net, y: Net, name?: string): Net =>
    x === ONE || y === ONE ? ONE : x === ZERO ? y : y === ZERO ? x : make('or', [x, y], name)
  return {
    zero: ZERO,
    one: ONE,
    not,
    and,
    or,
    xor: (x, y, name) => or(and(x, not(y)), and(not(x), y), name),
    nand: (x, y, name) => not(and(x, y), name),
    nor: (x, y, name) => not(or(x, y), name),
  }
}

const onlyNand: Template = ({ make, invert }) => {
  const not = (x: Net, name?: string): Net => invert(x, () => make('nand', [x, x], name))
  const nand = (x: Net, y: Net, name?: string): Net =>
    x === ZERO || y === ZERO ? ONE : x === ONE ? not(y, name) : y === ONE ? not(x, name) : make('nand', [x, y], name)
  const or = (x: Net, y: Net, name?: string): Net => nand(not(x), not(y), name)
  return {
    zero: ZERO,
    one: ONE,
    not,
    and: (x, y, name) => not(nand(x, y), name),
    or,
    xor: (x, y, name) => {
      const both = nand(x, y)
      return nand(nand(x, both), nand(y, both), name)
    },
    nand,
    nor: (x, y, name) => not(or(x, y), name),
  }
}

/** `xor` either through its opposite, or sharing the `and` with a carry: whichever makes the module smaller. */
const onlyNor =
  (xor: 'by its opposite' | 'sharing the and'): Template =>
  ({ make, invert }) => {
    const not = (x: Net, name?: string): Net => invert(x, () => make('nor', [x, x], name))
    const nor = (x: Net, y: Net, name?: string): Net =>
      x === ONE || y === ONE ? ZERO : x === ZERO ? not(y, name) : y === ZERO ? not(x, name) : make('nor', [x, y], name)
    const and = (x: Net, y: Net, name?: string): Net => nor(not(x), not(y), name)
    return {
      zero: ZERO,
      one: ONE,
      not,
      and,
      or: (x, y, name) => not(nor(x, y), name),
      xor: (x, y, name) => {
        const neither = nor(x, y)
        if (xor === 'sharing the and') return nor(neither, and(x, y), name)
        return not(nor(nor(x, neither), nor(y, neither)), name)
      },
      nand: (x, y, name) => not(and(x, y), name),
      nor,
    }
  }

function candidates(module: Module, set: Exclude<GateSet, 'book'>): Module[] {
  switch (set) {
    case 'not-and-or':
      return [through(module, set, notAndOr)]
    case 'nand':
      return [through(module, set, onlyNand)]
    case 'nor': {
      const found = [through(module, set, onlyNor('by its opposite')), through(module, set, onlyNor('sharing the and'))]
      return isSelfDual(module) ? [...found, dual(rewrite(module, 'nand'))] : found
    }
    case 'relu':
      return [{ ...module, set, parts: module.parts.map(part => within(part, set)) }]
  }
}

const gatesOf = (module: Module): number => module.parts.filter(part => part.kind === 'gate').length

const smallest = (modules: readonly Module[]): Module =>
  modules.reduce((best, module) => (gatesOf(module) < gatesOf(best) ? module : best))

const within = (part: CircuitPart, set: GateSet): CircuitPart =>
  part.kind === 'gate' ? part : { ...part, module: rewrite(part.module, set) }

/** The module replayed in the set's algebra, the modules inside rewritten in their turn. */
function through(module: Module, set: GateSet, template: Template): Module {
  const signature = { name: module.name, bits: module.bits, set, ...module.shape }
  const whole = build(signature, (builder, inputs) => {
    const onInstance = (instance: Instance, values: readonly (readonly Net[])[]) => {
      const inner = rewrite(instance.module, set)
      return parallel<Net>(inner.outputs, builder.use(inner, wiresOf(inner.inputs, values), instance.label))
    }
    const results = replay(module, template(sharing(builder)), parallel<Net>(module.inputs, inputs), onInstance)
    return wiresOf(module.outputs, results)
  })
  return withoutIdle(whole)
}

/** Leaves out the gates that none of the module's own outputs and none of the modules inside needs. */
function withoutIdle(module: Module): Module {
  const needed = new Set<Net>(module.outputs.flatMap(port => port.nets))
  const kept: CircuitPart[] = []
  for (const part of module.parts.toReversed()) {
    if (part.kind === 'gate' && !needed.has(part.out)) continue
    for (const net of part.in.flat()) needed.add(net)
    kept.unshift(part)
  }
  if (kept.length === module.parts.length) return module
  const own = new Set<Net>([
    ZERO,
    ONE,
    ...module.inputs.flatMap(port => port.nets),
    ...kept.flatMap(part => [part.out].flat(2)),
  ])
  const renumbered = new Map<Net, Net>()
  const names = module.names.filter((_, net) => {
    if (own.has(net)) renumbered.set(net, renumbered.size)
    return own.has(net)
  })
  const moved = (nets: readonly Net[]): Net[] => nets.map(net => renumbered.get(net)!)
  const port = (old: Port): Port => ({ ...old, nets: moved(old.nets) })
  return {
    ...module,
    inputs: module.inputs.map(port),
    outputs: module.outputs.map(port),
    parts: kept.map(part =>
      part.kind === 'gate'
        ? { ...part, in: moved(part.in), out: renumbered.get(part.out)! }
        : { ...part, in: part.in.map(moved), out: part.out.map(moved) },
    ),
    names,
  }
}

/** Self-dual: all inputs flipped flip all outputs. Then NAND and NOR may change places. Only small modules of gates are tried. */
function isSelfDual(module: Module): boolean {
  const ports = [...module.inputs, ...module.outputs]
  if (module.inputs.length > 4 || ports.some(port => port.width !== null)) return false
  if (module.parts.some(part => part.kind === 'instance')) return false
  const outputs = (row: number): number =>
    replay(
      module,
      BITS,
      module.inputs.map((_, i) => [((row >> i) & 1) as 0 | 1]),
    ).reduce((word, [bit], i) => word | (bit! << i), 0)
  const allInputs = (1 << module.inputs.length) - 1
  const allOutputs = (1 << module.outputs.length) - 1
  for (let row = 0; row <= allInputs; row++) if (outputs(row) !== (outputs(allInputs ^ row) ^ allOutputs)) return false
  return true
}

/** A module of NANDs with every one a NOR, and the constants changed over. */
function dual(module: Module): Module {
  const changed = (net: Net): Net => (net === ZERO ? ONE : net === ONE ? ZERO : net)
  return {
    ...module,
    set: 'nor',
    outputs: module.outputs.map(port => ({ ...port, nets: port.nets.map(changed) })),
    parts: module.parts.map(part => (part.kind === 'gate' ? { ...part, type: 'nor', in: part.in.map(changed) } : part)),
    names: module.names.map(name => name.replace(/^nand(?=\d+$)/, 'nor')),
  }
}
