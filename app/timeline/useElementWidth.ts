// The width of an element, kept up with.
import { type RefObject, useLayoutEffect, useState } from 'react'

/** In px; 0 before the first layout. */
export function useElementWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(entries => setWidth(entries.at(-1)!.contentRect.width))
    observer.observe(element.current!)
    return () => observer.disconnect()
  }, [element])
  return width
}
