// The one table of diagnostics, and how a problem becomes words.
import type { Sentence } from '../../emulator/instructions/index.ts'
import type { DiagnosticRow, Fix, Range, Severity } from './diagnostic.ts'
import { ERRORS } from './errors.ts'
import { WARNINGS } from './warnings.ts'

export * from './diagnostic.ts'
export { REASONS } from './reasons.ts'

/** Every code with its row, in the order of language.md, section 5. */
export const DIAGNOSTICS = { ...ERRORS, ...WARNINGS } as const

/** A stable name for a kind of problem. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS

/** All codes, in the table's order. */
export const DIAGNOSTIC_CODES = Object.keys(DIAGNOSTICS) as readonly DiagnosticCode[]

/** The row of a code, as the general type. */
export const diagnosticOf = (code: DiagnosticCode): DiagnosticRow<never> => DIAGNOSTICS[code]

/** A problem found: what, where, in words, and how to mend it. */
export interface Diagnostic extends Range {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: Sentence
  readonly fixes: readonly Fix[]
}

/** What a code's words are a function of. */
export type Particulars<C extends DiagnosticCode> = Parameters<(typeof DIAGNOSTICS)[C]['words']>

/** A code's words for these particulars. */
export function wordsOf<C extends DiagnosticCode>(code: C, particulars: Particulars<C>): Sentence {
  const words = DIAGNOSTICS[code].words as (...particulars: Particulars<C>) => Sentence
  return words(...particulars)
}
