// Formulas: their canonical form, and that they say the truth for other data wherever the conditions hold.
import { describe, expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { randomFrom, randomProgram } from '../../tests/random-programs.ts'
import { highest, lowest, type Program, plain, UNITS } from '../instructions/index.ts'
import { halted, initialState, isFault, perform, type Step } from '../machine/index.ts'
import { type Condition, Formulas } from './index.ts'
import type { Polynomial } from './polynomial.ts'

function stepsOf(program: Program, limit: number): readonly Step[] {
  const state = initialState(program)
  const steps: Step[] = []
  while (steps.length < limit && !halted(program, state)) {
    const outcome = perform(program, state, steps.length + 1)
    if (isFault(outcome)) break
    steps.push(outcome)
  }
  return steps
}

/** What cells hold after all steps, as text, and all conditions. `names` as in `8=x 9=y`. */
function followed(source: string, names = '', limit = 200) {
  const program = assemble(source).program!
  const named = names.split(' ').filter(each => each !== '')
  const symbols = new Map(named.map(each => [Number(each.split('=')[0]), each.split('=')[1]!] as const))
  const formulas = new Formulas(program, symbols)
  const conditions = stepsOf(program, limit).flatMap(step =>
    formulas.advance(step).conditions.map(({ parts }) => plain(parts)),
  )
  const at = (address: number) => {
    const formula = formulas.cell(address)
    return formula && formulas.text(formula)
  }
  return { at, conditions }
}

describe('the canonical form', () => {
  const shown = (code: string, bits = 32) => followed(`.bits ${bits}\n.data 8: 5, 6, 7\n${code}`, '8=x 9=y 10=z').at(0)

  test.each([
    ['mov r0, 8', 'x'],
    ['sub r0, 8', '-x'],
    ['mov r0, 8\nsub r0, 8', '0'],
    ['mov r0, 8\nmul r0, 8', 'x*x'],
    ['mov r0, #3\nsub r0, 9\nmov r1, 9\nmul r1, 8\nmul r1, #2\nadd r0, r1', '2*x*y - y + 3'],
    ['add r0, 10\nadd r0, 9\nadd r0, 8', 'x + y + z'],
    ['mov r0, 8\nadd r0, 9\nmul r0, r0', 'x*x + 2*x*y + y*y'],
    ['mov r0, 8\nadd r0, #1\nmul r0, r0', 'x*x + 2*x + 1'],
    ['mov r0, 9\nmul r0, 9\nadd r0, 8\nsub r0, #4', 'y*y + x - 4'],
    ['mov r0, #-7', '-7'],
    ['mov r0, 8\nmul r0, #0', '0'],
    ['mov r0, 8\ndiv r0, 9', '(x ÷ y)'],
    ['mov r0, 8\nadd r0, 9\ndiv r0, #2', '((x + y) ÷ 2)'],
    ['mov r0, 8\nmul r0, 9\ndiv r0, #2', '(x*y ÷ 2)'],
    ['mov r0, 8\ndiv r0, 9\ndiv r0, 10', '((x ÷ y) ÷ z)'],
    ['mov r0, #6\ndiv r0, #4', '1'],
    ['mov r0, #-7\ndiv r0, #2', '-3'],
    ['mov r0, 8\ndiv r0, 9\nmov r1, 8\ndiv r1, 9\nsub r0, r1', '0'],
    ['mov r1, 9\ndiv r1, 8\nmov r0, 8\ndiv r0, 9\nadd r0, r1\nadd r0, 10', 'z + (y ÷ x) + (x ÷ y)'],
  ])('%s', (code, formula) => expect(shown(code)).toBe(formula))

  test('is modulo the word, its coefficients signed', () => {
    expect(shown('mov r0, 8\nmul r0, #100\nmul r0, #2', 8)).toBe('-56*x')
    expect(shown('mov r0, 8\nmul r0, #64\nmul r0, #4', 8)).toBe('0')
    expect(shown('mov r0, #127\nadd r0, #1', 8)).toBe('-128')
  })

  test('a blank cell is 0, one without a name is x and its number', () => {
    expect(followed('.data r1: 4\n.data 15: 2\nadd r0, 15\nadd r0, r1\nadd r0, 20').at(0)).toBe('x1 + x15')
    expect(followed('mov r0, #1').at(1)).toBeNull()
  })

  test('a swap by arithmetic alone is proved', () => {
    const { at, conditions } = followed('.data 8: 3, 4\nadd 8, 9\nsub 9, 8\nadd 8, 9\nmul 9, #-1', '8=x 9=y')
    expect([at(8), at(9), conditions]).toStrictEqual(['y', 'x', []])
  })

  test('what grows too long becomes an unknown of its step', () => {
    const { at } = followed('.data r0: 3\nl: mul r0, r0\njmp l', '0=x', 8)
    expect(at(0)).toBe(Array.from({ length: 16 }, () => 'x').join('*'))
    expect(followed('.data r0: 3\nl: mul r0, r0\njmp l', '0=x', 9).at(0)).toBe('v9')
    expect(followed('.data r0: 3\nl: mul r0, r0\njmp l', '0=x', 11).at(0)).toBe('v9*v9')
    const many = Array.from({ length: 21 }, (_, index) => index + 20)
    const sum = many.map(address => `add r0, ${address}`).join('\n')
    const data = `.data 20: ${many.join(', ')}\n`
    expect(followed(`${data}${sum}`).at(0)!.split(' + ')).toHaveLength(21)
    expect(followed(`${data}${sum}\nmul r0, r0`).at(0)).toBe('v22')
  })

  test('quotients within quotients do not grow for ever', () => {
    const { at } = followed('.data r0: 3\nl: mul r0, r0\ndiv r0, #3\njmp l', '0=x', 3_000)
    expect(at(0)!.length).toBeLessThan(50_000)
  })
})

describe('conditions', () => {
  test('of the array sum', () => {
    const source = '.data 8: 15, 17\n.data 15: 1, 2\nmov r1, 8\nl: add r0, [r1]\nadd r1, #1\ncmp r1, 9\njne l\n'
    const { at, conditions } = followed(source)
    expect(at(0)).toBe('x15 + x16')
    expect(conditions).toStrictEqual(['x8 = 15', 'x8 + 1 ≠ x9', 'x8 + 1 = 16', 'x8 + 2 = x9'])
  })

  test.each([
    ['cmp 8, 9\njl e', ['x < y']],
    ['cmp 9, 8\njl e', ['y ≥ x']],
    ['cmp 8, #5\nje e', ['x = 5']],
    ['sub 8, #4\njne e', ['x - 4 ≠ 0']],
    ['sub 8, #9\njl e', ['x - 9 < 0']],
    ['sub 8, 8\nje e', []],
    ['cmp r0, r1\nje e', []],
    ['je e', []],
    ['mov r0, 8\ndiv r0, 9', ['y ≠ 0']],
    ['mov r0, 8\ndiv r0, #2', []],
    ['mov r0, [8]\nmov r1, [8]', ['x = 5']],
    ['mov [9], #1', ['y = 6']],
    ['mov r1, #5\nmov r0, [r1]', []],
    ['mov r0, 10\njmp [r0]', ['z = 2']],
    ['jl [10]', []],
  ])('%s', (code, conditions) => {
    const source = `.data 8: 5, 6, 2\n${code}\ne:\n`
    expect(followed(source, '8=x 9=y 10=z').conditions).toStrictEqual(conditions)
  })
})

/** The value of a formula for the first data given by `cell`; `written` tells what a step wrote. */
function valueIn(polynomial: Polynomial, formulas: Formulas, program: Program, cell: Cell, written: Cell): number {
  let sum = 0n
  for (const { coefficient, unknowns } of polynomial) {
    let product = BigInt(coefficient)
    for (const unknown of unknowns) product *= BigInt(unknownValue(unknown))
    sum += product
  }
  return Number(BigInt.asIntN(program.bits, sum))

  function unknownValue(unknown: number): number {
    if (unknown < program.cells) return cell(unknown)
    const arisen = formulas.arisen[unknown - program.cells]!
    if (arisen.kind === 'value') return written(arisen.step)
    const left = valueIn(arisen.left, formulas, program, cell, written)
    const right = valueIn(arisen.right, formulas, program, cell, written)
    return Number(BigInt.asIntN(program.bits, UNITS[arisen.unit].exact(BigInt(left), BigInt(right))))
  }
}

type Cell = (number: number) => number

const RELATIONS: Record<Condition['relation'], (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '≠': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '≥': (a, b) => a >= b,
}

/** Follows a program's formulas while the program runs on other data: as long as the conditions hold, it must go the
 * same way, and every formula must give what is really there. Tells how many steps it could follow. */
function follow(program: Program, other: Program, seed: number): number {
  const formulas = new Formulas(program)
  const first = initialState(other)
  const cell = (address: number) => first.cells[address]!
  const steps = stepsOf(program, 60)
  const others = stepsOf(other, 60)
  const written = (step: number) => others[step - 1]!.write!.after
  for (const step of steps) {
    const { reads, write, conditions } = formulas.advance(step)
    const value = (polynomial: Polynomial) => valueIn(polynomial, formulas, program, cell, written)
    if (!conditions.every(({ left, relation, right }) => RELATIONS[relation](value(left), value(right))))
      return step.step - 1
    const twin = others[step.step - 1]
    const same =
      twin !== undefined &&
      twin.pc === step.pc &&
      twin.next === step.next &&
      twin.reads.every(
        ({ address, value: held }, index) => address === step.reads[index]?.address && held === value(reads[index]!),
      ) &&
      twin.write?.address === step.write?.address &&
      (twin.write === null || twin.write.after === value(write!))
    if (!same) expect.fail(`seed ${seed}, step ${step.step}: ${JSON.stringify(twin)}`)
  }
  return steps.length
}

test('formulas hold for all data that meet the conditions', () => {
  const count = { same: 0, other: 0, runs: 0 }
  for (let seed = 0; seed < 10_000; seed++) {
    const program = randomProgram(seed)
    if (program.data.length === 0) continue
    const random = randomFrom(seed + 1)
    count.same += follow(program, program, seed)
    for (let tries = 0; tries < 2; tries++) {
      const changed = program.data[random(program.data.length)]!.address
      const value = random(2) === 0 ? random(12) : lowest(program.bits) + random(highest(program.bits) * 2 + 2)
      const data = program.data.map(datum => (datum.address === changed ? { ...datum, value } : datum))
      count.other += follow(program, { ...program, data }, seed)
      count.runs++
    }
  }
  console.log(`formulas followed: ${JSON.stringify(count)}`)
  expect(count.other).toBeGreaterThan(count.runs * 5)
})
