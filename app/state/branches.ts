// Branches of a history: cells given other values by hand. Each branch is a whole list of edits; none is ever lost.
import type { Edit } from '../../emulator/history/index.ts'

/** What edits belong to that come without their program: whichever is assembled first. */
export const ANY_PROGRAM = ''

/** All branches of one program, the first without edits, and which one is shown. */
export interface Branches {
  /** The program that they belong to (its fingerprint). */
  readonly program: string
  readonly all: readonly (readonly Edit[])[]
  readonly current: number
  /** Set aside because the program has changed since: nothing of them is applied. */
  readonly aside: boolean
}

/** The edits in force. */
export const editsOf = (branches: Branches | null): readonly Edit[] =>
  branches === null || branches.aside ? [] : (branches.all[branches.current] ?? [])

/** The edits of the branch that is shown, in force or set aside. */
export const chosenEdits = (branches: Branches | null): readonly Edit[] => branches?.all[branches.current] ?? []

/** Set aside for any program but their own; in force again where that comes back. */
export function judged(branches: Branches, program: string): Branches {
  if (branches.program === ANY_PROGRAM) return { ...branches, program, aside: false }
  const aside = branches.program !== program
  return aside === branches.aside ? branches : { ...branches, aside }
}

/**
 * A new branch in which the cell holds `value` after the step at `position`. Edits of the branch it leaves that come
 * later stay behind with it, as they belong to what happened there.
 */
export function branchOff(branches: Branches | null, program: string, edit: Edit): Branches {
  const base: Branches =
    branches === null || branches.program !== program || branches.aside
      ? { program, all: [[]], current: 0, aside: false }
      : branches
  const kept = editsOf(base).filter(
    ({ position, address }) => position < edit.position || (position === edit.position && address !== edit.address),
  )
  return { ...base, all: [...base.all, [...kept, edit]], current: base.all.length }
}

/** Shows another branch. */
export const showBranch = (branches: Branches, current: number): Branches => ({ ...branches, current })

/** Takes branches that were set aside up again, for the program as it is now. */
export const applyAgain = (branches: Branches, program: string): Branches => ({ ...branches, program, aside: false })
