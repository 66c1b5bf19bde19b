// Which rows of eight cells the memory shows: rows in use one by one, runs of blank ones folded into a line.

/** Rows shown one by one, or a folded run: both ends included. `top` and `height` are in px. */
export interface RowBlock {
  readonly kind: 'rows' | 'folded'
  readonly first: number
  readonly last: number
  readonly top: number
  readonly height: number
  /** Whether these rows are blank and were unfolded by the reader. */
  readonly unfolded: boolean
}

/**
 * Lays out the rows after the registers' (row 0). `used` are runs of rows in use (first, last, …); a folded run whose
 * first row is in `unfolded` is shown in full. A single blank row between used ones is not worth folding.
 */
export function rowBlocksOf(
  used: Int32Array,
  rowCount: number,
  unfolded: ReadonlySet<number>,
  rowHeight: number,
  foldHeight: number,
): readonly RowBlock[] {
  const blocks: RowBlock[] = []
  let top = 0
  const add = (kind: RowBlock['kind'], first: number, last: number, open: boolean): void => {
    const height = kind === 'rows' ? (last - first + 1) * rowHeight + (open ? foldHeight : 0) : foldHeight
    blocks.push({ kind, first, last, top, height, unfolded: open })
    top += height
  }
  const blank = (first: number, last: number): void => {
    if (first > last) return
    if (first === last && first !== rowCount - 1) add('rows', first, last, false)
    else if (unfolded.has(first)) add('rows', first, last, true)
    else add('folded', first, last, false)
  }
  let next = 1
  for (let i = 0; i < used.length; i += 2) {
    const first = Math.max(used[i]!, 1)
    const last = used[i + 1]!
    if (last < first) continue
    blank(next, first - 1)
    add('rows', first, last, false)
    next = last + 1
  }
  blank(next, rowCount - 1)
  return blocks
}
