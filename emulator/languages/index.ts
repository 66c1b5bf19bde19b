// The readers' languages: the one list, and what differs between them in writing. Words stand beside the thing they name,
// one of each language: what lacks one does not compile.

/** The languages, in the order in which they are offered; the first is the one for whoever reads none of them. */
export const LANGUAGES = ['en', 'zh'] as const

/** A reader's language. */
export type Language = (typeof LANGUAGES)[number]

/** The same words in every language. In them, cells stand as `x15` and registers as `r1`; views may set the number lower. */
export type Text = Readonly<Record<Language, string>>

/** What each language calls itself, and what `lang` says in a document. */
export const LANGUAGE_NAMES: Readonly<Record<Language, { readonly name: string; readonly tag: string }>> = {
  en: { name: 'English', tag: 'en' },
  zh: { name: '中文', tag: 'zh-Hans' },
}

/** One value for every language, by the list of languages. */
export function perLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return Object.fromEntries(LANGUAGES.map(language => [language, make(language)])) as Record<Language, T>
}

/** The language that a tag or a locale names: `zh-Hant-TW`, `en_US.UTF-8`; the first where it is none of ours. */
export const languageOf = (tag: string): Language =>
  LANGUAGES.find(language => tag.toLowerCase().startsWith(language)) ?? LANGUAGES[0]

/** What stands between two sentences, or two lines of one that is run on. */
export const SPACE_BETWEEN: Text = { en: ' ', zh: '' }

/** What stands after a heading on the same line. */
export const COLON_AFTER: Text = { en: ': ', zh: '：' }

/** What stands between the items of a list. */
export const COMMA_BETWEEN: Text = { en: ', ', zh: '、' }
