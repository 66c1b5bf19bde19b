// The editor's words: its own in both languages, and those of its engine, which must be there before the engine is loaded.
import { type Language, type Parts, partText, type Text } from '../../emulator/instructions/index.ts'

/** The accessible name of the text box. */
export const SOURCE: Text = { en: 'Source', zh: '源代码' }

/** Said after Escape, when Tab has its way out. */
export const LEAVING: Text = {
  en: 'Press Tab to leave the editor.',
  zh: '现在按 Tab 键可离开编辑器。',
}

const ENGINE_WORDS: Readonly<Record<Language, () => Promise<unknown>>> = {
  // They are built in.
  en: () => Promise.resolve(),
  zh: () => import('monaco-editor/nls/lang/zh-cn'),
}

/** Loads the words of the editor's engine. They stay what they are until the page is loaded again. */
export async function loadEngineWords(language: Language): Promise<void> {
  await ENGINE_WORDS[language]()
}

/** A sentence for the parts of the engine that show text as it is: code stands in it without backquotes. */
export const plainly = (sentence: Parts): string =>
  sentence.map(part => (part.kind === 'code' ? part.text : partText(part))).join('')
