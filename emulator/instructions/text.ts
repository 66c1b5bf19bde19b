// Words in both languages, beside the thing they name: a missing translation does not compile.

/** A reader's language. */
export type Language = 'en' | 'zh'

/** The languages, in the order in which they are offered. */
export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[]

/** The same words in every language. In them, cells stand as `x15` and registers as `r1`; views may set the number lower. */
export type Text = Readonly<Record<Language, string>>

/** Marks a branch that the types say is never taken; throwing here means a mistake of ours. */
export function absurd(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
