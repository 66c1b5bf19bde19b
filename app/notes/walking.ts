// The keyboard's way to signs that do nothing: from a heading, arrows lead through all signs in sight, one after the other.

const isSign = (target: EventTarget | null): target is HTMLElement =>
  target instanceof Element &&
  (target.matches('h1 > [data-note], h2 > [data-note]') || target.hasAttribute('data-walked'))

/** The signs in sight in the order of the page, each once. */
function signsInSight(): HTMLElement[] {
  const seen = new Set<string>()
  return [...document.querySelectorAll<HTMLElement>('[data-note]')].filter(sign => {
    const id = sign.dataset['note']!
    if (seen.has(id) || !sign.checkVisibility()) return false
    seen.add(id)
    return true
  })
}

/** Moves the focus by an arrow, if it is on a heading or on the way from one. */
export function walk(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (by === undefined || event.defaultPrevented || !isSign(event.target)) return
  const from = event.target
  const signs = signsInSight()
  const at = signs.indexOf(signs.find(sign => sign.dataset['note'] === from.dataset['note']) ?? from)
  const next = signs[at + by]
  if (next === undefined) return
  event.preventDefault()
  event.stopPropagation()
  // On the way, arrows are the walk's, also on what has arrows of its own: Tab leads out.
  next.setAttribute('data-walked', '')
  next.addEventListener('blur', () => next.removeAttribute('data-walked'), { once: true })
  if (next.tabIndex < 0 && !next.hasAttribute('tabindex')) next.setAttribute('tabindex', '-1')
  next.focus()
}
