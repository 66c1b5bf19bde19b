// Fixes in the editor: by the lightbulb and Ctrl+., and all full-width characters of a text in one go.
import type { Diagnostic, Fix } from '../../../assembler/index.ts'
import type { OfferedFix } from '../../../assembler/service/index.ts'
import type { Language, Text } from '../../../emulator/instructions/index.ts'
import { LANGUAGE_ID } from '../grammar.ts'
import type { monaco } from '../monaco.ts'
import { plainly } from '../words.ts'
import { askAbout, surroundingsOf } from './context.ts'
import { monacoRange, toRange, workspaceEdit } from './places.ts'

const QUICK_FIX = 'quickfix'

/** Whether two fixes make the same edits. */
const isSame = (one: Fix, other: Fix | undefined): boolean => JSON.stringify(one.edits) === JSON.stringify(other?.edits)

const isFullwidth = ({ code }: Diagnostic): boolean => code === 'fullwidth-character'

/** The fix that mends every full-width character of the text, where there is one: the first such problem has it last. */
const fixForAllFullwidth = (diagnostics: readonly Diagnostic[]): Fix | null =>
  diagnostics.find(isFullwidth)?.fixes.at(-1) ?? null

/** Offers the fixes of the problems at a place; beside any full-width character the one for them all. */
export const fixes: monaco.languages.CodeActionProvider = {
  async provideCodeActions(model, range, { markers, only }) {
    const dispose = (): void => undefined
    if (only !== undefined && only !== QUICK_FIX) return { actions: [], dispose }
    const { language, diagnostics } = surroundingsOf(model)
    const offered: OfferedFix[] = (await askAbout(model, 'fixesAt', toRange(range))) ?? []
    const wide = offered.find(({ diagnostic }) => isFullwidth(diagnostic))
    const all = fixForAllFullwidth(diagnostics)
    if (wide !== undefined && all !== null && !offered.some(({ fix }) => isSame(fix, all))) {
      offered.push({ fix: all, diagnostic: wide.diagnostic })
    }
    const actions = offered.map(({ fix, diagnostic }) => ({
      title: plainly(fix.title[language]),
      kind: QUICK_FIX,
      isPreferred: fix.safe && isSame(fix, diagnostic.fixes[0]),
      diagnostics: markers.filter(marker => monacoRange(diagnostic).equalsRange(marker)),
      edit: workspaceEdit(model, fix.edits),
    }))
    return { actions, dispose }
  },
}

const FIX_FULLWIDTH: Text = { en: 'Fix all full-width characters', zh: '改正所有全角字符' }

/** The action that mends every full-width character, under its name in the reader's language. */
export const fixFullwidthAction = (language: Language): monaco.editor.IActionDescriptor => ({
  id: `${LANGUAGE_ID}.fixFullwidth`,
  label: FIX_FULLWIDTH[language],
  contextMenuGroupId: '1_modification',
  run(editor) {
    const model = editor.getModel()
    const fix = model === null ? null : fixForAllFullwidth(surroundingsOf(model).diagnostics)
    if (fix === null) return
    editor.pushUndoStop()
    editor.executeEdits(
      LANGUAGE_ID,
      fix.edits.map(edit => ({ range: monacoRange(edit), text: edit.text })),
    )
    editor.pushUndoStop()
  },
})
