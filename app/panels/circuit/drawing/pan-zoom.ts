// Which part of a drawing is seen: where it begins, zooming and moving about by wheel, drag and keys.
import { useEffect, useRef } from 'react'
import type { Drawing } from '../../../../emulator/circuits/index.ts'

export interface Viewport {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A drawing larger than this is one to move about in. */
export const LARGE = 640

/** Units of the drawing to a pixel at which names can still be read. */
const READABLE = 1.5

/** The room on the screen, in pixels. */
export interface ScreenSize {
  readonly width: number
  readonly height: number
}

/** A drawing as low as this is shown whole, however little room there is. */
const LOW = 400

/** A drawing is never shown so near that less than this is seen of it. */
const NEAREST = 60

export const wholeOf = ({ origin, width, height }: Drawing): Viewport => ({ x: origin[0], y: origin[1], width, height })

/**
 * What is seen at first in that room: all of a drawing that can nearly be read so, else the part around what is looked at,
 * or around its first input.
 */
export function beginning(drawing: Drawing, focus: string | undefined, room: ScreenSize): Viewport {
  const whole = wholeOf(drawing)
  const [wide, high] = [room.width * READABLE, room.height * READABLE]
  if (whole.width <= Math.max(1.5 * wide, 1.4 * LARGE) && whole.height <= Math.max(1.5 * high, LOW)) return whole
  const width = Math.min(whole.width, wide)
  const height = Math.min(whole.height, high)
  const box = drawing.boxes.find(each => each.label === focus)
  const within = (wanted: number, from: number, all: number, part: number): number =>
    Math.min(Math.max(from, wanted), from + all - part)
  const first = drawing.terminals.find(({ direction }) => direction === 'input')?.at
  const [x, y] = box
    ? [box.at[0] + box.width / 2 - width / 2, box.at[1] + box.height / 2 - height / 2]
    : [whole.x, (first?.[1] ?? whole.y) - 40]
  return { x: within(x, whole.x, whole.width, width), y: within(y, whole.y, whole.height, height), width, height }
}

/** Nearer or farther, about the middle or about a point. */
export function zoomed(frame: Viewport, whole: Viewport, by: number, about?: readonly [number, number]): Viewport {
  const width = Math.min(Math.max(whole.width, frame.width) * 1.5, Math.max(NEAREST, frame.width / by))
  const scale = width / frame.width
  const [x, y] = about ?? [frame.x + frame.width / 2, frame.y + frame.height / 2]
  return { x: x + (frame.x - x) * scale, y: y + (frame.y - y) * scale, width, height: frame.height * scale }
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What a key makes of a frame: arrows move by an eighth of what is seen, + and − zoom, 0 shows all; else null. */
export function keyed(key: string, frame: Viewport, whole: Viewport): Viewport | null {
  const way = WAYS[key]
  if (way) return { ...frame, x: frame.x + (way[0] * frame.width) / 8, y: frame.y + (way[1] * frame.height) / 8 }
  if (key === '+' || key === '=') return zoomed(frame, whole, 1.5)
  if (key === '-') return zoomed(frame, whole, 1 / 1.5)
  return key === '0' ? whole : null
}

/** Units of the drawing to a pixel of the screen. */
const scaleOf = (element: Element, frame: Viewport): number => {
  const { width, height } = element.getBoundingClientRect()
  return Math.max(frame.width / width, frame.height / height)
}

type Svg = React.RefObject<SVGSVGElement | null>

/** The wheel zooms about the pointer; it must be heard before the browser scrolls. */
export function useWheel(
  svg: Svg,
  on: boolean,
  frame: Viewport,
  whole: Viewport,
  show: (frame: Viewport) => void,
): void {
  const act = useRef<(event: WheelEvent) => void>(() => {})
  useEffect(() => {
    act.current = event => {
      const element = svg.current!
      const { left, top, width, height } = element.getBoundingClientRect()
      const scale = scaleOf(element, frame)
      const x = frame.x + frame.width / 2 + (event.clientX - left - width / 2) * scale
      const y = frame.y + frame.height / 2 + (event.clientY - top - height / 2) * scale
      show(zoomed(frame, whole, event.deltaY < 0 ? 1.15 : 1 / 1.15, [x, y]))
    }
  }, [svg, frame, whole, show])
  useEffect(() => {
    const element = svg.current
    if (!element || !on) return
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      act.current(event)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [svg, on])
}

/** Dragging moves a drawing; a press that goes nowhere stays a click. */
export function useDrag(svg: Svg, on: boolean, frame: Viewport, show: (frame: Viewport) => void) {
  const from = useRef<{ x: number; y: number; frame: Viewport } | null>(null)
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
      // From now on it is a drag: held by the picture, no click on what lies under it.
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId)
      const scale = scaleOf(element, start.frame)
      show({ ...start.frame, x: start.frame.x - dx * scale, y: start.frame.y - dy * scale })
    },
    onPointerUp: () => {
      from.current = null
    },
  }
}
