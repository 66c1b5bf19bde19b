// Formal proofs: the exported Verilog equals a behavioural description, by Yosys, for all inputs (circuits.md, section 2).
// `npm test` runs what takes about a minute in all; PROOFS=circuits (CI) runs every set and
// width for which it is feasible, PROOFS=full the one that takes longest as well.
import { runYosys } from '@yowasp/yosys'
import { describe, expect, test } from 'vitest'
import { GATE_SET_NAMES, type GateSet, type Module, rewrite, topName, verilogText } from '../emulator/circuits/index.ts'
import { moduleNamed } from '../emulator/datapath/index.ts'

const PROVEN = 'SAT proof finished - no model found: SUCCESS!'
const REFUSED = 'model found: FAIL!'

/** What each module must be, as Verilog's own operators say it; N stands for the number of bits. */
const BEHAVIOUR: Readonly<Record<string, string>> = {
  'half-adder': 'assign {c_next, s} = x + y;',
  'full-adder': 'assign {c_next, s} = x + y + c;',
  'ripple-adder': 'assign {c_next, s} = a + b + c;',
  subtractor: 'assign s = a - b; assign zero = a == b; assign less = $signed(a) < $signed(b);',
  multiplier: 'assign p = a * b;',
  divider: `wire signed [N-1:0] n = a, d = b; wire signed [N-1:0] by = n < 0 ? 1 : -1;
    assign q = b == 0 ? by : n / d; assign by_zero = b == 0;`,
  alu: `wire signed [N-1:0] n = a, d = b; wire signed [N-1:0] by = n < 0 ? 1 : -1; wire signed [N-1:0] quotient = b == 0 ? by : n / d;
    assign r = op == 0 ? b : op == 1 ? a + b : op == 2 || op == 5 ? a - b : op == 3 ? a * b : op == 4 ? quotient : 0;
    assign zero = r == 0; assign less = op == 5 ? n < d : r[N-1]; assign by_zero = op == 4 && b == 0;`,
  'jump-condition': 'assign taken = jmp | je & zero | jne & ~zero | jl & less;',
  'divider-row': 'wire [N-1:0] d = ~flipped; assign fits = rest >= d; assign left = rest >= d ? rest - d : rest;',
  'negate-if': 'assign r = negate ? -a : a;',
  selector: 'assign r = choose ? b : a;',
  invert: 'assign r = ~a;',
  'is-zero': 'assign zero = a == 0;',
  'pass-if': 'assign r = pass ? a : 0;',
  either: 'assign r = a | b;',
  decoder: 'assign {cmp, div, mul, sub, add, mov} = 1 << op;',
}

/** A module `spec` with the same ports, described by what it does. */
function behaviour(module: Module): string {
  const port = (direction: string) => (each: { name: string; width: number | null }) =>
    `${direction} ${each.width === null ? '' : `[${each.width - 1}:0] `}${each.name}`
  const ports = [...module.inputs.map(port('input')), ...module.outputs.map(port('output'))].join(', ')
  return `module spec(${ports});\n${BEHAVIOUR[module.name]!.replaceAll(/\bN\b/g, String(module.bits))}\nendmodule\n`
}

/** Yosys' own words on whether the design equals the description. The description is read late, or flattening drops it. */
async function verdict(module: Module, verilog = verilogText(module)): Promise<string> {
  const top = topName(module)
  const script = `read_verilog -sv d.v; hierarchy -check -top ${top}; flatten; read_verilog -sv s.v; proc; opt_clean;
    miter -equiv -make_assert -flatten ${top} spec m; hierarchy -top m; opt -full; sat -verify -prove-asserts -set-def-inputs m`
  let said = ''
  const decoder = new TextDecoder()
  const listen = (bytes: Uint8Array | null): void => {
    if (bytes) said += decoder.decode(bytes, { stream: true })
  }
  try {
    const files = { 'd.v': verilog, 's.v': behaviour(module) }
    await runYosys(['-Q', '-T', '-p', script.replaceAll(/\s+/g, ' ')], files, { stdout: listen, stderr: listen })
  } catch {
    // A refused proof ends with an exit status, and so does a mistake in the script: only the words tell them apart.
  }
  return said
}

