// The export formats: what is written says what the circuit does, in the form that the specification wants.
import { describe, expect, test } from 'vitest'
import { elkLibrary } from '../../../cli/layout.ts'
import { moduleNamed } from '../../datapath/index.ts'
import {
  BITS,
  fullAdder,
  GATE_SET_NAMES,
  type GateType,
  relu,
  rewrite,
  rippleAdder,
  simulate,
  toBits,
  verilogText,
} from '../index.ts'
import { dotText } from './dot.ts'
import { jsonText } from './json.ts'
import { svgText } from './svg.ts'
import { openBits, tableText } from './table.ts'

describe('table', () => {
  test('the full adder', () => {
    expect(tableText(fullAdder(), {}).split('\n').slice(0, 4)).toEqual([
      'x  y  c  s  c_next',
      '0  0  0  0       0',
      '0  0  1  1       0',
      '0  1  0  1       0',
    ])
  })
  test('buses are numbers, signed where they are words; what is given stays fixed', () => {
    expect(tableText(rippleAdder(2), { a: -1, c: 0 })).toBe(
      [
        ' a   b  c   s  c_next',
        '-1   0  0  -1       0',
        '-1   1  0   0       1',
        '-1  -2  0   1       1',
        '-1  -1  0  -2       1',
        '',
      ].join('\n'),
    )
    const alu = tableText(moduleNamed('alu', 2)!, { a: 1, b: 1 })
    expect(alu.split('\n').slice(0, 3)).toEqual([
      'a  b  op   r  zero  less  by_zero',
      '1  1   0   1     0     0        0',
      '1  1   1  -2     0     1        0',
    ])
    expect(openBits(rippleAdder(8), { a: 1 })).toBe(9)
  })
})

/** One gate of the JSON, as another program would read it. */
interface JsonGate {
  readonly id: string
  readonly type: GateType | 'relu'
  readonly in: readonly string[]
  readonly out: string
  readonly weights?: readonly (readonly number[])[]
  readonly bias?: readonly number[]
}

interface JsonPort {
  readonly name: string
  readonly width: number
  readonly nets: readonly string[]
}

interface Json {
  readonly name: string
  readonly bits: number | null
  readonly inputs: readonly JsonPort[]
  readonly outputs: readonly JsonPort[]
  readonly gates: readonly JsonGate[]
  readonly depth: number
  readonly gateCount: number
}

/** Runs what the JSON says, and nothing else. */
function run({ inputs, outputs, gates }: Json, given: Readonly<Record<string, number>>): Record<string, number> {
  const value = new Map<string, number>([
    ['0', 0],
    ['1', 1],
  ])
  for (const { name, nets } of inputs)
    for (const [bit, net] of nets.entries()) value.set(net, (given[name]! >> bit) & 1)
  for (const gate of gates) {
    const of = gate.in.map(net => value.get(net)!)
    const [x, y] = of as [0 | 1, 0 | 1]
    const sum = gate.weights?.map((row, k) =>
      relu(row.reduce((total, weight, i) => total + weight * of[i]!, gate.bias![k]!)),
    )
    value.set(gate.out, sum ? sum.reduce((total, part) => total + part, 0) : BITS[gate.type as GateType](x, y as never))
  }
  return Object.fromEntries(
    outputs.map(({ name, nets }) => [name, nets.reduce((word, net, bit) => word | (value.get(net)! << bit), 0)]),
  )
}

