// A scrolling element as a window over very many rows of one height: the first row in sight is kept exactly.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { extentOf, rowAt, scrollFor, TALLEST, topFor } from './window.ts'

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
  const extent = useMemo(
    () => extentOf(count, rowHeight, headHeight, viewport),
    [count, rowHeight, headHeight, viewport],
  )
  const { room, most, span, height } = extent
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
      ours.current = scrollFor(extent, to)
      setFirst(to)
      if (element.current === null) return
      element.current.scrollTop = ours.current
      // Where the element could not be scrolled so far, the row counts, not the pixels.
      ours.current = element.current.scrollTop
    },
    [element, most, extent],
  )

  useEffect(() => {
    const box = element.current!
    const onScroll = (): void => {
      // What we set ourselves names its row exactly; only the reader's own scrolling is read back from the pixels.
      if (Math.abs(box.scrollTop - ours.current) < 1.5) return
      ours.current = box.scrollTop
      setFirst(rowAt(extent, box.scrollTop))
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
  }, [element, extent, span, rowHeight, go])

  const shown = Math.min(first, most)
  const firstNow = useRef(shown)
  firstNow.current = shown
  const show = useCallback(
    (row: number) => {
      const top = topFor(extent, firstNow.current, row)
      if (top !== firstNow.current) go(top)
    },
    [go, extent],
  )
  return { first: shown, room, height, show }
}
