// What a text's shape tells an editor: comment blocks to fold, the operand being written, the fixes at a place, and
// the edits that format it.
import { instructionOf, type Language, type Parts, perLanguage, words } from '../../emulator/instructions/index.ts'
import type { Assembly } from '../assemble.ts'
import type { Diagnostic, Fix, Range, SourceEdit } from '../diagnostics/index.ts'
import { format } from '../format.ts'
import { directiveOf } from '../semantics/directives.ts'
import { type Position, slotAt } from './place.ts'
import { ROLE_WORDS } from './words.ts'

/** Lines that can be folded into their first, both included. */
export interface FoldedLines {
  readonly line: number
  readonly endLine: number
}

/** Blocks of two and more lines that are nothing but comments. */
export function folding({ syntax }: Assembly): FoldedLines[] {
  const folded: FoldedLines[] = []
  let first = 0
  for (let line = 1; line <= syntax.lineCount + 1; line++) {
    const { comment, statement, labels } = syntax.line(line)
    const only = line <= syntax.lineCount && comment !== null && statement === null && labels.length === 0
    if (only && first === 0) first = line
    if (only || first === 0) continue
    if (line - first > 1) folded.push({ line: first, endLine: line - 1 })
    first = 0
  }
  return folded
}

/** How a statement is written, in one language. */
export interface WrittenSignature {
  readonly label: string
  readonly documentation: Parts
  /** Each operand's piece of the label, from 0, the end exclusive. */
  readonly parameters: readonly { readonly start: number; readonly end: number; readonly documentation: Parts }[]
}

/** How the statement at a place is written, and which of its operands is being written. */
export interface Signature {
  readonly written: Readonly<Record<Language, WrittenSignature>>
  readonly active: number
}

/** What stands in a usage for what is to be put there. */
const PLACEHOLDERS = /[A-Z]+|\p{Script=Han}+/gu

/** Help for the operand at a place, null outside operands. */
export function signature({ syntax }: Assembly, { line, column }: Position): Signature | null {
  const { statement, comment } = syntax.line(line)
  if (statement === null || column <= statement.nameEndColumn || (comment !== null && column > comment.column))
    return null
  const slot = slotAt(syntax.lineText(line), statement, column)
  if (statement.kind === 'instruction') {
    const { mnemonic } = statement
    if (mnemonic === null) return null
    const { operands, summary } = instructionOf(mnemonic)
    const letters = operands.length === 1 ? ['t'] : ['a', 'b']
    const written = perLanguage(language => ({
      label: `${mnemonic} ${letters.join(', ')}`,
      documentation: [words(summary[language])],
      parameters: operands.map((role, at) => {
        const start = mnemonic.length + 1 + at * 3
        return { start, end: start + 1, documentation: ROLE_WORDS[role][language] }
      }),
    }))
    return { written, active: Math.min(slot, operands.length - 1) }
  }
  if (statement.directive === null) return null
  const { usage, summary, form } = directiveOf(statement.directive)
  const written = perLanguage(language => {
    const documentation = [words(summary[language])]
    const parameters = [...usage[language].matchAll(PLACEHOLDERS)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      documentation,
    }))
    return { label: usage[language], documentation, parameters }
  })
  const active = form === 'cells' ? slot + 1 : slot
  return { written, active: Math.min(active, written.en.parameters.length - 1) }
}

/** A fix offered at a place, with the problem it mends. */
export interface OfferedFix {
  readonly fix: Fix
  readonly diagnostic: Diagnostic
}

/** The fixes of all problems that touch a range, safe ones first. */
export function fixesAt({ diagnostics }: Assembly, range: Range): OfferedFix[] {
  const offered = diagnostics
    .filter(
      found =>
        (found.line < range.endLine || (found.line === range.endLine && found.column <= range.endColumn)) &&
        (found.endLine > range.line || (found.endLine === range.line && found.endColumn >= range.column)),
    )
    .flatMap(diagnostic => diagnostic.fixes.map(fix => ({ fix, diagnostic })))
  return [...offered.filter(({ fix }) => fix.safe), ...offered.filter(({ fix }) => !fix.safe)]
}

/**
 * The edits that format a text: none where it is formatted, else one over the lines that change. Line ends are left to
 * the editor.
 */
export function formatEdits(text: string): SourceEdit[] {
  const formatted = format(text).text
  if (formatted === text) return []
  const before = linesOf(text)
  const after = linesOf(formatted)
  let start = 0
  while (start < before.length - 1 && start < after.length - 1 && before[start] === after[start]) start++
  let same = 0
  const most = Math.min(before.length, after.length) - 1 - start
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++
  const last = before.length - same
  const put = after.slice(start, after.length - same).join('\n')
  const end = before[last - 1] ?? ''
  if (put === before.slice(start, last).join('\n')) return []
  return [{ line: start + 1, column: 1, endLine: last, endColumn: end.length + 1, text: put }]
}

/** A text's lines without a BOM and without their line ends, of which an editor has its own idea. */
const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
