// Where the views stand at each size of the page: which have a place of their own and which share one by tabs, and, once
// the reader has arranged them, how large each place is. Until then the style sheet says so. Plain values, no DOM.
import type { PanelId } from '../panels/index.ts'
import type { ViewArrangement } from '../state/arrangement.ts'
import type { PageLayout } from './useLayout.ts'

/** A place of one view, or the one that views share by tabs. */
export type Place = PanelId | 'tabs'

/** Places side by side or one above the other, with the shares that they have while nothing else is known. */
export interface Split {
  readonly name: string
  readonly axis: 'horizontal' | 'vertical'
  readonly of: readonly (readonly [Place | Split, number])[]
}

const split = (name: string, axis: Split['axis'], ...of: Split['of']): Split => ({ name, axis, of })

const SPLITS: Readonly<Record<PageLayout, Split | null>> = {
  whole: split(
    'whole',
    'horizontal',
    [split('left', 'vertical', ['editor', 42], ['memory', 42], ['problems', 16]), 30],
    [split('right', 'vertical', ['table', 56], ['circuit', 44]), 70],
  ),
  A: split('low', 'horizontal', ['editor', 23], ['table', 42], ['tabs', 35]),
  B: split('small', 'horizontal', ['table', 58], ['tabs', 42]),
  C: split('upright', 'vertical', [split('upper', 'horizontal', ['editor', 40], ['table', 60]), 42], ['tabs', 58]),
  D: null,
  E: null,
  F: null,
}

/** The views, in the order of tabs. */
export const VIEWS: readonly PanelId[] = ['editor', 'table', 'circuit', 'memory', 'problems']

export const isSplit = (part: Place | Split): part is Split => typeof part !== 'string'

/** All places in a part of a split. */
export const placesIn = (part: Place | Split): readonly Place[] =>
  isSplit(part) ? part.of.flatMap(([each]) => placesIn(each)) : [part]

/** In per cent of the room for views. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Places {
  /** Those that share a place, not put away. */
  readonly tabs: readonly PanelId[]
  /** Those that are to be seen, the tabs' among them. */
  readonly shown: readonly PanelId[]
  /** What is left of the split; null where there are no borders. */
  readonly split: Split | null
  /** Set where the reader has arranged something here; else the style sheet's own places hold. */
  readonly boxes: ReadonlyMap<Place, Box> | null
}

/** Where the views stand. At least one is always to be seen. */
export function placesOf(layout: PageLayout, { shares, away, large }: ViewArrangement): Places {
  const whole = SPLITS[layout]
  const alone = whole === null ? [] : placesIn(whole)
  const kept = VIEWS.filter(id => !away.includes(id))
  const shown: readonly PanelId[] = kept.length > 0 ? kept : ['table']
  const tabs = shown.filter(id => !alone.includes(id))
  if (whole === null) return { tabs, shown, split: null, boxes: null }
  const isThere = (place: Place): boolean => (place === 'tabs' ? tabs.length > 0 : shown.includes(place))
  const big: Place | null =
    large === null ? null : tabs.includes(large.view as PanelId) ? 'tabs' : (large.view as Place)
  if (large?.fills && big !== null && isThere(big)) {
    return {
      tabs,
      shown: shown.filter(id => (big === 'tabs' ? tabs.includes(id) : id === big)),
      split: null,
      boxes: new Map([[big, ALL]]),
    }
  }
  const left = without(whole, isThere, shares, big)
  const touched =
    left.isOther ||
    (large !== null && big !== null && isThere(big)) ||
    left.names.some(name => shares[name] !== undefined)
  const boxes = new Map<Place, Box>()
  if (touched && left.part !== null) fill(left.part, ALL, boxes)
  return {
    tabs,
    shown,
    split: left.part !== null && isSplit(left.part) ? left.part : null,
    boxes: touched ? boxes : null,
  }
}

const ALL: Box = { left: 0, top: 0, width: 100, height: 100 }
/** What an enlarged view has of the room, at least. */
const LARGE = 66

interface Left {
  readonly part: Place | Split | null
  /** Whether something is missing. */
  readonly isOther: boolean
  readonly names: readonly string[]
}

/** Under what name the shares of a split are kept: with fewer parts they are others. */
export const sharesKey = (split: string, parts: readonly (Place | Split)[]): string =>
  [split, ...parts.map(each => (isSplit(each) ? each.name : each))].join(' ')

/** What is left of a split without the places that are not there, with the shares that are wanted. */
function without(
  part: Place | Split,
  isThere: (place: Place) => boolean,
  shares: ViewArrangement['shares'],
  big: Place | null,
): Left {
  if (!isSplit(part)) return { part: isThere(part) ? part : null, isOther: !isThere(part), names: [] }
  const parts = part.of.map(([each, share]) => ({
    ...without(each, isThere, shares, big),
    share,
    isBig: big !== null && placesIn(each).includes(big),
  }))
  const remaining = parts.filter(each => each.part !== null)
  const key = sharesKey(
    part.name,
    remaining.map(each => each.part!),
  )
  const there = remaining.map((each, index) => ({ ...each, share: shares[key]?.[index] ?? each.share }))
  const names = [key, ...parts.flatMap(each => each.names)]
  const isOther = parts.some(each => each.isOther)
  if (there.length <= 1) return { part: there[0]?.part ?? null, isOther, names }
  const sum = there.reduce((total, { share }) => total + share, 0)
  const bigShare = there.find(({ isBig }) => isBig)
  const most = bigShare === undefined ? 0 : Math.max((bigShare.share / sum) * 100, LARGE)
  const of = there.map(({ part, share, isBig }) => {
    if (bigShare === undefined) return [part!, (share / sum) * 100] as const
    return [part!, isBig ? most : (share / (sum - bigShare.share)) * (100 - most)] as const
  })
  return { part: { ...part, of }, isOther, names }
}

function fill(part: Place | Split, box: Box, boxes: Map<Place, Box>): void {
  if (!isSplit(part)) {
    boxes.set(part, box)
    return
  }
  let at = 0
  for (const [each, share] of part.of) {
    fill(
      each,
      part.axis === 'horizontal'
        ? { ...box, left: box.left + (at / 100) * box.width, width: (share / 100) * box.width }
        : { ...box, top: box.top + (at / 100) * box.height, height: (share / 100) * box.height },
      boxes,
    )
    at += share
  }
}
