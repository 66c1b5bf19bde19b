// Operands as other machines write them, and how they are written here. It knows no statement around them.
import type { Sentence } from '../../emulator/instructions/index.ts'
import { REASONS } from '../diagnostics/index.ts'
import { isRegister, NAME } from './forms.ts'

/** What a foreign operand is, and what is written in its place; null where that isn't plain. */
export interface ForeignOperand {
  /** Malformed as a whole; or a number that is none; or a character that can't stand where it does. */
  readonly code: 'malformed-operand' | 'malformed-number' | 'unexpected-character'
  readonly reason: Sentence
  readonly instead: string | null
}

type Row = readonly [
  pattern: RegExp,
  code: ForeignOperand['code'],
  reason: Sentence,
  instead: (part: string, all: string) => string | null,
]

const ROWS: readonly Row[] = [
  // `*r1`, `@r1`: where a pointer leads.
  [new RegExp(`^[*@](r[0-7]|\\d+|${NAME})$`, 'iu'), 'unexpected-character', REASONS.pointer, part => `[${part}]`],
  // `&total`, `=10`, `offset total`: the number itself.
  [new RegExp(`^[&=]\\s*(-?\\d\\w*|${NAME})$`, 'u'), 'unexpected-character', REASONS.itself, plainNumber],
  // `{r1}`, `<r1>`
  [/^[{<]\s*(\w+)\s*[}>]$/, 'malformed-operand', REASONS.parenthesis, part => `[${part}]`],
  // `0(r1)` is `[r1]`; `4(r1)` has to be computed.
  [
    /^-?\d+\(\s*(r[0-7])\s*\)$/i,
    'malformed-operand',
    REASONS.parenthesis,
    (part, all) => (/^0+\(/.test(all) ? `[${part}]` : null),
  ],
  // `#(1)`
  [/^#[({]\s*(-?\d+)\s*[)}]$/, 'malformed-operand', REASONS.bareImmediate, part => `#${part}`],
  // `#$1F`, `#&1F`: the number itself; `$FF` is a cell's, or, as in other places, the number.
  [/^#[$&]([0-9a-f]+)$/i, 'malformed-number', REASONS.dollar, part => `#0x${part}`],
  [/^\$([0-9a-f]*[a-f][0-9a-f]*|0[0-9a-f]+)$/i, 'malformed-number', REASONS.dollar, part => `0x${part}`],
]

/** An operand of another machine; null where it is none that is known. */
export function foreignOperand(written: string): ForeignOperand | null {
  for (const [pattern, code, reason, instead] of ROWS) {
    const part = pattern.exec(written)?.[1]
    if (part === undefined) continue
    const isComputed = code === 'malformed-operand' && instead(part, written) === null
    return { code, reason: isComputed ? REASONS.computed : reason, instead: instead(part, written) }
  }
  return null
}

function plainNumber(part: string): string | null {
  return isRegister(part) ? null : `#${part}`
}

type NumberRow = readonly [pattern: RegExp, write: (digits: string) => string | null]

/** Numbers as written elsewhere: `0FFh`, `$FF` apart, `101b`, `0o17`, `1_000`, `1.`, `1F`. */
const NUMBERS: readonly NumberRow[] = [
  [/^([0-9a-f]+)h$/i, digits => `0x${digits}`],
  [/^([01]+)b$/i, digits => `0b${digits}`],
  [/^0o([0-7]{1,15})$/i, digits => `${Number.parseInt(digits, 8)}`],
  [/^(\d{1,3}(?:_\d{3})+|\d+)\.?0*$/, digits => digits.replaceAll('_', '')],
  [/^(0x[0-9a-f]+(?:_[0-9a-f]+)+|0b[01]+(?:_[01]+)+)$/i, digits => digits.replaceAll('_', '')],
  [/^(\d+)[ul]+$/i, digits => digits],
  // `3e2` may as well be 300.
  [/^(?!\d+e\d+$|0b)(\d+[a-f][0-9a-f]*)$/i, digits => `0x${digits}`],
]

/** A number that is none here, as it would be written; null where it isn't plain which one is meant. */
export function foreignNumber(written: string): string | null {
  for (const [pattern, write] of NUMBERS) {
    const digits = pattern.exec(written)?.[1]
    if (digits !== undefined) return write(digits)
  }
  return null
}
