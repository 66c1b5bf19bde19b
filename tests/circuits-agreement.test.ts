// Circuits against the machine's own step: every pair of 8-bit operands, and 100,000 random pairs with all pairs of the
// corner values at 16 and 32 bits, in every gate set (circuits.md, section 2).
import { describe, expect, test } from 'vitest'
import {
  divider,
  GATE_SET_NAMES,
  type GateSet,
  type Module,
  multiplier,
  type PortColumns,
  rewrite,
  rippleAdder,
  simulate,
  subtractor,
} from '../emulator/circuits/index.ts'
import { alu, aluCode, datapathOf, differences, jumpCondition, OPERATIONS } from '../emulator/datapath/index.ts'
import {
  highest,
  type Instruction,
  lowest,
  type Mnemonic,
  type Program,
  type WordSize,
} from '../emulator/instructions/index.ts'
import { halted, initialState, isFault, perform } from '../emulator/machine/index.ts'
import { randomProgram } from './random-programs.ts'

/** What the machine makes of many pairs: the stored result, Z, L, and 1 for a division by zero. */
interface Truth {
  readonly result: Int32Array
  readonly zero: Int32Array
  readonly less: Int32Array
  readonly fault: Int32Array
}

/** The instruction `mnemonic r0, r1` by the machine's own step, for every pair. */
function machine(mnemonic: Mnemonic, bits: WordSize, a: Int32Array, b: Int32Array): Truth {
  const instruction: Instruction = {
    mnemonic,
    operands: [
      { mode: 'direct', address: 0 },
      { mode: 'direct', address: 1 },
    ],
    line: 1,
    column: 1,
    endColumn: 11,
    source: `${mnemonic} r0, r1`,
    spans: [],
  }
  const nothing = { data: [], expectations: [], labels: [], labelValues: [], cellNames: [] }
  const program: Program = { bits, cells: 16, instructions: [instruction], ...nothing }
  const state = initialState(program)
  const column = () => new Int32Array(a.length)
  const truth = { result: column(), zero: column(), less: column(), fault: column() }
  for (let k = 0; k < a.length; k++) {
    state.pc = 0
    state.cells[0] = a[k]!
    state.cells[1] = b[k]!
    const outcome = perform(program, state, 1)
    if (isFault(outcome)) truth.fault[k] = 1
    else {
      truth.result[k] = state.cells[0]!
      truth.zero[k] = Number(outcome.flags.z)
      truth.less[k] = Number(outcome.flags.l)
    }
  }
  return truth
}

/** Pairs in which something differs; the first few in words. */
function wrong(a: Int32Array, b: Int32Array, truth: Truth, found: Record<string, Int32Array | undefined>): string[] {
  const list: string[] = []
  for (let k = 0; k < a.length && list.length < 5; k++) {
    const stored = truth.fault[k] === 0
    const bad = (name: keyof Truth, always: boolean): boolean =>
      found[name] !== undefined && (always || stored) && found[name][k] !== truth[name][k]
    for (const name of ['result', 'zero', 'less', 'fault'] as const) {
      if (bad(name, name === 'fault')) list.push(`${a[k]}, ${b[k]}: ${name} ${found[name]![k]} for ${truth[name][k]}`)
    }
  }
  return list
}

/** Which outputs of which module show what the machine did with a mnemonic. */
const UNITS: readonly {
  readonly name: string
  readonly mnemonic: Mnemonic
  readonly of: (bits: number) => Module
  readonly shows: Readonly<Partial<Record<keyof Truth, string>>>
}[] = [
  { name: 'ripple-adder', mnemonic: 'add', of: rippleAdder, shows: { result: 's' } },
  { name: 'subtractor', mnemonic: 'sub', of: subtractor, shows: { result: 's', zero: 'zero' } },
  { name: 'subtractor', mnemonic: 'cmp', of: subtractor, shows: { zero: 'zero', less: 'less' } },
  { name: 'multiplier', mnemonic: 'mul', of: multiplier, shows: { result: 'p' } },
  { name: 'divider', mnemonic: 'div', of: divider, shows: { result: 'q', fault: 'by_zero' } },
]

/** What the ALU shows: `mov` sets no flag, `cmp` stores no result. */
const ALU_SHOWS = (mnemonic: Mnemonic): Partial<Record<keyof Truth, string>> => ({
  ...(mnemonic === 'cmp' ? {} : { result: 'r' }),
  ...(mnemonic === 'mov' ? {} : { zero: 'zero', less: 'less' }),
  fault: 'by_zero',
})

function compare(
  module: Module,
  inputs: PortColumns,
  truth: Truth,
  shows: Partial<Record<keyof Truth, string>>,
): string[] {
  const a = inputs['a']!
  const outputs = simulate(module, inputs, a.length)
  const found = Object.fromEntries(Object.entries(shows).map(([name, port]) => [name, outputs[port]]))
  return wrong(a, inputs['b']!, truth, found)
}

/** Everything of section 1 against the machine on the same pairs; tells what was checked. */
function agree(bits: WordSize, set: GateSet, a: Int32Array, b: Int32Array, truths: ReadonlyMap<Mnemonic, Truth>): void {
  for (const { name, mnemonic, of, shows } of UNITS) {
    expect(compare(rewrite(of(bits), set), { a, b }, truths.get(mnemonic)!, shows), `${name} for ${mnemonic}`).toEqual(
      [],
    )
  }
  for (const mnemonic of OPERATIONS) {
    const op = new Int32Array(a.length).fill(aluCode(mnemonic)!)
    const found = compare(rewrite(alu(bits), set), { a, b, op }, truths.get(mnemonic)!, ALU_SHOWS(mnemonic))
    expect(found, `alu for ${mnemonic}`).toEqual([])
  }
  const cases = a.length * (UNITS.length + OPERATIONS.length)
  console.log(`circuits: ${bits} bits, ${set}: ${a.length} pairs, ${cases} results agree with the machine`)
}

