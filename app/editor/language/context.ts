// What the language's answers need beyond the text: its assembly, made when first asked for, the reader's language, and
// the values at the position.
import { type Assembly, assemble } from '../../../assembler/index.ts'
import type { Language } from '../../../emulator/instructions/index.ts'
import type { LineValue } from '../contract.ts'
import type { monaco } from '../monaco.ts'

/** What an editor knows of its text besides the text. */
export interface Surroundings {
  readonly language: Language
  /** The values at the position beside a line, as it is now; empty where there are none. */
  valuesAt(line: number): readonly LineValue[]
}

const surroundings = new WeakMap<monaco.editor.ITextModel, Surroundings>()

/** Says whose text a model is. */
export function surround(model: monaco.editor.ITextModel, by: Surroundings): void {
  surroundings.set(model, by)
}

const NONE: Surroundings = { language: 'en', valuesAt: () => [] }

export const surroundingsOf = (model: monaco.editor.ITextModel): Surroundings => surroundings.get(model) ?? NONE

const assemblies = new WeakMap<monaco.editor.ITextModel, { readonly version: number; readonly assembly: Assembly }>()

/** The assembly of a model's text as it is now. */
export function assemblyOf(model: monaco.editor.ITextModel): Assembly {
  const version = model.getVersionId()
  const known = assemblies.get(model)
  if (known?.version === version) return known.assembly
  const assembly = assemble(model.getValue())
  assemblies.set(model, { version, assembly })
  return assembly
}
