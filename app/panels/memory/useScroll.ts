// How far the memory is scrolled, how much of it is in sight, and how tall its rows are at this size of the page.
import { type RefObject, useLayoutEffect, useState } from 'react'

/** In px; `top` counts from the first row after the registers'. */
export interface Scroll {
  readonly top: number
  readonly height: number
  readonly rowHeight: number
  /** The width that a row has. */
  readonly width: number
}

/** A row of cells, as against a folded run; the registers' is the first in the grid. */
const CELLS = '[role=row]:has([data-address])'

/** Kept up with scrolling and resizing. `rows` is the element that holds the rows after the registers'. */
export function useScroll(scroller: RefObject<HTMLElement | null>, rows: RefObject<HTMLElement | null>): Scroll {
  const [scroll, setScroll] = useState<Scroll>({ top: 0, height: 400, rowHeight: 50, width: 392 })
  useLayoutEffect(() => {
    const box = scroller.current!
    const measure = (): void => {
      // A screenful at a time is enough: the rows drawn reach a screenful further.
      const height = Math.max(box.clientHeight, 1)
      const top = Math.floor(Math.max(0, box.scrollTop - (rows.current?.offsetTop ?? 0)) / (height / 2)) * (height / 2)
      // Not the registers' row, which has a rule more.
      const row = rows.current?.querySelector(CELLS) ?? box.querySelector(CELLS)
      const rowHeight = row?.getBoundingClientRect().height ?? 50
      const width = row?.clientWidth ?? 392
      setScroll(now =>
        now.top === top && now.height === height && now.rowHeight === rowHeight && now.width === width
          ? now
          : { top, height, rowHeight, width },
      )
    }
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    // Where fewer cells have room side by side, rows are taller.
    const registers = box.querySelector(CELLS)
    if (registers !== null) observer.observe(registers)
    box.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', measure)
    }
  }, [scroller, rows])
  return scroll
}
