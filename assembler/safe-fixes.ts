// Holds every fix that is called safe to what that means: applied, its problem is gone and no new one stands in its place
// (language.md, section 5). It tries them out and calls those that fail unsafe. It knows no code and no syntax.
import type { Diagnostic, DiagnosticCode, Fix } from './diagnostics/index.ts'
import { applySourceEdits } from './edits.ts'

/** How many fixes of one line are tried out; what follows on it is not called safe. */
const MOST_TRIALS = 8

/** Where a fix stands among the diagnostics. */
interface Trial {
  readonly found: number
  readonly fix: number
}

/**
 * The diagnostics of `text`, of whose fixes only those are safe that prove so. `diagnose` gives the diagnostics of
 * another text. Fixes of different lines are tried at once, as lines are read one by one.
 */
export function withProvenFixes(
  text: string,
  diagnostics: readonly Diagnostic[],
  diagnose: (text: string) => readonly Diagnostic[],
): readonly Diagnostic[] {
  const rounds = roundsOf(diagnostics)
  if (rounds.length === 0) return diagnostics
  const before = byLine(diagnostics)
  const proven = new Set<Fix>()
  for (const trials of rounds) {
    const fixes = trials.map(({ found, fix }) => diagnostics[found]!.fixes[fix]!)
    const after = diagnose(
      applySourceEdits(
        text,
        fixes.flatMap(fix => fix.edits),
      ),
    )
    // Past the last one told nothing is known.
    const known = after.at(-1)?.code === 'too-many-problems' ? (after.at(-2)?.line ?? 1) : Number.POSITIVE_INFINITY
    const told = byLine(after)
    trials.forEach(({ found }, at) => {
      const fix = fixes[at]!
      if (isMended(diagnostics[found]!, fix, before, told, known)) proven.add(fix)
    })
  }
  return diagnostics.map(found =>
    found.fixes.some(fix => fix.safe && !proven.has(fix))
      ? { ...found, fixes: found.fixes.map(fix => (proven.has(fix) ? fix : { ...fix, safe: false })) }
      : found,
  )
}

/** The safe fixes in rounds: in each no line has more than one. Those that touch several lines have their own. */
function roundsOf(diagnostics: readonly Diagnostic[]): readonly Trial[][] {
  const rounds: Trial[][] = []
  const wide: Trial[][] = []
  let line = 0
  let round = 0
  diagnostics.forEach(({ line: at, fixes }, found) => {
    if (at !== line) round = 0
    line = at
    fixes.forEach(({ safe, edits }, fix) => {
      if (!safe) return
      if (edits.some(edit => edit.line !== at)) wide.push([{ found, fix }])
      else if (round < MOST_TRIALS) {
        rounds[round] ??= []
        rounds[round]!.push({ found, fix })
        round++
      }
    })
  })
  return [...rounds, ...wide]
}

type Counts = ReadonlyMap<DiagnosticCode, number>

/** How often each code is told on each line; of warnings nothing, which come only when all errors are gone. */
function byLine(diagnostics: readonly Diagnostic[]): ReadonlyMap<number, Counts> {
  const lines = new Map<number, Map<DiagnosticCode, number>>()
  for (const { line, code, severity } of diagnostics) {
    if (severity !== 'error') continue
    let counts = lines.get(line)
    if (counts === undefined) {
      counts = new Map()
      lines.set(line, counts)
    }
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return lines
}

const NONE: Counts = new Map()

/** Whether the problem's line has one such problem less after the fix, and no line that it touches one more of any. */
function isMended(
  { code, line }: Diagnostic,
  { edits }: Fix,
  before: ReadonlyMap<number, Counts>,
  after: ReadonlyMap<number, Counts>,
  known: number,
): boolean {
  if (line >= known) return false
  const count = (lines: ReadonlyMap<number, Counts>): number => lines.get(line)?.get(code) ?? 0
  if (count(after) >= count(before)) return false
  return edits.every(edit => {
    if (edit.line >= known) return false
    const had = before.get(edit.line) ?? NONE
    return [...(after.get(edit.line) ?? NONE)].every(([each, times]) => times <= (had.get(each) ?? 0))
  })
}
