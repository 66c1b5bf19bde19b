// One sentence for the step in sight: what it did, or the fault that ended the program, or what was changed by hand. It is
// also what a screen reader is told at a single step. Where the table has its explanations beside it, it is heard only.
import { cell, FAULTS, parts } from '../../emulator/instructions/index.ts'
import { usePreference, useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { Said } from '../text/Said.tsx'
import { useWords } from '../words/index.ts'
import frame from './frame.module.css'

const c = classes(frame)

export function StepSentence() {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const view = useSession(({ view }) => view)
  const going = useSession(({ going }) => going !== null)
  const { ending, position, edits = [], instruction } = view ?? {}
  const fault = ending?.kind === 'fault' && position === ending.steps ? ending.fault : null
  const byHand = edits.filter(edit => edit.position === position)
  return (
    <p className={c('sentence')} aria-live={going ? 'off' : 'polite'}>
      <span className={c('positionMark', fault !== null && 'fault')} aria-hidden="true" />
      {instruction ? <code>{instruction.source}</code> : null}
      <span>
        {view == null ? null : <Said parts={view.explanation[language]} />}
        {byHand.map(({ address, value }) => (
          <span key={address}>
            {t('separator')}
            <Said parts={parts`${cell(address)} = ${value}`} /> ({t('stops.legend.edits')})
          </span>
        ))}
        {fault === null ? null : (
          <b>
            {t('separator')}
            {t('status.fault', { what: FAULTS[fault.code][language], line: fault.line })}
          </b>
        )}
      </span>
    </p>
  )
}
