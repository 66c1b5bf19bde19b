// Where things stand, in words: the page's status line and the slider's value (ide.md, sections 1 and 2).
import { FAULTS, type Language } from '../../emulator/instructions/index.ts'
import type { Session } from '../state/session.ts'
import type { Words } from '../words/index.ts'
import { numberFormat } from '../words/numbers.ts'

/** How many problems the text has: errors, or else warnings. Hints are no problems. */
export function problemCount({ diagnostics }: Pick<Session, 'diagnostics'>): number {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return errors > 0 ? errors : diagnostics.filter(({ severity }) => severity === 'warning').length
}

/** Words in pieces, of which those at odd places stand out. */
export type Pieces = readonly string[]

/** What stands in a hole until it is known what is around it: no words of ours have it. */
const HOLE = '\uE000'

/** The words before a hole and those after it. */
function around(words: string): readonly [string, string] {
  const [before = '', after = ''] = words.split(HOLE)
  return [before, after]
}

/** `Step `, `4`, ` of 16`. */
function stepPieces(
  t: Words,
  language: Language,
  position: number,
  known: number,
  whole: boolean,
): readonly [string, string, string] {
  const grouped = numberFormat(language, known)
  const words = t(whole ? 'status.step' : 'status.stepMore', { position: HOLE, known: grouped.format(known) })
  const [before, after] = around(words)
  return [before, grouped.format(position), after]
}

/** `Step 4 of 16`, `Step 4 of 10,000…`. */
export const stepText = (...of: Parameters<typeof stepPieces>): string => stepPieces(...of).join('')

/** The status line; the number of the step stands out. */
export function statusPieces(t: Words, language: Language, session: Session): Pieces {
  const { view, oldSince, going, facts, predicting } = session
  const problems = problemCount(session)
  const most = session.diagnostics.some(({ code }) => code === 'too-many-problems')
  const problemsText = most ? t('status.problemsMany', { count: 1000 }) : t('status.problems', { count: problems })
  if (view === null || (facts === null && problems > 0)) return [problems > 0 ? problemsText : t('status.starting')]
  const { position, known, ending } = view
  const grouped = (steps: number): string => numberFormat(language, steps).format(steps)
  const step = stepPieces(t, language, position, known, ending !== null)
  if (oldSince !== null) {
    const [before, after] = around(t('status.old', { problems: problemsText, step: HOLE }))
    return [before + step[0], step[1], step[2] + after]
  }
  if (predicting !== null && ending === null && position >= predicting.until) {
    const next = grouped(position + 1)
    const [before, after] = around(t('status.predicting', { position: HOLE }))
    return [before, next, after]
  }
  if (going === 'search') {
    return [t('status.searching', { position: numberFormat(language).format(session.searched) })]
  }
  if (going !== null && ending === null) {
    return [t('status.running', { position: numberFormat(language).format(position) })]
  }
  if (ending !== null && position === ending.steps) {
    switch (ending.kind) {
      case 'halted':
        return [
          facts?.instructions === 0
            ? t('status.haltedAtOnce')
            : t('status.halted', { count: ending.steps, steps: grouped(ending.steps) }),
        ]
      case 'fault':
        return [t('status.fault', { what: FAULTS[ending.fault.code][language], line: ending.fault.line })]
      case 'endless':
        return [t('status.endless', { steps: grouped(ending.steps), repeats: grouped(ending.repeats) })]
    }
  }
  return step
}

/** What the slider says of its value. */
export function valueText(t: Words, language: Language, { view }: Pick<Session, 'view'>): string {
  const { known = 0, position = 0, instruction, ending } = view ?? {}
  const step = stepText(t, language, position, known, view === null || ending !== null)
  if (instruction == null) return t('valueTextStart', { step })
  const { line, source } = instruction
  return t('valueText', { step, line, source })
}

/** Whether the position is at the end of a history that faults there. */
export const atFault = (view: Session['view']): boolean =>
  view?.ending?.kind === 'fault' && view.position === view.ending.steps
