// All samples and all conformance cases by every way of running a program: step by step, interpreted, translated, and
// as a history.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assemble } from '../assembler/index.ts'
import { createStepMachine, FastMachine, type Machine, Translations } from '../emulator/engine/index.ts'
import { createHistory } from '../emulator/history/index.ts'
import type { Program } from '../emulator/instructions/index.ts'
import { flagsOf, type State } from '../emulator/machine/index.ts'
import { randomFrom } from './random-programs.ts'

const STEPS = 100_000

interface Case {
  readonly name: string
  readonly source: string
  readonly maxSteps: number
  readonly run?: {
    readonly status: string
    readonly steps: number
    readonly pc: number
    readonly flags: { readonly z: boolean; readonly l: boolean }
    readonly cells: Readonly<Record<string, number>>
    readonly fault: { readonly code: string } | null
  }
}

const programs = new URL('../programs/', import.meta.url)
const SAMPLES: readonly Case[] = readdirSync(programs)
  .filter(name => name.endsWith('.asm'))
  .map(name => ({ name, source: readFileSync(new URL(name, programs), 'utf8'), maxSteps: STEPS }))
const CASES: readonly Case[] = readFileSync(new URL('conformance/machine.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as Case)

const told = ({ pc, left, right, setter, cells, blank }: State): string =>
  `pc ${pc} left ${left} right ${right} setter ${setter} cells ${cells} blank ${blank}`

/** The cells that are not blank. */
const written = ({ cells, blank }: State): Record<string, number> =>
  Object.fromEntries([...cells.entries()].filter(([address]) => blank[address] === 0))

function runAll(program: Program, limit: number, seed: number): State {
  const reference = createStepMachine(program)
  const machines: Machine[] = [
    new FastMachine(new Translations(program), { translate: false }),
    new FastMachine(new Translations(program), { patience: 2 }),
    new FastMachine(new Translations(program)),
  ]
  const random = randomFrom(seed)
  for (let steps = 0; steps < limit; ) {
    const wanted = Math.min(limit - steps, 1 + random(random(3) === 0 ? 2000 : 9))
    const done = reference.run(wanted)
    steps += done
    for (const machine of machines) {
      expect(machine.run(wanted)).toBe(done)
      expect(told(machine.state), `after step ${steps}`).toBe(told(reference.state))
    }
    if (done < wanted) break
  }
  return reference.state
}

describe('every way of running a program', () => {
  test.each([...SAMPLES, ...CASES].map(one => [one.name, one] as const))('%s', (_name, { source, maxSteps, run }) => {
    const { program } = assemble(source)
    if (program === null) {
      // A case about text that does not assemble has nothing to run.
      expect(run).toBeUndefined()
      return
    }
    const limit = Math.min(maxSteps, STEPS)
    const state = runAll(program, limit, source.length)
    const history = createHistory(program, [], { interval: 64, machineOptions: { patience: 5 } })
    while (history.known < limit && history.ending === null) history.extend(limit, 777)
    if (history.ending?.kind !== 'endless') expect(told(history.state(history.known))).toBe(told(state))
    if (run === undefined) return
    expect(written(state)).toEqual(run.cells)
    expect(flagsOf(state)).toEqual(run.flags)
    expect(state.pc).toBe(run.pc)
    const { ending } = history
    if (ending?.kind === 'halted') expect(run).toMatchObject({ status: 'halted', steps: ending.steps })
    else if (ending?.kind === 'fault')
      expect(run).toMatchObject({ status: 'fault', steps: ending.steps, fault: { code: ending.fault.code } })
    else expect(run.status).toBe('step-limit')
  })

  test('there are samples and cases', () => {
    expect(SAMPLES.length).toBeGreaterThanOrEqual(12)
    expect(CASES.length).toBeGreaterThanOrEqual(200)
  })
})