type Claim = readonly [name: string, bits: number, set: GateSet]

const sets = (names: readonly GateSet[], name: string, ...widths: readonly number[]): Claim[] =>
  names.flatMap(set => widths.map((bits): Claim => [name, bits, set]))

const BOOLEAN = GATE_SET_NAMES.filter(set => set !== 'relu')
const NARROW = ['half-adder', 'full-adder', 'jump-condition', 'decoder']
const ADDING = ['ripple-adder', 'subtractor']
const PARTS = ['divider-row', 'negate-if', 'selector', 'invert', 'is-zero', 'pass-if', 'either']
const WHOLE = ['multiplier', 'divider', 'alu']

const QUICK: readonly Claim[] = [
  ...NARROW.flatMap(name => sets(BOOLEAN, name, 0)),
  ...ADDING.flatMap(name => sets(['book', 'nand'], name, 32)),
  ...PARTS.flatMap(name => sets(['book'], name, 32)),
  ...['multiplier', 'divider'].flatMap(name => sets(['book', 'nand'], name, 8)),
  ...sets(['book'], 'alu', 8),
]

const FULL: readonly Claim[] = [
  ...NARROW.flatMap(name => sets(BOOLEAN, name, 0)),
  ...[...ADDING, ...PARTS].flatMap(name => sets(BOOLEAN, name, 4, 8, 16, 32)),
  ...WHOLE.flatMap(name => sets(BOOLEAN, name, 4, 8)),
  ...['multiplier', 'divider'].flatMap(name => sets(['book'], name, 10)),
]

/** What takes as long as all of the rest; a multiplier of 12 takes minutes. */
const LONGEST: readonly Claim[] = sets(['book'], 'divider', 12)

const CLAIMS: Readonly<Record<string, readonly Claim[]>> = { circuits: FULL, full: [...FULL, ...LONGEST] }

test.each(CLAIMS[process.env['PROOFS'] ?? ''] ?? QUICK)(
  '%s, %i bits, in %s equals its description',
  async (name, bits, set) => {
    const module = rewrite(moduleNamed(name, bits)!, set)
    const said = await verdict(module)
    expect(said.slice(-2000)).toContain(PROVEN)
    expect(said).not.toContain(REFUSED)
    console.log(`yosys: ${name}${bits ? ` ${bits}` : ''}, ${set}: ${PROVEN}`)
  },
  600_000,
)

describe('a planted fault is refused by a counter-example', () => {
  /** The Verilog with the first gate of one type turned into another; nand(x, x) made nor(x, x) would be no fault. */
  const planted = (module: Module, from: string, to: string): string =>
    verilogText(module).replace(new RegExp(String.raw`  ${from} (\(\S+, (\S+), (?!\2\)))`), `  ${to} $1`)

  test.each([
    ['ripple-adder', 32, 'book', 'or', 'and'],
    ['subtractor', 32, 'nand', 'nand', 'nor'],
    ['multiplier', 8, 'book', 'and', 'or'],
    ['divider', 8, 'book', 'xor', 'or'],
  ] as const)(
    '%s, %i bits, in %s: the first %s made %s',
    async (name, bits, set, from, to) => {
      const module = rewrite(moduleNamed(name, bits)!, set)
      const broken = planted(module, from, to)
      expect(broken).not.toBe(verilogText(module))
      const said = await verdict(module, broken)
      expect(said.slice(-3000)).toContain(REFUSED)
      expect(said).not.toContain(PROVEN)
      console.log(`yosys: ${name} ${bits}, ${set}, one ${from} made ${to}: ${REFUSED}`)
    },
    600_000,
  )
})
