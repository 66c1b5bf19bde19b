// Fixes applied to a text, one or all that are safe. It knows only edits.
import { assemble } from './assemble.ts'
import type { Fix } from './diagnostics/index.ts'
import { applySourceEdits } from './edits.ts'

/** `text` with a fix's edits made. The fix must belong to that very text; a BOM and the line ends stay. */
export const applyFix = (text: string, fix: Fix): string => applySourceEdits(text, fix.edits)

/**
 * Applies safe fixes until none is left: in every round the widest safe one of each problem, as far as they don't
 * touch each other. Gives the text and how many were applied.
 */
export function fixAll(text: string): { readonly text: string; readonly applied: number } {
  let fixed = text
  let applied = 0
  for (;;) {
    const edits = []
    let line = 0
    let column = 0
    let round = 0
    for (const { fixes } of assemble(fixed).diagnostics) {
      // The widest: all full-width characters of the file rather than one run of them.
      const fix = fixes.filter(each => each.safe).sort((a, b) => b.edits.length - a.edits.length)[0]
      if (fix === undefined) continue
      const free = fix.edits.every(edit => edit.line > line || (edit.line === line && edit.column > column))
      if (!free) continue
      for (const edit of fix.edits) {
        edits.push(edit)
        line = edit.endLine
        column = edit.endColumn
      }
      round++
    }
    if (round === 0) return { text: fixed, applied }
    const next = applySourceEdits(fixed, edits)
    if (next === fixed) return { text: fixed, applied }
    fixed = next
    applied += round
  }
}
