// One step against an oracle in whole numbers of any size, faults, the order of reads, and steps taken back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { programOf, randomProgram } from '../../tests/random-programs.ts'
import {
  type Direct,
  type Immediate,
  type Indirect,
  instructionOf,
  MNEMONICS,
  type Mnemonic,
  type Program,
  type Target,
  WORD_SIZES,
} from '../instructions/index.ts'
import {
  copyState,
  type Fault,
  flagsOf,
  halted,
  initialState,
  isFault,
  perform,
  redo,
  type State,
  type Step,
  undo,
} from './index.ts'

const cell = (address: number): Direct => ({ mode: 'direct', address })
const at = (address: number): Indirect => ({ mode: 'indirect', address })
const number = (value: number): Immediate => ({ mode: 'immediate', value })
const to = (index: number): Target => ({ mode: 'target', index })

const given = (...values: (readonly [number, number])[]) =>
  values.map(([address, value]) => ({ address, value, line: 1 }))

/** The step that `code` does first; a fault fails the test. */
function stepOf(program: Program, state = initialState(program)): Step {
  const outcome = perform(program, state, 1)
  if (isFault(outcome)) throw new Error(`fault: ${outcome.code}`)
  return outcome
}

function faultOf(program: Program): Fault {
  const outcome = perform(program, initialState(program), 1)
  if (!isFault(outcome)) throw new Error('no fault')
  return outcome
}

const ARITHMETIC = MNEMONICS.filter(mnemonic => instructionOf(mnemonic).kind === 'arithmetic')

const ORACLE: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
}

/** Numbers of a word, the edges often. */
const words = (bits: number) =>
  fc.oneof(
    fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 }),
    fc.constantFrom(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1, -(2 ** (bits - 1)) + 1, -2, -1, 0, 1, 2),
  )

const sums = fc
  .constantFrom(...WORD_SIZES)
  .chain(bits =>
    fc.record({ bits: fc.constant(bits), mnemonic: fc.constantFrom(...ARITHMETIC), a: words(bits), b: words(bits) }),
  )

describe('arithmetic', () => {
  test('every unit has its oracle', () => expect(Object.keys(ORACLE).sort()).toEqual([...ARITHMETIC].sort()))

  test('results, flags and notes are those of whole numbers, wrapped', () => {
    fc.assert(
      fc.property(sums, ({ bits, mnemonic, a, b }) => {
        if (mnemonic === 'div' && b === 0) return
        const program = programOf([[mnemonic, cell(8), cell(9)]], { bits, data: given([8, a], [9, b]) })
        const state = initialState(program)
        const step = stepOf(program, state)
        const exact = ORACLE[mnemonic]!(BigInt(a), BigInt(b))
        const stored = Number(BigInt.asIntN(bits, exact))
        expect(step.write).toStrictEqual({ address: 8, before: a, after: stored })
        expect(state.cells[8]).toBe(stored)
        expect(step.flags).toStrictEqual({ z: stored === 0, l: stored < 0 })
        expect(step.notes).toStrictEqual(exact === BigInt(stored) ? [] : ['overflow'])
        expect(Object.is(step.write!.after, -0)).toBe(false)
      }),
      { numRuns: 20_000 },
    )
  })

  test.each([
    [8, 'add', 127, 1, -128],
    [8, 'mul', -128, -1, -128],
    [16, 'sub', -32768, 1, 32767],
    [32, 'div', -2147483648, -1, -2147483648],
    [32, 'mul', 2147483647, 2147483647, 1],
    [32, 'mul', 65536, 65536, 0],
  ] as const)('.bits %i: %s %i, %i wraps to %i', (bits, mnemonic, a, b, stored) => {
    const step = stepOf(programOf([[mnemonic, cell(8), number(b)]], { bits, data: given([8, a]) }))
    expect(step.write!.after).toBe(stored)
    expect(step.notes).toStrictEqual(['overflow'])
  })

  test('a quotient is cut towards zero', () => {
    const quotient = (a: number, b: number) =>
      stepOf(programOf([['div', cell(8), number(b)]], { data: given([8, a]) })).write!.after
    expect([quotient(7, 2), quotient(-7, 2), quotient(7, -2), quotient(-7, -2), quotient(-1, 2)]).toEqual([
      3, -3, -3, 3, 0,
    ])
  })

  test('an operand may be its own destination', () => {
    const program = programOf([['add', cell(8), cell(8)]], { data: given([8, 21]) })
    expect(stepOf(program).write!.after).toBe(42)
  })
})

