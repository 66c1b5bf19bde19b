// What lies over the page: key help, palette, sharing or documents, one at a time; where the focus was before is where it goes back.
import { createStore } from 'zustand/vanilla'

export type Overlay = 'keys' | 'palette' | 'share' | 'documents' | 'reference' | null

export const overlay = createStore<{ readonly shown: Overlay }>(() => ({ shown: null }))

let before: Element | null = null

/** Shows one of them, or none. */
export function showOverlay(shown: Overlay): void {
  if (overlay.getState().shown === null) before = document.activeElement
  overlay.setState({ shown })
  // Once the overlay is gone, and with it its hold on the focus.
  if (shown === null && before instanceof HTMLElement) setTimeout(focus, 0, before)
}

const focus = (element: HTMLElement): void => element.focus()
