// Beginning, answering and leaving a prediction: what moves `until`, and with it what the page shows.
import { isAsked, type Predicting, predictionFrom } from '../../state/predicting.ts'
import { session } from '../../state/session.ts'
import { goTo } from '../../state/transport.ts'

const get = session.getState
const set = session.setState

/** Hides what comes after the position and asks for it. */
export function beginPrediction(rows: Predicting['rows'] = null, from = get().view?.position ?? 0): void {
  goTo(from)
  set({ predicting: predictionFrom(get().program ?? '', from, rows) })
}

/** Shows all again. */
export const leavePrediction = (): void => set({ predicting: null })

/** From its first row on, with nothing counted. */
export function predictAgain(): void {
  const { predicting } = get()
  if (predicting !== null) beginPrediction(predicting.rows, predicting.from)
}

/** A wrong answer to the step after `until`. */
export function countWrong(): void {
  const { predicting } = get()
  if (predicting !== null) set({ predicting: { ...predicting, tries: predicting.tries + 1 } })
}

/** Shows the step that was asked and goes there: it was said right, or is shown. */
export function reveal(how: 'said' | 'shown'): void {
  const { predicting } = get()
  if (predicting === null) return
  const { until, atOnce, later, shown, tries } = predicting
  const counted = how === 'shown' ? { shown: shown + 1 } : tries === 0 ? { atOnce: atOnce + 1 } : { later: later + 1 }
  moveUntil({ ...predicting, ...counted }, until + 1)
}

/** Shows the next step where it is none of those asked. */
export function passOver(): void {
  const { predicting } = get()
  if (predicting !== null && !isAsked(predicting)) moveUntil(predicting, predicting.until + 1)
}

function moveUntil(predicting: Predicting, until: number): void {
  set({ predicting: { ...predicting, until, tries: 0 } })
  goTo(until)
}
