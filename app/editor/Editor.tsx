// How the editor is loaded: the words of its engine first, which stay what they are until the page is loaded again, then
// the engine.
import { type ComponentType, useEffect } from 'react'
import type { Language } from '../../emulator/instructions/index.ts'
import type { EditorProps } from './contract.ts'
import { loadEngineWords } from './words.ts'

/** Loads the editor, its engine in that language. */
export async function loadEditor(spoken: Language): Promise<{ readonly default: ComponentType<EditorProps> }> {
  await loadEngineWords(spoken)
  const { Surface } = await import('./Surface.tsx')
  function Editor(props: EditorProps) {
    const { language, onForeign } = props
    useEffect(() => onForeign(language !== spoken), [language, onForeign])
    return <Surface {...props} />
  }
  return { default: Editor }
}
