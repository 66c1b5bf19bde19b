// What the language's answers need beyond the text: how to ask for them, the reader's language, the values at the
// position, the problems.
import type { Diagnostic } from '../../../assembler/index.ts'
import { LANGUAGES, type Language } from '../../../emulator/instructions/index.ts'
import type { AskLanguage, LanguageAnswer, LanguageArguments, LanguageQuestion } from '../../worker/language.ts'
import type { LineValue } from '../../worker/line-values.ts'
import type { monaco } from '../monaco.ts'

/** What an editor knows of its text besides the text. */
export interface Surroundings {
  readonly language: Language
  readonly diagnostics: readonly Diagnostic[]
  /** Asks the service about the newest text. */
  readonly ask: AskLanguage
  /** The values at the position beside a line, as it is now; empty where there are none. */
  valuesAt(line: number): readonly LineValue[]
}

const surroundings = new WeakMap<monaco.editor.ITextModel, Surroundings>()

/** Says whose text a model is. */
export function surround(model: monaco.editor.ITextModel, by: Surroundings): void {
  surroundings.set(model, by)
}

const NONE: Surroundings = { language: LANGUAGES[0], diagnostics: [], ask: async () => null, valuesAt: () => [] }

export const surroundingsOf = (model: monaco.editor.ITextModel): Surroundings => surroundings.get(model) ?? NONE

/** Asks about a model's text as it is now. Null where no answer came, or only after the text had changed again. */
export async function askAbout<Name extends LanguageQuestion>(
  model: monaco.editor.ITextModel,
  name: Name,
  ...args: LanguageArguments<Name>
): Promise<LanguageAnswer<Name> | null> {
  const version = model.getVersionId()
  const answer = await surroundingsOf(model).ask(name, ...args)
  return !model.isDisposed() && model.getVersionId() === version ? answer : null
}
