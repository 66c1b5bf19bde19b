// What moves the position: single steps, the ends, and running at a chosen speed. Pausing is simply asking no more.
import { preferences, SPEEDS } from './preferences.ts'
import { look, moveTo, session } from './session.ts'

const get = session.getState
const set = session.setState

/** Why a command cannot be done now, or null where it can. */
export type Refusal = 'at-start' | 'at-end' | 'no-history'

/** The position in sight. */
const here = (): number => get().view?.position ?? 0

/** Whether the position is the last one there can be. */
function atEnd(): boolean {
  const { view, oldSince } = get()
  if (view === null) return true
  const last = view.ending?.steps ?? (oldSince === null ? Number.POSITIVE_INFINITY : view.known)
  return view.position >= last
}

/** Why going forward is impossible. */
export function forwardRefusal(): Refusal | null {
  if (get().view === null) return 'no-history'
  return atEnd() ? 'at-end' : null
}

/** Why going backward is impossible. */
export function backwardRefusal(): Refusal | null {
  if (get().view === null) return 'no-history'
  return here() === 0 ? 'at-start' : null
}

/** Stops whatever moves the position, where it is. */
export function pause(): void {
  if (get().going === null) return
  cancelAnimationFrame(frame)
  set({ going: null, wanted: here() })
}

/** One step forwards or backwards. Quick presses add up, however far the view has come. */
export function step(by: 1 | -1): void {
  pause()
  const { wanted, view, oldSince } = get()
  const end = view?.ending?.steps ?? (oldSince === null ? Number.POSITIVE_INFINITY : (view?.known ?? 0))
  const from = Math.min(Number.isFinite(wanted) ? wanted : here(), end)
  moveTo(Math.min(from + by, end))
}

export function toStart(): void {
  pause()
  moveTo(0)
}

/** To the last position: at once where it is known, else running until the end or Pause. */
export function toEnd(): void {
  pause()
  const { view, oldSince } = get()
  if (view === null) return
  if (view.ending !== null || oldSince !== null) {
    moveTo(view.known)
  } else {
    set({ going: 'end', wanted: Number.POSITIVE_INFINITY })
    look()
  }
}

let frame = 0

/** Runs at the speed chosen, until the end or Pause. */
export function run(): void {
  if (forwardRefusal() !== null || get().going === 'run') return
  pause()
  set({ going: 'run' })
  let last = performance.now()
  let owed = 0
  const tick = (now: number): void => {
    if (get().going !== 'run') return
    const speed = SPEEDS[preferences.getState().speed] ?? 1
    if (atEnd()) {
      pause()
      return
    }
    if (speed === Number.POSITIVE_INFINITY) {
      if (get().wanted !== speed) {
        set({ wanted: speed })
        look()
      }
    } else {
      // A tab that slept owes no steps, and no frame owes more than a second's.
      owed = Math.min(owed + ((now - last) / 1000) * speed, speed)
      const whole = Math.floor(owed)
      owed -= whole
      if (whole > 0) moveTo(here() + whole)
      else if (!Number.isFinite(get().wanted)) moveTo(here())
    }
    last = now
    frame = requestAnimationFrame(tick)
  }
  step(1)
  set({ going: 'run' })
  frame = requestAnimationFrame(tick)
}

// Where the end turns up while running towards it, the run is over.
session.subscribe(({ going, view, wanted }) => {
  if (going !== null && view !== null && view.ending !== null && wanted >= view.ending.steps) {
    if (view.position === view.ending.steps) {
      cancelAnimationFrame(frame)
      set({ going: null, wanted: view.ending.steps })
    }
  }
})
