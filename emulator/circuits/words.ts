// Words in both languages. Circuits import nothing, so the pair is named here; it has the shape of the machine's `Text`.

/** The same words in English and in Simplified Chinese. */
export interface ModuleWords {
  readonly en: string
  readonly zh: string
}
