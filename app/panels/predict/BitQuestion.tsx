// While a reader predicts: the picked bit's sum and carry are said before the circuit shows them. Its inputs are given.
import { type ReactNode, useRef, useState } from 'react'
import { lookInside } from '../../../emulator/circuits/index.ts'
import { useSession } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import type { Live, Subject } from '../circuit/subject.ts'
import styles from './predict.module.css'
import { bitGiven, bitTitle, usePredictWords } from './words.ts'

const c = classes(styles)

/** Bits that have been said or shown, of this page's predictions. */
const answered = new Set<string>()

interface Props {
  readonly subject: Subject
  readonly live: Live
  readonly bit: number
  /** The labels that lead to the bit's full adder. */
  readonly path: readonly string[]
  /** What is shown once the bit is answered. */
  readonly children: ReactNode
}

export default function BitQuestion({ subject, live, bit, path, children }: Props) {
  const position = useSession(({ view }) => view?.position ?? 0)
  const version = useSession(({ view }) => view?.version ?? 0)
  const from = useSession(({ predicting }) => predicting?.from ?? null)
  const [, redraw] = useState(0)
  const key = `${version} ${position} ${bit}`
  const adder = lookInside(subject.module, path, live.values)
  if (from === null || position <= from || adder?.module.name !== 'full-adder' || answered.has(key)) return children
  return (
    <Form
      key={key}
      bit={bit}
      inputs={adder.inputs}
      outputs={adder.outputs}
      onDone={() => {
        answered.add(key)
        redraw(count => count + 1)
      }}
    />
  )
}

interface FormProps {
  readonly bit: number
  readonly inputs: Readonly<Record<string, number>>
  readonly outputs: Readonly<Record<string, number>>
  onDone(): void
}

function Form({ bit, inputs, outputs, onDone }: FormProps) {
  const w = usePredictWords()
  const form = useRef<HTMLFormElement>(null)
  const [said, say] = useState({ s: '', c_next: '' })
  const [wrong, setWrong] = useState<readonly string[]>([])
  const names = ['s', 'c_next'] as const
  const shown = { s: 's', c_next: 'c′' }
  return (
    <form
      ref={form}
      className={c('form bit')}
      aria-label={w(bitTitle(bit))}
      onSubmit={event => {
        event.preventDefault()
        const now = names.filter(name => said[name].trim() !== `${outputs[name]}`)
        setWrong(now)
        if (now.length === 0) onDone()
        else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      }}
    >
      <p className={c('told')}>
        <b>{w(bitTitle(bit))}</b>{' '}
        <span className={c('note')}>{w(bitGiven(inputs['x'] ?? 0, inputs['y'] ?? 0, inputs['c'] ?? 0))}</span>
      </p>
      {names.map(name => (
        <label key={name} className={c('field')}>
          <span>{`${w(name === 's' ? 'sum' : 'carry')} ${shown[name]}`}</span>
          <input
            type="text"
            inputMode="numeric"
            maxLength={1}
            autoComplete="off"
            value={said[name]}
            aria-invalid={wrong.includes(name)}
            onChange={event => say({ ...said, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <button type="submit" className={c('act')}>
        {w('check')}
      </button>
      <button type="button" className={c('link')} onClick={onDone}>
        {w('showMe')}
      </button>
      <p className={c('told')} role="status">
        {wrong.length === 0 ? null : (
          <>
            <b className={c('wrong')}>✕ {w('notYet')}: </b>
            <span className={c('look')}>{w('bitLook')}</span>
          </>
        )}
      </p>
    </form>
  )
}
