// Numbers in the reader's language, as the chrome shows them.
import { type Language, perLanguage } from '../../emulator/instructions/index.ts'

/** One is dear to make, and several are asked for with every step. */
const both = (language: Language) => ({
  grouped: new Intl.NumberFormat(language),
  plain: new Intl.NumberFormat(language, { useGrouping: false }),
})

const FORMATS = perLanguage(both)

/** For numbers up to `highest`: a number of four digits isn't grouped unless longer ones stand beside it. */
export function numberFormat(language: Language, highest = Number.POSITIVE_INFINITY): Intl.NumberFormat {
  return highest >= 10_000 ? FORMATS[language].grouped : FORMATS[language].plain
}
