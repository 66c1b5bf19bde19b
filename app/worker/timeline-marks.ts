// The timeline's marks in a stretch of known positions: stops met, writes of one cell, jumps taken. No DOM.
import { meets } from '../../emulator/engine/index.ts'
import type { History } from '../../emulator/history/index.ts'
import { copyState, redo, setCell } from '../../emulator/machine/index.ts'
import { stopConditionOfAll } from '../../programs/stops/index.ts'
import type { Marked, Marking } from './protocol.ts'

/** Longer stretches are not gone through for marks: the reader zooms in. */
const LONGEST = 20_000
const PAGE = 1000

/** The marks; at most one of a kind in each of `places` equal places. Null where the stretch is too long. */
export function marksIn(history: History, { from, to: wantedTo, places, cell, stops }: Marking): Marked | null {
  const { program } = history
  const to = Math.min(wantedTo, history.known)
  if (to - from > LONGEST) return null
  const condition = stopConditionOfAll(program, stops)
  const marks = { stops: [] as number[], writes: [] as number[], jumps: [] as number[] }
  // The history may have become shorter than it was when the ruler asked.
  if (to < from) return marks
  const placeOf = (position: number): number => Math.floor(((position - from) / Math.max(to - from, 1)) * places)
  const add = (list: number[], position: number): void => {
    const last = list.at(-1)
    if (last === undefined || placeOf(last) !== placeOf(position)) list.push(position)
  }
  const jumped = { kind: 'jumped' } as const
  // The first position has a step as well, unless it is 0.
  const begin = Math.max(from, 1)
  const state = copyState(history.state(begin - 1))
  if (from === 0 && condition !== null && meets(program, condition, null, state)) add(marks.stops, 0)
  for (let first = begin; first <= to; first += PAGE) {
    for (const step of history.steps(first, Math.min(first + PAGE - 1, to))) {
      redo(state, step)
      for (const { position, address, value } of history.edits) {
        if (position === step.step) setCell(state, address, value)
      }
      if (condition !== null && meets(program, condition, step, state)) add(marks.stops, step.step)
      if (step.write?.address === cell) add(marks.writes, step.step)
      if (meets(program, jumped, step, state)) add(marks.jumps, step.step)
    }
  }
  return marks
}
