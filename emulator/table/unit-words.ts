// What each unit does, in words of every language: one record a unit. It knows no step; explain.ts hands it the parts.
import { type Arithmetic, type Language, type Part, type Parts, parts } from '../instructions/index.ts'

/** The second operand as sentences call it. */
export interface Taken {
  /** The cell that it came from; null for a `#`. */
  readonly cell: Part | null
  /** Whether brackets led there. */
  readonly pointed: boolean
  readonly value: number
  /** With where it is from: `x15 = 1`, `5`, `label loop (line 6) = 3`. */
  readonly shown: Readonly<Record<Language, Parts>>
}

type Saying = (a: Part, b: Taken) => Parts

/** What is done to cell `a` with `b`: outright, and as the consequence of what brackets held (`r1 = 15, so …`). */
export interface UnitWords {
  readonly does: Readonly<Record<Language, Saying>>
  readonly follows: Readonly<Record<Language, Saying>>
}

const zhAdds: Saying = (a, b) =>
  b.cell === null ? parts`${a} 加${spaced(b)}` : parts`将 ${b.cell} 的 ${b.value} 加到 ${a}`
const zhSubtracts: Saying = (a, b) =>
  b.cell === null ? parts`${a} 减${spaced(b)}` : parts`从 ${a} 减去 ${b.cell} 的 ${b.value}`
const zhMultiplies: Saying = (a, b) =>
  b.cell === null ? parts`${a} 乘以${spaced(b)}` : parts`${a} 乘以 ${b.cell} 的 ${b.value}`
const zhDivides: Saying = (a, b) =>
  b.cell === null ? parts`${a} 除以${spaced(b)}` : parts`${a} 除以 ${b.cell} 的 ${b.value}`

export const UNIT_WORDS: Record<Arithmetic['unit'], UnitWords> = {
  adder: {
    does: { en: (a, b) => parts`adds ${b.shown.en} to ${a}`, zh: zhAdds },
    follows: {
      en: (a, b) => parts`${b.shown.en} is added to ${a}`,
      zh: (a, b) => (b.pointed ? parts`取 ${b.shown.zh} 加到 ${a}` : zhAdds(a, b)),
    },
  },
  subtractor: {
    does: { en: (a, b) => parts`subtracts ${b.shown.en} from ${a}`, zh: zhSubtracts },
    follows: { en: (a, b) => parts`${b.shown.en} is subtracted from ${a}`, zh: zhSubtracts },
  },
  multiplier: {
    does: { en: (a, b) => parts`multiplies ${a} by ${b.shown.en}`, zh: zhMultiplies },
    follows: { en: (a, b) => parts`${a} is multiplied by ${b.shown.en}`, zh: zhMultiplies },
  },
  divider: {
    does: { en: (a, b) => parts`divides ${a} by ${b.shown.en}`, zh: zhDivides },
    follows: { en: (a, b) => parts`${a} is divided by ${b.shown.en}`, zh: zhDivides },
  },
}

/** After a Chinese word a space stands before what is no Chinese sign: `加 5`, but `加标签“loop”…`. */
export function spaced({ shown }: Pick<Taken, 'shown'>): Parts {
  const [first] = shown.zh
  return first?.kind === 'words' ? shown.zh : parts` ${shown.zh}`
}
