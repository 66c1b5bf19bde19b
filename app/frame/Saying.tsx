// The strip that tells what the step at the position did, where the table has no room for it.
import { Named } from '../marks/Named.tsx'
import { usePreference, useSession } from '../state/react.ts'

export function Saying() {
  const language = usePreference(({ language }) => language)
  const view = useSession(({ view }) => view)
  return (
    <p className="say">
      <span className="pos" aria-hidden="true" />
      {view?.instruction ? <code>{view.instruction.source}</code> : null}
      <span>{view === null ? null : <Named text={view.explanation[language]} />}</span>
    </p>
  )
}
