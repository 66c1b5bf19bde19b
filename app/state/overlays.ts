// What lies over the page: the key help or the palette, one at a time.
import { createStore } from 'zustand/vanilla'

export type Overlay = 'keys' | 'palette' | null

export const overlay = createStore<{ readonly shown: Overlay }>(() => ({ shown: null }))

/** Shows the key help or the palette, or neither. */
export const showOverlay = (shown: Overlay): void => overlay.setState({ shown })
