// The form beneath the last row: what the next step does, said by the reader, judged field by field (learning.md, section
// 1). It knows what is asked and what was said; whether that is right the worker tells.
import { useEffect, useId, useRef, useState } from 'react'
import { plain } from '../../../emulator/instructions/index.ts'
import type { Field } from '../../../emulator/questions/index.ts'
import { isAsked, isOver, type Predicting } from '../../state/predicting.ts'
import { usePreference, useSession } from '../../state/react.ts'
import { session } from '../../state/session.ts'
import { QUESTION_ID } from '../../state/transport.ts'
import { askPrediction } from '../../state/worker-sync.ts'
import { classes } from '../../style/classes.ts'
import { Said } from '../../text/Said.tsx'
import type { Prediction, SaidWords } from '../../worker/prediction.ts'
import { countWrong, leavePrediction, passOver, predictAgain, reveal } from './answering.ts'
import styles from './predict.module.css'
import { countTexts, lineText, stepWords, usePredictWords } from './words.ts'

const c = classes(styles)

type Asked = Extract<Prediction, { kind: 'asked' }>

const NOTHING: SaidWords = { cell: '', value: '', z: false, l: false, line: '' }

export default function PredictForm() {
  const predicting = useSession(state => state.predicting)
  const version = useSession(({ view }) => view?.version ?? 0)
  const old = useSession(({ oldSince }) => oldSince !== null)
  const w = usePredictWords()
  const until = predicting?.until ?? 0
  const prediction = usePrediction(until + 1, version)
  const box = useRef<HTMLDivElement>(null)
  const takes = useRef(true)
  const kind = prediction?.kind
  // A row that is not asked is shown at once.
  useEffect(() => {
    if (kind === 'asked' && session.getState().predicting?.until === until) passOver()
  }, [kind, until])
  // Whoever has asked for it, or has just answered, goes on in the next row's first field.
  useEffect(() => {
    if (kind === undefined || !takes.current) return
    const target = box.current?.querySelector<HTMLElement>('input:not([type=checkbox]), input, button')
    if (target == null) return
    takes.current = false
    target.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest' })
  })
  if (predicting === null) return null
  const over = isOver(predicting) || prediction?.kind === 'ended'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from any field in it
    <div
      ref={box}
      id={QUESTION_ID}
      className={c('question')}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        document.querySelector<HTMLElement>('#table [role=grid]')?.focus()
      }}
    >
      {old ? (
        <p className={c('note')}>{w('mend')}</p>
      ) : over ? (
        <Over fault={prediction?.kind === 'ended' && prediction.fault} rows={isOver(predicting)} />
      ) : prediction?.kind === 'asked' && isAsked(predicting) && prediction.step === until + 1 ? (
        <Question
          key={`${version} ${prediction.step}`}
          asked={prediction}
          tries={predicting.tries}
          onDone={() => {
            takes.current = true
          }}
        />
      ) : null}
      <Counts predicting={predicting} open={over ? 0 : 1} />
    </div>
  )
}

