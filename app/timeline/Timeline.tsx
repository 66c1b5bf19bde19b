// The position: where things stand in words, the ruler that is the slider "Position", and what its marks mean.
import { useShallow } from 'zustand/react/shallow'
import { shownNote } from '../notes/sign.ts'
import { usePreference, useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { useWords } from '../words/index.ts'
import { Legend } from './Legend.tsx'
import { Ruler } from './Ruler.tsx'
import { atFault, type Pieces, statusPieces, stepText } from './status.ts'
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
  const pieces = useSession(useShallow(state => statusPieces(t, language, state)))
  const text = pieces.join('')
  // Keeps the ruler's place while the position moves: dragging would else move the ruler under the pointer.
  const widest = useSession(({ view }) =>
    view === null ? '' : stepText(t, language, view.known, view.known, view.ending !== null),
  )
  const running = useSession(({ going }) => going !== null)
  const bad = useSession(({ view, oldSince }) => oldSince !== null || atFault(view))
  // What a step did, and how the program ended, is told by the sentence beneath the ruler: never by both.
  const speaks = useSession(
    ({ view, oldSince, facts }) => running || view === null || facts === null || oldSince !== null,
  )
  const spoken = useSpoken(text, running)
  return (
    <p className={c('status', bad && 'fault')} {...shownNote('status')}>
      {bad ? <span aria-hidden="true">✕ </span> : null}
      <span role="status" aria-live={speaks ? undefined : 'off'} className={c(running && 'screenReaderOnly')}>
        {spoken === text ? <Emphasised pieces={pieces} /> : spoken}
      </span>
      {running ? <span aria-hidden="true">{text}</span> : null}
      <span className={c('widest')} aria-hidden="true">
        {widest}
      </span>
    </p>
  )
}

/** Words of which every second piece stands out. */
function Emphasised({ pieces }: { pieces: Pieces }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move, their place is what they are
  return pieces.map((piece, index) => (index % 2 === 1 ? <b key={index}>{piece}</b> : piece))
}
