// Fixes in the editor: by the lightbulb and Ctrl+., and all full-width characters of a text in one go.
import type { Diagnostic, Fix } from '../../../assembler/index.ts'
import type { Text } from '../../../emulator/instructions/index.ts'
import { LANGUAGE_ID } from '../grammar.ts'
import { monaco } from '../monaco.ts'
import { assemblyOf, surroundingsOf } from './context.ts'

const QUICK_FIX = 'quickfix'

const rangeOf = ({ line, column, endLine, endColumn }: Fix['edits'][number] | Diagnostic): monaco.Range =>
  new monaco.Range(line, column, endLine, endColumn)

const editsOf = (fix: Fix): monaco.editor.IIdentifiedSingleEditOperation[] =>
  fix.edits.map(edit => ({ range: rangeOf(edit), text: edit.text }))

const isFullwidth = ({ code }: Diagnostic): boolean => code === 'fullwidth-character'

/** The fix that mends every full-width character of the text, where there is one: the first such problem has it. */
function fixForAllFullwidth(diagnostics: readonly Diagnostic[]): Fix | null {
  const fixes = diagnostics.find(isFullwidth)?.fixes ?? []
  return fixes[1] ?? fixes[0] ?? null
}

/** Offers the fixes of the problems at a place. */
export const fixes: monaco.languages.CodeActionProvider = {
  provideCodeActions(model, range, { markers, only }) {
    const nothing = { actions: [], dispose: () => undefined }
    if (only !== undefined && only !== QUICK_FIX) return nothing
    const { diagnostics } = assemblyOf(model)
    const { language } = surroundingsOf(model)
    const here = diagnostics.filter(diagnostic => monaco.Range.areIntersectingOrTouching(rangeOf(diagnostic), range))
    const action = (fix: Fix, isPreferred: boolean, of: Diagnostic): monaco.languages.CodeAction => ({
      title: fix.title[language],
      kind: QUICK_FIX,
      isPreferred,
      diagnostics: markers.filter(marker => rangeOf(of).equalsRange(marker)),
      edit: {
        edits: editsOf(fix).map(({ range, text }) => ({
          resource: model.uri,
          versionId: model.getVersionId(),
          textEdit: { range: monaco.Range.lift(range), text: text ?? '' },
        })),
      },
    })
    const actions = here.flatMap(of => of.fixes.map((fix, i) => action(fix, fix.safe && i === 0, of)))
    const all = here.some(isFullwidth) ? fixForAllFullwidth(diagnostics) : null
    const offered = here.some(({ fixes }) => all !== null && fixes.includes(all))
    const wide = here.find(isFullwidth)
    if (all !== null && wide !== undefined && !offered) actions.push(action(all, false, wide))
    return { ...nothing, actions }
  },
}

const FIX_FULLWIDTH: Text = { en: 'Fix all full-width characters', zh: '改正所有全角字符' }

/** The action that mends every full-width character, under its name in the reader's language. */
export const fixFullwidthAction = (language: keyof Text): monaco.editor.IActionDescriptor => ({
  id: `${LANGUAGE_ID}.fixFullwidth`,
  label: FIX_FULLWIDTH[language],
  contextMenuGroupId: '1_modification',
  run(editor) {
    const model = editor.getModel()
    const fix = model === null ? null : fixForAllFullwidth(assemblyOf(model).diagnostics)
    if (fix === null) return
    editor.pushUndoStop()
    editor.executeEdits(LANGUAGE_ID, editsOf(fix))
    editor.pushUndoStop()
  },
})
