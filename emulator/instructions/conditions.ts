// When a conditional jump is taken: a set of the three outcomes of a comparison, and all that follows from such a set.
// It knows no instruction and no machine.
import type { Text } from '../languages/index.ts'

/** A flag: Z, the result was 0 or the compared were equal; L, it was below 0 or the left one was less. Never both. */
export type Flag = 'Z' | 'L'

/** How two numbers compare, or a result with 0. Each is one state of the flags: L, Z, neither. */
export const OUTCOMES = ['less', 'equal', 'greater'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The outcomes with which a jump is taken: some of them, not all (a jump without a condition has none to look at). */
export type JumpCondition = readonly [Outcome, ...Outcome[]]

/** How two numbers are related. */
export type Relation = '=' | '≠' | '<' | '≤' | '>' | '≥'

/** What a set of outcomes comes to, in relations and in flags. */
export interface ConditionForm {
  readonly relation: Relation
  /** The flags that are looked at, and what each must be; with `any` one of them is enough. */
  readonly tests: readonly { readonly flag: Flag; readonly is: boolean }[]
  readonly any: boolean
}

/** By the set's bits, 1 for less, 2 for equal, 4 for greater. */
const FORMS: readonly (ConditionForm | null)[] = [
  null,
  { relation: '<', tests: [{ flag: 'L', is: true }], any: false },
  { relation: '=', tests: [{ flag: 'Z', is: true }], any: false },
  {
    relation: '≤',
    tests: [
      { flag: 'Z', is: true },
      { flag: 'L', is: true },
    ],
    any: true,
  },
  {
    relation: '>',
    tests: [
      { flag: 'Z', is: false },
      { flag: 'L', is: false },
    ],
    any: false,
  },
  { relation: '≠', tests: [{ flag: 'Z', is: false }], any: false },
  { relation: '≥', tests: [{ flag: 'L', is: false }], any: false },
  null,
]

/** All outcomes as a set of bits: what a jump without a condition is taken with. */
export const ALWAYS = 7

/** A condition as a set of bits, 1 for less, 2 for equal, 4 for greater. */
export function outcomeBits(when: JumpCondition | null): number {
  if (when === null) return ALWAYS
  return when.reduce((bits, outcome) => bits | (1 << OUTCOMES.indexOf(outcome)), 0)
}

/** The relation and the flags that a condition is about. */
export const conditionForm = (when: JumpCondition): ConditionForm => FORMS[outcomeBits(when)]!

/** The relation that holds where a condition does not. */
export const oppositeRelation = (when: JumpCondition): Relation => FORMS[ALWAYS - outcomeBits(when)]!.relation

/** Whether all that counts is whether two numbers are equal: the condition says `=` or `≠`. */
export const asksEquality = (when: JumpCondition): boolean => ['=', '≠'].includes(conditionForm(when).relation)

/** Whether a condition is met in these flags. */
export const isMet = (when: JumpCondition, flags: { readonly z: boolean; readonly l: boolean }): boolean =>
  when.includes(flags.l ? 'less' : flags.z ? 'equal' : 'greater')

/** The flags that a condition looks at: `Z`, or `Z and L`. */
export function flagsTested(when: JumpCondition): Text {
  const names = conditionForm(when).tests.map(({ flag }) => flag)
  return { en: names.join(' and '), zh: names.join('、') }
}

/** What the flags must be, as `say` says it of each: `Z is 1 or L is 1`. */
export function flagTests(when: JumpCondition, say: (flag: Flag, is: boolean) => Text): Text {
  const { tests, any } = conditionForm(when)
  const said = tests.map(({ flag, is }) => say(flag, is))
  return {
    en: said.map(each => each.en).join(any ? ' or ' : ' and '),
    zh: said.map(each => each.zh).join(any ? '或 ' : '且 '),
  }
}
