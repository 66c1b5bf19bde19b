// Numbers bit under bit, and the chain in which a bit is picked: what the overviews of all circuits are made of.
import type { Part, Text } from '../../../../emulator/instructions/index.ts'
import { shownNote } from '../../../notes/sign.ts'
import { session } from '../../../state/session.ts'
import { classes } from '../../../style/classes.ts'
import { Said } from '../../../text/Said.tsx'
import { useText } from '../../../text/useText.ts'
import sheet from '../circuit.module.css'
import { NetName } from '../NetName.tsx'
import { noteOf } from '../net-notes.ts'
import { CIRCUIT_WORDS } from '../words.ts'

const c = classes(sheet)

/** Which columns stand beside the picked one on a phone: its byte. */
const far = (i: number, bit: number): boolean => i >> 3 !== bit >> 3

const cellClass = (i: number, bit: number, top: number): string =>
  `${i % 4 === 3 || i === top ? ' nibble' : ''}${i === bit ? ' picked' : ''}${far(i, bit) ? ' far' : ''}`

const rowNote = (of: string | null) => {
  const id = of === null ? null : noteOf(of, '')
  return id === null ? {} : shownNote(id)
}

interface BitRowProps {
  /** The name of what stands in the row, as a net's; null leaves the row's place empty. */
  readonly of: string | null
  /** Where it comes from or goes to. */
  readonly name?: Part | null | undefined
  readonly small?: React.ReactNode
  /** Lowest first. */
  readonly digits: readonly number[]
  readonly bit: number
  readonly number?: string
  readonly kind?: 'carryRow' | 'last'
  /** Whether a digit changes more than once before it settles; only while time is watched. */
  readonly restless?: ((bit: number) => boolean) | undefined
  readonly onSwitch?: ((bit: number) => void) | undefined
}

export function BitRow({ of, name, small, digits, bit, number, kind, restless, onSwitch }: BitRowProps) {
  const top = digits.length - 1
  return (
    <div className={c('bitRow', kind)} aria-hidden={onSwitch ? undefined : true}>
      <span className={c('rowName')} {...rowNote(of)}>
        {of === null ? null : <NetName of={of} />} <small>{name ? <Said parts={[name]} /> : small}</small>
      </span>
      {digits.toReversed().map((value, at) => {
        const i = top - at
        const drawn = c('bit', cellClass(i, bit, top), value === 1 && 'isOne', restless?.(i) && 'restless')
        return onSwitch ? (
          <button
            key={i}
            type="button"
            tabIndex={-1}
            className={drawn}
            aria-label={`${of} ${i}`}
            aria-pressed={value === 1}
            onClick={() => onSwitch(i)}
          >
            {value}
          </button>
        ) : (
          <span key={i} className={drawn} {...(restless?.(i) ? shownNote('dashed') : {})}>
            {value}
          </span>
        )
      })}
      <span className={c('decimal')}>{number}</span>
    </div>
  )
}

/** A row in which nothing stands: so that all overviews are equally high and nothing moves from step to step. */
export function EmptyRow({ bits, bit, kind }: { bits: number; bit: number; kind?: 'carryRow' | 'last' }) {
  const top = bits - 1
  return (
    <div className={c('bitRow', kind)} aria-hidden="true">
      <span className={c('rowName')} />
      {Array.from({ length: bits }, (_, at) => {
        const i = top - at
        return <span key={i} className={c('bit', cellClass(i, bit, top))} />
      })}
      <span className={c('decimal')} />
    </div>
  )
}

/** `Bit 31`. */
const bitName = (i: number): Text => ({ en: `Bit ${i}`, zh: `第 ${i} 位` })

interface ChainProps {
  readonly bits: number
  readonly bit: number
  /** The last carry; null where none runs through. */
  readonly carry: number | null
  /** While time runs: whether a place has not come to its end yet, and the carry into it. */
  readonly running?: { readonly pending: (bit: number) => boolean; readonly carry: (bit: number) => number } | undefined
  /** What a column holds, for those who cannot see it. */
  readonly told?: (bit: number) => string
}

/** One part for every bit, in a chain: a radio group with one tab stop, in which arrows pick a bit, or dragging. */
export function Chain({ bits, bit, carry, running, told }: ChainProps) {
  const say = useText()
  const top = bits - 1
  const pick = (to: number): void => {
    if (to < 0 || to > top) return
    session.setState({ bit: to })
    requestAnimationFrame(() => document.getElementById(`bit-${to}`)?.focus())
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const to = { ArrowLeft: bit + 1, ArrowUp: bit + 1, ArrowRight: bit - 1, ArrowDown: bit - 1, Home: top, End: 0 }[
      event.key
    ]
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    pick(to)
  }
  const onPointerMove = (event: React.PointerEvent): void => {
    if (event.buttons !== 1) return
    const under = document.elementFromPoint(event.clientX, event.currentTarget.getBoundingClientRect().top + 2)
    const to = /^bit-(\d+)$/.exec(under?.closest('[role="radio"]')?.id ?? '')?.[1]
    if (to !== undefined && Number(to) !== bit) session.setState({ bit: Number(to) })
  }
  return (
    <div
      className={c('bitRow adders', carry === null && 'loose')}
      role="radiogroup"
      aria-label={say(CIRCUIT_WORDS.bit)}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
    >
      <span className={c('rowName carryOut')} aria-hidden="true">
        {carry === null ? null : (
          <>
            <NetName of="c_next" /> {carry} ←
          </>
        )}
      </span>
      {Array.from({ length: bits }, (_, at) => {
        const i = top - at
        return (
          <button
            key={i}
            id={`bit-${i}`}
            type="button"
            role="radio"
            aria-checked={i === bit}
            tabIndex={i === bit ? 0 : -1}
            aria-label={`${say(bitName(i))}${told ? `${say(CIRCUIT_WORDS.colon)}${told(i)}` : ''}`}
            className={c(
              'bit',
              cellClass(i, bit, top),
              running?.pending(i) && 'pending',
              running?.carry(i) === 1 && 'carrying',
            )}
            onClick={() => session.setState({ bit: i })}
          >
            <span>{i}</span>
          </button>
        )
      })}
      <span className={c('decimal')} />
    </div>
  )
}
