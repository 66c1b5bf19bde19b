// Turns the reader's stops into what a history can look for. Knows the program's lines; no DOM.
import type { Counting, History, Search, Wanted } from '../../emulator/history/index.ts'
import type { Program } from '../../emulator/instructions/index.ts'
import { readCondition, type Stop } from '../state/stops.ts'

/** The instruction at which a breakpoint on that line stops: the line's own, else the next that there is; or null. */
export function instructionAt(program: Program, line: number): number | null {
  const index = program.instructions.findIndex(instruction => instruction.line >= line)
  return index < 0 ? null : index
}

/** What a stop looks for, or null where it cannot be met. */
export function wantedOf(program: Program, { line, condition }: Stop): Wanted | null {
  const meaning = readCondition(condition, program.cells)
  if (meaning === undefined) return null
  if (line !== null) {
    const at = instructionAt(program, line)
    if (at === null) return null
    if (meaning === null) return { kind: 'next', instructions: [at] }
    if (meaning.kind !== 'compares') return null
    const { address, relation, value } = meaning
    return { kind: 'next-while', instructions: [at], address, relation, value }
  }
  switch (meaning?.kind) {
    case undefined:
      return null
    case 'compares':
      return { kind: 'holds', address: meaning.address, relation: meaning.relation, value: meaning.value }
    case 'changes':
      return { kind: 'written', address: meaning.address, changed: true }
    case 'written':
      return { kind: 'written', address: meaning.address }
    case 'flag':
      return { kind: 'flag', flag: meaning.flag, is: true }
    case 'jumped':
      return { kind: 'jumped' }
  }
}

/** What all enabled stops look for together; null where there is nothing to look for. */
export function wantedOfAll(program: Program, stops: readonly Stop[]): Wanted | null {
  const all = stops.filter(({ enabled }) => enabled).map(stop => wantedOf(program, stop))
  const of = all.filter(wanted => wanted !== null)
  return of.length === 0 ? null : { kind: 'any', of }
}

/** Begins to look for stops; null where there is nothing to look for. A stop that counts only when reached for a
 * certain time is counted as it is met. */
export function beginSearch(history: History, direction: 1 | -1, from: number, stops: readonly Stop[]): Search | null {
  const { program } = history
  const enabled = stops.filter(({ enabled }) => enabled)
  const wanted = wantedOfAll(program, enabled)
  if (wanted === null) return null
  let search = history.search(direction, from, wanted)
  let counting: Counting | null = null
  let met: number | null = null
  let reached = from

  /** The breakpoints at the instruction that is next at a position. A watchpoint is none of them. */
  const breakpointsAt = (position: number): readonly Stop[] => {
    const { pc } = history.state(position)
    return enabled.filter(({ line }) => line !== null && instructionAt(program, line) === pc)
  }
  /** Whether a met position needs no counting. */
  const isPlain = (position: number): boolean => {
    const here = breakpointsAt(position)
    return here.length === 0 || here.some(({ hits }) => hits === null)
  }
  const countsRight = (position: number, counts: Float64Array): boolean => {
    const { pc } = history.state(position)
    return breakpointsAt(position).some(({ hits }) => hits === counts[pc]! + 1)
  }

  return {
    advance(fuel) {
      if (counting === null) {
        const done = search.advance(fuel)
        reached = search.reached
        if (!done) return false
        if (search.found === null || isPlain(search.found)) {
          met = search.found
          return true
        }
        counting = history.count(search.found)
      }
      if (!counting.advance(fuel)) return false
      const { found } = search
      if (countsRight(found!, counting.counts)) {
        met = found
        return true
      }
      counting = null
      search = history.search(direction, found!, wanted)
      return false
    },
    get found() {
      return met
    },
    get reached() {
      return reached
    },
  }
}
