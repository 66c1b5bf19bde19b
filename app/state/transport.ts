// What moves the position: single steps, the ends, and running at a chosen speed. Pausing is simply asking no more.

import { CURSOR, type Stop } from '../../programs/stops/index.ts'
import type { Searched } from '../worker/protocol.ts'
import { preferences, SPEEDS } from './preferences.ts'
import { lastPosition, moveTo, session } from './session.ts'
import { onceLoaded, search } from './worker-sync.ts'

const get = session.getState
const set = session.setState

/** Why a command cannot be done now, or null where it can. */
export type TransportRefusal = 'at-start' | 'at-end' | 'at-old-end' | 'no-history' | 'not-running' | 'predicting'

/** The position in sight. */
const here = (): number => get().view?.position ?? 0

/** Whether the position is the last one there can be. */
function atEnd(): boolean {
  const { view } = get()
  return view === null || view.position >= lastPosition(get())
}

/** Whether no text has been good yet: what is shown then is row 0 alone. */
const hasNone = (): boolean => get().view === null || get().facts === null

/** Why going forward is impossible. */
export function forwardRefusal(): TransportRefusal | null {
  if (hasNone()) return 'no-history'
  if (get().predicting !== null && get().view?.ending === null) return 'predicting'
  if (heading() < lastPosition(get())) return null
  return get().oldSince !== null && get().view?.ending === null ? 'at-old-end' : 'at-end'
}

/** Why there is no single step forwards: where the next one is to be said, it leads to the question. */
export function stepRefusal(): TransportRefusal | null {
  const refusal = forwardRefusal()
  return refusal === 'predicting' ? null : refusal
}

/** Where the next step is asked for. */
export const QUESTION_ID = 'prediction'

/** Why going backward is impossible. */
export function backwardRefusal(): TransportRefusal | null {
  if (hasNone()) return 'no-history'
  return heading() === 0 ? 'at-start' : null
}

/** Why there is nothing to pause. */
export const pauseRefusal = (): TransportRefusal | null => (get().going === null ? 'not-running' : null)

/** Whatever moves the position has a turn; one that is no longer on keeps its hands off. */
let turns = 0
let frame = 0

/** Ends whatever moves the position, where it is; returns the number of a new turn. */
function takeTurn(): number {
  cancelAnimationFrame(frame)
  if (get().going !== null) set({ going: null, wanted: here() })
  return ++turns
}

/** Pauses. A search, or a run to the end, then stays where it has come. */
export function pause(): void {
  const { going } = get()
  if (going === 'search' || going === 'end') set({ going: null })
  else takeTurn()
}

/** Where the position is or is on its way to: quick presses add up, however far the view has come. */
export function heading(): number {
  const { wanted, going } = get()
  return Math.min(Number.isFinite(wanted) && going === null ? wanted : here(), lastPosition(get()))
}

/** Does what depends on the text once the engine has the newest, unless something else has begun meanwhile. */
function withNewest(begin: (turn: number) => void): void {
  const turn = takeTurn()
  onceLoaded(() => {
    if (turn === turns) begin(turn)
  })
}

/** One step forwards or backwards. */
export function step(by: 1 | -1): void {
  takeTurn()
  const { predicting } = get()
  if (by === 1 && predicting !== null && heading() >= predicting.until) {
    document.querySelector<HTMLElement>(`#${QUESTION_ID} :is(input, button)`)?.focus()
    return
  }
  moveTo(heading() + by)
}

export function toStart(): void {
  goTo(0)
}

/** To a position that the reader points at; whatever moves the position by itself ends. */
export function goTo(position: number): void {
  takeTurn()
  moveTo(position)
}

/** To the last position: at once where it is known, else running until the end or Pause. */
export function toEnd(): void {
  withNewest(() => {
    const { view, oldSince, predicting } = get()
    if (view === null) return
    if (view.ending !== null || oldSince !== null || predicting !== null) moveTo(view.known)
    else set({ going: 'end', wanted: Number.POSITIVE_INFINITY })
  })
}

/** Numbers the searches, so that the worker knows a new one from one that goes on. */
let searches = 0

/** Looks for stops from a position, piece by piece, until it is over or `goOn` says no. */
async function seek(
  direction: 1 | -1,
  from: number,
  stops: readonly Stop[],
  goOn: (reached: number) => boolean,
): Promise<Searched> {
  let id = ++searches
  for (;;) {
    const answer = await search(id, direction, from, stops)
    // A worker that was replaced begins anew.
    if (answer === null) id = ++searches
    else if (answer.done) return answer
    if (!goOn(answer?.reached ?? from)) return answer ?? { done: false, found: null, stop: null, reached: from }
  }
}

