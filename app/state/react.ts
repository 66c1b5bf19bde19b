// How React reads the stores: by selector, and nothing else of React is in app/state.
import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { onSystemTheme, type Preferences, preferences, type Theme, themeOf } from './preferences.ts'
import { type Session, session } from './session.ts'

/** A piece of the session. */
export const useSession = <T>(selector: (state: Session) => T): T => useStore(session, selector)

/** A piece of the preferences. */
export const usePreference = <T>(selector: (state: Preferences) => T): T => useStore(preferences, selector)

/** The theme in force, the system's where the reader has not chosen. */
export function useTheme(): Theme {
  useSyncExternalStore(onSystemTheme, () => themeOf(preferences.getState()))
  return usePreference(themeOf)
}