const truthsOf = (bits: WordSize, a: Int32Array, b: Int32Array): Map<Mnemonic, Truth> =>
  new Map(OPERATIONS.map(mnemonic => [mnemonic, machine(mnemonic, bits, a, b)]))

describe('every pair of 8 bits', () => {
  const a = Int32Array.from({ length: 65_536 }, (_, k) => (k >> 8) - 128)
  const b = Int32Array.from({ length: 65_536 }, (_, k) => (k & 255) - 128)
  const truths = truthsOf(8, a, b)

  test.each(GATE_SET_NAMES)('in %s', set => {
    agree(8, set, a, b, truths)
  })

  test('a fault planted in the full adder is found', () => {
    const adder = rippleAdder(8)
    const broken: Module = {
      ...adder,
      parts: adder.parts.map(part =>
        part.kind === 'instance' && part.label === 'bit5'
          ? {
              ...part,
              module: {
                ...part.module,
                parts: part.module.parts.map(gate =>
                  gate.kind === 'gate' && gate.type === 'or' ? { ...gate, type: 'and' as const } : gate,
                ),
              },
            }
          : part,
      ),
    }
    expect(compare(broken, { a, b }, truths.get('add')!, { result: 's' })).not.toEqual([])
  })
})

/** A small generator of words (xorshift); the seed is printed by the test's name. */
function words(seed: number, count: number, bits: number): Int32Array {
  let state = seed
  return Int32Array.from({ length: count }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    // Every fourth word is small, since operands close to 0 are what programs have.
    const shift = 32 - bits + ((state >>> 28) % 4 === 0 ? bits - 4 : 0)
    return state >> shift
  })
}

describe.each([16, 32] as const)('%i bits', bits => {
  const corners = [0, 1, 2, 3, -1, -2, -3, 7, 10, lowest(bits), lowest(bits) + 1, highest(bits), highest(bits) - 1]
  const patterns = [0x55555555, 0xaaaaaaaa, 2 ** (bits / 2), 2 ** (bits / 2) - 1, 2 ** (bits - 2)]
  const all = [...corners, ...patterns.map(word => (word << (32 - bits)) >> (32 - bits))]
  const seed = 20_061
  const a = Int32Array.from([...all.flatMap(x => all.map(() => x)), ...words(seed, 100_000, bits)])
  const b = Int32Array.from([...all.flatMap(() => all), ...words(seed + bits, 100_000, bits)])
  const truths = truthsOf(bits, a, b)

  test.each(GATE_SET_NAMES)(`corner pairs and 100,000 random ones (seed ${seed}) in %s`, set => {
    agree(bits, set, a, b, truths)
  })
})

test('every step of 600 random programs agrees with the circuits, faults of division among them', () => {
  let steps = 0
  let faults = 0
  const kinds = new Set<string>()
  for (let seed = 0; seed < 600; seed++) {
    const program = randomProgram(seed)
    const state = initialState(program)
    for (let step = 1; step <= 12 && !halted(program, state); step++) {
      const instruction = program.instructions[state.pc]!
      const operands = [state.cells[operandAddress(instruction, 0)] ?? 0, 0]
      const outcome = perform(program, state, step)
      expect({ seed, step, found: differences(program.bits, instruction, outcome, operands) }).toEqual({
        seed,
        step,
        found: [],
      })
      if (isFault(outcome)) {
        if (outcome.code === 'division-by-zero') faults++
        break
      }
      kinds.add(datapathOf(program.bits, instruction, outcome).kind)
      steps++
    }
  }
  expect(steps).toBeGreaterThan(2000)
  expect(faults).toBeGreaterThan(5)
  expect(kinds.size).toBe(3)
  console.log(
    `circuits: ${steps} steps and ${faults} divisions by zero of random programs agree with the ALU and the jump condition`,
  )
})

/** The cell that a direct operand names, −1 for any other. */
function operandAddress(instruction: Instruction, index: number): number {
  const operand = instruction.operands[index]
  return operand?.mode === 'direct' ? operand.address : -1
}

test('codes 6 and 7 of the ALU give 0', () => {
  const op = Int32Array.from({ length: 512 }, (_, k) => 6 + (k & 1))
  const a = Int32Array.from({ length: 512 }, (_, k) => (k >> 1) - 128)
  const { r, zero, less, by_zero } = simulate(alu(8), { a, b: a, op }, 512)
  expect([r, zero, less, by_zero].map(column => [...new Set(column)])).toEqual([[0], [1], [0], [0]])
})

test('a jump is taken as its flag says', () => {
  const inputs: PortColumns = Object.fromEntries(
    ['zero', 'less', 'je', 'jne', 'jl', 'jmp'].map((name, i) => [
      name,
      Int32Array.from({ length: 64 }, (_, row) => (row >> i) & 1),
    ]),
  )
  const { taken } = simulate(jumpCondition(), inputs, 64)
  for (let row = 0; row < 64; row++) {
    const [zero, less, je, jne, jl, jmp] = Object.values(inputs).map(column => column[row] === 1)
    expect(taken![row]).toBe(Number(jmp || (je && zero) || (jne && !zero) || (jl && less)))
  }
})
