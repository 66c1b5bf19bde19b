// The project's own exercises are what they say, in both languages; and answers that a small change has made wrong are
// refused, at the case at which the step-wise machine says so.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { LANGUAGES } from '../../emulator/instructions/index.ts'
import { halted, initialState, isFault, perform } from '../../emulator/machine/index.ts'
import { mutated } from '../../tests/mutations.ts'
import {
  type Case,
  checkExercise,
  type Exercise,
  firstFailing,
  judge,
  KINDS,
  programOfCase,
  readExercise,
} from '../judge/index.ts'

const folder = new URL('.', import.meta.url)
const NAMES = readdirSync(folder)
  .filter(name => name.endsWith('.toml'))
  .sort()
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** Wrong answers made of each exercise's solutions. */
const WRONG = process.env['PROOFS'] === 'full' ? 1000 : 40

test('there are 22 exercises, of every kind', () => {
  const kinds = NAMES.map(name => exerciseOf(name).kind)
  expect(NAMES).toHaveLength(22)
  expect(new Set(kinds)).toStrictEqual(new Set(KINDS))
})

function exerciseOf(name: string): Exercise {
  const read = readExercise(textOf(name))
  if ('problems' in read) throw new Error(`${name}: ${JSON.stringify(read.problems)}`)
  return read.value
}

describe.each(NAMES)('%s', name => {
  const text = textOf(name)
  const exercise = exerciseOf(name)

  test('is what it says', () => expect(checkExercise(exercise, text)).toStrictEqual([]))

  test('has its words in both languages, a hint and no loose ends', () => {
    const words = [exercise.title, exercise.task, ...exercise.hints]
    expect(exercise.hints.length).toBeGreaterThan(0)
    for (const each of words) {
      for (const language of LANGUAGES) expect(each[language].length).toBeGreaterThan(1)
      expect(each.zh).not.toMatch(/[\u4e00-\u9fff] ?[,;:?!]/)
      expect([...each.en.matchAll(/`/g)].length % 2).toBe(0)
      expect([...each.zh.matchAll(/`/g)].length % 2).toBe(0)
    }
    expect(exercise.task.en).not.toBe(exercise.task.zh)
  })
})

/** What the step-wise machine says: the first case that the answer fails, null where it passes them all. */
function oracle(exercise: Exercise, answer: string): number | null {
  const { program } = assemble(answer)
  if (program === null) return 0
  const passes = (given: Case): boolean => {
    const run = programOfCase(program, given)
    const state = initialState(run)
    for (let step = 1; step <= exercise.steps && !halted(run, state); step++) {
      if (isFault(perform(run, state, step))) return false
    }
    const held = given.expect.every(
      ({ address, value }) => state.blank[address] === 0 && state.cells[address] === value,
    )
    return halted(run, state) && held
  }
  const at = exercise.cases.findIndex(given => !passes(given))
  return at < 0 ? null : at + 1
}

describe.each(NAMES.filter(name => exerciseOf(name).kind !== 'predict'))('%s', name => {
  test('refuses what a small change has made wrong, and nothing else', () => {
    const exercise = exerciseOf(name)
    let wrong = 0
    let seed = 1
    for (; wrong < WRONG && seed < 40 * WRONG; seed++) {
      const solution = exercise.solutions[seed % exercise.solutions.length]!
      const answer = mutated(solution, seed)
      const judgement = judge(exercise, answer)
      if (judgement.refused !== null) continue
      const expected = oracle(exercise, answer)
      expect(firstFailing(judgement), `${name}, seed ${seed}:\n${answer}`).toBe(expected)
      expect(judgement.points === judgement.of).toBe(expected === null)
      if (expected !== null) wrong++
    }
    expect(wrong, `wrong answers in ${seed} changes`).toBe(WRONG)
  })
})
