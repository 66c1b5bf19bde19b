// "Number format": decimal, hexadecimal, binary, character.
import { RadioGroup } from 'radix-ui'
import { noteOn } from '../../notes/sign.ts'
import { NUMBER_FORMATS, type NumberFormat, prefer } from '../../state/preferences.ts'
import { usePreference } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'
import memory from './memory.module.css'

const c = classes(memory)

const SIGNS: Record<NumberFormat, string> = { decimal: '10', hexadecimal: '16', binary: '2', character: 'A' }

export function NumberFormats() {
  const t = useWords()
  const format = usePreference(({ numberFormat }) => numberFormat)
  return (
    <RadioGroup.Root
      className={c('tools')}
      aria-label={t('memory.numberFormat')}
      value={format}
      orientation="horizontal"
      onValueChange={value => prefer({ numberFormat: value as NumberFormat })}
    >
      {NUMBER_FORMATS.map(each => (
        <RadioGroup.Item
          key={each}
          value={each}
          className={c('toolButton')}
          aria-label={t(`memory.${each}`)}
          data-head={t(`memory.${each}`)}
          {...noteOn(each)}
        >
          {SIGNS[each]}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
