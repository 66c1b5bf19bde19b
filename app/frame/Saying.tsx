// The strip that tells what the step at the position did, where the table has no room for it.
import { usePreference, useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { Said } from '../text/Said.tsx'
import frame from './frame.module.css'

const c = classes(frame)

export function Saying() {
  const language = usePreference(({ language }) => language)
  const view = useSession(({ view }) => view)
  return (
    <p className={c('sentence')}>
      <span className={c('positionMark')} aria-hidden="true" />
      {view?.instruction ? <code>{view.instruction.source}</code> : null}
      <span>{view === null ? null : <Said parts={view.explanation[language]} />}</span>
    </p>
  )
}
