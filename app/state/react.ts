// How React reads the stores: by selector, and nothing else of React is in app/state.
import { useMemo, useSyncExternalStore } from 'react'
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

const NO_NAMES: ReadonlyMap<number, string> = new Map()

/** What the program calls its cells, by address; nothing where the reader wants numbers. */
export function useCellNames(): ReadonlyMap<number, string> {
  const list = useSession(({ facts }) => facts?.cellNames)
  const wanted = usePreference(({ cellNames }) => cellNames)
  return useMemo(
    () =>
      wanted && list !== undefined && list.length > 0
        ? new Map(list.map(({ address, name }) => [address, name]))
        : NO_NAMES,
    [list, wanted],
  )
}
