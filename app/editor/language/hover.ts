// Hover in the editor: what stands under the cursor means, and first of all what it holds at the position.
import { findAt, hover as tell } from '../../../assembler/service/index.ts'
import type { monaco } from '../monaco.ts'
import { assemblyOf, surroundingsOf } from './context.ts'
import { positionOf, rangeOf } from './places.ts'
import { valueHere } from './value-here.ts'

export const hover: monaco.languages.HoverProvider = {
  provideHover(model, at) {
    const assembly = assemblyOf(model)
    const position = positionOf(at)
    const around = surroundingsOf(model)
    const found = findAt(assembly, position)
    const value =
      found?.kind === 'operand'
        ? valueHere(
            assembly,
            found.node,
            assembly.syntax.lineText(found.line).slice(found.column - 1, found.endColumn - 1),
            around.valuesAt(found.line),
          )
        : null
    const told = tell(assembly, position, value)
    return told === null ? null : { range: rangeOf(told.range), contents: [{ value: told.contents[around.language] }] }
  },
}