describe('cmp', () => {
  test('is exact, writes nothing and may compare a number on the left', () => {
    fc.assert(
      fc.property(words(32), words(32), (a, b) => {
        const step = stepOf(programOf([['cmp', number(a), cell(9)]], { data: given([9, b]) }))
        expect(step.flags).toStrictEqual({ z: a === b, l: a < b })
        expect(step.write).toBeNull()
        expect(step.notes).toStrictEqual([])
      }),
    )
  })
})

describe('reads', () => {
  test('stand in the order in which they are made: pointer, value, left to right', () => {
    const data = given([1, 20], [2, 21], [20, 5], [21, 6])
    const { reads, values } = stepOf(programOf([['add', at(1), at(2)]], { data }))
    expect(reads.map(({ address, pointer, operand }) => [address, pointer, operand])).toStrictEqual([
      [1, true, 0],
      [20, false, 0],
      [2, true, 1],
      [21, false, 1],
    ])
    expect(values).toStrictEqual([5, 6])
  })

  test('a destination that is only written is not read, its pointer is', () => {
    const { reads } = stepOf(programOf([['mov', at(1), number(5)]], { data: given([1, 20]) }))
    expect(reads.map(({ address }) => address)).toStrictEqual([1])
  })

  test('a blank cell gives 0 and one note a step, before overflow', () => {
    const program = programOf([['sub', at(1), number(-128)]], { bits: 8, data: given([1, 20]) })
    const step = stepOf(program)
    expect(step.notes).toStrictEqual(['blank-read', 'overflow'])
    expect(step.write).toStrictEqual({ address: 20, before: null, after: -128 })
    expect(stepOf(programOf([['add', at(3), at(4)]])).notes).toStrictEqual(['blank-read'])
  })

  test('a jump not taken does not look at its target', () => {
    const program = programOf([['je', at(1)]], { data: given([1, -5]) })
    const step = stepOf(program)
    expect([step.taken, step.reads, step.next]).toStrictEqual([false, [], 1])
  })
})

describe('jumps', () => {
  const takes = (a: number, b: number, jump: Mnemonic): boolean | null => {
    const program = programOf([
      ['cmp', number(a), number(b)],
      [jump, to(0)],
    ])
    const state = initialState(program)
    stepOf(program, state)
    return stepOf(program, state).taken
  }

  test('go by the flags', () => {
    expect([takes(1, 1, 'je'), takes(1, 2, 'je')]).toEqual([true, false])
    expect([takes(1, 1, 'jne'), takes(1, 2, 'jne')]).toEqual([false, true])
    expect([takes(1, 2, 'jl'), takes(1, 1, 'jl'), takes(2, 1, 'jl')]).toEqual([true, false, false])
    expect(takes(1, 2, 'jmp')).toBeNull()
  })

  test('both flags are clear at the start', () => {
    const taken = (jump: Mnemonic) => stepOf(programOf([[jump, to(0)]])).taken
    expect([taken('je'), taken('jne'), taken('jl')]).toEqual([false, true, false])
  })

  test('a cell may lead to any instruction, and to the end', () => {
    const next = (index: number) =>
      stepOf(
        programOf(
          [
            ['jmp', at(1)],
            ['jmp', to(0)],
          ],
          { data: given([1, index]) },
        ),
      ).next
    expect([next(0), next(1), next(2)]).toEqual([0, 1, 2])
  })

  test('what set the flags is told with its numbers', () => {
    const program = programOf(
      [
        ['sub', cell(8), number(3)],
        ['jl', to(0)],
      ],
      { data: given([8, 1]) },
    )
    const state = initialState(program)
    stepOf(program, state)
    expect(stepOf(program, state).flagsFrom).toStrictEqual({ left: -2, right: 0, setter: 0 })
  })
})

