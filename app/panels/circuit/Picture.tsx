// A drawing of a circuit as SVG: the very data that the file is written from. Gates and boxes can be gone into, inputs
// switched on the bench; a big drawing can be zoomed and moved.
import { useEffect, useRef, useState } from 'react'
import {
  bubbleRadius,
  CHIP,
  type Drawing,
  type DrawnBox,
  type DrawnGate,
  GATES,
} from '../../../emulator/circuits/index.ts'
import { NetText } from './NetName.tsx'
import { boxName, netText } from './names.ts'
import type { Switching } from './switching.ts'
import { useText, WORDS } from './words.ts'

interface Props {
  readonly drawing: Drawing
  /** The name of the module drawn. */
  readonly module: string
  readonly label: string
  /** The box that a very wide drawing begins with. */
  readonly focus?: string
  /** Whether it only stands there, too small to move about in. */
  readonly still?: boolean
  readonly onGate?: (name: string) => void
  readonly onBox?: (label: string) => void
  /** The inputs that can be switched by hand; null where none can. */
  readonly switching?: Switching | null
  /** What a terminal is called outside, where that tells more: x of bit 3 is the addition's a₃. */
  readonly outer?: Readonly<Record<string, string>> | undefined
  /** Nets that change more than once before they settle. */
  readonly unsteady?: ReadonlySet<number> | undefined
}

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A drawing larger than this is one to move about in. */
export const LARGE = 640

/** A drawing wider than this begins with the part around what is looked at. */
const BEGIN = 1100

export function Picture({
  drawing,
  module,
  label,
  focus,
  still = false,
  onGate,
  onBox,
  switching = null,
  outer,
  unsteady,
}: Props) {
  const say = useText()
  const svg = useRef<SVGSVGElement>(null)
  const whole: Frame = { x: drawing.origin[0], y: drawing.origin[1], width: drawing.width, height: drawing.height }
  const [moved, setMoved] = useState<{ readonly of: string; readonly frame: Frame } | null>(null)
  const key = `${drawing.title.en} ${drawing.width} ${drawing.height}`
  const frame = moved?.of === key ? moved.frame : beginning(drawing, whole, focus)
  const large = !still && (drawing.width > LARGE || drawing.height > LARGE)
  const show = (next: Frame): void => setMoved({ of: key, frame: next })
  const zoom = (by: number): void => {
    const width = Math.min(whole.width * 1.5, Math.max(120, frame.width / by))
    const scale = width / frame.width
    const height = frame.height * scale
    show({ x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height })
  }
  useWheel(svg, large, zoom)
  const drag = useDrag(svg, frame, large, show)
  const interactive = onGate !== undefined || onBox !== undefined || switching !== null
  return (
    <div className="pic">
      <svg
        ref={svg}
        className={`fa-svg${large ? ' large' : ''}`}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role={interactive ? 'group' : 'img'}
        aria-label={label}
        {...drag}
      >
        <Wires drawing={drawing} unsteady={unsteady} />
        {drawing.gates.map(gate => (
          <Gate key={gate.name} gate={gate} module={module} onGate={onGate} />
        ))}
        {drawing.boxes.map(box => (
          <Box key={box.label} box={box} onBox={onBox} />
        ))}
        {drawing.chips.map(({ net, at, value }) => (
          <ChipMark key={`${net} ${at[0]} ${at[1]}`} at={at} value={value} />
        ))}
        <Terminals drawing={drawing} module={module} switching={switching} outer={outer} />
        {drawing.notes.map(({ text, at }) => (
          <text key={text} x={at[0]} y={at[1]} className="nl" textAnchor="middle">
            {text}
          </text>
        ))}
      </svg>
      {large ? (
        <div
          className="zoom"
          role="group"
          aria-label={say(WORDS.move)}
          title={say(WORDS.move)}
          onKeyDown={event => move(event, frame, show)}
        >
          <button type="button" className="tg" aria-label={say(WORDS.zoomIn)} onClick={() => zoom(1.5)}>
            +
          </button>
          <button type="button" className="tg" aria-label={say(WORDS.zoomOut)} onClick={() => zoom(1 / 1.5)}>
            −
          </button>
          <button type="button" className="tg" onClick={() => show(whole)}>
            {say(WORDS.fit)}
          </button>
        </div>
      ) : null}
    </div>
  )
}

