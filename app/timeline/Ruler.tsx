// The ruler: the slider "Position" with its ticks and marks.
import { Fragment, useEffect, useRef } from 'react'
import { noteOn, shownNote } from '../notes/sign.ts'
import { isEmbedded } from '../state/embedded.ts'
import { usePreference, useSession } from '../state/react.ts'
import { session } from '../state/session.ts'
import { goTo, heading, toEnd } from '../state/transport.ts'
import { classes } from '../style/classes.ts'
import { Icon } from '../text/Icon.tsx'
import { useWords } from '../words/index.ts'
import { numberFormat } from '../words/numbers.ts'
import { merged } from './merging.ts'
import { atFault, valueText } from './status.ts'
import { isInside, type RulerRange, ticksOf } from './ticks.ts'
import timeline from './timeline.module.css'
import { useElementWidth } from './useElementWidth.ts'
import type { Marks } from './useMarks.ts'
import { useSpoken } from './useSpoken.ts'
import type { Zoom } from './useZoom.ts'

const c = classes(timeline)

export function Ruler({ zoom, marks }: { zoom: Zoom; marks: Marks }) {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const track = useRef<HTMLDivElement>(null)
  const width = useElementWidth(track)
  const view = useSession(({ view }) => view)
  const running = useSession(({ going }) => going !== null)
  const text = useSession(state => valueText(t, language, state))
  const spoken = useSpoken(text, running)
  const dragFrom = useRef<number | null>(null)
  const { position, known, ending } = view ?? { position: 0, known: 0, ending: null }
  const { stretch } = zoom
  const fault = atFault(view)
  const number = numberFormat(language, known)

  const positionAt = (clientX: number): number => {
    const box = track.current!.getBoundingClientRect()
    const share = Math.min(Math.max((clientX - box.left) / box.width, 0), 1)
    return Math.round(stretch.from + share * (stretch.to - stretch.from))
  }
  useWheel(track, event => zoom.by(event.deltaY < 0 ? 0.7 : 1 / 0.7, positionAt(event.clientX)))

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (!keyed(event.key)) return
    event.preventDefault()
  }
  const keyed = (key: string): boolean => {
    const page = Math.max(1, Math.round((stretch.to - stretch.from) / 10))
    if (key === 'Escape' && dragFrom.current !== null) {
      goTo(dragFrom.current)
      dragFrom.current = null
      return true
    }
    if (key === 'End') toEnd()
    else if (key === '+' || key === '=') zoom.by(0.5, position)
    else if (key === '-') zoom.by(2, position)
    else {
      const from = heading()
      const to = {
        ArrowLeft: from - 1,
        ArrowDown: from - 1,
        ArrowRight: from + 1,
        ArrowUp: from + 1,
        PageDown: from - page,
        PageUp: from + page,
        Home: 0,
      }[key]
      if (to === undefined) return false
      goTo(to)
    }
    return true
  }
  return (
    <div
      ref={track}
      className={c('track')}
      {...noteOn('ruler')}
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
        goTo(positionAt(event.clientX))
      }}
      onPointerMove={event => {
        if (dragFrom.current !== null && session.getState().view !== null) goTo(positionAt(event.clientX))
      }}
      onPointerUp={() => {
        dragFrom.current = null
      }}
      onPointerCancel={() => {
        dragFrom.current = null
      }}
      onDoubleClick={zoom.all}
    >
      <span className={c('done')} style={{ width: `${Math.min(shareOf(position, stretch), 100)}%` }} />
      {ticksOf(stretch, position, width).map(at => (
        <span key={at} className={tickClass(at, position, stretch)} style={{ left: `${shareOf(at, stretch)}%` }}>
          <span className={c('tickNumber')}>{number.format(at)}</span>
        </span>
      ))}
      {merged(inStretch(marks, stretch), stretch.to - stretch.from, width).map(({ at, kinds }) => (
        <span key={at} className={c('marks')} style={{ left: `${shareOf(at, stretch)}%` }} aria-hidden="true">
          {kinds.map(kind => (
            <Fragment key={kind}>{SIGNS[kind]}</Fragment>
          ))}
        </span>
      ))}
      <span className={c('knob', fault && 'fault')} style={{ left: `${shareOf(position, stretch)}%` }}>
        {fault ? '✕' : null}
      </span>
      <span
        className={c('openEnd')}
        aria-hidden="true"
        {...(ending?.kind === 'fault' || ending?.kind === 'halted'
          ? {}
          : shownNote(ending === null ? 'openEnd' : 'endless'))}
      >
        {ending === null ? '…' : null}
        {ending?.kind === 'endless' ? (
          <>⟲{ending.repeats < 10_000 ? <span className={c('repeatedStep')}> {ending.repeats}</span> : null}</>
        ) : null}
      </span>
    </div>
  )
}

/** Where a position stands on the ruler, in per cent; the ends where it is out of sight. */
const shareOf = (at: number, { from, to }: RulerRange): number =>
  to === from ? 0 : (Math.min(Math.max(at - from, 0), to - from) / (to - from)) * 100

const tickClass = (at: number, position: number, { from, to }: RulerRange): string =>
  c('tick', at === position && 'current', isInside(at) && (at === from ? 'first' : at === to && 'last'))

const SIGNS: Record<keyof Marks, React.ReactNode> = {
  stops: (
    <i className={c('mark stopMark')} {...shownNote('stopMark')}>
      ●
    </i>
  ),
  writes: (
    <i className={c('mark writeMark')} {...shownNote('writeMark')}>
      ■
    </i>
  ),
  jumps: (
    <i className={c('mark jumpMark')} {...shownNote('jumpMark')}>
      ↰
    </i>
  ),
  edits: <Icon name="branch" of="edit" />,
}

const KINDS = ['stops', 'writes', 'jumps', 'edits'] as const

/** The marks in sight, in the order in which they stand side by side. */
const inStretch = (marks: Marks, { from, to }: RulerRange) =>
  KINDS.flatMap(kind => marks[kind].filter(at => at >= from && at <= to).map(at => ({ at, kind })))

/** React's own wheel listeners are passive: this one keeps the page from scrolling. */
function useWheel(element: React.RefObject<HTMLElement | null>, onWheel: (event: WheelEvent) => void): void {
  const latest = useRef(onWheel)
  latest.current = onWheel
  useEffect(() => {
    const target = element.current!
    // Within somebody's page the wheel is that page's.
    if (isEmbedded) return
    const listener = (event: WheelEvent): void => {
      event.preventDefault()
      latest.current(event)
    }
    target.addEventListener('wheel', listener, { passive: false })
    return () => target.removeEventListener('wheel', listener)
  }, [element])
}
