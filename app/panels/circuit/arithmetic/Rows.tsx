// A wide multiplier or divider row by row, as it is worked out on paper: what a drawing of thousands of wires can't show at
// a glance. Each row leads into its own circuit.
import { useEffect, useRef } from 'react'
import { type Evaluation, fromBits, type Instance } from '../../../../emulator/circuits/index.ts'
import type { Text } from '../../../../emulator/instructions/index.ts'
import { type NoteId, noteOn } from '../../../notes/sign.ts'
import { classes } from '../../../style/classes.ts'
import { useText } from '../../../text/useText.ts'
import sheet from '../circuit.module.css'
import { boxName } from '../names.ts'
import { ScrollBox } from '../Scroll.tsx'
import { CIRCUIT_WORDS } from '../words.ts'

const c = classes(sheet)

interface Props {
  readonly evaluation: Evaluation
  /** The picked bit, whose row is marked. */
  readonly bit: number
  readonly onBox: (label: string) => void
  readonly onDraw: () => void
}

/** Row i of a multiplication leads into the sum in which it is added. */
const rowName = (label: string): Text => boxName(label.replace('sum', 'row'))

interface Line {
  /** The bit whose row it is. */
  readonly at: number
  /** Nothing happens in it: a digit 0 beyond the last 1, or a rest of 0 before the first digit. */
  readonly idle: boolean
  /** The module inside that does it; null where none is needed. */
  readonly label: string | null
  readonly cells: Readonly<Record<string, string | number>>
}

/** The notes of the columns. */
const HEAD_NOTES: Readonly<Record<string, NoteId>> = {
  digit: 'digit',
  product: 'partial',
  total: 'soFar',
  rest: 'rest',
  fits: 'fits',
  left: 'left',
}

/** Whether a module is shown row by row. */
export const hasRows = (name: string): boolean => name === 'multiplier' || name === 'divider'

export function Rows({ evaluation, bit, onBox, onDraw }: Props) {
  const say = useText()
  const multiplies = evaluation.module.name === 'multiplier'
  const lines = folded(multiplies ? multiplication(evaluation) : division(evaluation), bit)
  const picked = useRef<HTMLTableRowElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picked row comes in sight when another is picked, or another's numbers are shown
  useEffect(() => {
    picked.current?.scrollIntoView({ block: 'nearest' })
  }, [bit, evaluation])
  const heads = multiplies
    ? {
        digit: <i className={c('mathName')}>b</i>,
        product: <i className={c('mathName')}>a·b</i>,
        total: say(CIRCUIT_WORDS.soFar),
      }
    : { rest: say(CIRCUIT_WORDS.rest), fits: say(CIRCUIT_WORDS.fits), left: say(CIRCUIT_WORDS.left) }
  return (
    <div className={c('byRows')}>
      <ScrollBox label={say(CIRCUIT_WORDS.rowByRow)}>
        <table className={c('gateList digitRows')} aria-label={say(CIRCUIT_WORDS.rowByRow)}>
          <thead>
            <tr>
              <th {...noteOn('row')}>{say(CIRCUIT_WORDS.row)}</th>
              {Object.entries(heads).map(([key, head]) => (
                <th key={key} {...noteOn(HEAD_NOTES[key]!)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ at, label, last, cells }) => (
              <tr
                key={label ?? 'first'}
                {...(at === bit ? { ref: picked, className: c('current'), 'aria-current': 'true' as const } : {})}
              >
                <td>
                  {label === null ? (
                    say(boxName('row0'))
                  ) : (
                    <button type="button" className={c('textButton')} onClick={() => onBox(label)}>
                      {say(rowName(label))}
                    </button>
                  )}
                  {last === null ? null : ` … ${say(rowName(last))}`}
                </td>
                {Object.entries(cells).map(([key, cell]) => (
                  <td key={key} className={c(typeof cell === 'string' && 'mono')}>
                    {typeof cell === 'string' ? <Digits of={cell} /> : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={c('note rowsNote')}>
        {say(multiplies ? CIRCUIT_WORDS.multiplying : CIRCUIT_WORDS.dividing)}
        <br />
        <button type="button" className={c('textButton')} {...noteOn('drawAll')} onClick={onDraw}>
          {say(CIRCUIT_WORDS.drawAll)}
        </button>
      </p>
    </div>
  )
}

/** A word's digits, the zeros before the first 1 muted. */
function Digits({ of }: { of: string }) {
  const [zeros = ''] = /^0*/.exec(of) ?? []
  return (
    <>
      <span className={c('zeros')}>{zeros}</span>
      {of.slice(zeros.length)}
    </>
  )
}

/** Lines of which a run of idle ones is one, but for the picked one; `last` is the label with which that run ends. */
function folded(lines: readonly Line[], bit: number): (Line & { readonly last: string | null })[] {
  const shown: (Line & { last: string | null })[] = []
  for (const line of lines) {
    const before = shown.at(-1)
    if (before?.idle && line.idle && before.at !== bit && line.at !== bit) before.last = line.label
    else shown.push({ ...line, last: null })
  }
  return shown
}

/** The rows a·b[i], shifted by i places, and the sum so far. */
function multiplication({ module, values }: Evaluation): Line[] {
  const bits = module.bits!
  const out = new Map(
    module.parts.flatMap(part =>
      part.kind === 'instance' ? [[part.label, part.out[0]!.map(net => values[net]!)] as const] : [],
    ),
  )
  const [b, p] = [module.inputs[1]!, module.outputs[0]!].map(port => port.nets.map(net => values[net]!))
  return Array.from({ length: bits }, (_, i) => {
    const row = out.get(`row${i}`)!
    const product = `${row.toReversed().join('')}${'·'.repeat(i)}`
    const total = fromBits([...p!.slice(0, i), ...(out.get(`sum${i}`) ?? row)], true)
    const idle = i > 0 && b!.slice(i).every(digit => digit === 0)
    return { at: i, idle, label: i === 0 ? null : `sum${i}`, cells: { digit: b![i]!, product, total } }
  })
}

/** From the highest digit down: what remains with the next digit brought down, whether the divisor fits, what is left. */
function division({ module, values }: Evaluation): Line[] {
  const rows = module.parts.filter(
    (part): part is Instance => part.kind === 'instance' && part.module.name === 'divider-row',
  )
  const number = (nets: readonly number[]): number =>
    fromBits(
      nets.map(net => values[net]!),
      false,
    )
  return rows.map((part, i) => {
    const [rest] = part.in
    const [left, fits] = part.out
    const cells = { rest: number(rest!), fits: number(fits!), left: number(left!) }
    return {
      at: rows.length - 1 - i,
      idle: cells.rest === 0 && cells.fits === 0 && rows.slice(0, i).every(before => number(before.out[1]!) === 0),
      label: part.label,
      cells,
    }
  })
}
