// The state table's rows (command-line.md, "The state table"): the initial one, then the state after each step.
// The page and all formats read these; they know no layout.
import type { Edit } from '../history/index.ts'
import { instructionOf, type Program, type Text } from '../instructions/index.ts'
import type { Flags, State, Step } from '../machine/index.ts'
import { explain, explainFolded, initialText } from './explain.ts'

export interface Row {
  /** The number of the (first) step; 0 for the initial row. */
  readonly step: number
  /** Null for the initial row. */
  readonly line: number | null
  /** As written; empty for the initial row; both, ` / ` between, for a folded one. */
  readonly instruction: string
  /** What the columns' cells hold after the row's last step, null for a blank one. */
  readonly values: readonly (number | null)[]
  /** `Z`, `L`, `ZL` or empty. */
  readonly flags: string
  readonly explanation: Text
  /** The same as formulas (language.md, section 7), null where the table shows numbers. */
  readonly formulas: readonly (string | null)[] | null
  /** The row's steps: none in the initial one, two in a folded one. */
  readonly steps: readonly Step[]
}

/** `Z`, `L`, `ZL` or empty. */
export const flagNames = ({ z, l }: Flags): string => (z ? 'Z' : '') + (l ? 'L' : '')

/** What the columns' cells hold, null for a blank one. */
export const valuesOf = (state: State, columns: readonly number[]): readonly (number | null)[] =>
  columns.map(address => (state.blank[address] === 1 ? null : state.cells[address]!))

/** The row before the first step, at step 0. */
export const initialRow = (state: State, columns: readonly number[]): Row => ({
  step: 0,
  line: null,
  instruction: '',
  values: valuesOf(state, columns),
  flags: '',
  explanation: initialText,
  formulas: null,
  steps: [],
})

/**
 * The rows of `steps`, which follow one another. `before` is the columns' values before the first of them (`valuesOf`).
 * With `fold` a `cmp` and the conditional jump right after it share a row. `edits` are cells changed by hand: the row at
 * whose step one was made shows the values after it.
 */
export function* stepRows(
  program: Program,
  columns: readonly number[],
  before: readonly (number | null)[],
  steps: Iterable<Step>,
  fold: boolean,
  edits: readonly Edit[] = [],
): Generator<Row, void, undefined> {
  const place = new Map(columns.map((address, index) => [address, index]))
  let values = before
  for (const group of fold ? folded(program, steps) : alone(steps)) {
    for (const { step, write } of group) {
      const index = write === null ? undefined : place.get(write.address)
      if (write !== null && index !== undefined) values = values.with(index, write.after)
      for (const { position, address, value } of edits) {
        const edited = position === step ? place.get(address) : undefined
        if (edited !== undefined) values = values.with(edited, value)
      }
    }
    yield row(program, group, values)
  }
}

function row(program: Program, steps: readonly Step[], values: readonly (number | null)[]): Row {
  const instructions = steps.map(step => program.instructions[step.pc]!)
  const [first, jump] = steps
  return {
    step: first!.step,
    line: instructions[0]!.line,
    instruction: instructions.map(each => each.source).join(' / '),
    values,
    flags: flagNames(steps.at(-1)!.flags),
    explanation: jump === undefined ? explain(program, first!) : explainFolded(program, first!, jump),
    formulas: null,
    steps,
  }
}

function* alone(steps: Iterable<Step>): Generator<readonly Step[], void, undefined> {
  for (const step of steps) yield [step]
}

/** Puts a conditional jump to the `cmp` right before it. */
export function* folded(program: Program, steps: Iterable<Step>): Generator<readonly Step[], void, undefined> {
  let waiting: Step | null = null
  for (const step of steps) {
    if (waiting !== null) {
      if (step.taken !== null) {
        yield [waiting, step]
        waiting = null
        continue
      }
      yield [waiting]
    }
    const compares = instructionOf(program.instructions[step.pc]!.mnemonic).kind === 'compare'
    waiting = compares ? step : null
    if (!compares) yield [step]
  }
  if (waiting !== null) yield [waiting]
}
