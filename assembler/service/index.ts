// The language service: everything an editor asks of the language, in plain values with no editor in it. Positions are
// 1-based, columns in UTF-16 code units, as in diagnostics.
export { type Completion, type CompletionKind, complete } from './completion.ts'
export { type Hover, hover } from './hover.ts'
export { markdown, paragraphs } from './markdown.ts'
export {
  definition,
  type Highlight,
  highlights,
  type OutlineItem,
  outline,
  prepareRename,
  type RenameRefusal,
  references,
  rename,
} from './names.ts'
export { type Found, findAt, operandAt, type Position } from './place.ts'
export {
  foundEntries,
  REFERENCE_GROUPS,
  type ReferenceEntry,
  type ReferenceGroup,
  referenceEntries,
} from './reference.ts'
export {
  type FoldedLines,
  fixesAt,
  folding,
  formatEdits,
  type OfferedFix,
  type Signature,
  signature,
} from './structure.ts'
