// The chrome's words, by typed keys, in the reader's language.
import i18next, { type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from '../../emulator/instructions/index.ts'
import { preferences } from '../state/preferences.ts'
import { en } from './en.ts'
import { type LikeEnglish, zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

const WORDS: Record<Language, { readonly translation: LikeEnglish<typeof en> }> = {
  en: { translation: en },
  zh: { translation: zh },
}

const words: i18n = i18next.createInstance()
void words.use(initReactI18next).init({
  lng: preferences.getState().language,
  fallbackLng: LANGUAGES[0],
  supportedLngs: LANGUAGES,
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: WORDS,
})

preferences.subscribe(({ language }) => {
  if (words.language !== language) void words.changeLanguage(language)
})

export { words }

/** The words in the reader's language, anew when it changes. */
export const useWords = () => useTranslation('translation', { i18n: words }).t

export type Words = ReturnType<typeof useWords>
