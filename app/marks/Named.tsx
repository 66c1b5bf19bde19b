// Text in which cells' names are set as in the book: x₁₅, r₁ in italics with the number lower.
import { Fragment } from 'react'
import { classes } from '../style/classes.ts'

const c = classes()

const NAMES = /(?<![\p{L}\p{N}_])([rx])(\d+)(?![\p{L}_])/gu

/** One cell's name as it is read: `x15` as x₁₅. Copied, it is `x15`. */
export function Name({ of }: { of: string }) {
  return (
    <i className={c('mathName')}>
      {of[0]}
      <sub>{of.slice(1)}</sub>
    </i>
  )
}

/** A sentence in which every `r1` and `x15` is set as a name. */
export function Named({ text }: { text: string }) {
  const pieces: React.ReactNode[] = []
  let from = 0
  for (const match of text.matchAll(NAMES)) {
    pieces.push(<Fragment key={match.index}>{text.slice(from, match.index)}</Fragment>)
    pieces.push(<Name key={`${match.index}n`} of={match[0]} />)
    from = match.index + match[0].length
  }
  pieces.push(<Fragment key="rest">{text.slice(from)}</Fragment>)
  return pieces
}
