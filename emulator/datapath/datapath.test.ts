// The ALU and the jump condition on the machine's own steps; what the circuit shows of them.
import { describe, expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { GATE_SET_NAMES } from '../circuits/index.ts'
import { cell, code, type Program, plain } from '../instructions/index.ts'
import { halted, initialState, isFault, perform, type Step } from '../machine/index.ts'
import { datapathOf, differences } from './index.ts'

function programOf(text: string): Program {
  const { program, diagnostics } = assemble(text)
  if (program === null) throw new Error(JSON.stringify(diagnostics))
  return program
}

/** All steps to the end, or `most` of them. */
function stepsOf(program: Program, most = 500): Step[] {
  const state = initialState(program)
  const steps: Step[] = []
  while (!halted(program, state) && steps.length < most) {
    const outcome = perform(program, state, steps.length + 1)
    if (isFault(outcome)) break
    steps.push(outcome)
  }
  return steps
}

const SUM = `.data 8: 15, 18
.data 15: 1, 2, 3
mov r0, #0
mov r1, 8
mov r2, 9
loop: add r0, [r1]
add r1, #1
cmp r1, r2
jne loop
mov 10, r0`

const MIXED = `.bits 16
mov r0, #300
again: mul r0, #7
sub r1, r0
div r1, #-3
cmp r1, r0
jl less
add r2, #1
less: je again
cmp r2, #40
jl again
jmp end
mov r0, #0
end:`

describe.each([
  ['array sum', SUM],
  ['all instructions', MIXED],
])('%s', (_, text) => {
  const program = programOf(text)
  test.each(GATE_SET_NAMES)('every step agrees with the circuits, in %s', set => {
    const steps = stepsOf(program)
    expect(steps.length).toBeGreaterThan(15)
    for (const step of steps)
      expect(differences(program.bits, program.instructions[step.pc]!, step, [], set)).toEqual([])
  })
})

test('a result that is not the machine’s is told', () => {
  const program = programOf('add r0, #5')
  const [step] = stepsOf(program)
  const wrong = { ...step!, write: { ...step!.write!, after: 6 } }
  expect(differences(program.bits, program.instructions[0]!, wrong)).toEqual([{ output: 'r', circuit: 5, machine: 6 }])
})

test('a division by zero is the ALU’s fault as well', () => {
  const program = programOf('div r0, r1')
  const fault = perform(program, initialState(program), 1)
  expect(isFault(fault)).toBe(true)
  expect(differences(program.bits, program.instructions[0]!, fault, [0, 0])).toEqual([])
  expect(differences(program.bits, program.instructions[0]!, fault, [0, 1])).toEqual([
    { output: 'by_zero', circuit: 0, machine: 1 },
  ])
})

describe('what is shown', () => {
  const program = programOf(SUM)
  const shown = stepsOf(program).map(step => datapathOf(program.bits, program.instructions[step.pc]!, step))

  test('mov computes nothing: the copy itself is told', () => {
    expect(shown[0]).toMatchObject({ kind: 'nothing', mnemonic: 'mov' })
    expect(plain(shown[0]!.words.en)).toBe('mov copies: 0 → r0; nothing is computed.')
    expect(plain(shown[1]!.words.zh)).toBe('mov 只复制：x8 → 15 → r1，不做任何计算。')
  })
  test('add: the operands before the step, and where they came from', () => {
    expect(shown[3]).toMatchObject({
      kind: 'computes',
      unit: 'adder',
      inputs: { a: 0, b: 1, c: 0 },
      names: { a: cell(0), b: cell(15), result: cell(0) },
    })
    expect(shown[3]).toMatchObject({ module: { name: 'ripple-adder', bits: 32 } })
    expect(shown[4]).toMatchObject({
      inputs: { a: 15, b: 1, c: 0 },
      names: { a: cell(1), b: code('#1'), result: cell(1) },
    })
  })
  test('cmp: the subtractor, nothing stored', () => {
    expect(shown[5]).toMatchObject({
      unit: 'subtractor',
      inputs: { a: 16, b: 18 },
      names: { result: null },
      module: { name: 'subtractor' },
    })
  })
  test('jne: the flags before it', () => {
    expect(shown[6]).toMatchObject({
      kind: 'decides',
      inputs: { zero: 0, less: 1, jne: 1 },
      module: { name: 'jump-condition' },
    })
  })
})
