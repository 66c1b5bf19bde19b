// How wide and tall the page is, in the three and two sizes that layout and roles know (not the window: `?embed` may be small).
import { type RefObject, useLayoutEffect, useState } from 'react'

export type Width = 'wide' | 'middle' | 'narrow'
export type Height = 'tall' | 'low'

export interface Size {
  readonly width: Width
  readonly height: Height
}

const sizeOf = (width: number, height: number): Size => ({
  width: width >= 1280 ? 'wide' : width >= 700 ? 'middle' : 'narrow',
  height: height >= 880 ? 'tall' : 'low',
})

/** The size of an element, kept up with. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(() => sizeOf(innerWidth, innerHeight))
  useLayoutEffect(() => {
    const observer = new ResizeObserver(entries => {
      const box = entries.at(-1)!.contentRect
      const next = sizeOf(box.width, box.height)
      setSize(now => (now.width === next.width && now.height === next.height ? now : next))
    })
    observer.observe(element.current!)
    return () => observer.disconnect()
  }, [element])
  return size
}
