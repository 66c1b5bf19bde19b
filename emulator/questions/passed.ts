// A loop that runs on because what its jump asks to be equal never was (history.md, section 3): where one of the compared
// numbers passed the other. Only what the history shows is told.
import { asksEquality, conditionForm, instructionOf, type Operand } from '../instructions/index.ts'
import type { Step } from '../machine/index.ts'
import type { Reason } from './reason.ts'
import type { Questions } from './why.ts'

/** Two numbers as a jump found them. */
export interface Compared {
  readonly step: number
  readonly left: number
  readonly right: number
}

/** One operand passed the other between two visits of a jump next to each other, and was never equal to it. */
export interface Passed {
  /** The instruction that compared; its operands, null for a result and the 0 that it is compared with. */
  readonly setter: number
  readonly operands: readonly [Operand, Operand] | null
  readonly before: Compared
  readonly after: Compared
}

/** Visits looked at one by one at either end of a jump's. */
const ENDS = 64

/** Where one of the numbers that jump `reason` goes by passed the other in the steps 1…at; null where that was not so. */
export function passedIn({ history }: Questions, { pc: jump, visits, taken }: Reason, at: number): Passed | null {
  const { program, ledger } = history
  const row = instructionOf(program.instructions[jump]!.mnemonic)
  if (row.kind !== 'jump' || row.when === null || !asksEquality(row.when)) return null
  // Equal once, and it would have gone the other way.
  if (taken !== (conditionForm(row.when).relation === '=' ? 0 : visits)) return null
  const visit = (number: number): Step => {
    const step = ledger.visit(jump, number)!
    return history.steps(step, step)[0]!
  }
  const side = ({ flagsFrom }: Step): number => Math.sign(flagsFrom.left - flagsFrom.right)
  /** The first of two neighbouring visits in a stretch whose ends lie on different sides. */
  const between = (low: number, high: number): number => {
    const beginning = side(visit(low))
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (side(visit(middle)) === beginning) low = middle
      else high = middle
    }
    return low
  }
  const neighbours = (low: number): Passed | null => {
    const [one, other] = [visit(low), visit(low + 1)]
    const { setter } = other.flagsFrom
    const by = program.instructions[setter]
    if (by === undefined || one.flagsFrom.setter !== setter || side(one) === side(other)) return null
    const operands =
      instructionOf(by.mnemonic).kind === 'compare' ? ([by.operands[0]!, by.operands[1]!] as const) : null
    const told = ({ step, flagsFrom: { left, right } }: Step): Compared => ({ step, left, right })
    return { setter, operands, before: told(one), after: told(other) }
  }
  if (visits < 2 || ledger.visits(jump, at) !== visits) return null
  if (side(visit(1)) !== side(visit(visits))) return neighbours(between(1, visits))
  // Both ends on one side: it may have passed and come round again.
  const last = Math.max(1, visits - ENDS)
  for (let number = 1; number < visits; number++) {
    if (number > ENDS && number < last) number = last
    const found = neighbours(number)
    if (found !== null) return found
  }
  return null
}
