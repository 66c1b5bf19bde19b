// Which nets carry magnitudes: numbers without a sign, as in the rows of a division. A net has one number wherever it is
// shown, outside and inside of a part; what a port is called there does not make it another.
import type { Instance, Module, Net } from './netlist.ts'
import { isSigned } from './numbers.ts'

/** Modules whose result is read as what goes in is: bits that pass, or are chosen, turned over or added. */
const FOLLOWING: ReadonlySet<string> = new Set(['invert', 'pass-if', 'selector', 'either', 'ripple-adder'])

const isSize = (part: Instance): boolean => part.label.startsWith('size_')

/** The nets of a module that carry magnitudes, where those of its inputs are `given`. */
function spreadFrom(module: Module, given: ReadonlySet<Net>): Set<Net> {
  const found = new Set(given)
  for (const port of module.inputs)
    if (port.width !== null && !isSigned(port)) for (const net of port.nets) found.add(net)
  for (const part of module.parts) {
    if (part.kind !== 'instance') continue
    const takes = part.module.inputs.some(
      (port, i) => port.width !== null && part.in[i]!.some(net => net > 1 && found.has(net)),
    )
    const follows = takes && FOLLOWING.has(part.module.name)
    part.module.outputs.forEach((port, i) => {
      const isRow = part.module.name === 'divider-row'
      const isNamed = port.width !== null && !isSigned(port)
      if (isRow || isNamed || isSize(part) || (follows && port.width !== null))
        for (const net of part.out[i]!) found.add(net)
    })
  }
  return found
}

const known = new WeakMap<Module, Map<string, ReadonlySet<Net>>>()

/** The nets of the module under a path of labels that carry magnitudes. */
export function magnitudes(root: Module, path: readonly string[] = []): ReadonlySet<Net> {
  let paths = known.get(root)
  if (!paths) {
    paths = new Map()
    known.set(root, paths)
  }
  const key = path.join('.')
  let nets = paths.get(key)
  if (!nets) {
    nets = path.length === 0 ? spreadFrom(root, new Set()) : under(root, path)
    paths.set(key, nets)
  }
  return nets
}

function under(root: Module, path: readonly string[]): ReadonlySet<Net> {
  let module = root
  let found = spreadFrom(root, new Set())
  for (const label of path) {
    const part = module.parts.find((each): each is Instance => each.kind === 'instance' && each.label === label)
    if (part === undefined) return found
    const given = new Set<Net>()
    part.module.inputs.forEach((port, i) => {
      port.nets.forEach((net, bit) => {
        if (found.has(part.in[i]![bit]!)) given.add(net)
      })
    })
    const inner = spreadFrom(part.module, given)
    part.module.outputs.forEach((port, i) => {
      port.nets.forEach((net, bit) => {
        if (found.has(part.out[i]![bit]!)) inner.add(net)
      })
    })
    module = part.module
    found = inner
  }
  return found
}
