// The language's service as the worker offers it: every function answers for one assembly, in plain values.
import type { Assembly, OperandNode, Range } from '../../assembler/index.ts'
import {
  complete,
  definition,
  findAt,
  fixesAt,
  folding,
  formatEdits,
  highlights,
  hover,
  outline,
  type Position,
  prepareRename,
  references,
  rename,
  signature,
} from '../../assembler/service/index.ts'
import {
  cell,
  cellName,
  code,
  parts,
  perLanguage,
  REGISTERS,
  type Sentence,
} from '../../emulator/instructions/index.ts'
import type { LineValue } from './line-values.ts'

/** What can be asked of a text. The first argument is the worker's own. */
export const LANGUAGE = {
  complete,
  definition,
  references,
  highlights,
  prepareRename,
  rename,
  outline,
  folding,
  signature,
  fixesAt: (assembly: Assembly, range: Range) => fixesAt(assembly, range),
  /** All edits that format the text. */
  format: (_assembly: Assembly, text: string) => formatEdits(text),
  /** What stands at a place, and what it holds by the values beside its line. */
  hover(assembly: Assembly, position: Position, values: readonly LineValue[]) {
    const found = findAt(assembly, position)
    if (found?.kind !== 'operand') return hover(assembly, position)
    const source = assembly.syntax.lineText(found.line).slice(found.column - 1, found.endColumn - 1)
    return hover(assembly, position, valueHere(assembly, found.node, source, values))
  },
} as const

type Service = typeof LANGUAGE
export type LanguageQuestion = keyof Service
export type LanguageArguments<Name extends LanguageQuestion> =
  Parameters<Service[Name]> extends [Assembly, ...infer Rest] ? Rest : never
export type LanguageAnswer<Name extends LanguageQuestion> = ReturnType<Service[Name]>

/** How a page asks: of the newest text, asynchronously; null where no answer came (the worker was replaced). */
export type AskLanguage = <Name extends LanguageQuestion>(
  name: Name,
  ...args: LanguageArguments<Name>
) => Promise<LanguageAnswer<Name> | null>

/** The cell that an operand names, before its brackets lead anywhere; null where it names none. */
function addressOf({ symbols }: Assembly, { kind, value, name, marker }: OperandNode): number | null {
  if (marker === 'immediate') return null
  if (kind === 'register' || kind === 'number') return value
  if (kind !== 'name') return null
  const constant = symbols.find(symbol => symbol.kind === 'constant' && symbol.name === name)
  return constant?.literal?.value ?? null
}

/** What `operand` holds, by the values beside its line: `[r1]` → cell 15 = 1. Null where they don't tell. */
export function valueHere(
  assembly: Assembly,
  operand: OperandNode,
  source: string,
  values: readonly LineValue[],
): Sentence | null {
  const address = addressOf(assembly, operand)
  if (address === null) return null
  const heldIn = (at: number): string | undefined => values.find(({ name }) => name === cellName(at))?.value
  const held = heldIn(address)
  if (held === undefined) return null
  const value = operand.marker === 'brackets' && held !== '?' ? heldIn(Number(held)) : undefined
  if (value === undefined) return is(address, held)
  const to = is(Number(held), value)
  const pointer = code(source)
  return { en: parts`${pointer} → ${to.en}`, zh: parts`${pointer} → ${to.zh}` }
}

/** What a cell holds: registers by their name, other cells by their number. */
function is(address: number, value: string): Sentence {
  if (address < REGISTERS) return perLanguage(() => parts`${cell(address)} = ${value}`)
  return { en: parts`cell ${address} = ${value}`, zh: parts`${address} 号单元 = ${value}` }
}
