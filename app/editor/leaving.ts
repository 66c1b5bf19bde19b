// The way into the editor by keyboard and out of it again: Escape with nothing open, then Tab or Shift+Tab.

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta'])

/**
 * Watches the keys of an editor inside `frame`, the parent of the engine's own element: the engine takes an Escape that
 * closes something, so that only one with nothing open comes through. Returns how to stop.
 * @param say  tells a screen reader
 */
export function letTabLeave(frame: HTMLElement, say: (leaving: boolean) => void): () => void {
  let leaving = false
  const set = (now: boolean): void => {
    if (now === leaving) return
    leaving = now
    say(now)
  }
  const before = (event: KeyboardEvent): void => {
    if (!leaving || MODIFIERS.has(event.key)) return
    // The engine must not see the Tab, so that the browser moves the focus.
    if (event.key === 'Tab') event.stopPropagation()
    set(false)
  }
  const after = (event: KeyboardEvent): void => {
    const free = !event.defaultPrevented && !event.isComposing
    if (event.key === 'Escape' && free) set(true)
  }
  const end = (): void => set(false)
  frame.addEventListener('keydown', before, { capture: true })
  frame.addEventListener('keydown', after)
  frame.addEventListener('pointerdown', end)
  frame.addEventListener('focusout', end)
  return () => {
    frame.removeEventListener('keydown', before, { capture: true })
    frame.removeEventListener('keydown', after)
    frame.removeEventListener('pointerdown', end)
    frame.removeEventListener('focusout', end)
  }
}

/**
 * Marks `frame` with `data-arrived` while the focus that came by the keyboard has done nothing yet: a caret alone is easily
 * overlooked, and a ring around what one is typing is a nuisance. Returns how to stop.
 */
export function markArrival(frame: HTMLElement): () => void {
  let byKey = false
  const key = (event: KeyboardEvent): void => {
    if (MODIFIERS.has(event.key)) return
    byKey = event.key === 'Tab'
    delete frame.dataset['arrived']
  }
  const pointer = (): void => {
    byKey = false
    delete frame.dataset['arrived']
  }
  const arrive = ({ relatedTarget }: FocusEvent): void => {
    const fromOutside = !(relatedTarget instanceof Node && frame.contains(relatedTarget))
    if (byKey && fromOutside) frame.dataset['arrived'] = ''
  }
  document.addEventListener('keydown', key, { capture: true })
  document.addEventListener('pointerdown', pointer, { capture: true })
  frame.addEventListener('focusin', arrive)
  return () => {
    document.removeEventListener('keydown', key, { capture: true })
    document.removeEventListener('pointerdown', pointer, { capture: true })
    frame.removeEventListener('focusin', arrive)
  }
}
