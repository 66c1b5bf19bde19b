// The state table's rows (command-line.md, "The state table"): the initial one, then the state after each step.
// The page and all formats read these; they know no layout.
import type { Edit } from '../history/index.ts'
import { instructionOf, type Parts, type Program, type Sentence } from '../instructions/index.ts'
import { copyState, type Flags, type State, type Step } from '../machine/index.ts'
import type { Column } from './columns.ts'
import { explain, explainFolded, initialSentence } from './explain.ts'

export interface Row {
  /** In a table of one line's visits, which one this is. */
  readonly visit?: number
  /** The number of the (first) step; 0 for the initial row. */
  readonly step: number
  /** Null for the initial row. */
  readonly line: number | null
  /** As written; empty for the initial row; both, ` / ` between, for a folded one. */
  readonly instruction: string
  /** What the columns' cells hold after the row's last step, null for a blank one. */
  readonly values: readonly (number | null)[]
  /** The cells that the columns show: where brackets lead, null where to none. */
  readonly addresses: readonly (number | null)[]
  /** `Z`, `L`, `ZL` or empty. */
  readonly flags: string
  readonly explanation: Sentence
  /** The same as formulas (language.md, section 7), null where the table shows numbers. */
  readonly formulas: readonly (Parts | null)[] | null
  /** The row's steps: none in the initial one, two in a folded one. */
  readonly steps: readonly Step[]
}

/** `Z`, `L`, `ZL` or empty. */
export const flagsSet = ({ z, l }: Flags): string => (z ? 'Z' : '') + (l ? 'L' : '')

/** What the columns show while steps go by: begun at a state, which may change afterwards. */
export class ShownColumns {
  private readonly columns: readonly Column[]
  private readonly held = new Map<number, number | null>()
  /** What is not in `held`; only brackets can ask for it. */
  private readonly rest: State | null
  /** The columns' own cells, the same in every row unless brackets lead elsewhere. */
  private readonly fixed: readonly (number | null)[]

  constructor(columns: readonly Column[], state: State) {
    this.columns = columns
    const isFixed = columns.every(({ mode }) => mode === 'direct')
    this.rest = isFixed ? null : copyState(state)
    this.fixed = columns.map(({ address }) => address)
    for (const { address } of columns) this.held.set(address, valueIn(state, address))
  }

  /** A cell gets a value. */
  set(address: number, value: number): void {
    if (this.rest !== null || this.held.has(address)) this.held.set(address, value)
  }

  addresses(): readonly (number | null)[] {
    if (this.rest === null) return this.fixed
    const { length } = this.rest.cells
    return this.columns.map(({ mode, address }) => {
      if (mode === 'direct') return address
      const to = this.at(address)
      return to !== null && to >= 0 && to < length ? to : null
    })
  }

  values(): readonly (number | null)[] {
    return this.addresses().map(address => (address === null ? null : this.at(address)))
  }

  private at(address: number): number | null {
    const held = this.held.get(address)
    if (held !== undefined) return held
    return this.rest === null ? null : valueIn(this.rest, address)
  }
}

const valueIn = (state: State, address: number): number | null =>
  state.blank[address] === 1 ? null : state.cells[address]!

/** The row before the first step, at step 0. */
export function initialRow(state: State, columns: readonly Column[]): Row {
  const shown = new ShownColumns(columns, state)
  return {
    step: 0,
    line: null,
    instruction: '',
    values: shown.values(),
    addresses: shown.addresses(),
    flags: '',
    explanation: initialSentence,
    formulas: null,
    steps: [],
  }
}

/**
 * The rows of `steps`, which follow one another. `shown` is what the columns show before the first of them.
 * With `fold` a `cmp` and the conditional jump right after it share a row. `edits` are cells changed by hand: the row at
 * whose step one was made shows the values after it.
 */
export function* stepRows(
  program: Program,
  shown: ShownColumns,
  steps: Iterable<Step>,
  fold: boolean,
  edits: readonly Edit[] = [],
): Generator<Row, void, undefined> {
  for (const group of fold ? folded(program, steps) : alone(steps)) {
    for (const { step, write } of group) {
      if (write !== null) shown.set(write.address, write.after)
      for (const { position, address, value } of edits) if (position === step) shown.set(address, value)
    }
    yield row(program, group, shown)
  }
}

function row(program: Program, steps: readonly Step[], shown: ShownColumns): Row {
  const instructions = steps.map(step => program.instructions[step.pc]!)
  const [first, jump] = steps
  return {
    step: first!.step,
    line: instructions[0]!.line,
    instruction: instructions.map(each => each.source).join(' / '),
    values: shown.values(),
    addresses: shown.addresses(),
    flags: flagsSet(steps.at(-1)!.flags),
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
