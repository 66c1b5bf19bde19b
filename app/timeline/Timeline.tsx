// The position: where things stand in words, the ruler that is the slider "Position", and what its marks mean.
import { usePreference, useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { useWords } from '../words/index.ts'
import { Legend } from './Legend.tsx'
import { Ruler } from './Ruler.tsx'
import { atFault, statusText, stepText } from './status.ts'
import timeline from './timeline.module.css'
import { useMarks } from './useMarks.ts'
import { useSpoken } from './useSpoken.ts'
import { useZoom } from './useZoom.ts'

const c = classes(timeline)

export function Timeline() {
  const zoom = useZoom()
  const marks = useMarks(zoom.stretch)
  return (
    <div className={c('timeline')}>
      <Status />
      <div className={c('ruler')}>
        <Ruler zoom={zoom} marks={marks} />
      </div>
      <Legend zoom={zoom} marks={marks} />
    </div>
  )
}

function Status() {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const text = useSession(state => statusText(t, language, state))
  // Keeps the ruler's place while the position moves: dragging would else move the ruler under the pointer.
  const widest = useSession(({ view }) =>
    view === null ? '' : stepText(t, language, view.known, view.known, view.ending !== null),
  )
  const step = useSession(({ view }) =>
    view === null ? null : stepText(t, language, view.position, view.known, view.ending !== null),
  )
  const running = useSession(({ going }) => going !== null)
  const bad = useSession(({ view, oldSince }) => oldSince !== null || atFault(view))
  const spoken = useSpoken(text, running)
  return (
    <p className={c('status', bad && 'fault')}>
      {bad ? <span aria-hidden="true">✕ </span> : null}
      <span role="status" className={c(running && 'screenReaderOnly')}>
        <Step text={spoken} step={step} />
      </span>
      {running ? <span aria-hidden="true">{text}</span> : null}
      <span className={c('widest')} aria-hidden="true">
        {widest}
      </span>
    </p>
  )
}

/** A text, in which the number of the step stands out. */
function Step({ text, step }: { text: string; step: string | null }) {
  const at = step === null ? -1 : text.indexOf(step)
  const number = /[\d,]+/.exec(step ?? '')
  if (at < 0 || number === null) return text
  const from = at + number.index
  const to = from + number[0].length
  return (
    <>
      {text.slice(0, from)}
      <b>{text.slice(from, to)}</b>
      {text.slice(to)}
    </>
  )
}
