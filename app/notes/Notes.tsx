// Shows the note of the sign under the pointer, in focus, or pressed for long; holds all notes for whoever hears the page.
// Signs are told by their attribute alone (sign.ts), wherever they stand. Loaded after the first paint.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePreference } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import sheet from './notes.module.css'
import { type NoteId, noteElement } from './sign.ts'
import { walk } from './walking.ts'
import { NOTES } from './words.ts'

const c = classes(sheet)

/** Milliseconds until a note is shown under a pointer that rests, and under a finger. */
const HOVER = 350
const PRESS = 500
/** And how long it stays when the pointer is on its way to it. */
const GRACE = 160

/** The keys that lead from one sign to the next. */
const WALKING = /^(Tab|Arrow|Home|End)/

type Sign = HTMLElement | SVGElement

const signAt = (target: EventTarget | null): Sign | null =>
  target instanceof Element ? target.closest<Sign>('[data-note]') : null

const IDS = Object.keys(NOTES) as NoteId[]

export default function Notes() {
  const language = usePreference(preferences => preferences.language)
  const tip = useRef<HTMLDivElement>(null)
  const [sign, setSign] = useState<Sign | null>(null)
  useSigns(tip, sign, setSign)
  useLayoutEffect(() => {
    if (sign === null || tip.current === null) return
    tip.current.showPopover?.()
    place(tip.current, sign.getBoundingClientRect())
  })
  const id = sign?.dataset['note'] as NoteId | undefined
  const head = sign?.dataset['head']
  const refusal = sign?.dataset['refusal']
  return (
    <>
      <div hidden>
        {IDS.map(each => (
          <p key={each} id={noteElement(each)}>
            {NOTES[each][language]}
          </p>
        ))}
      </div>
      {id === undefined ? null : (
        <div ref={tip} className={c('tip')} role="tooltip" popover="manual">
          {head === undefined ? null : <b>{head}</b>}
          {NOTES[id][language]}
          {refusal === undefined ? null : <em>{refusal}</em>}
        </div>
      )}
    </>
  )
}

/** Listens for what asks for a note, and for what ends it. */
function useSigns(tip: React.RefObject<HTMLElement | null>, sign: Sign | null, show: (sign: Sign | null) => void) {
  const shown = useRef(sign)
  shown.current = sign
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isPressed = false
    // Where the reader went by keys there is a note; where a menu or dialog that closes puts the focus back there is none.
    let isWalking = false
    const later = (wait: number, next: Sign | null): void => {
      clearTimeout(timer)
      timer = setTimeout(() => show(next), wait)
    }
    const hide = (): void => {
      clearTimeout(timer)
      show(null)
    }
    const isTip = (target: EventTarget | null): boolean =>
      target instanceof Node && tip.current?.contains(target) === true
    const listeners: { [Type in keyof DocumentEventMap]?: (event: DocumentEventMap[Type]) => void } = {
      pointerover: event => {
        if (event.pointerType === 'touch') return
        if (isTip(event.target)) clearTimeout(timer)
        else {
          const next = signAt(event.target)
          if (next === shown.current && next !== null) clearTimeout(timer)
          else later(next === null || shown.current !== null ? GRACE : HOVER, next)
        }
      },
      pointerdown: event => {
        isWalking = false
        if (isTip(event.target)) return
        hide()
        isPressed = false
        const pressed = signAt(event.target)
        if (event.pointerType !== 'touch' || pressed === null) return
        timer = setTimeout(() => {
          isPressed = true
          show(pressed)
        }, PRESS)
      },
      pointermove: event => {
        const isMoved = Math.abs(event.movementX) + Math.abs(event.movementY) > 6
        if (event.pointerType === 'touch' && !isPressed && isMoved) clearTimeout(timer)
      },
      pointerup: event => {
        if (event.pointerType === 'touch' && !isPressed) clearTimeout(timer)
      },
      pointercancel: () => clearTimeout(timer),
      contextmenu: event => {
        if (isPressed) event.preventDefault()
      },
      focusin: event => {
        const next = signAt(event.target)
        if (isWalking && next?.contains(event.target as Node) && next.matches(':focus-visible')) show(next)
      },
      focusout: () => hide(),
      keydown: event => {
        if (event.key === 'Escape' && shown.current !== null) hide()
      },
    }
    const onKey = (event: KeyboardEvent): void => {
      isWalking = WALKING.test(event.key)
    }
    /** A long press asked what the sign is, not for what it does; a heading does nothing but tell. */
    const onClick = (event: Event): void => {
      if (isPressed) {
        event.preventDefault()
        event.stopPropagation()
        isPressed = false
        return
      }
      const clicked = signAt(event.target)
      if (clicked?.closest('h1,h2') != null) show(clicked)
    }
    const entries = Object.entries(listeners) as [keyof DocumentEventMap, (event: Event) => void][]
    for (const [type, listener] of entries) document.addEventListener(type, listener)
    document.addEventListener('click', onClick, { capture: true })
    document.addEventListener('keydown', onKey, { capture: true })
    // Before toolbars and tables take the arrows for themselves.
    document.addEventListener('keydown', walk, { capture: true })
    addEventListener('scroll', hide, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const [type, listener] of entries) document.removeEventListener(type, listener)
      document.removeEventListener('click', onClick, { capture: true })
      document.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('keydown', walk, { capture: true })
      removeEventListener('scroll', hide, { capture: true })
    }
  }, [tip, show])
}

/** Beneath its sign where there is room, else above it, and never off the page. */
function place(tip: HTMLElement, at: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect()
  const below = at.bottom + 6
  const top = below + height + 8 <= innerHeight ? below : Math.max(8, at.top - height - 6)
  const left = Math.min(Math.max(8, at.left), Math.max(8, innerWidth - width - 8))
  tip.style.top = `${top}px`
  tip.style.left = `${left}px`
}
