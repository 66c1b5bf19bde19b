// The reader's language, picked out of words or of a sentence's parts.
import type { Language } from '../../emulator/instructions/index.ts'
import { usePreference } from '../state/react.ts'

/** Picks the reader's language out of words, or of a sentence's parts. */
export function useText(): <T>(text: Readonly<Record<Language, T>>) => T {
  const language = usePreference(state => state.language)
  return text => text[language]
}
