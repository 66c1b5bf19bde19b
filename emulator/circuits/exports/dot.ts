// The netlist as a Graphviz graph: gates as nodes, the modules inside as clusters.
import { type FlatGate, flatten } from '../flatten.ts'
import type { Module } from '../netlist.ts'

const quoted = (text: string): string => `"${text}"`

interface Cluster {
  readonly gates: FlatGate[]
  readonly inside: Map<string, Cluster>
}

export function dotText(module: Module): string {
  const flat = flatten(module)
  const root: Cluster = { gates: [], inside: new Map() }
  for (const gate of flat.gates) {
    let cluster = root
    for (const label of gate.id.split('.').slice(0, -1)) {
      let inner = cluster.inside.get(label)
      if (!inner) {
        inner = { gates: [], inside: new Map() }
        cluster.inside.set(label, inner)
      }
      cluster = inner
    }
    cluster.gates.push(gate)
  }
  const lines = [`digraph ${quoted(module.name)} {`, '  rankdir=LR', '  node [shape=box]']
  for (const port of flat.inputs) {
    for (const net of port.nets) lines.push(`  ${quoted(flat.names[net]!)} [shape=plaintext]`)
  }
  const write = (cluster: Cluster, path: string, indent: string): void => {
    for (const gate of cluster.gates)
      lines.push(`${indent}${quoted(gate.id)} [label=${quoted(gate.type.toUpperCase())}]`)
    for (const [label, inner] of cluster.inside) {
      lines.push(`${indent}subgraph ${quoted(`cluster ${path}${label}`)} {`, `${indent}  label=${quoted(label)}`)
      write(inner, `${path}${label}.`, `${indent}  `)
      lines.push(`${indent}}`)
    }
  }
  write(root, '', '  ')
  // A constant is a node only where something reads it.
  const read = new Set([...flat.gates.flatMap(gate => gate.in), ...flat.outputs.flatMap(port => port.nets)])
  for (const net of [0, 1]) if (read.has(net)) lines.push(`  ${quoted(flat.names[net]!)} [shape=plaintext]`)
  for (const gate of flat.gates)
    for (const net of gate.in) lines.push(`  ${quoted(flat.names[net]!)} -> ${quoted(gate.id)}`)
  for (const port of flat.outputs) {
    port.nets.forEach((net, bit) => {
      const name = port.width === null ? port.name : `${port.name}[${bit}]`
      lines.push(`  ${quoted(`output ${name}`)} [shape=plaintext label=${quoted(name)}]`)
      lines.push(`  ${quoted(flat.names[net]!)} -> ${quoted(`output ${name}`)}`)
    })
  }
  return `${[...lines, '}'].join('\n')}\n`
}
