// What a `mov` does, large: the value on its way from one cell to the other.
import type { Copied } from '../../../../emulator/datapath/index.ts'
import type { Text } from '../../../../emulator/instructions/index.ts'
import { shownNote } from '../../../notes/sign.ts'
import { classes } from '../../../style/classes.ts'
import { Said } from '../../../text/Said.tsx'
import { useText } from '../../../text/useText.ts'
import sheet from '../circuit.module.css'
import { CIRCUIT_WORDS } from '../words.ts'

const c = classes(sheet)

const was = (value: number): Text => ({ en: `was ${value}`, zh: `原为 ${value}` })

export function Copy({ copy: { from, value, to, before } }: { copy: Copied }) {
  const say = useText()
  return (
    <span className={c('copy')} aria-hidden="true" {...shownNote('copying')}>
      <span className={c('copyCell')}>
        <small>{from === null ? say(CIRCUIT_WORDS.literal) : <Said parts={[from]} />}</small>
        <span className={c('value copied', from !== null && 'read')}>{value}</span>
      </span>
      <svg className={c('copyArrow')} viewBox="0 0 64 12" aria-hidden="true">
        <path d="M1 6H60M53 1l8 5-8 5" />
      </svg>
      <span className={c('copyCell')}>
        <small>
          <Said parts={[to]} />
        </small>
        <span className={c('keySign copied written')}>{value}</span>
        <small>{say(before === null ? CIRCUIT_WORDS.wasBlank : was(before))}</small>
      </span>
    </span>
  )
}
