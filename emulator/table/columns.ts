// Which cells a table shows: those that a program touches (command-line.md, "Details"), registers before cells.
import { type Direct, type Indirect, type Program, REGISTERS } from '../instructions/index.ts'
import type { Step } from '../machine/index.ts'

/** What a column shows: a cell, or the cell that another one's brackets lead to (history.md, section 7). */
export type Column = Direct | Indirect

/** The column of a cell. */
export const cellColumn = (address: number): Column => ({ mode: 'direct', address })

/** At most so many cells are shown side by side. */
export const MAX_COLUMNS = 64

/** Adds to `cells` what a step read or wrote, pointer cells too. */
export function addTouched(cells: Set<number>, step: Step): void {
  for (const { address } of step.reads) cells.add(address)
  if (step.write !== null) cells.add(step.write.address)
}

/** The cells `seen` in a program's steps, and those that it gives or expects a value of: addresses, ascending. */
export function touched(program: Program, seen: Iterable<number>): readonly number[] {
  const cells = new Set(seen)
  for (const { address } of program.data) cells.add(address)
  for (const { address } of program.expectations) cells.add(address)
  return inOrder(cells)
}

/** Addresses each once, ascending: so registers come first. */
export const inOrder = (addresses: Iterable<number>): readonly number[] => [...new Set(addresses)].sort((a, b) => a - b)

/** Ascending addresses as lists of neighbours, `r0 r1 r2`, `x8 x9`; registers and cells apart, as the book has them. */
export function neighbouring(addresses: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (const address of addresses) {
    const group = groups.at(-1)
    if (group?.at(-1) === address - 1 && address !== REGISTERS) group.push(address)
    else groups.push([address])
  }
  return groups
}
