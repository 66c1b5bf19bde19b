// Turns the reader's stops into what a history can look for. Knows the program's lines; no DOM.
import type { History, Search, Wanted } from '../../emulator/history/index.ts'
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

/** A search begun, and whether a position that it finds counts: some stops only do when reached for a certain time. */
export interface Begun {
  readonly search: Search | null
  hits(position: number): boolean
}

/** Begins to look for stops. */
export function beginSearch(history: History, direction: 1 | -1, from: number, stops: readonly Stop[]): Begun {
  const { program } = history
  const enabled = stops.filter(({ enabled }) => enabled)
  const wanted = wantedOfAll(program, enabled)
  return {
    search: wanted === null ? null : history.search(direction, from, wanted),
    hits(position) {
      if (enabled.every(({ hits }) => hits === null)) return true
      const counts = history.counts(position)
      const { pc } = history.state(position)
      const here = enabled.filter(({ line }) => line !== null && instructionAt(program, line) === pc)
      // A watchpoint has no count of its own: where no breakpoint stands, it is what was met.
      return here.length === 0 || here.some(({ hits }) => hits === null || hits === counts[pc]! + 1)
    },
  }
}
