// A drawing of a circuit as SVG: the very data that the file is written from, in a frame that can be zoomed and moved about.
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Drawing } from '../../../../emulator/circuits/index.ts'
import { shownNote } from '../../../notes/sign.ts'
import { classes } from '../../../style/classes.ts'
import { useText } from '../../../text/useText.ts'
import sheet from '../circuit.module.css'
import { CIRCUIT_WORDS } from '../words.ts'
import type { Undrawn } from './layouts.ts'
import { type PartsProps, PlacedParts } from './Parts.tsx'
import {
  beginning,
  keyed,
  LARGE,
  type ScreenSize,
  useDrag,
  useWheel,
  type Viewport,
  wholeOf,
  zoomed,
} from './pan-zoom.ts'

const c = classes(sheet)

interface Props extends PartsProps {
  readonly label: string
  /** The box that a very wide drawing begins with. */
  readonly focus?: string
  /** Whether it only stands there, too small to move about in. */
  readonly still?: boolean
}

/** Pixels to a unit of the drawing at most: a single gate is not blown up. */
const LARGEST = 1.3

export function Picture({ label, focus, still = false, ...parts }: Props) {
  const say = useText()
  const { drawing, onGate, onBox, switching } = parts
  const svg = useRef<SVGSVGElement>(null)
  const whole = useMemo(() => wholeOf(drawing), [drawing])
  const [moved, setMoved] = useState<{ readonly of: string; readonly frame: Viewport } | null>(null)
  const key = `${drawing.title.en} ${drawing.width} ${drawing.height}`
  const [room, setRoom] = useState<ScreenSize>({ width: 1000, height: 240 })
  useLayoutEffect(() => {
    const { clientWidth: width, clientHeight: height } = svg.current!.parentElement!
    setRoom({ width, height: Math.max(height, 80) })
  }, [])
  const begin = useMemo(() => beginning(drawing, focus, room), [drawing, focus, room])
  const isMoved = moved?.of === key
  const frame = isMoved ? moved.frame : begin
  const large = drawing.width > LARGE || drawing.height > LARGE
  const show = (next: Viewport): void => setMoved({ of: key, frame: next })
  useWheel(svg, !still, frame, whole, show)
  const drag = useDrag(svg, !still && (large || isMoved), frame, show)
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : keyed(event.key, frame, whole)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    show(next)
  }
  const interactive = onGate !== undefined || onBox !== undefined || switching != null
  const isSmall = drawing.width <= 1.4 * LARGE && drawing.height <= LARGE
  // A mere row is known by the bits above it.
  const isPart = frame.width < whole.width * 0.98 && frame.height < whole.height * 0.9
  return (
    <div className={c('picture')}>
      <svg
        ref={svg}
        className={c('drawing', (large || isMoved) && 'movable')}
        style={large ? undefined : ({ '--most': `${drawing.height * LARGEST}px` } as React.CSSProperties)}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role={interactive ? 'group' : 'img'}
        aria-label={label}
        {...drag}
      >
        <PlacedParts {...parts} />
      </svg>
      {isPart && large && !still ? <Overview drawing={drawing} frame={frame} whole={whole} /> : null}
      {still ? null : (
        <div
          className={c('zoomButtons', isSmall && !isMoved && 'quiet')}
          role="group"
          aria-label={say(CIRCUIT_WORDS.move)}
          {...shownNote('drawingZoom')}
          onKeyDown={onKeyDown}
        >
          <button
            type="button"
            className={c('toolButton')}
            aria-label={say(CIRCUIT_WORDS.zoomIn)}
            onClick={() => show(zoomed(frame, whole, 1.5))}
          >
            +
          </button>
          <button
            type="button"
            className={c('toolButton')}
            aria-label={say(CIRCUIT_WORDS.zoomOut)}
            onClick={() => show(zoomed(frame, whole, 1 / 1.5))}
          >
            −
          </button>
          <button type="button" className={c('toolButton')} onClick={() => show(whole)}>
            {say(CIRCUIT_WORDS.fit)}
          </button>
        </div>
      )}
    </div>
  )
}

/** In a drawing's place until it is laid out, or where it could not be. */
export function NotDrawn({ again }: Undrawn) {
  const say = useText()
  return (
    <div className={c('picture waiting')} aria-busy={again === null}>
      <p className={c('note')}>{say(again ? CIRCUIT_WORDS.notDrawn : CIRCUIT_WORDS.drawing)}</p>
      {again ? (
        <button type="button" className={c('textButton')} onClick={again}>
          {say(CIRCUIT_WORDS.tryAgain)}
        </button>
      ) : null}
    </div>
  )
}

/** Where in a large drawing one is. */
function Overview({ drawing, frame, whole }: { drawing: Drawing; frame: Viewport; whole: Viewport }) {
  const path = useMemo(
    () =>
      [...drawing.gates, ...drawing.boxes]
        .map(({ at, width, height }) => `M${at[0]} ${at[1]}h${width}v${height}h${-width}z`)
        .join(''),
    [drawing],
  )
  return (
    <svg
      {...shownNote('miniature')}
      className={c('miniature')}
      viewBox={`${whole.x} ${whole.y} ${whole.width} ${whole.height}`}
      aria-hidden="true"
    >
      <path d={path} />
      <rect x={frame.x} y={frame.y} width={frame.width} height={frame.height} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
