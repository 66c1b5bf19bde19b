// A view's heading with its note. It is the one place for the keyboard: arrows lead from it through the page's signs.
import { classes } from '../style/classes.ts'
import { type NoteId, noteOn } from './sign.ts'

const c = classes()

export function Heading({ of, children }: { of: NoteId; children: string }) {
  return (
    <h2>
      <button type="button" className={c('heading')} {...noteOn(of)}>
        {children}
      </button>
    </h2>
  )
}
