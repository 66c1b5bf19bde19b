// One sentence for the step in sight, beneath the ruler at every width: what it did, what stopped a run, the fault that
// ended the program, what was changed by hand. It alone is what a screen reader is told at a single step.
import { cell, FAULTS, parts } from '../../emulator/instructions/index.ts'
import { CURSOR, type Stop } from '../../programs/stops/index.ts'
import { usePreference, useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { Said } from '../text/Said.tsx'
import { statusPieces } from '../timeline/status.ts'
import { useWords, type Words } from '../words/index.ts'
import frame from './frame.module.css'

const c = classes(frame)

export function StepSentence() {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const view = useSession(({ view }) => view)
  const stopped = useSession(({ stopped }) => stopped)
  const going = useSession(({ going }) => going !== null)
  const { ending, position, edits = [], instruction, next } = view ?? {}
  const isAtEnd = ending != null && position === ending.steps
  const fault = isAtEnd && ending.kind === 'fault' ? ending.fault : null
  // How the program ended stands in the status, beside the ruler: it is heard here, with what the last step did.
  const ended = useSession(state => (isAtEnd && fault === null ? statusPieces(t, language, state).join('') : null))
  const byHand = edits.filter(edit => edit.position === position)
  return (
    <p className={c('sentence')} aria-live={going ? 'off' : 'polite'} aria-atomic="true">
      <span className={c('positionMark', fault !== null && 'fault')} aria-hidden="true" />
      {stopped !== null && stopped.position === position ? (
        <strong>{whyStopped(t, stopped.stop, next?.line ?? null)}</strong>
      ) : null}
      {instruction ? <code>{instruction.source}</code> : null}
      <span>{view === null ? null : <Said parts={view.explanation[language]} />}</span>
      {byHand.map(({ address, value }) => (
        <strong key={address}>
          <Said parts={parts`${cell(address)}`} />
          {t('saying.byHand', { value })}
        </strong>
      ))}
      {fault === null ? null : (
        <strong className={c('fault')}>
          {t('saying.fault', { what: FAULTS[fault.code][language], line: fault.line })}
        </strong>
      )}
      {ended === null ? null : <span className={c('screenReaderOnly')}>{ended}</span>}
    </p>
  )
}

/** `stopped before line 6: breakpoint`; `next` is the line that would be executed next. */
function whyStopped(t: Words, { id, line, condition, hits }: Stop, next: number | null): string {
  let what: string = t(line === null ? 'saying.watch' : id === CURSOR ? 'saying.cursor' : 'saying.breakpoint')
  if (condition !== '') what = t('saying.detail', { what, detail: condition })
  if (hits !== null) what = t('saying.detail', { what, detail: t('saying.time', { hits }) })
  return line === null ? t('saying.after', { what }) : t('saying.before', { what, line: next ?? line })
}
