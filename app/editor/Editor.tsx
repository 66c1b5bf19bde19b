// The editor as the page has it: waits for the words of its engine, then for the engine, and shows it.
import { use, useEffect } from 'react'
import type { Language } from '../../emulator/instructions/index.ts'
import type { EditorProps } from './contract.ts'
import { loadEngineWords } from './words.ts'

let loading: Promise<typeof import('./Surface.tsx')> | undefined
/** The language of the engine's own words. */
let spoken: Language | undefined

/** Loads the engine once, its words first. A failure is forgotten, so that another try can succeed. */
function load(language: Language) {
  spoken ??= language
  loading ??= loadEngineWords(language)
    .then(() => import('./Surface.tsx'))
    .catch((error: unknown) => {
      loading = undefined
      spoken = undefined
      throw error
    })
  return loading
}

export default function Editor(props: EditorProps) {
  const { Surface } = use(load(props.language))
  const { language, onForeign } = props
  useEffect(() => onForeign(language !== spoken), [language, onForeign])
  return <Surface {...props} />
}
