// The addition as it is written, over all bits with its carries: the overview of adder and subtractor. Its rule is the chain
// of full adders; a bit is picked there.
import { useMemo } from 'react'
import { fromBits, lookInside } from '../../../emulator/circuits/index.ts'
import { Named } from '../../marks/Named.tsx'
import { session } from '../../state/session.ts'
import { setInputs } from './state.ts'
import type { Subject } from './subject.ts'
import { useText, WORDS } from './words.ts'

interface Props {
  readonly subject: Subject
  readonly values: Uint8Array
  readonly bit: number
}

interface Column {
  readonly c: number
  readonly x: number
  readonly y: number
  readonly s: number
  readonly c_next: number
}

/** Whether the overview suits a module. */
export const isWritten = (name: string): boolean => name === 'ripple-adder' || name === 'subtractor'

export function Written({ subject, values, bit }: Props) {
  const say = useText()
  const { module, names } = subject
  const onBench = subject.kind === 'bench'
  const bits = module.bits!
  const taking = module.name === 'subtractor'
  const columns = useMemo(() => {
    const inside = taking ? ['adder'] : []
    return Array.from({ length: bits }, (_, i) => {
      const one = lookInside(module, [...inside, `bit${i}`], values)!
      return { ...one.inputs, ...one.outputs } as unknown as Column
    })
  }, [module, values, bits, taking])
  const number = (of: (column: Column) => number): number => fromBits(columns.map(of), true)
  const flipped = (column: Column): number => 1 - column.y
  const [a, b, sum] = [number(({ x }) => x), number(taking ? flipped : ({ y }) => y), number(({ s }) => s)]
  const second = `${taking ? '−' : '+'} ${b < 0 ? `(${b})` : b}`
  const widest = Math.max(...[`${a}`, second, `${sum}`].map(text => text.length))
  const switched = (port: 'a' | 'b') => (i: number) => flip(subject, port, i)
  return (
    <div className="rip" style={{ '--bits': bits, '--decimals': widest } as React.CSSProperties}>
      <Row label="c" small={say(WORDS.carry)} columns={columns} of={column => column.c} bit={bit} kind="rc" />
      <Row
        label="a"
        name={names?.a}
        columns={columns}
        of={column => column.x}
        bit={bit}
        number={`${a}`}
        onSwitch={onBench ? switched('a') : undefined}
      />
      <Row
        label="b"
        name={names?.b}
        columns={columns}
        of={taking ? flipped : column => column.y}
        bit={bit}
        number={second}
        onSwitch={onBench ? switched('b') : undefined}
      />
      {taking ? <Row label="¬b" columns={columns} of={column => column.y} bit={bit} /> : null}
      <Chain
        bits={bits}
        bit={bit}
        carry={columns[bits - 1]!.c_next}
        told={i => {
          const { x, y, c, s } = columns[i]!
          return `x ${x}, y ${y}, c ${c}, s ${s}`
        }}
      />
      <Row
        label="s"
        name={names?.result}
        small={names && names.result === null ? say(WORDS.notStored) : undefined}
        columns={columns}
        of={column => column.s}
        bit={bit}
        number={`${sum}`}
        kind="last"
      />
    </div>
  )
}

/**
 * The same place while nothing is added: why it is so, and the chain, in which the bit to be watched can be picked already.
 */
export function NothingWritten({ subject: { bits, words }, bit }: { subject: Subject; bit: number }) {
  const say = useText()
  return (
    <div className="rip idle" style={{ '--bits': bits } as React.CSSProperties}>
      <p className="why">
        <b>{say(words)}</b>
        <span className="note">{say(WORDS.yours)}</span>
      </p>
      <Chain bits={bits} bit={bit} carry={null} />
      <div className="rr last" aria-hidden="true" />
    </div>
  )
}

/** Switches one bit of an operand on the bench. */
function flip({ inputs, module }: Subject, port: 'a' | 'b', i: number): void {
  const spare = 32 - module.bits!
  setInputs({ [port]: (((inputs[port] ?? 0) ^ (1 << i)) << spare) >> spare })
}

interface RowProps {
  readonly label: string
  readonly name?: string | null | undefined
  readonly small?: string | undefined
  readonly columns: readonly Column[]
  readonly of: (column: Column) => number
  readonly bit: number
  readonly number?: string
  readonly kind?: 'rc' | 'last'
  readonly onSwitch?: ((bit: number) => void) | undefined
}

/** Which columns stand beside the picked one on a phone: its byte. */
const far = (i: number, bit: number): boolean => i >> 3 !== bit >> 3

const cellClass = (i: number, bit: number, top: number): string =>
  `${i % 4 === 3 || i === top ? ' q' : ''}${i === bit ? ' pk' : ''}${far(i, bit) ? ' far' : ''}`

function Row({ label, name, small, columns, of, bit, number, kind, onSwitch }: RowProps) {
  const top = columns.length - 1
  return (
    <div className={`rr${kind ? ` ${kind}` : ''}`} aria-hidden={onSwitch ? undefined : true}>
      <span className="rl">
        <i className="nm">{label}</i> <small>{name ? <Named text={name} /> : small}</small>
      </span>
      {columns.toReversed().map((column, at) => {
        const i = top - at
        const value = of(column)
        const classes = `b${cellClass(i, bit, top)} v${value}`
        return onSwitch ? (
          <button
            key={i}
            type="button"
            tabIndex={-1}
            className={classes}
            aria-label={`${label} ${i}`}
            aria-pressed={value === 1}
            onClick={() => onSwitch(i)}
          >
            {value}
          </button>
        ) : (
          <span key={i} className={classes}>
            {value}
          </span>
        )
      })}
      <span className="rd">{number}</span>
    </div>
  )
}

interface ChainProps {
  readonly bits: number
  readonly bit: number
  /** The last carry; null where nothing is added. */
  readonly carry: number | null
  /** What a column holds, for those who cannot see it. */
  readonly told?: (bit: number) => string
}

/** The full adders in their chain: a radio group with one tab stop, in which arrows pick a bit. */
function Chain({ bits, bit, carry, told }: ChainProps) {
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
  return (
    <div className="rr fa" role="radiogroup" aria-label={say(WORDS.bit)} onKeyDown={onKeyDown}>
      <span className="rl co" aria-hidden="true">
        {carry === null ? null : (
          <>
            <i className="nm">c′</i> {carry} ←
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
            aria-label={`${say(WORDS.bit)} ${i}${told ? `: ${told(i)}` : ''}`}
            className={`b${cellClass(i, bit, top)}`}
            onClick={() => session.setState({ bit: i })}
          >
            <span>{i}</span>
          </button>
        )
      })}
      <span className="rd" />
    </div>
  )
}
