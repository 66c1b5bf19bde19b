// The way out of the editor by keyboard: Escape with nothing open, then Tab or Shift+Tab. A screen reader is told.

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
