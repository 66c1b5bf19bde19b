// Where the flags came from that a jump looks at: the instruction that set them, with its numbers, and the way to its step.
import { code, parts, perLanguage } from '../../../../emulator/instructions/index.ts'
import { comparison } from '../../../../emulator/table/numbers.ts'
import { useSession } from '../../../state/react.ts'
import { goTo } from '../../../state/transport.ts'
import { classes } from '../../../style/classes.ts'
import { Said } from '../../../text/Said.tsx'
import { useText } from '../../../text/useText.ts'
import sheet from '../circuit.module.css'
import { CIRCUIT_WORDS } from '../words.ts'

const c = classes(sheet)

export function FlagsFrom() {
  const say = useText()
  const step = useSession(({ view }) => view?.step ?? null)
  const rows = useSession(({ view }) => view?.rows)
  if (step === null) return null
  const { left, right, setter } = step.flagsFrom
  if (setter < 0) return say(CIRCUIT_WORDS.flagsUnset)
  const earlier = (rows ?? []).flatMap(row => row.steps.map(each => ({ each, row })))
  const found = earlier.findLast(({ each }) => each.step < step.step && each.pc === setter)
  // A comparison writes nothing: its two numbers are told, of a calculation its result.
  const numbers = found?.each.write === null ? comparison(left, right) : parts`${left}`
  const by = found?.row.instruction.split(' / ')[0]
  const said = perLanguage(language =>
    by === undefined
      ? parts`${CIRCUIT_WORDS.setEarlier[language]} ${numbers}`
      : parts`${CIRCUIT_WORDS.setBy[language]} ${code(by)}${CIRCUIT_WORDS.setAs[language]}${numbers} `,
  )
  return (
    <>
      <Said parts={say(said)} />
      {found === undefined ? null : (
        <button type="button" className={c('textButton')} onClick={() => goTo(found.each.step)}>
          {`${say(CIRCUIT_WORDS.goThere)} ${found.each.step}${say(CIRCUIT_WORDS.goThereEnd)}`}
        </button>
      )}
    </>
  )
}
