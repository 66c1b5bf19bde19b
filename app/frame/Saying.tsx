// The strip that tells what the step at the position did, where the table has no room for it.
import { Named } from '../marks/Named.tsx'
import { usePreference, useSession } from '../state/react.ts'

export function Saying() {
  const language = usePreference(({ language }) => language)
  const now = useSession(({ view }) => view?.now)
  return (
    <p className="say">
      <span className="pos" aria-hidden="true" />
      {now?.instruction ? <code>{now.instruction.source}</code> : null}
      <span>{now === undefined ? null : <Named text={now.explanation[language]} />}</span>
    </p>
  )
}