/** Arrow keys move a large drawing by an eighth of what is seen. */
function move(event: React.KeyboardEvent, frame: Frame, show: (frame: Frame) => void): void {
  const ways: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  }
  const way = ways[event.key]
  if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  event.stopPropagation()
  show({ ...frame, x: frame.x + (way[0] * frame.width) / 8, y: frame.y + (way[1] * frame.height) / 8 })
}

/** The part of a very wide drawing around a box; else all of it. */
function beginning(drawing: Drawing, whole: Frame, focus: string | undefined): Frame {
  const box = drawing.boxes.find(each => each.label === focus)
  if (!box || whole.width <= 1.5 * BEGIN || whole.height > BEGIN) return whole
  const middle = box.at[0] + box.width / 2
  const x = Math.min(Math.max(whole.x, middle - BEGIN / 2), whole.x + whole.width - BEGIN)
  return { ...whole, x, width: BEGIN }
}

function Wires({ drawing, unsteady }: Pick<Props, 'drawing'> & { unsteady: ReadonlySet<number> | undefined }) {
  const say = useText()
  return drawing.wires.map(({ net, path, dots, value }) => (
    <g key={net} className={unsteady?.has(net) ? 'unsteady' : undefined}>
      {unsteady?.has(net) ? <title>{say(WORDS.changes)}</title> : null}
      <path className={`w${value ?? 0}`} d={path} />
      {dots.map(([x, y]) => (
        <circle key={`${x} ${y}`} className={`d${value ?? 0}`} cx={x} cy={y} r={3.2} />
      ))}
    </g>
  ))
}

/** What makes a part of a picture a button. */
const button = (label: string, act: (() => void) | undefined) =>
  act === undefined
    ? {}
    : {
        role: 'button',
        tabIndex: 0,
        'aria-label': label,
        onClick: act,
        onKeyDown: (event: React.KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          act()
        },
      }

