// Turns the reader's stops into what a history can look for. Knows the program's lines; no DOM.

import { readCondition } from '../../assembler/typed-condition.ts'
import { meets } from '../../emulator/engine/index.ts'
import type { Counting, History, Search, StopCondition } from '../../emulator/history/index.ts'
import type { Program } from '../../emulator/instructions/index.ts'
import type { Stop } from './stops.ts'

/** The instruction at which a breakpoint on that line stops: the line's own, else the next that there is; or null. */
export function instructionAt(program: Program, line: number): number | null {
  const index = program.instructions.findIndex(instruction => instruction.line >= line)
  return index < 0 ? null : index
}

/** What a stop looks for, or null where it cannot be met. */
export function stopCondition(program: Program, { line, condition }: Stop): StopCondition | null {
  const meaning = readCondition(condition, program)
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
export function stopConditionOfAll(program: Program, stops: readonly Stop[]): StopCondition | null {
  const all = stops.filter(({ enabled }) => enabled).map(stop => stopCondition(program, stop))
  const of = all.filter(until => until !== null)
  return of.length === 0 ? null : { kind: 'any', of }
}

/** A stop that is on, and what it looks for. */
interface Watched {
  readonly stop: Stop
  readonly until: StopCondition
}

/** A search for stops, which knows the one that was met. */
export interface StopSearch extends Search {
  readonly stop: Stop | null
}

/**
 * Begins to look for stops; without any it goes to the end or the start. A stop that counts only when reached for a
 * certain time is counted as it is met. Unless it may `extend` the history, it looks no further than what is known.
 */
export function beginSearch(
  history: History,
  direction: 1 | -1,
  from: number,
  stops: readonly Stop[],
  extend: boolean,
): StopSearch {
  const { program } = history
  const watched = stops.flatMap((stop): Watched[] => {
    const until = stop.enabled ? stopCondition(program, stop) : null
    return until === null ? [] : [{ stop, until }]
  })
  const until: StopCondition = { kind: 'any', of: watched.map(each => each.until) }
  let search = history.search(direction, from, until)
  let counting: Counting | null = null
  let met: number | null = null
  let stop: Stop | null = null

  /** The stops that a position meets. */
  const metAt = (position: number): readonly Stop[] => {
    const step = position === 0 ? null : history.steps(position, position)[0]!
    const state = history.state(position)
    return watched.filter(({ until }) => meets(program, until, step, state)).map(({ stop }) => stop)
  }
  const look = (fuel: number): boolean => {
    if (extend || direction === -1) return search.advance(fuel)
    const left = history.known - search.reached
    return left <= 0 || search.advance(Math.min(fuel, left))
  }

  return {
    advance(fuel) {
      if (counting === null) {
        if (!look(fuel)) return false
        stop = search.found === null ? null : (metAt(search.found).find(({ hits }) => hits === null) ?? null)
        if (search.found === null || stop !== null) {
          met = search.found
          return true
        }
        counting = history.count(search.found)
      }
      if (!counting.advance(fuel)) return false
      const { found } = search
      const { pc } = history.state(found!)
      const time = counting.counts[pc]! + 1
      stop = metAt(found!).find(({ hits }) => hits === time) ?? null
      if (stop !== null) {
        met = found
        return true
      }
      counting = null
      search = history.search(direction, found!, until)
      return false
    },
    get found() {
      return met
    },
    get stop() {
      return stop
    },
    get reached() {
      return search.reached
    },
  }
}
