// The machine run step by step by the reference implementation: slow and right. Faster ones are compared with it.
import type { Program } from '../instructions/index.ts'
import { copyState, flagsOf, halted, initialState, isFault, perform, type State, type Step } from '../machine/index.ts'
import type { Machine, MarkedRun } from './machine.ts'

/** A machine at its initial state that executes with `perform`. */
export function createStepMachine(program: Program): Machine {
  const state = initialState(program)
  let marked: State = state
  /** In how many cells the state differs from the marked one. */
  let differing = 0

  const step = (): Step | null => {
    if (halted(program, state)) return null
    const outcome = perform(program, state, 1)
    return isFault(outcome) ? null : outcome
  }

  const differsAt = (address: number, value: number, blank: number): number =>
    marked.cells[address] === value && marked.blank[address] === blank ? 0 : 1

  const isMarked = (): boolean => {
    if (differing !== 0 || state.pc !== marked.pc) return false
    const [now, then] = [flagsOf(state), flagsOf(marked)]
    return now.z === then.z && now.l === then.l
  }

  return {
    program,
    state,
    run(steps: number): number {
      let done = 0
      while (done < steps && step() !== null) done++
      return done
    },
    mark(): void {
      marked = copyState(state)
      differing = 0
    },
    runToMark(steps: number): MarkedRun {
      for (let done = 0; done < steps; done++) {
        const outcome = step()
        if (outcome === null) return { steps: done, returned: false }
        const { write } = outcome
        if (write !== null) {
          differing -= differsAt(write.address, write.before ?? 0, write.before === null ? 1 : 0)
          differing += differsAt(write.address, write.after, 0)
        }
        if (isMarked()) return { steps: done + 1, returned: true }
      }
      return { steps, returned: false }
    },
  }
}
