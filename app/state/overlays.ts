// What lies over the page: the key help or the palette, one at a time; where the focus was before is where it goes back.
import { createStore } from 'zustand/vanilla'

export type Overlay = 'keys' | 'palette' | null

export const overlay = createStore<{ readonly shown: Overlay }>(() => ({ shown: null }))

let before: Element | null = null

/** Shows the key help or the palette, or neither. */
export function showOverlay(shown: Overlay): void {
  if (overlay.getState().shown === null) before = document.activeElement
  overlay.setState({ shown })
  // Once the overlay is gone, and with it its hold on the focus.
  if (shown === null && before instanceof HTMLElement) setTimeout(focus, 0, before)
}

const focus = (element: HTMLElement): void => element.focus()
