// Hover in the editor: what stands under the cursor means, and first of all what it holds at the position.
import { paragraphs } from '../../../assembler/service/index.ts'
import type { monaco } from '../monaco.ts'
import { askAbout, surroundingsOf } from './context.ts'
import { monacoRange, positionOf } from './places.ts'

export const hoverProvider: monaco.languages.HoverProvider = {
  async provideHover(model, at) {
    const around = surroundingsOf(model)
    const told = await askAbout(model, 'hover', positionOf(at), around.valuesAt(at.lineNumber))
    return told === null
      ? null
      : { range: monacoRange(told.range), contents: [{ value: paragraphs(told.contents, around.language) }] }
  },
}