/** What is asked of a step, as soon as the worker has come there. */
function usePrediction(step: number, version: number): Prediction | null {
  const [prediction, set] = useState<{ readonly of: string; readonly is: Prediction } | null>(null)
  const of = `${version} ${step}`
  useEffect(() => {
    let over = false
    const ask = async (): Promise<void> => {
      while (!over) {
        const is = await askPrediction({ step, said: null, open: false })
        if (over) return
        if (is !== null) return set({ of, is })
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }
    void ask()
    return () => {
      over = true
    }
  }, [step, of])
  return prediction?.of === of ? prediction.is : null
}

function Over({ fault, rows }: { fault: boolean; rows: boolean }) {
  const w = usePredictWords()
  return (
    <p className={c('acts')} role="status">
      <b>{w(rows ? 'over' : fault ? 'endFault' : 'endHalted')}</b>
      <button type="button" className={c('act')} onClick={predictAgain}>
        {w('again')}
      </button>
      <button type="button" className={c('link')} onClick={leavePrediction}>
        {w('leave')}
      </button>
    </p>
  )
}

function Counts({ predicting, open }: { predicting: Predicting; open: number }) {
  const w = usePredictWords()
  const { atOnce, later, shown } = predicting
  return <p className={c('counts')}>{w(countTexts(atOnce + later + shown + open, atOnce, later, shown, open))}</p>
}

function Question({ asked, tries, onDone }: { asked: Asked; tries: number; onDone(): void }) {
  const w = usePredictWords()
  const language = usePreference(preferences => preferences.language)
  const [said, say] = useState(NOTHING)
  const [told, setTold] = useState<{ readonly said: SaidWords; readonly is: Asked } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const look = useId()
  const { step, instruction, fields } = asked
  const judged = told?.is.judged ?? null
  const happens = told?.is.happens ?? null
  const isWrong = (field: Field): boolean => judged?.wrong.includes(field) ?? false

  const judge = async (open: boolean): Promise<void> => {
    const is = await askPrediction({ step, said, open })
    if (is?.kind !== 'asked') return
    if (is.judged?.wrong.length === 0) {
      onDone()
      reveal(open ? 'shown' : 'said')
      return
    }
    setTold({ said, is })
    if (!open) countWrong()
    requestAnimationFrame(() => {
      const target = form.current?.querySelector<HTMLElement>(open ? 'button[type=submit]' : '[aria-invalid=true]')
      target?.focus()
    })
  }
  const goOn = (): void => {
    onDone()
    reveal('shown')
  }
  const field = (name: 'cell' | 'value' | 'line') => (
    <label className={c('field')}>
      <span>{w(name)}</span>
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={said[name]}
        aria-invalid={isWrong(name)}
        aria-describedby={judged === null ? undefined : look}
        readOnly={happens !== null}
        onChange={event => say({ ...said, [name]: event.currentTarget.value })}
      />
    </label>
  )
  const flag = (name: 'z' | 'l') => (
    <label className={c('flag')}>
      <input
        type="checkbox"
        checked={said[name]}
        aria-invalid={isWrong('flags')}
        aria-describedby={judged === null ? undefined : look}
        disabled={happens !== null}
        onChange={event => say({ ...said, [name]: event.currentTarget.checked })}
      />
      {name.toUpperCase()}
    </label>
  )
  const where = `${w(stepWords(step))}, ${w(lineText(instruction.line))}`
  return (
    <form
      ref={form}
      className={c('form')}
      aria-label={`${where}, ${instruction.source}: ${w('form')}`}
      onSubmit={event => {
        event.preventDefault()
        if (happens === null) void judge(false)
        else goOn()
      }}
    >
      <p className={c('where')}>
        <span aria-hidden="true">› </span>
        <b>{w(stepWords(step))}</b> <span className={c('note')}>{w(lineText(instruction.line))}</span>{' '}
        <code>{instruction.source}</code>
      </p>
      {fields.includes('cell') ? field('cell') : null}
      {fields.includes('value') ? field('value') : null}
      {fields.includes('line') ? field('line') : null}
      {fields.includes('flags') ? (
        <fieldset className={c('flags')}>
          <legend className={c('screenReaderOnly')}>{w('flags')}</legend>
          {flag('z')}
          {flag('l')}
        </fieldset>
      ) : null}
      <button type="submit" className={c('act')}>
        {w(happens === null ? 'check' : 'goOn')}
      </button>
      {happens === null && tries >= 2 ? (
        <button type="button" className={c('link')} onClick={() => void judge(true)}>
          {w('open')}
        </button>
      ) : null}
      {happens === null ? (
        <button type="button" className={c('link')} onClick={goOn}>
          {w('showMe')}
        </button>
      ) : null}
      <p id={look} className={c('told')} role="status">
        {told === null || judged === null ? null : (
          <>
            <b className={c('wrong')}>
              <span aria-hidden="true">✕ </span>
              {w('notYet')}
              {': '}
            </b>
            {judged.wrong.map(name => (
              <span key={name} className={c('piece')}>
                {judged.unread.includes(name) ? w('unread') : `${w('said')} `}
                <s>{saidText(name, told.said)}</s>
              </span>
            ))}
            {happens === null ? (
              <span className={c('look')}>
                {judged.look.map(sentence => (
                  <span key={plain(sentence.en)} className={c('piece')}>
                    <Said parts={sentence[language]} />
                  </span>
                ))}
                <Rest fields={fields} wrong={judged.wrong} />
              </span>
            ) : (
              <>
                <span className={c('piece')}>
                  {w('happens')}{' '}
                  <b>
                    <Said parts={happens.short[language]} />
                  </b>
                </span>
                <span className={c('look')}>
                  <Said parts={happens.explanation[language]} />
                </span>
              </>
            )}
          </>
        )}
      </p>
    </form>
  )
}

/** Which of the fields are right. */
function Rest({ fields, wrong }: { fields: readonly Field[]; wrong: readonly Field[] }) {
  const w = usePredictWords()
  const right = fields.filter(field => !wrong.includes(field))
  if (right.length === 0) return null
  return (
    <span className={c('piece')}>
      {w('rightToo')}
      {right.map(field => w(field)).join(', ')}
    </span>
  )
}

function saidText(field: Field, { cell, value, z, l, line }: SaidWords): string {
  if (field === 'flags') return `${z ? 'Z' : ''}${l ? 'L' : ''}` || '–'
  return { cell, value, line }[field].trim() || '–'
}