describe.each(GATE_SET_NAMES)('json in %s', set => {
  test.each(['full-adder', 'ripple-adder', 'subtractor', 'multiplier', 'divider', 'alu', 'jump-condition'])(
    '%s can be run from the file alone',
    name => {
      const module = rewrite(moduleNamed(name, 4)!, set)
      const text = jsonText(module)
      expect(text.indexOf('\n')).toBe(text.length - 1)
      const json = JSON.parse(text) as Json
      expect(json.gateCount).toBe(json.gates.length)
      const cases = 64
      const columns = Object.fromEntries(
        module.inputs.map((port, i) => [
          port.name,
          Int32Array.from(
            { length: cases },
            (_, k) => (Math.imul(k + 3 * i + 1, 0x9e3779b1) >>> 20) % 2 ** (port.width ?? 1),
          ),
        ]),
      )
      const wanted = simulate(module, columns, cases)
      for (let k = 0; k < cases; k++) {
        const got = run(json, Object.fromEntries(module.inputs.map(port => [port.name, columns[port.name]![k]!])))
        for (const port of module.outputs) {
          expect(toBits(got[port.name]!, port.width ?? 1), `${name} ${port.name}, case ${k}`).toEqual(
            toBits(wanted[port.name]![k]!, port.width ?? 1),
          )
        }
      }
    },
  )
})

describe('verilog', () => {
  test('a gate, whose own name is a reserved word', () => {
    expect(verilogText(moduleNamed('and', 1)!)).toBe(
      'module and_gate (\n  input x,\n  input y,\n  output out\n);\n  and (out, x, y);\nendmodule\n',
    )
  })
  test('every module stands before its use, once, under its width; the top one has none', () => {
    const text = verilogText(moduleNamed('divider', 8)!)
    expect([...text.matchAll(/^module (\w+)/gm)].map(([, name]) => name)).toEqual([
      'half_adder',
      'negate_if_8',
      'invert_8',
      'full_adder',
      'ripple_adder_8',
      'selector_8',
      'divider_row_8',
      'is_zero_8',
      'divider',
    ])
    expect(verilogText(moduleNamed('divider', 8)!)).toBe(text)
  })
  test('only primitives, instances with named ports, wires and plain assignments', () => {
    const statement =
      /^ {2}(wire (\[\d+:0\] )?\w+;|(not|and|or|xor|nand|nor) \([\w[\], ]+\);|assign [\w[\]]+ = ([\w[\]]+|1'b[01]);|\w+ \w+ \((\.\w+\(([\w[\]]+|1'b[01])\)(, )?)+\);|(input|output) (\[\d+:0\] )?\w+,?)$/
    for (const set of ['book', 'not-and-or', 'nand', 'nor'] as const) {
      for (const name of ['alu', 'subtractor', 'jump-condition']) {
        const lines = verilogText(rewrite(moduleNamed(name, 8)!, set)).split('\n')
        const other = lines.filter(line => !statement.test(line) && !/^(module \w+ \(|\);|endmodule|)$/.test(line))
        expect(other).toEqual([])
      }
    }
  })
})

describe('svg and dot', () => {
  test('values stand on the wires where inputs are given', async () => {
    const plain = await svgText(fullAdder(), {}, elkLibrary)
    const valued = await svgText(fullAdder(), { x: 1, y: 0, c: 1 }, elkLibrary)
    expect(plain).not.toContain('class="value')
    expect(valued.match(/class="value v1"/g)).toHaveLength(5)
    expect(valued.match(/class="value v0"/g)).toHaveLength(3)
    expect(valued).toContain('<desc id="values">Inputs x = 1, y = 0, c = 1; outputs s = 0, c_next = 1.</desc>')
    expect(valued).toMatchSnapshot()
  })
  test.each(GATE_SET_NAMES)('every tag is closed, in %s', async set => {
    for (const name of ['full-adder', 'alu', 'ripple-adder']) {
      const open: string[] = []
      const text = await svgText(rewrite(moduleNamed(name, 4)!, set), { a: 1, x: 1 }, elkLibrary)
      for (const [, closing, tag, self] of text.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
        if (closing) expect(open.pop()).toBe(tag)
        else if (!self) open.push(tag!)
      }
      expect(open).toEqual([])
    }
  })
  test('dot has a node a gate and an edge an input', () => {
    const text = dotText(fullAdder())
    expect(text.match(/label="(XOR|AND|OR)"/g)).toHaveLength(5)
    expect(text.match(/ -> /g)).toHaveLength(12)
  })
})