/** Goes on to the next stop forwards or backwards; without one, to the end or the start. */
async function goToStop(direction: 1 | -1, stops: readonly Stop[], turn: number): Promise<void> {
  const from = heading()
  const { version } = get()
  set({ going: 'search', searched: from })
  const answer = await seek(direction, from, stops, reached => {
    if (get().going !== 'search' || turn !== turns) return false
    set({ searched: reached })
    return true
  })
  if (turn !== turns || get().version !== version) return
  const paused = get().going !== 'search'
  set({ going: null })
  if (answer.found !== null) stopAt(answer, stops)
  else if (answer.done) moveTo(direction === 1 ? answer.reached : 0)
  else if (paused && direction === 1) moveTo(answer.reached)
}

/** Moves to where a search ended, and keeps what it was that stopped there. */
function stopAt({ found, stop }: Searched, stops: readonly Stop[]): void {
  moveTo(found!)
  const met = stops.find(({ id }) => id === stop)
  set({ stopped: met === undefined ? null : { position: found!, stop: met } })
}

/** To the next breakpoint or watchpoint; without one to the end. */
export function continueForward(): void {
  if (forwardRefusal() !== null) return
  const { stops } = get()
  if (stops.some(({ enabled }) => enabled)) withNewest(turn => void goToStop(1, get().stops, turn))
  else toEnd()
}

/** To the last breakpoint or watchpoint before here; without one to the start. */
export function continueBackward(): void {
  if (backwardRefusal() !== null) return
  withNewest(turn => void goToStop(-1, get().stops, turn))
}

/** To where the instruction on the cursor's line is the next. */
export function runToCursor(): void {
  if (forwardRefusal() !== null) return
  withNewest(turn => {
    void goToStop(1, [{ id: CURSOR, line: get().cursor, condition: '', hits: null, enabled: true }], turn)
  })
}

/** Runs at the speed chosen, until the next stop, the end or Pause. */
export function runToStop(): void {
  if (forwardRefusal() === null && get().going !== 'run') withNewest(runFromHere)
}

function runFromHere(turn: number): void {
  const speed = (): number => SPEEDS[preferences.getState().speed] ?? 1
  const { stops } = get()
  const watched = stops.some(({ enabled }) => enabled)
  if (speed() === Number.POSITIVE_INFINITY) {
    if (watched) void goToStop(1, stops, turn)
    else toEnd()
    return
  }
  const from = heading()
  /** How far it is known that nothing stops, and where something does. */
  let clear = watched ? from : Number.POSITIVE_INFINITY
  let stop = Number.POSITIVE_INFINITY
  let searched: Searched | null = null
  if (watched) {
    void seek(1, from, stops, reached => {
      clear = reached
      return turn === turns && get().going === 'run'
    }).then(answer => {
      searched = answer
      if (answer.found !== null) stop = answer.found
      clear = Number.POSITIVE_INFINITY
    })
  }
  let last = performance.now()
  let owed = 1
  const tick = (now: number): void => {
    if (get().going !== 'run' || turn !== turns) return
    if (speed() === Number.POSITIVE_INFINITY) {
      takeTurn()
      runToStop()
      return
    }
    // A tab that slept owes no steps, and no frame owes more than a second's.
    owed = Math.min(owed + ((now - last) / 1000) * speed(), Math.max(speed(), 1))
    const at = get().wanted
    const to = Math.min(at + Math.floor(owed), stop, clear)
    if (to > at) {
      owed -= to - at
      moveTo(to)
    }
    if (here() >= stop || atEnd()) {
      takeTurn()
      if (searched !== null && here() === stop) stopAt(searched, stops)
      return
    }
    last = now
    frame = requestAnimationFrame(tick)
  }
  set({ going: 'run', wanted: from })
  frame = requestAnimationFrame(tick)
}

// Where the end turns up while running towards it, the run is over. A search ends by its own answer: it may look
// backwards from the end.
session.subscribe(({ going, view, wanted }) => {
  if ((going === 'run' || going === 'end') && view !== null && view.ending !== null && wanted >= view.ending.steps) {
    if (view.position === view.ending.steps) {
      cancelAnimationFrame(frame)
      set({ going: null, wanted: view.ending.steps })
    }
  }
})
