// The numbers that go through a circuit, bit under bit: the overview above every detail. An addition is written out with its
// carries, and its rule is the chain of full adders; a multiplication's or division's bits are its rows. All are equally high.
import { useMemo } from 'react'
import { fromBits, isSigned, lookInside, type Port, toBits } from '../../../../emulator/circuits/index.ts'
import { shownNote } from '../../../notes/sign.ts'
import { classes } from '../../../style/classes.ts'
import { Said } from '../../../text/Said.tsx'
import { useText } from '../../../text/useText.ts'
import sheet from '../circuit.module.css'
import { pickedLabel } from '../circuit-path.ts'
import { setInputs } from '../store.ts'
import type { Live, Subject } from '../subject.ts'
import { CIRCUIT_WORDS } from '../words.ts'
import { BitRow, Chain, EmptyRow } from './Bits.tsx'
import { Copy } from './Copy.tsx'
import { FlagsFrom } from './FlagsFrom.tsx'

const c = classes(sheet)

interface Props {
  readonly subject: Subject
  readonly live: Live
  readonly bit: number
  /** Nets that change more than once before they settle, while time is watched. */
  readonly watching: boolean
}

/** Whether a module has numbers to be written: not a gate, nor a jump's condition. */
export const isWritten = ({ bits }: Subject['module']): boolean => bits !== null

const style = (bits: number, numbers: readonly string[]): React.CSSProperties =>
  ({ '--bits': bits, '--decimals': Math.max(...numbers.map(text => text.length)) }) as React.CSSProperties

/** An addition or subtraction with its carries. */
export function Addition({ subject, live: { values, found, rest }, bit, watching }: Props) {
  const say = useText()
  const { module, names } = subject
  const onBench = subject.kind === 'bench'
  const bits = module.bits!
  const taking = module.name === 'subtractor'
  const columns = useMemo(() => {
    const inside = taking ? ['adder'] : []
    return Array.from({ length: bits }, (_, i) => {
      const path = [...inside, `bit${i}`]
      const { inputs, outputs } = lookInside(module, path, values)!
      return { x: inputs['x']!, y: inputs['y']!, c: inputs['c']!, s: outputs['s']!, c_next: outputs['c_next']! }
    })
  }, [module, values, bits, taking])
  const counts = watching ? found?.counts : undefined
  const restless = useMemo(() => {
    if (!counts) return undefined
    const [s, c] = [new Set<number>(), new Set<number>()]
    for (let i = 0; i < bits; i++) {
      const path = [...(taking ? ['adder'] : []), `bit${i}`]
      const { inputs, outputs } = lookInside(module, path, counts)!
      if (outputs['s']! > 1) s.add(i)
      if (inputs['c']! > 1) c.add(i)
    }
    return { s: (i: number) => s.has(i), c: (i: number) => c.has(i) }
  }, [module, counts, bits, taking])
  const running = useMemo(() => {
    if (!watching) return undefined
    const path = taking ? ['adder'] : []
    const ends = columns.map((_, i) => lookInside(module, [...path, `bit${i}`], rest)!.outputs)
    return {
      pending: (i: number) => columns[i]!.s !== ends[i]!['s'] || columns[i]!.c_next !== ends[i]!['c_next'],
      carry: (i: number) => columns[i]!.c,
    }
  }, [module, columns, rest, taking, watching])
  const xs = columns.map(({ x }) => x)
  const ys = columns.map(({ y }) => y)
  const bs = taking ? ys.map(y => 1 - y) : ys
  const ss = columns.map(({ s }) => s)
  const [a, b, sum] = [fromBits(xs, true), fromBits(bs, true), fromBits(ss, true)]
  const second = `${taking ? '−' : '+'} ${b < 0 ? `(${b})` : b}`
  const switched = (port: string) => (onBench ? (i: number) => flip(subject, port, i) : undefined)
  return (
    <div
      role="group"
      aria-label={say(CIRCUIT_WORDS.bitUnderBit)}
      className={c('ripple')}
      style={style(bits, [`${a}`, second, `${sum}`])}
    >
      <BitRow
        of="c"
        small={say(CIRCUIT_WORDS.carry)}
        digits={columns.map(({ c }) => c)}
        bit={bit}
        kind="carryRow"
        restless={restless?.c}
      />
      <BitRow of="a" name={names?.a} digits={xs} bit={bit} number={`${a}`} onSwitch={switched('a')} />
      <BitRow of="b" name={names?.b} digits={bs} bit={bit} number={second} onSwitch={switched('b')} />
      {taking ? <BitRow of="¬b" digits={ys} bit={bit} /> : onBench ? null : <EmptyRow bits={bits} bit={bit} />}
      <Chain
        bits={bits}
        bit={bit}
        carry={columns[bits - 1]!.c_next}
        running={running}
        told={i => {
          const { x, y, c, s } = columns[i]!
          return `x ${x}, y ${y}, c ${c}, s ${s}`
        }}
      />
      <BitRow
        of="s"
        name={names?.result}
        small={
          names && names.result === null ? (
            <span {...shownNote('notStored')}>{say(CIRCUIT_WORDS.notStored)}</span>
          ) : undefined
        }
        digits={ss}
        bit={bit}
        number={`${sum}`}
        kind="last"
        restless={restless?.s}
      />
    </div>
  )
}

