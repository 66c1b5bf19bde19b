// Marks that would stand on one another share a place on the ruler.

/** Signs at a position, the kinds of all that were merged there. */
export interface MergedSign<Kind extends string> {
  readonly at: number
  readonly kinds: readonly Kind[]
}

/** The room that a sign takes, in px. */
const SIGN = 13

/**
 * The places of marks on a ruler of `width` px that shows `length` positions: as many as stand clear of each other, each
 * at the first position that it stands for.
 */
export function merged<Kind extends string>(
  marks: readonly { readonly at: number; readonly kind: Kind }[],
  length: number,
  width: number,
): readonly MergedSign<Kind>[] {
  const places: MergedSign<Kind>[] = []
  const isClear = (a: MergedSign<Kind>, b: MergedSign<Kind>): boolean =>
    ((b.at - a.at) / Math.max(length, 1)) * width >= ((a.kinds.length + b.kinds.length) / 2) * SIGN
  for (const { at, kind } of [...marks].sort((a, b) => a.at - b.at)) {
    let here: MergedSign<Kind> = { at, kinds: [kind] }
    for (let before = places.at(-1); before !== undefined && !isClear(before, here); before = places.at(-1)) {
      places.pop()
      here = { at: before.at, kinds: [...new Set([...before.kinds, ...here.kinds])] }
    }
    places.push(here)
  }
  return places
}
