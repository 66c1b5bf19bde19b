// The flow graph: drawn cases, agreement with a walk from instruction to instruction on random programs, and size.
import { describe, expect, it } from 'vitest'
import { programOf, randomProgram } from '../../tests/random-programs.ts'
import { entryOf, flowOf, jumpCycles, reachable } from './flow.ts'
import { instructionOf } from './instructions.ts'
import type { Instruction, Operand, Program } from './program.ts'

const to = (index: number): Operand => ({ mode: 'target', index })
const r0: Operand = { mode: 'direct', address: 0 }
const one: Operand = { mode: 'immediate', value: 1 }
const held: Operand = { mode: 'indirect', address: 7 }

/** Each block as `first–last → successors`, the exit as `end`. */
function drawn(program: Program): string[] {
  const flow = flowOf(program)
  const name = (node: number): string => (node === flow.exit ? 'end' : node === flow.dispatch ? 'any' : String(node))
  return Array.from({ length: flow.blocks }, (_, block) => {
    const after = Array.from(flow.successors.slice(flow.offsets[block], flow.offsets[block + 1]), name)
    return `${flow.starts[block]}–${flow.starts[block + 1]! - 1} → ${after.join(' ')}`
  })
}

describe('blocks', () => {
  it('end with a jump and begin where one leads', () => {
    const program = programOf([
      ['mov', r0, one],
      ['add', r0, one],
      ['cmp', r0, one],
      ['jne', to(1)],
      ['jmp', to(6)],
      ['mov', r0, one],
    ])
    expect(drawn(program)).toEqual(['0–0 → 1', '1–3 → 2 1', '4–4 → end', '5–5 → end'])
  })

  it('a computed jump goes to every label used as a value', () => {
    const program = {
      ...programOf([
        ['jmp', held],
        ['mov', r0, one],
        ['mov', r0, one],
      ]),
      labelValues: [2, 3],
      cellNames: [],
    }
    expect(drawn(program)).toEqual(['0–0 → any', '1–1 → 2', '2–2 → end'])
    const flow = flowOf(program)
    expect(Array.from(flow.successors.slice(flow.offsets[flow.dispatch], flow.offsets[flow.dispatch + 1]))).toEqual([
      2,
      flow.exit,
    ])
    expect(flow.computed).toBe(true)
  })

  it('of nothing is the exit alone', () => {
    const flow = flowOf(programOf([]))
    expect([flow.blocks, entryOf(flow), flow.exit]).toEqual([0, 0, 0])
    expect([...reachable(flow, [entryOf(flow)])]).toEqual([1, 0])
  })

  it('tell cycles of jumps', () => {
    const program = programOf([
      ['jmp', to(2)],
      ['jmp', to(1)],
      ['jmp', to(3)],
      ['jmp', to(2)],
      ['add', r0, one],
      ['jmp', to(4)],
    ])
    const flow = flowOf(program)
    expect(jumpCycles(flow).map(block => flow.starts[block])).toEqual([1, 2])
  })
})

/** Where an instruction may go on to, one at a time. */
function after({ instructions, labelValues }: Program, at: number): readonly number[] {
  const { mnemonic, operands }: Instruction = instructions[at]!
  const row = instructionOf(mnemonic)
  if (row.kind !== 'jump') return [at + 1]
  const target = operands[0]
  const targets = target?.mode === 'target' ? [target.index] : labelValues
  return row.when === null ? targets : [at + 1, ...targets]
}

it('reaches on 3,000 random programs what a walk from instruction to instruction reaches', () => {
  for (let seed = 0; seed < 3000; seed++) {
    const program = randomProgram(seed)
    const walked = new Set<number>()
    const waiting = [0]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (walked.has(at)) continue
      walked.add(at)
      if (at < program.instructions.length) waiting.push(...after(program, at))
    }
    const flow = flowOf(program)
    const reached = reachable(flow, [entryOf(flow)])
    for (let at = 0; at <= program.instructions.length; at++) {
      if ((reached[flow.blockOf[at]!] === 1) !== walked.has(at)) expect.fail(`seed ${seed}, instruction ${at}`)
    }
  }
})

it('takes 65,536 jumps in a row, computed ones to 65,536 labels, and a cycle of all', () => {
  const length = 65_536
  const chain = programOf(Array.from({ length }, (_, at) => ['jmp', to((at + 1) % length)] as const))
  expect(jumpCycles(flowOf(chain))).toEqual([0])
  const computed = programOf(Array.from({ length }, () => ['jmp', held] as const))
  const flow = flowOf({ ...computed, labelValues: Array.from({ length }, (_, at) => at) })
  expect(flow.successors.length).toBe(length * 2)
  expect(reachable(flow, [0]).every((each, node) => each === 1 || node === flow.exit)).toBe(true)
})
