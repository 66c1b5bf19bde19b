// A port's or net's name as people read it: s, c′, a₃, x⊕y in the book's italics, words upright.

import { classes } from '../../style/classes.ts'
import sheet from './circuit.module.css'
import { netLabel } from './names.ts'
import { useText } from './words.ts'

const c = classes(sheet)

interface Props {
  readonly of: string
  /** The name of the module that it is in. */
  readonly module?: string
}

export function NetName({ of, module = '' }: Props) {
  const say = useText()
  return netLabel(of, module).map(({ sign, text, index }) => {
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
}

/** The same within a drawing. */
export function NetText({ of, module = '' }: Props) {
  const say = useText()
  return netLabel(of, module).map(({ sign, text, index }) => (
    <tspan key={`${text.en}${index}`} className={c(!sign && 'word')}>
      {say(text)}
      {index === null ? null : (
        <tspan className={c('subscript')} dy="3.5">
          {index}
        </tspan>
      )}
    </tspan>
  ))
}
