// A window over very many rows of one height. Browsers cut an element off at some 33 million px, so the scrolled height
// is capped and then stands for the rows in proportion; the first row in sight is kept exactly.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const TALLEST = 8_000_000

export interface RowWindow {
  /** The first row in sight, and how many whole rows there is room for. */
  readonly first: number
  readonly room: number
  /** How tall the scrolled element is to be, in px. */
  readonly height: number
  /** Scrolls just as far as it takes to have that row in sight. */
  show(row: number): void
}

/**
 * Watches a scrolling element with `count` rows of `rowHeight` px below a head of `headHeight` px. The rows in sight
 * stand in a sticky element inside, so they are drawn row by row, never half.
 */
export function useWindow(
  element: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  headHeight: number,
): RowWindow {
  const [first, setFirst] = useState(0)
  const [viewport, setViewport] = useState(0)
  const room = Math.max(1, Math.floor((viewport - headHeight) / rowHeight))
  const most = Math.max(0, count - room)
  const span = Math.min(most * rowHeight, TALLEST)
  const ours = useRef(0)

  useLayoutEffect(() => {
    const box = element.current!
    const observer = new ResizeObserver(() => setViewport(box.clientHeight))
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])

  const go = useCallback(
    (row: number) => {
      const to = Math.min(Math.max(Math.round(row), 0), most)
      ours.current = most === 0 ? 0 : (to / most) * span
      setFirst(to)
      if (element.current === null) return
      element.current.scrollTop = ours.current
      // Where the element could not be scrolled so far, the row counts, not the pixels.
      ours.current = element.current.scrollTop
    },
    [element, most, span],
  )

  useEffect(() => {
    const box = element.current!
    const onScroll = (): void => {
      // What we set ourselves names its row exactly; only the reader's own scrolling is read back from the pixels.
      if (Math.abs(box.scrollTop - ours.current) < 1.5) return
      ours.current = box.scrollTop
      setFirst(span === 0 ? 0 : Math.round((box.scrollTop / span) * most))
    }
    const onWheel = (event: WheelEvent): void => {
      if (span < TALLEST || event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return
      // One pixel stands for many rows: the wheel moves by rows all the same.
      event.preventDefault()
      const rows = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY : event.deltaY / rowHeight
      go(firstNow.current + (Math.abs(rows) < 1 ? Math.sign(rows) : rows))
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    box.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      box.removeEventListener('scroll', onScroll)
      box.removeEventListener('wheel', onWheel)
    }
  }, [element, span, most, rowHeight, go])

  const shown = Math.min(first, most)
  const firstNow = useRef(shown)
  firstNow.current = shown
  const show = useCallback(
    (row: number) => {
      const top = firstNow.current
      if (row < top) go(row)
      else if (row > top + room - 1) go(row - room + 1)
    },
    [go, room],
  )
  // Scrolled to its end, exactly the span has gone by: else the last rows of a long history could not be reached.
  const height = span === 0 ? headHeight + room * rowHeight : span + viewport
  return { first: shown, room, height, show }
}
