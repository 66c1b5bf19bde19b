// The heights of a row and of the head, as the style sheets have them at this size of the page.
import { type RefObject, useLayoutEffect, useState } from 'react'

/** In px, with the rules above and below the table counted to the head. */
export function useLengths(scroller: RefObject<HTMLElement | null>): { row: number; head: number } {
  const [lengths, setLengths] = useState({ row: 21, head: 32 })
  useLayoutEffect(() => {
    const box = scroller.current!
    const measure = (): void => {
      const row = Number.parseFloat(getComputedStyle(box).getPropertyValue('--row')) || 21
      const head = (box.querySelector('thead')?.getBoundingClientRect().height ?? 28) + 2
      setLengths(now => (now.row === row && now.head === head ? now : { row, head }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [scroller])
  return lengths
}
