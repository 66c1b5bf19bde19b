// A list that may be longer than its room: it can be scrolled by keyboard as well.
import { classes } from '../../style/classes.ts'
import sheet from './circuit.module.css'

const c = classes(sheet)
interface Props {
  readonly label: string
  readonly children: React.ReactNode
}

export function ScrollBox({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className={c('scroller')} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
