// Parts as the plain text of a table's field: as in a sentence, but that a field needs no marks around its code.
import { type Parts, partText } from '../../instructions/index.ts'

/** The text of a field. */
export const fieldText = (parts: Parts): string =>
  parts.map(part => (part.kind === 'code' ? part.text : partText(part))).join('')
