// Which of the layouts of docs/layouts.md the page's size calls for (not the window's: `?embed` may be small). The style
// sheets' container queries ask for the same sizes; here only what stands in tabs is decided.
import { type RefObject, useLayoutEffect, useState } from 'react'

/** A to F as in docs/layouts.md; `whole` has all views on screen together. */
export type PageLayout = 'whole' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

function layoutOf(width: number, height: number): PageLayout {
  if (width < 700) return height < 600 ? 'F' : 'D'
  if (height < 400) return 'E'
  if (width < 1280 && height >= 700 && height >= width) return 'C'
  if (height >= 700) return 'whole'
  return width < 1280 ? 'B' : 'A'
}

/** The layout for the size of an element, kept up with. */
export function useLayout(element: RefObject<HTMLElement | null>): PageLayout {
  const [layout, setLayout] = useState(() => layoutOf(innerWidth, innerHeight))
  useLayoutEffect(() => {
    const observer = new ResizeObserver(entries => {
      const box = entries.at(-1)!.contentRect
      setLayout(layoutOf(box.width, box.height))
    })
    observer.observe(element.current!)
    return () => observer.disconnect()
  }, [element])
  return layout
}
