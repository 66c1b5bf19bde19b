// What a reader has chosen for the page, kept in the browser: language, theme, speed, number format, table's columns.
import { createStore } from 'zustand/vanilla'
import { LANGUAGES, type Language, languageOf } from '../../emulator/instructions/index.ts'
import { keep, keepForTab, kept, keptForTab } from './storage.ts'

export const NUMBER_FORMATS = ['decimal', 'hexadecimal', 'binary', 'character'] as const
export type NumberFormat = (typeof NUMBER_FORMATS)[number]

/** Steps a second by the speed control's place; Infinity is as fast as it goes. */
export const SPEEDS = [1, 2, 4, 10, 30, 200, Number.POSITIVE_INFINITY] as const

export type Theme = 'light' | 'dark'

export interface Preferences {
  readonly language: Language
  /** Null: as the system has it. */
  readonly theme: Theme | null
  /** An index into SPEEDS. */
  readonly speed: number
  readonly numberFormat: NumberFormat
  readonly foldJumps: boolean
  /** Whether cells are called by the names that a program gives them. */
  readonly cellNames: boolean
  /** Large, for a projector. */
  readonly present: boolean
}

const KEY = 'toycpu.preferences'

/** The language of a link that was opened in this tab. */
const LINK_LANGUAGE = 'toycpu.language'

/** The language to begin with: `?lang=`, else the one chosen before, else a link's, else the browser's. */
function firstLanguage(chosen: unknown): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  const known = (tag: unknown): Language | undefined => LANGUAGES.find(language => language === tag)
  return known(asked) ?? known(chosen) ?? known(keptForTab(LINK_LANGUAGE)) ?? languageOf(navigator.language)
}

/** What was kept, piece by piece: anything that makes no sense any more falls back. */
function load(): Preferences {
  const before = kept<Partial<Preferences>>(KEY) ?? {}
  const { theme, speed, numberFormat, foldJumps, cellNames, present } = before
  return {
    language: firstLanguage(before.language),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    speed: typeof speed === 'number' && SPEEDS[speed] !== undefined ? speed : 2,
    numberFormat: NUMBER_FORMATS.find(format => format === numberFormat) ?? 'decimal',
    foldJumps: foldJumps === true,
    cellNames: cellNames !== false,
    present: present === true,
  }
}

export const preferences = createStore<Preferences>(load)

/** Changes a preference and keeps it. */
export function prefer(change: Partial<Preferences>): void {
  preferences.setState(change)
  keep(KEY, preferences.getState())
}

/** A link's language is spoken in this tab, unless one was chosen here, or is asked for in the address. */
export function speakAsLink(language: Language): void {
  keepForTab(LINK_LANGUAGE, language)
  preferences.setState({ language: firstLanguage(kept<Partial<Preferences>>(KEY)?.language) })
}

const darkSystem = matchMedia('(prefers-color-scheme: dark)')

/** The theme in force. */
export const themeOf = ({ theme }: Preferences): Theme => theme ?? (darkSystem.matches ? 'dark' : 'light')

/** Tells when the system's theme changes; returns how to stop. */
export function onSystemTheme(listener: () => void): () => void {
  darkSystem.addEventListener('change', listener)
  return () => darkSystem.removeEventListener('change', listener)
}
