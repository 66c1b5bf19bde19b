// The chrome's words, by typed keys, in the reader's language.
import i18next, { type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../emulator/instructions/index.ts'
import { preferences } from '../state/preferences.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** The languages' own names, and what `lang` says in the page's source. */
export const LANGUAGE_NAMES: Record<Language, { readonly name: string; readonly tag: string }> = {
  en: { name: 'English', tag: 'en' },
  zh: { name: '中文', tag: 'zh-Hans' },
}

const words: i18n = i18next.createInstance()
void words.use(initReactI18next).init({
  lng: preferences.getState().language,
  fallbackLng: 'en',
  supportedLngs: ['en', 'zh'],
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en }, zh: { translation: zh } },
})

preferences.subscribe(({ language }) => {
  if (words.language !== language) void words.changeLanguage(language)
})

export { words }

/** The words in the reader's language, anew when it changes. */
export const useWords = () => useTranslation('translation', { i18n: words }).t

export type Words = ReturnType<typeof useWords>
