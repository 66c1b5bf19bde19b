// Interpreter and translated code against the step-wise machine, stop by stop.
import { describe, expect, test } from 'vitest'
import {
  createStepMachine,
  FastMachine,
  type Machine,
  meets,
  type Purpose,
  Translations,
} from '../emulator/engine/index.ts'
import type { Operand, Program } from '../emulator/instructions/index.ts'
import { halted, initialState, isFault, perform, type State } from '../emulator/machine/index.ts'
import { amount } from './amount.ts'
import { randomCondition } from './random-condition.ts'
import { programOf, randomFrom, randomProgram } from './random-programs.ts'

const PROGRAMS = amount(100_000)
const SEEKS = amount(30_000)
const COUNTS = amount(10_000)
/** Half a minute for all of these on a machine with nothing else to do. */
const PATIENCE = { timeout: 600_000 }

/** What two machines must agree on, the numbers behind the flags included. */
const told = ({ pc, left, right, setter, cells, blank }: State): string =>
  `pc ${pc} left ${left} right ${right} setter ${setter} cells ${cells} blank ${blank}`

/** Why a machine does not go on. */
function stuck(program: Program, state: State): string {
  if (halted(program, state)) return 'halted'
  const outcome = perform(program, state, 1)
  return isFault(outcome) ? JSON.stringify(outcome) : 'nothing keeps it'
}

const same = (a: State, b: State): boolean => {
  if (a.pc !== b.pc || a.left !== b.left || a.right !== b.right || a.setter !== b.setter) return false
  for (let at = 0; at < a.cells.length; at++)
    if (a.cells[at] !== b.cells[at] || a.blank[at] !== b.blank[at]) return false
  return true
}

/** A fast machine that translates at once what it begins at, so that short runs are run by translated code. */
function eager(program: Program, purpose: Purpose = {}): FastMachine {
  const translations = new Translations(program, purpose)
  return new FastMachine(translations, { patience: 3 }, translations)
}

/** Runs machines side by side by the same random numbers of steps, and compares them at each stop. */
function runTogether(seed: number, most: number, program = randomProgram(seed)): { steps: number; translated: number } {
  const random = randomFrom(seed)
  const translated = eager(program)
  const machines: [string, Machine][] = [
    ['interpreter', new FastMachine(new Translations(program), { translate: false })],
    ['translated', translated],
  ]
  const reference = createStepMachine(program)
  let steps = 0
  while (steps < most) {
    const wanted = 1 + random(random(4) === 0 ? 200 : 17)
    const done = reference.run(wanted)
    steps += done
    for (const [name, machine] of machines) {
      const others = machine.run(wanted)
      if (others !== done || !same(machine.state, reference.state)) {
        const where = `seed ${seed}, ${name}, after step ${steps} (${others} of ${done} steps)`
        expect(told(machine.state), where).toBe(told(reference.state))
        expect(others, where).toBe(done)
      }
    }
    if (done < wanted) {
      for (const [, { state }] of machines) expect(stuck(program, state)).toBe(stuck(program, reference.state))
      break
    }
  }
  return { steps, translated: translated.translatedSteps }
}

/** Looks for something from stop to stop, and compares where that is with what a look at every step says. */
function seekTogether(seed: number, most: number): number {
  const random = randomFrom(seed ^ 0x5eed)
  const program = randomProgram(seed)
  const condition = randomCondition(random, program)
  const machines: [string, FastMachine][] = [
    ['interpreter', new FastMachine(new Translations(program, { condition }), { translate: false })],
    ['translated', eager(program, { condition })],
  ]
  const reference = initialState(program)
  let steps = 0
  for (let met = 0; steps < most; ) {
    const limit = 1 + random(random(4) === 0 ? 200 : 17)
    let done = 0
    let found = false
    while (done < limit && !found && !halted(program, reference)) {
      const outcome = perform(program, reference, 1)
      if (isFault(outcome)) break
      done++
      found = meets(program, condition, outcome, reference)
    }
    steps += done
    for (const [name, machine] of machines) {
      const run = machine.seek(limit)
      if (run.steps !== done || run.met !== found || !same(machine.state, reference)) {
        const where = `seed ${seed}, ${name}, ${JSON.stringify(condition)}, after step ${steps}`
        expect({ ...run, state: told(machine.state) }, where).toEqual({
          steps: done,
          met: found,
          state: told(reference),
        })
      }
    }
    if (!found && done < limit) break
    if (found && ++met > 20) break
  }
  return steps
}

