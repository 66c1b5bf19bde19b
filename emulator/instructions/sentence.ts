// A sentence as a value of parts, in every language: what explanations, faults, messages and reasons are made of. Text,
// TeX, HTML, a page and speech are made from the parts, never by looking for names in finished words (history.md, 1).

import { type Language, perLanguage, type Text } from '../languages/index.ts'
import { cellName } from './limits.ts'

/**
 * A piece of a sentence. A `cell` shows its name where the program gives it one, else `r1` or `x15`; a `number` with
 * `result` is what the sentence is about, and is set so that it is not lost; `code` stands as it does in the source.
 * `constant` is the name that a number was written as; `unknown` one of a formula's, `x` 15, `v` 9 or a given name alone.
 */
export type Part =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'cell'; readonly address: number; readonly name: string | null }
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number; readonly result: boolean }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'constant'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string; readonly index: number | null }

/** A sentence or a piece of one in one language. */
export type Parts = readonly Part[]

/** The same sentence in every language. */
export type Sentence = Readonly<Record<Language, Parts>>

export const words = (text: string): Part => ({ kind: 'words', text })
export const code = (text: string): Part => ({ kind: 'code', text })
export const label = (name: string): Part => ({ kind: 'label', name })
export const constant = (name: string): Part => ({ kind: 'constant', name })
export const unknown = (name: string, index: number | null = null): Part => ({ kind: 'unknown', name, index })
export const cell = (address: number, name: string | null = null): Part => ({ kind: 'cell', address, name })
export const number = (value: number): Part => ({ kind: 'number', value, result: false })
/** The number that a sentence ends in: what came of the step. */
export const result = (value: number): Part => ({ kind: 'number', value, result: true })

/** What can stand in a hole of `parts`: a string is words of ours, never a name or a piece of the program. */
export type Hole = Part | Parts | string | number

/** Makes parts of a template: parts\`copies ${cell(15)} to ${cell(1)}\`. Neighbouring words become one part. */
export function parts(texts: TemplateStringsArray, ...holes: readonly Hole[]): Parts {
  const made: Part[] = []
  texts.forEach((text, index) => {
    made.push(words(text))
    const hole = holes[index]
    if (hole === undefined) return
    if (typeof hole === 'string') made.push(words(hole))
    else if (typeof hole === 'number') made.push(number(hole))
    else if ('kind' in hole) made.push(hole)
    else made.push(...hole)
  })
  return joinedWords(made)
}

/** The parts of several pieces with words between them. */
export function joined(pieces: readonly Parts[], between: string): Parts {
  return joinedWords(pieces.flatMap((piece, index) => (index === 0 ? piece : [words(between), ...piece])))
}

function joinedWords(all: Parts): Parts {
  const made: Part[] = []
  for (const part of all) {
    const last = made.at(-1)
    if (part.kind !== 'words') made.push(part)
    else if (last?.kind === 'words') made[made.length - 1] = words(last.text + part.text)
    else if (part.text !== '') made.push(part)
  }
  return made
}

/** A cell as it is written where people copy: its name, else `r1` or `x15`. */
export const cellText = ({ address, name }: { address: number; name: string | null }): string =>
  name ?? cellName(address)

/** A part as plain text; code stands between backquotes, doubled where it has some itself. */
export function partText(part: Part): string {
  switch (part.kind) {
    case 'cell':
      return cellText(part)
    case 'label':
    case 'constant':
      return part.name
    case 'unknown':
      return `${part.name}${part.index ?? ''}`
    case 'number':
      return `${part.value}`
    case 'code':
      return part.text.includes('`') ? `\`\` ${part.text} \`\`` : `\`${part.text}\``
    case 'words':
      return part.text
  }
}

/** Parts as plain text. */
export const plain = (all: Parts): string => all.map(partText).join('')

/** A sentence as plain text in every language. */
export const plainText = (sentence: Sentence): Text => perLanguage(language => plain(sentence[language]))

/** A sentence of words alone. */
export const sentenceOf = (text: Text): Sentence => perLanguage(language => [words(text[language])])
