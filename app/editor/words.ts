// The editor's words: its own in both languages, and those of its engine, which must be there before the engine is loaded.
import { type Language, type Parts, partText, type Text } from '../../emulator/instructions/index.ts'

/** The accessible name of the text box. */
export const SOURCE: Text = { en: 'Source', zh: '源代码' }

/** Said after Escape, when Tab has its way out. */
export const LEAVING: Text = {
  en: 'Press Tab to leave the editor.',
  zh: '现在按 Tab 键可离开编辑器。',
}

/** Loads the words of the editor's engine; English ones are built in. They stay what they are until the page is loaded again. */
export async function loadEngineWords(language: Language): Promise<void> {
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn')
}

/** A sentence for the parts of the engine that show text as it is: code stands in it without backquotes. */
export const plainly = (sentence: Parts): string =>
  sentence.map(part => (part.kind === 'code' ? part.text : partText(part))).join('')
