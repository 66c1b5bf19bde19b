// What the reader asks Why of: while it is open, the picked cell at the position, asked anew as these change. No React.
import { createStore } from 'zustand/vanilla'
import type { WhyAnswer } from '../worker/protocol.ts'
import { session } from './session.ts'
import { goTo } from './transport.ts'
import { askWhy } from './worker-sync.ts'

type Answered = Extract<WhyAnswer, { readonly done: true }>

interface Asked {
  readonly open: boolean
  readonly answer: Answered | null
  /** The share that has been gathered, while that takes a while. */
  readonly progress: number | null
  /** Positions that were left by going to an answer's places. */
  readonly trail: readonly { readonly position: number; readonly picked: number }[]
  /** Just opened, or gone on from: the next answer takes the focus. */
  readonly fresh: boolean
}

export const asked = createStore<Asked>(() => ({ open: false, answer: null, progress: null, trail: [], fresh: false }))

const get = asked.getState
const set = asked.setState
let turn = 0

/** Opens Why for the picked cell. */
export function openWhy(): void {
  set({ open: true, trail: [], fresh: true })
  void ask()
}

/** Whether the answer should take the focus: once after it has been opened. */
export function takeFocus(): boolean {
  const { fresh } = get()
  if (fresh) set({ fresh: false })
  return fresh
}

export function closeWhy(): void {
  turn++
  set({ open: false, answer: null, progress: null })
}

/** Goes to a step that an answer names, and to the cell that is meant there; `goBack` returns. */
export function goToNamed(step: number, address = session.getState().picked): void {
  const { view, picked } = session.getState()
  set({ trail: [...get().trail, { position: view?.position ?? 0, picked }], fresh: true })
  session.setState({ picked: address })
  goTo(step)
}

export function goBack(): void {
  const place = get().trail.at(-1)
  if (place === undefined) return
  set({ trail: get().trail.slice(0, -1), fresh: true })
  session.setState({ picked: place.picked })
  goTo(place.position)
}

/** Asks about the picked cell as it is in sight, until it is answered or something else is asked. */
async function ask(): Promise<void> {
  const mine = ++turn
  const { picked, view } = session.getState()
  if (view === null) return
  while (mine === turn) {
    const answer = await askWhy(picked, view.position)
    if (mine !== turn) return
    if (answer?.done === true) {
      set({ answer, progress: null })
      return
    }
    set({ progress: answer === null || answer.of === 0 ? 0 : answer.reached / answer.of })
  }
}

session.subscribe((now, before) => {
  if (!get().open || now.going !== null) return
  const moved = now.view?.position !== before.view?.position || now.view?.version !== before.view?.version
  if (moved || now.picked !== before.picked || before.going !== null) void ask()
})
