// Hover in the editor: what stands under the cursor means, and first of all what it holds at the position.
import { paragraphs } from '../../../assembler/service/index.ts'
import type { monaco } from '../monaco.ts'
import { askAbout, surroundingsOf } from './context.ts'
import { positionOf, rangeOf } from './places.ts'

export const hover: monaco.languages.HoverProvider = {
  async provideHover(model, at) {
    const around = surroundingsOf(model)
    const told = await askAbout(model, 'hover', positionOf(at), around.valuesAt(at.lineNumber))
    return told === null
      ? null
      : { range: rangeOf(told.range), contents: [{ value: paragraphs(told.contents, around.language) }] }
  },
}
