// What a program expects of its cells (`.expect`), held against a state.
import type { Expectation, Program } from '../instructions/index.ts'
import type { State } from './state.ts'

/** An expectation and what its cell holds, null where it is blank; a blank cell meets no number (language.md, section 4). */
export interface CheckedExpectation extends Expectation {
  readonly actual: number | null
  readonly met: boolean
}

/** Every expectation of a program with what became of it. */
export function checkExpectations(program: Program, state: State): readonly CheckedExpectation[] {
  return program.expectations.map(expectation => {
    const { address, value } = expectation
    const actual = state.blank[address] === 1 ? null : state.cells[address]!
    return { ...expectation, actual, met: actual === value }
  })
}
