// The position: where things stand in words, and the ruler that is the slider "Position".
import { useRef } from 'react'
import { usePreference, useSession } from '../state/react.ts'
import { moveTo, type Session, session } from '../state/session.ts'
import { pause, toEnd } from '../state/transport.ts'
import { useWords } from '../words/index.ts'
import { statusText, valueText } from './status.ts'
import { ticksOf } from './ticks.ts'
import { useElementWidth } from './useElementWidth.ts'
import { useSpoken } from './useSpoken.ts'

export function Timeline() {
  return (
    <div className="time">
      <Status />
      <div className="ruler">
        <Ruler />
      </div>
    </div>
  )
}

function Status() {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const text = useSession(state => statusText(t, language, state))
  const running = useSession(({ going }) => going !== null)
  const bad = useSession(({ view, oldSince }) => oldSince !== null || faultHere(view))
  const spoken = useSpoken(text, running)
  return (
    <p className="status" aria-hidden={false}>
      <span role="status" className={running ? 'sr' : bad ? 'flt' : undefined}>
        {bad ? <span aria-hidden="true">✕ </span> : null}
        {spoken}
      </span>
      {running ? <span aria-hidden="true">{text}</span> : null}
    </p>
  )
}

const faultHere = (view: Session['view']): boolean =>
  view?.ending?.kind === 'fault' && view.position === view.ending.steps

function Ruler() {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const track = useRef<HTMLDivElement>(null)
  const width = useElementWidth(track)
  const view = useSession(({ view }) => view)
  const running = useSession(({ going }) => going !== null)
  const text = useSession(state => valueText(t, state))
  const spoken = useSpoken(text, running)
  const dragFrom = useRef<number | null>(null)
  const { position, known, ending } = view ?? { position: 0, known: 0, ending: null }
  const share = (at: number): string => `${known === 0 ? 0 : (at / known) * 100}%`

  const positionAt = (clientX: number): number => {
    const box = track.current!.getBoundingClientRect()
    return Math.round(Math.min(Math.max((clientX - box.left) / box.width, 0), 1) * known)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const page = Math.max(1, Math.round(known / 10))
    if (event.key === 'Escape' && dragFrom.current !== null) {
      moveTo(dragFrom.current)
      dragFrom.current = null
    } else if (event.key === 'End') {
      toEnd()
    } else {
      const to = {
        ArrowLeft: position - 1,
        ArrowDown: position - 1,
        ArrowRight: position + 1,
        ArrowUp: position + 1,
        PageDown: position - page,
        PageUp: position + page,
        Home: 0,
      }[event.key]
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      pause()
      moveTo(to)
    }
    event.preventDefault()
  }
  return (
    <div
      ref={track}
      className="track"
      role="slider"
      tabIndex={0}
      aria-label={t('position')}
      aria-valuemin={0}
      aria-valuemax={known}
      aria-valuenow={position}
      aria-valuetext={spoken}
      onKeyDown={onKeyDown}
      onPointerDown={event => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        dragFrom.current = position
        pause()
        moveTo(positionAt(event.clientX))
      }}
      onPointerMove={event => {
        if (dragFrom.current !== null && session.getState().view !== null) moveTo(positionAt(event.clientX))
      }}
      onPointerUp={() => {
        dragFrom.current = null
      }}
      onPointerCancel={() => {
        dragFrom.current = null
      }}
    >
      <span className="done" style={{ width: share(position) }} />
      {ticksOf(known, position, width).map(at => (
        <span
          key={at}
          className={`tick${at === position ? ' on' : ''}${at === 0 ? ' first' : ''}${at === known && known > 0 ? ' last' : ''}`}
          style={{ left: share(at) }}
        >
          <span className="n">{new Intl.NumberFormat(language, { useGrouping: known >= 10_000 }).format(at)}</span>
        </span>
      ))}
      <span className={faultHere(view) ? 'knob flt' : 'knob'} style={{ left: share(position) }}>
        {faultHere(view) ? '✕' : null}
      </span>
      <span className="open" aria-hidden="true">
        {ending === null ? '…' : ending.kind === 'endless' ? `⟲ ${ending.repeats}` : null}
      </span>
    </div>
  )
}
