// The icons of the page, 16 × 16, drawn in the colour of the text.
import { type NoteId, shownNote } from '../notes/sign.ts'
import { classes } from '../style/classes.ts'

const c = classes()

const SHAPES = {
  toStart: <path d="M3 3v10M13 3.2v9.6L5.5 8z" />,
  reverseContinue: (
    <>
      <path d="M13.5 3.2v9.6L7 8z" />
      <circle className={c('filled')} cx="3.4" cy="8" r="2.1" />
    </>
  ),
  stepBack: <path d="M11.5 3.2v9.6L4.5 8z" />,
  run: <path className={c('filled')} d="M4 2.6v10.8L13 8z" />,
  pause: <path className={c('filled')} d="M4 3h3v10H4zM9.5 3h3v10h-3z" />,
  step: <path d="M4.5 3.2v9.6L11.5 8z" />,
  continue: (
    <>
      <path d="M2.5 3.2v9.6L9 8z" />
      <circle className={c('filled')} cx="12.6" cy="8" r="2.1" />
    </>
  ),
  runToCursor: <path d="M2 3.2v9.6L8.5 8zM12 3v10M10.3 3h3.4M10.3 13h3.4" />,
  toEnd: <path d="M13 3v10M3 3.2v9.6L10.5 8z" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path className={c('filled')} d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
    </>
  ),
  branch: (
    <>
      <path d="M8 14V9M8 9C8 6.5 4 7 4 3M8 9c0-2.500 4-2 4-6" />
      <path className={c('filled')} d="M2.500 4.200 4 1.500l1.500 2.700zM10.500 4.200 12 1.500l1.500 2.700z" />
    </>
  ),
  more: (
    <>
      <circle className={c('filled')} cx="3.5" cy="8" r="1.2" />
      <circle className={c('filled')} cx="8" cy="8" r="1.2" />
      <circle className={c('filled')} cx="12.5" cy="8" r="1.2" />
    </>
  ),
} as const

export type IconName = keyof typeof SHAPES

/** An icon; one that stands alone, not in a button, has a note of its own. */
export function Icon({ name, of }: { name: IconName; of?: NoteId }) {
  return (
    <svg className={c('icon')} viewBox="0 0 16 16" aria-hidden="true" {...(of && shownNote(of))}>
      {SHAPES[name]}
    </svg>
  )
}