const SIGNS: Readonly<Record<string, string>> = { multiplier: '×', divider: '÷' }

/** The operands and results of any other circuit with numbers; where it has a part for every bit, the bits are picked there. */
export function Operands({ subject, live: { values }, bit }: Props) {
  const { module, names } = subject
  const say = useText()
  const bits = module.bits!
  const evaluation = useMemo(() => lookInside(module, [], values)!, [module, values])
  const digits = (port: Port): number[] => port.nets.map(net => evaluation.values[net]!)
  const buses = (ports: readonly Port[]): Port[] => ports.filter(port => port.width === bits)
  const [inputs, outputs] = [buses(module.inputs), buses(module.outputs)]
  const number = (port: Port): string => {
    const value = fromBits(digits(port), isSigned(port))
    const sign = port.name === 'b' ? SIGNS[module.name] : undefined
    return sign === undefined ? `${value}` : `${sign} ${value < 0 ? `(${value})` : value}`
  }
  const onBench = subject.kind === 'bench'
  const chained = pickedLabel(module, bits - 1) !== null
  const all = [...inputs, ...outputs]
  return (
    <div
      role="group"
      aria-label={say(CIRCUIT_WORDS.bitUnderBit)}
      className={c('ripple')}
      style={style(bits, all.map(number))}
    >
      <EmptyRow bits={bits} bit={bit} kind="carryRow" />
      {inputs.map(port => (
        <BitRow
          key={port.name}
          of={port.name}
          name={port.name === 'a' || port.name === 'b' ? names?.[port.name] : undefined}
          digits={digits(port)}
          bit={bit}
          number={number(port)}
          onSwitch={onBench ? i => flip(subject, port.name, i) : undefined}
        />
      ))}
      {onBench ? null : <EmptyRow bits={bits} bit={bit} />}
      {chained ? (
        <Chain
          bits={bits}
          bit={bit}
          carry={null}
          told={i => all.map(port => `${port.name} ${digits(port)[i]}`).join(', ')}
        />
      ) : null}
      {outputs.map((port, at) => (
        <BitRow
          key={port.name}
          of={port.name}
          name={names?.result}
          digits={digits(port)}
          bit={bit}
          number={number(port)}
          {...(at === outputs.length - 1 ? { kind: 'last' as const } : {})}
        />
      ))}
    </div>
  )
}

/**
 * The same place while no numbers go through a circuit: why it is so, and the chain, in which the bit to be watched can be
 * picked already.
 */
export function NothingWritten({ subject: { bits, words, kind, copy }, bit }: { subject: Subject; bit: number }) {
  const say = useText()
  return (
    <div
      role="group"
      aria-label={say(CIRCUIT_WORDS.bitUnderBit)}
      className={c('ripple idle')}
      style={{ '--bits': bits } as React.CSSProperties}
    >
      <div className={c('nothingWritten')}>
        <b>
          <Said parts={say(words)} />
        </b>
        {copy === null ? null : <Copy copy={copy} />}
        <span className={c('note')}>
          {kind === 'idle' ? say(copy === null ? CIRCUIT_WORDS.yours : CIRCUIT_WORDS.copying) : <FlagsFrom />}
        </span>
      </div>
      <Chain bits={bits} bit={bit} carry={null} />
      <div className={c('bitRow last')} aria-hidden="true" />
    </div>
  )
}

/** Switches one bit of an operand on the bench. */
function flip({ inputs, module }: Subject, name: string, i: number): void {
  const port = module.inputs.find(each => each.name === name)!
  const bits = toBits(inputs[name] ?? 0, port.width ?? 1)
  bits[i] = bits[i] === 1 ? 0 : 1
  setInputs({ [name]: fromBits(bits, isSigned(port)) })
}
