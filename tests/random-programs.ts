// Random programs, the same for the same seed: tight loops, wild jumps, pointers that often lead somewhere, and faults.
import {
  type Datum,
  highest,
  type Instruction,
  instructionOf,
  lowest,
  MNEMONICS,
  type Mnemonic,
  type Operand,
  type OperandRole,
  type Program,
  WORD_SIZES,
} from '../emulator/instructions/index.ts'

/** Numbers below a bound, from a seed (mulberry32: quick, good enough to scatter). */
export function randomFrom(seed: number): (bound: number) => number {
  let state = (seed ^ 0x9e3779b9) | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return bound => Math.floor((next() / 2 ** 32) * bound)
}

/** A program from a seed. Half of them count down in a register, so that they run for a while and halt. */
export function randomProgram(seed: number): Program {
  const random = randomFrom(seed)
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
  const bits = pick(WORD_SIZES)
  const cells = pick([16, 16, 24, 32, 200, 256])
  const length = 1 + random(pick([3, 6, 12, 30]))
  const near = Math.min(cells, highest(bits) + 1)

  const value = (): number => {
    switch (random(6)) {
      case 0:
        return pick([lowest(bits), highest(bits), -1, 0, 1, 2])
      case 1:
        return random(length + 1)
      case 2:
        return lowest(bits) + random(2 ** bits)
      default:
        return random(near)
    }
  }
  const address = (): number => (random(4) === 0 ? random(cells) : random(Math.min(cells, 11)))
  const operand = (role: OperandRole): Operand => {
    if (role === 'target') {
      if (random(12) === 0) return { mode: 'indirect', address: address() }
      return { mode: 'target', index: random(length + 1) }
    }
    const mode = random(role === 'destination' ? 4 : 6)
    if (mode === 0) return { mode: 'indirect', address: address() }
    return mode >= 4 ? { mode: 'immediate', value: value() } : { mode: 'direct', address: address() }
  }

  // Half of the programs set the flags right before every jump that goes by them, as people do.
  const tidy = random(2) === 0
  const code: { mnemonic: Mnemonic; operands: Operand[] }[] = []
  while (code.length < length) {
    const mnemonic = pick(MNEMONICS)
    if (tidy && isConditional(mnemonic)) {
      const before = pick(SETTERS)
      code.push({ mnemonic: before, operands: instructionOf(before).operands.map(operand) })
    }
    code.push({ mnemonic, operands: instructionOf(mnemonic).operands.map(operand) })
  }
  if (tidy)
    for (const { operands } of code)
      operands.forEach((target, place) => {
        if (target.mode === 'target' && isConditional(code[target.index]?.mnemonic)) {
          operands[place] = { mode: 'target', index: target.index - 1 }
        }
      })
  if (random(2) === 0) {
    const counter: Operand = { mode: 'direct', address: random(8) }
    code.push({ mnemonic: 'sub', operands: [counter, { mode: 'immediate', value: 1 }] })
    code.push({ mnemonic: 'jne', operands: [{ mode: 'target', index: random(length) }] })
  }

  const data: Datum[] = []
  for (let count = random(10); count > 0; count--) data.push({ address: address(), value: value(), line: 1 })
  return {
    bits,
    cells,
    instructions: code.map(({ mnemonic, operands }, index) => place(mnemonic, operands, index)),
    data,
    expectations: [],
    labels: [],
    labelValues: Array.from({ length: random(4) }, () => random(code.length + 1)),
    cellNames: [],
  }
}

/** Whether a jump goes by the flags. */
const isConditional = (mnemonic: Mnemonic | undefined): boolean => {
  const row = mnemonic === undefined ? null : instructionOf(mnemonic)
  return row?.kind === 'jump' && row.when !== null
}

/** The instructions that set the flags. */
const SETTERS = MNEMONICS.filter(mnemonic => {
  const { kind } = instructionOf(mnemonic)
  return kind === 'arithmetic' || kind === 'compare'
})

/** A program of these instructions, each on a line of its own, written well enough to be recognised. */
export function programOf(
  code: readonly (readonly [Mnemonic, ...Operand[]])[],
  settings: Partial<Pick<Program, 'bits' | 'cells' | 'data' | 'labelValues'>> = {},
): Program {
  const instructions = code.map(([mnemonic, ...operands], index) => place(mnemonic, operands, index))
  return {
    bits: 32,
    cells: 256,
    data: [],
    expectations: [],
    labels: [],
    labelValues: [],
    cellNames: [],
    ...settings,
    instructions,
  }
}

function place(mnemonic: Mnemonic, operands: readonly Operand[], index: number): Instruction {
  const source = `${mnemonic} ${operands.map(written).join(', ')}`
  const spans = operands.map(() => ({ column: 1, endColumn: 2 }))
  return { mnemonic, operands, line: index + 1, column: 1, endColumn: source.length + 1, source, spans }
}

function written(operand: Operand): string {
  switch (operand.mode) {
    case 'immediate':
      return `#${operand.value}`
    case 'direct':
      return `${operand.address}`
    case 'indirect':
      return `[${operand.address}]`
    case 'target':
      return `${operand.index}`
  }
}
