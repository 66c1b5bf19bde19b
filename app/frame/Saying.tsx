// The strip that tells what the step at the position did, where the table has no room for it.
import { usePreference, useSession } from '../state/react.ts'
import { Said } from '../text/Said.tsx'

export function Saying() {
  const language = usePreference(({ language }) => language)
  const view = useSession(({ view }) => view)
  return (
    <p className="say">
      <span className="pos" aria-hidden="true" />
      {view?.instruction ? <code>{view.instruction.source}</code> : null}
      <span>{view === null ? null : <Said parts={view.explanation[language]} />}</span>
    </p>
  )
}