function Gate({ gate, module, onGate }: { gate: DrawnGate; module: string; onGate: Props['onGate'] }) {
  const say = useText()
  const label = `${say(GATES[gate.type].name)} ${say(netText(gate.name, module))}${gate.value === null ? '' : `: ${gate.value}`}${gate.unused ? `, ${say(WORDS.unused)}` : ''}`
  return (
    <g
      className={`gate${gate.unused ? ' unused' : ''}${onGate ? ' into' : ''}`}
      {...button(label, onGate && (() => onGate(gate.name)))}
    >
      <g transform={`translate(${gate.at[0]} ${gate.at[1]})`}>
        {gate.outlines.map(path => (
          <path key={path} className="g" d={path} />
        ))}
        {gate.strokes.map(path => (
          <path key={path} className="g nf" d={path} />
        ))}
        {gate.bubble ? <circle className="g" cx={gate.bubble[0]} cy={gate.bubble[1]} r={bubbleRadius} /> : null}
      </g>
      {gate.text.map(({ line, at }) => (
        <text key={line} x={at[0]} y={at[1]} className="gt" textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  )
}

/** Where a pin's name stands inside its box. */
const PIN_NAMES = {
  left: [4, 4, 'start'],
  right: [-4, 4, 'end'],
  top: [0, 13, 'middle'],
  bottom: [0, -5, 'middle'],
} as const

function Box({ box, onBox }: { box: DrawnBox; onBox: Props['onBox'] }) {
  const say = useText()
  const [x, y] = box.at
  return (
    <g
      className={`gate${onBox ? ' into' : ''}`}
      {...button(`${say(boxName(box.label))}: ${say(box.title)}`, onBox && (() => onBox(box.label)))}
    >
      <rect className="g" x={x} y={y} width={box.width} height={box.height} rx={2} />
      <text className="gt" x={x + box.width / 2} y={y + box.height / 2 + 4} textAnchor="middle">
        {say(boxName(box.label))}
      </text>
      {box.pins.map(pin => {
        const [dx, dy, anchor] = PIN_NAMES[pin.side]
        return (
          <text
            key={`${pin.name} ${pin.at[0]} ${pin.at[1]}`}
            className="pn"
            x={pin.at[0] + dx}
            y={pin.at[1] + dy}
            textAnchor={anchor}
          >
            <NetText of={pin.name} />
          </text>
        )
      })}
    </g>
  )
}

function ChipMark({ at, value }: { at: readonly [number, number]; value: number }) {
  return (
    <g className={`chip v${value}`}>
      <rect x={at[0] - CHIP.width / 2} y={at[1] - CHIP.height / 2} width={CHIP.width} height={CHIP.height} rx={2} />
      <text x={at[0]} y={at[1] + 4.4}>
        {value}
      </text>
    </g>
  )
}

interface TerminalsProps {
  readonly drawing: Drawing
  readonly module: string
  readonly switching: Switching | null
  readonly outer: Props['outer']
}

function Terminals({ drawing, module, switching, outer }: TerminalsProps) {
  const say = useText()
  return drawing.terminals.map(({ name, math, at, anchor, direction, net }) => {
    const chip = drawing.chips.find(each => each.net === net)
    const act = direction === 'input' ? switching?.get(name) : undefined
    return (
      <g
        key={name}
        className={act ? 'into' : undefined}
        {...(act
          ? { ...button(say(netText(name, module)), act), role: 'switch', 'aria-checked': chip?.value === 1 }
          : {})}
      >
        <text x={at[0]} y={at[1]} className="nm" textAnchor={anchor}>
          <NetText of={name} module={module} />
        </text>
        {outer?.[name] === undefined ? null : (
          <text
            x={at[0] + (direction === 'input' ? -16 : 14 + 4 * math.base.length)}
            y={at[1]}
            className="nl"
            textAnchor={anchor}
          >
            <NetText of={outer[name]} />
          </text>
        )}
        {act && chip ? <rect className="touch" x={chip.at[0] - 30} y={chip.at[1] - 12} width={44} height={24} /> : null}
      </g>
    )
  })
}

/** The wheel zooms a large drawing; it must be heard before the browser scrolls. */
function useWheel(svg: React.RefObject<SVGSVGElement | null>, on: boolean, zoom: (by: number) => void): void {
  const act = useRef(zoom)
  useEffect(() => {
    act.current = zoom
  }, [zoom])
  useEffect(() => {
    const element = svg.current
    if (!element || !on) return
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      act.current(event.deltaY < 0 ? 1.15 : 1 / 1.15)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [svg, on])
}

/** Dragging moves a large drawing; a press that goes nowhere stays a click. */
function useDrag(svg: React.RefObject<SVGSVGElement | null>, frame: Frame, on: boolean, show: (frame: Frame) => void) {
  const from = useRef<{ x: number; y: number; frame: Frame } | null>(null)
  if (!on) return {}
  return {
    onPointerDown: (event: React.PointerEvent) => {
      from.current = { x: event.clientX, y: event.clientY, frame }
    },
    onPointerMove: (event: React.PointerEvent) => {
      const start = from.current
      const element = svg.current
      if (!start || !element || event.buttons === 0) return
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y]
      if (Math.abs(dx) + Math.abs(dy) < 5) return
      const { width, height } = element.getBoundingClientRect()
      const scale = Math.max(start.frame.width / width, start.frame.height / height)
      show({ ...start.frame, x: start.frame.x - dx * scale, y: start.frame.y - dy * scale })
    },
    onPointerUp: () => {
      from.current = null
    },
  }
}
