// Structural Verilog-2005 (circuits.md, section 5): primitive gates, instances with named ports, `wire`, and `assign` of one
// net to another. Every module is written once, before its use; the same module gives the same bytes.
import { GATE_TYPES } from '../gates.ts'
import type { Instance, Module, Net, Port } from '../netlist.ts'
import { netName } from '../netlist.ts'

/** The whole design, the module asked for last. */
export function verilogText(module: Module): string {
  const order: Module[] = []
  const visit = (inner: Module): void => {
    if (order.includes(inner)) return
    for (const part of inner.parts) if (part.kind === 'instance') visit(part.module)
    order.push(inner)
  }
  visit(module)
  return order.map(inner => moduleText(inner, inner === module ? topName(module) : innerName(inner))).join('\n')
}

/** The name of the module that is asked for; a single gate's has a suffix, since `and` is a reserved word. */
export const topName = (module: Module): string =>
  (GATE_TYPES as readonly string[]).includes(module.name) ? `${module.name}_gate` : module.name.replaceAll('-', '_')

const innerName = (module: Module): string =>
  module.bits === null ? topName(module) : `${topName(module)}_${module.bits}`

const range = (width: number | null): string => (width === null ? '' : `[${width - 1}:0] `)

function moduleText(module: Module, name: string): string {
  const wires = new Wires(module)
  const body: string[] = []
  for (const part of module.parts) {
    if (part.kind === 'gate')
      body.push(`${part.type} (${[part.out, ...part.in].map(net => wires.of(net)).join(', ')});`)
    else body.push(...instanceText(part, wires))
  }
  for (const port of module.outputs) {
    port.nets.forEach((net, bit) => {
      const target = netName(port, bit)
      if (wires.of(net) !== target) body.push(`assign ${target} = ${wires.of(net)};`)
    })
  }
  const ports = [
    ...module.inputs.map(port => `  input ${range(port.width)}${port.name}`),
    ...module.outputs.map(port => `  output ${range(port.width)}${port.name}`),
  ]
  const lines = [...wires.declarations, ...body].map(line => `  ${line}`)
  return `module ${name} (\n${ports.join(',\n')}\n);\n${lines.join('\n')}\nendmodule\n`
}

function instanceText(part: Instance, wires: Wires): string[] {
  const before: string[] = []
  const connections = part.module.inputs.map((port, i) => {
    const nets = part.in[i]!
    if (port.width === null) return `.${port.name}(${wires.of(nets[0]!)})`
    const whole = wires.whole(nets)
    if (whole !== null) return `.${port.name}(${whole})`
    const bus = wires.declare(`${part.label}_${port.name}`, port.width)
    nets.forEach((net, bit) => {
      before.push(`assign ${bus}[${bit}] = ${wires.of(net)};`)
    })
    return `.${port.name}(${bus})`
  })
  const results = part.module.outputs.map((port, i) => {
    const nets = part.out[i]!
    return `.${port.name}(${port.width === null ? wires.of(nets[0]!) : (wires.whole(nets) ?? '')})`
  })
  return [...before, `${innerName(part.module)} ${part.label} (${[...connections, ...results].join(', ')});`]
}

/** What each net of a module is called in Verilog, and the wires declared for that. Nets named `bus[i]` are bits of one bus. */
class Wires {
  readonly declarations: string[] = []
  readonly #names = new Map<Net, string>([
    [0, "1'b0"],
    [1, "1'b1"],
  ])
  readonly #widths = new Map<string, number>()
  readonly #taken = new Set<string>()

  constructor(module: Module) {
    for (const part of module.parts) if (part.kind === 'instance') this.#taken.add(part.label)
    for (const port of [...module.inputs, ...module.outputs]) this.#port(port)
    const own = module.inputs.flatMap(port => port.nets)
    for (const net of own) this.#names.set(net, module.names[net]!)
    for (const port of module.outputs) {
      port.nets.forEach((net, bit) => {
        if (module.names[net] === netName(port, bit)) this.#names.set(net, netName(port, bit))
      })
    }
    const widths = new Map<string, number>()
    const rest = module.names.map((name, net) => ({ net, ...split(name) })).filter(({ net }) => !this.#names.has(net))
    for (const { base, bit } of rest) if (bit !== null) widths.set(base, Math.max(widths.get(base) ?? 0, bit + 1))
    const buses = new Map<string, string>()
    for (const { net, base, bit } of rest) {
      if (bit === null) {
        this.#names.set(net, this.declare(base, null))
        continue
      }
      const bus = buses.get(base) ?? this.declare(base, widths.get(base)!)
      buses.set(base, bus)
      this.#names.set(net, `${bus}[${bit}]`)
    }
  }

  #port(port: Port): void {
    this.#taken.add(port.name)
    if (port.width !== null) this.#widths.set(port.name, port.width)
  }

  /** Declares a wire under that name, or one like it that is free. */
  declare(name: string, width: number | null): string {
    let free = name.replaceAll('.', '_')
    while (this.#taken.has(free)) free += '_'
    this.#taken.add(free)
    if (width !== null) this.#widths.set(free, width)
    this.declarations.push(`wire ${range(width)}${free};`)
    return free
  }

  of(net: Net): string {
    return this.#names.get(net)!
  }

  /** The bus that those nets are, from its lowest bit to its highest; null where they are no whole bus. */
  whole(nets: readonly Net[]): string | null {
    const { base } = split(this.of(nets[0]!))
    const fits = this.#widths.get(base) === nets.length && nets.every((net, bit) => this.of(net) === `${base}[${bit}]`)
    return fits ? base : null
  }
}

function split(name: string): { base: string; bit: number | null } {
  const match = /^(.*)\[(\d+)\]$/.exec(name)
  return match ? { base: match[1]!, bit: Number(match[2]) } : { base: name, bit: null }
}