/** Counts while it runs, and compares with counting at every step. */
function countTogether(seed: number, most: number): void {
  const random = randomFrom(seed ^ 0xc0)
  const program = randomProgram(seed)
  const machine = eager(program, { counting: true })
  const reference = initialState(program)
  const counts = new Float64Array(program.instructions.length)
  for (let steps = 0; steps < most; ) {
    const limit = 1 + random(40)
    let done = 0
    while (done < limit && !halted(program, reference)) {
      const { pc } = reference
      if (isFault(perform(program, reference, 1))) break
      counts[pc] = counts[pc]! + 1
      done++
    }
    steps += done
    expect(machine.run(limit), `seed ${seed}`).toBe(done)
    if (random(3) === 0 || done < limit) expect(machine.counts(), `seed ${seed}, step ${steps}`).toEqual(counts)
    if (done < limit) break
  }
}

const cell = (address: number): Operand => ({ mode: 'direct', address })
const at = (address: number): Operand => ({ mode: 'indirect', address })
const number = (value: number): Operand => ({ mode: 'immediate', value })
const to = (index: number): Operand => ({ mode: 'target', index })

/** What chance does not often bring about. */
const TRICKY: Record<string, Program> = {
  'what was compared on the right is overwritten': programOf([
    ['add', cell(3), number(1)],
    ['cmp', cell(3), cell(2)],
    ['mov', cell(2), cell(3)],
    ['jmp', to(0)],
  ]),
  'what was compared on the left is overwritten by brackets': programOf(
    [
      ['mov', cell(1), number(20)],
      ['add', cell(3), number(1)],
      ['cmp', cell(20), cell(3)],
      ['mov', at(1), cell(3)],
      ['jmp', to(1)],
    ],
    { cells: 32 },
  ),
  'brackets lead to registers kept in locals': programOf(
    [
      ['mov', cell(1), number(2)],
      ['add', at(1), number(3)],
      ['add', cell(2), cell(5)],
      ['add', cell(1), number(1)],
      ['cmp', cell(1), number(12)],
      ['jne', to(1)],
      ['jmp', to(0)],
    ],
    { cells: 16 },
  ),
  'a subroutine is called from two places': programOf(
    [
      ['mov', cell(7), number(2)],
      ['jmp', to(5)],
      ['mov', cell(7), number(4)],
      ['jmp', to(5)],
      ['jmp', to(0)],
      ['add', cell(0), number(1)],
      ['cmp', cell(0), cell(9)],
      ['jmp', at(7)],
    ],
    { labelValues: [2, 4] },
  ),
  'a loop is entered at two places': programOf([
    ['add', cell(0), number(1)],
    ['cmp', cell(0), number(7)],
    ['jl', to(5)],
    ['mov', cell(0), number(-3)],
    ['sub', cell(1), number(2)],
    ['add', cell(1), number(1)],
    ['cmp', cell(1), number(-50)],
    ['jl', to(0)],
    ['jmp', to(4)],
  ]),
  'the lowest number is divided by −1': programOf(
    [
      ['mov', cell(0), number(-128)],
      ['add', cell(2), number(100)],
      ['mul', cell(2), cell(2)],
      ['div', cell(0), number(-1)],
      ['mov', cell(1), number(-1)],
      ['div', cell(0), cell(1)],
      ['mul', cell(0), number(77)],
      ['jmp', to(1)],
    ],
    { bits: 8 },
  ),
}

describe('the fast machine', () => {
  test.each(Object.entries(TRICKY))('agrees where %s', (_name, program) => {
    let translated = 0
    for (let seed = 1; seed <= 40; seed++) translated += runTogether(seed, 500, program).translated
    expect(translated).toBeGreaterThan(500)
  })

  test('agrees with the step-wise machine at every stop', PATIENCE, () => {
    const total = { steps: 0, translated: 0 }
    for (let seed = 1; seed <= PROGRAMS; seed++) {
      const { steps, translated } = runTogether(seed, seed % 10 === 0 ? 600 : 120)
      total.steps += steps
      total.translated += translated
    }
    expect(total.steps).toBeGreaterThan(PROGRAMS * 20)
    expect(total.translated).toBeGreaterThan(total.steps / 3)
  })

  test('stops exactly where the condition is met', PATIENCE, () => {
    let steps = 0
    for (let seed = 1; seed <= SEEKS; seed++) steps += seekTogether(seed, 300)
    expect(steps).toBeGreaterThan(SEEKS * 20)
  })

  test('counts how often each instruction runs', PATIENCE, () => {
    for (let seed = 1; seed <= COUNTS; seed++) countTogether(seed, 300)
  })
})
