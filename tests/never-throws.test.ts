// Random programs, a hundred thousand where all are asked for: the machine never throws, stays within its bounds, and every step and fault can
// be told in both languages.
import { expect, test } from 'vitest'
import { highest, LANGUAGES, lowest, plainText } from '../emulator/instructions/index.ts'
import { flagsOf, halted, initialState, isFault, perform } from '../emulator/machine/index.ts'
import { explain, faultSentence } from '../emulator/table/index.ts'
import { amount } from './amount.ts'
import { randomProgram } from './random-programs.ts'

const PROGRAMS = amount(100_000)
const STEPS = 40

test(`${PROGRAMS} random programs never make the machine or its words throw`, () => {
  const count = { halted: 0, faults: 0, open: 0, tenSteps: 0, steps: 0 }
  for (let seed = 0; seed < PROGRAMS; seed++) {
    const program = randomProgram(seed)
    const state = initialState(program)
    let steps = 0
    let fault = false
    while (!fault && steps < STEPS && !halted(program, state)) {
      const outcome = perform(program, state, steps + 1)
      fault = isFault(outcome)
      if (isFault(outcome)) {
        const words = plainText(faultSentence(program, outcome))
        if (!LANGUAGES.every(language => words[language].includes(`${outcome.value}`))) {
          expect.fail(`seed ${seed}: the fault's value is missing in "${words.en}"`)
        }
        continue
      }
      steps++
      const { write, flags, next } = outcome
      const inside = write === null || (write.after >= lowest(program.bits) && write.after <= highest(program.bits))
      const { z, l } = flagsOf(state)
      if (!inside || z !== flags.z || l !== flags.l || next !== state.pc || next > program.instructions.length) {
        expect.fail(`seed ${seed}, step ${steps}: ${JSON.stringify(outcome)}`)
      }
      if (seed % 4 > 0) continue
      const words = plainText(explain(program, outcome))
      for (const language of LANGUAGES) {
        if (words[language] === '' || /undefined|null|NaN/.test(words[language])) {
          expect.fail(`seed ${seed}, step ${steps}: "${words[language]}"`)
        }
      }
    }
    count.steps += steps
    if (steps >= 10) count.tenSteps++
    if (fault) count.faults++
    else if (halted(program, state)) count.halted++
    else count.open++
  }
  console.log(`${PROGRAMS} random programs: ${JSON.stringify(count)}`)
  expect(count.halted + count.faults + count.open).toBe(PROGRAMS)
  for (const kind of [count.halted, count.faults, count.open]) expect(kind).toBeGreaterThan(PROGRAMS / 50)
})
