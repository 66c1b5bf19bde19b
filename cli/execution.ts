// Runs a program for a command: to its end, to a fault or to the step limit. The words are elsewhere.
import { FastMachine, Translations } from '../emulator/engine/index.ts'
import type { Program } from '../emulator/instructions/index.ts'
import {
  checkExpectations,
  type Fault,
  halted,
  initialState,
  isFault,
  perform,
  type State,
  type Step,
} from '../emulator/machine/index.ts'
import { EXIT } from './command.ts'

export interface Execution {
  readonly status: 'halted' | 'fault' | 'step-limit'
  readonly steps: number
  readonly state: State
  readonly fault: Fault | null
}

/** Runs at most `limit` steps. At the limit the next instruction isn't looked at: it may be the one that would fault. */
export function execute(program: Program, limit: number): Execution {
  const machine = new FastMachine(new Translations(program))
  const steps = machine.run(limit)
  const { state } = machine
  if (halted(program, state)) return { status: 'halted', steps, state, fault: null }
  if (steps >= limit) return { status: 'step-limit', steps, state, fault: null }
  const fault = perform(program, state, steps + 1)
  if (!isFault(fault)) throw new Error(`stopped at step ${steps} without a fault`)
  return { status: 'fault', steps, state, fault }
}

/** The first `limit` steps in detail, one after the other; in the end how the execution ended. */
export function* stepsOf(program: Program, limit: number): Generator<Step, Execution, undefined> {
  const state = initialState(program)
  for (let steps = 0; ; steps++) {
    if (halted(program, state)) return { status: 'halted', steps, state, fault: null }
    if (steps >= limit) return { status: 'step-limit', steps, state, fault: null }
    const outcome = perform(program, state, steps + 1)
    if (isFault(outcome)) return { status: 'fault', steps, state, fault: outcome }
    yield outcome
  }
}

/** Expectations decide only after a halt. */
export function exitStatus(program: Program, { status, state }: Execution): number {
  if (status === 'fault') return EXIT.fault
  if (status === 'step-limit') return EXIT.limit
  return checkExpectations(program, state).every(({ met }) => met) ? EXIT.done : EXIT.unmet
}