describe('faults', () => {
  test.each([
    ['division-by-zero', 1, 0, programOf([['div', cell(8), number(0)]])],
    ['division-by-zero', 1, 0, programOf([['div', cell(8), cell(9)]])],
    ['address-out-of-range', 0, -1, programOf([['mov', at(1), number(5)]], { data: given([1, -1]) })],
    ['address-out-of-range', 1, 256, programOf([['mov', cell(8), at(1)]], { data: given([1, 256]) })],
    ['address-out-of-range', 0, -7, programOf([['add', at(1), at(2)]], { data: given([1, -7], [2, 999]) })],
    ['address-out-of-range', 0, 300, programOf([['cmp', at(1), at(2)]], { data: given([1, 300], [2, -1]) })],
    ['address-out-of-range', 0, 300, programOf([['div', at(1), number(0)]], { data: given([1, 300]) })],
    ['target-out-of-range', 0, 2, programOf([['jmp', at(1)]], { data: given([1, 2]) })],
    ['target-out-of-range', 0, -1, programOf([['jne', at(1)]], { data: given([1, -1]) })],
  ] as const)('%s, operand %i, value %i', (code, operand, value, program) => {
    expect(faultOf(program)).toMatchObject({ code, operand, value, pc: 0, line: 1 })
  })

  test('change nothing', () => {
    const program = programOf([['div', at(1), cell(9)]], { data: given([1, 20], [20, 5], [9, 0]) })
    const state = initialState(program)
    const before = copyState(state)
    expect(isFault(perform(program, state, 1))).toBe(true)
    expect(state).toStrictEqual(before)
  })
})

const sameState = (a: State, b: State): boolean =>
  a.pc === b.pc &&
  a.left === b.left &&
  a.right === b.right &&
  a.setter === b.setter &&
  a.cells.every((value, address) => value === b.cells[address]) &&
  a.blank.every((value, address) => value === b.blank[address])

describe('taking back', () => {
  test('undo and redo lead through exactly the same states', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 30 }), seed => {
        const program = randomProgram(seed)
        const state = initialState(program)
        const states = [copyState(state)]
        const steps: Step[] = []
        while (steps.length < 60 && !halted(program, state)) {
          const outcome = perform(program, state, steps.length + 1)
          if (isFault(outcome)) break
          steps.push(outcome)
          states.push(copyState(state))
        }
        taken += steps.length
        for (let t = steps.length; t > 0; t--) {
          undo(state, steps[t - 1]!)
          expect(sameState(state, states[t - 1]!), `back to ${t - 1}`).toBe(true)
        }
        steps.forEach((step, t) => {
          redo(state, step)
          expect(sameState(state, states[t + 1]!), `on to ${t + 1}`).toBe(true)
          expect(flagsOf(state)).toStrictEqual(step.flags)
        })
      }),
      { numRuns: 2_000 },
    )
    expect(taken).toBeGreaterThan(20_000)
  })

  test('a cell that was blank is blank again', () => {
    const program = programOf([['mov', cell(8), number(0)]])
    const state = initialState(program)
    const step = stepOf(program, state)
    expect(state.blank[8]).toBe(0)
    undo(state, step)
    expect(state.blank[8]).toBe(1)
  })
})

describe('data', () => {
  test('the later of two entries holds, all else is blank', () => {
    const state = initialState(programOf([], { data: given([8, 1], [8, 2]) }))
    expect(state.cells[8]).toBe(2)
    expect(state.blank.reduce((sum, blank) => sum + blank, 0)).toBe(255)
    expect(state.pc).toBe(0)
  })

  test('a program without instructions has halted', () => {
    const program = programOf([])
    expect(halted(program, initialState(program))).toBe(true)
  })
})
