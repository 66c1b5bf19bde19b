// A port's or net's name as people read it: s, c′, a₃, x⊕y in the book's italics, words upright; with its note.
import { shownNote } from '../../notes/sign.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import sheet from './circuit.module.css'
import { netLabel } from './names.ts'
import { noteOf } from './net-notes.ts'

const c = classes(sheet)

interface Props {
  readonly of: string
  /** The name of the module that it is in. */
  readonly module?: string
}

/** What makes a name a sign, where it has a note. */
const signOf = ({ of, module = '' }: Props) => {
  const id = noteOf(of, module)
  return id === null ? {} : shownNote(id)
}

export function NetName({ of, module = '' }: Props) {
  const say = useText()
  const pieces = netLabel(of, module).map(({ sign, text, index }) => {
    const lower = index !== null && <sub>{index}</sub>
    return sign ? (
      <i key={`${text.en}${index}`} className={c('mathName')}>
        {text.en}
        {lower}
      </i>
    ) : (
      <span key={text.en}>
        {say(text)}
        {lower}
      </span>
    )
  })
  return <span {...signOf({ of, module })}>{pieces}</span>
}

/** The same within a drawing. */
export function NetText({ of, module = '' }: Props) {
  const say = useText()
  const pieces = netLabel(of, module).map(({ sign, text, index }) => (
    <tspan key={`${text.en}${index}`} className={c(!sign && 'word')}>
      {say(text)}
      {index === null ? null : (
        <tspan className={c('subscript')} dy="3.5">
          {index}
        </tspan>
      )}
    </tspan>
  ))
  return <tspan {...signOf({ of, module })}>{pieces}</tspan>
}
