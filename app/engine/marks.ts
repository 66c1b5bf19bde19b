// The timeline's marks in a stretch of known positions: stops met, writes of one cell, jumps taken. No DOM.
import { meets } from '../../emulator/engine/index.ts'
import type { History } from '../../emulator/history/index.ts'
import { copyState, redo } from '../../emulator/machine/index.ts'
import type { Marked, Marking } from './api.ts'
import { wantedOfAll } from './stopping.ts'

/** Longer stretches are not gone through for marks: the reader zooms in. */
const LONGEST = 20_000
const PAGE = 1000

/** The marks; at most one of a kind in each of `places` equal places. Null where the stretch is too long. */
export function marksIn(history: History, { from, to: wantedTo, places, cell, stops }: Marking): Marked | null {
  const { program } = history
  const to = Math.min(wantedTo, history.known)
  if (to - from > LONGEST) return null
  const wanted = wantedOfAll(program, stops)
  const marks = { stops: [] as number[], writes: [] as number[], jumps: [] as number[] }
  const placeOf = (position: number): number => Math.floor(((position - from) / Math.max(to - from, 1)) * places)
  const add = (list: number[], position: number): void => {
    const last = list.at(-1)
    if (last === undefined || placeOf(last) !== placeOf(position)) list.push(position)
  }
  const jumped = { kind: 'jumped' } as const
  const state = copyState(history.state(from))
  if (wanted !== null && meets(program, wanted, null, state)) add(marks.stops, from)
  for (let first = from + 1; first <= to; first += PAGE) {
    for (const step of history.steps(first, Math.min(first + PAGE - 1, to))) {
      redo(state, step)
      for (const edit of history.edits) if (edit.position === step.step) state.cells[edit.address] = edit.value
      if (wanted !== null && meets(program, wanted, step, state)) add(marks.stops, step.step)
      if (step.write?.address === cell) add(marks.writes, step.step)
      if (meets(program, jumped, step, state)) add(marks.jumps, step.step)
    }
  }
  return marks
}
