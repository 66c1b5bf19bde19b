// How the reader has arranged the views: borders moved, views put away, one enlarged or filling the page. Kept in the
// browser. Views are known by their names alone. No React.
import { createStore } from 'zustand/vanilla'
import { keep, kept } from './storage.ts'

export interface ViewArrangement {
  /** Shares of a split's room in per cent, by the split's name; of splits whose borders were moved. */
  readonly shares: Readonly<Record<string, readonly number[]>>
  /** Views put away. */
  readonly away: readonly string[]
  /** The view that has more room than the others, or all of it. */
  readonly large: { readonly view: string; readonly fills: boolean } | null
}

const KEY = 'toycpu.arrangement'
const PLAIN: ViewArrangement = { shares: {}, away: [], large: null }

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(name => typeof name === 'string')

/** What was kept, piece by piece: what makes no sense falls back. */
function load(): ViewArrangement {
  const { shares, away, large } = kept<Partial<ViewArrangement>>(KEY) ?? {}
  const sound = Object.entries(shares ?? {}).filter(
    ([, of]) => Array.isArray(of) && of.every(share => Number.isFinite(share) && share > 0),
  )
  return {
    shares: Object.fromEntries(sound),
    away: isNames(away) ? away : [],
    large: typeof large?.view === 'string' ? { view: large.view, fills: large.fills === true } : null,
  }
}

export const arrangement = createStore<ViewArrangement>(load)

function arrange(change: Partial<ViewArrangement>): void {
  arrangement.setState(change)
  keep(KEY, arrangement.getState())
}

/** Keeps where the borders of a split are; null puts them back. */
export function moveBorders(split: string, moved: readonly number[] | null): void {
  const { [split]: _, ...others } = arrangement.getState().shares
  arrange({ shares: moved === null ? others : { ...others, [split]: moved } })
}

/** Gives a view more room, or all of it; again gives it back. */
export function enlarge(view: string, fills: boolean): void {
  const { large, away } = arrangement.getState()
  const isSo = large?.view === view && large.fills === fills
  arrange({ large: isSo ? null : { view, fills }, away: away.filter(each => each !== view) })
}

/** Puts a view away, or brings it back. */
export function putAway(view: string, isAway: boolean): void {
  const { away, large } = arrangement.getState()
  const others = away.filter(each => each !== view)
  arrange({ away: isAway ? [...others, view] : others, large: isAway && large?.view === view ? null : large })
}

/** Everything as it was at first. */
export const arrangePlainly = (): void => arrange(PLAIN)
