// What came of an answer, case by case, set as the book sets a table; the first case that fails can be opened.
import { cell, joined, type Parts, parts } from '../../../emulator/instructions/index.ts'
import {
  type CaseResult,
  caseSentence,
  type Exercise,
  type Judgement,
  VERDICTS,
} from '../../../programs/judge/index.ts'
import { openText } from '../../state/documents.ts'
import { usePreference } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { Said } from '../../text/Said.tsx'
import styles from './exercise.module.css'
import { EXERCISE_WORDS, pointsText, useExerciseWords } from './words.ts'

const c = classes()

export interface Checked {
  readonly judgement: Judgement
  /** The text that was judged. */
  readonly text: string
}

export function Verdicts({ exercise, checked, old }: { exercise: Exercise; checked: Checked; old: boolean }) {
  const w = useExerciseWords()
  const language = usePreference(preferences => preferences.language)
  const { judgement } = checked
  if (judgement.refused !== null) {
    const { verdict, line, message } = judgement.refused
    return (
      <p>
        <b className={c('fault')}>✕ {w(VERDICTS[verdict])}</b> {line === null ? '' : `${line}: `}
        <Said parts={message[language]} />
      </p>
    )
  }
  const open = judgement.cases.filter(({ hidden }) => !hidden).every(({ verdict }) => verdict === 'pass')
  const first = judgement.cases.find(({ verdict }) => verdict !== 'pass')
  return (
    <div className={old ? styles['old'] : undefined}>
      <table className={styles['verdicts']}>
        <caption className={c('screenReaderOnly')}>{w('verdicts')}</caption>
        <thead>
          <tr>
            {(['case', 'given', 'expected', 'yours'] as const).map(head => (
              <th key={head} scope="col">
                {w(head)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {judgement.cases.map(result =>
            result.hidden && !open ? (
              <tr key={result.case}>
                <td>{result.case}</td>
                <td colSpan={3} className={c('note')}>
                  {w('hidden')}
                </td>
                <td className={c('note')}>{w('notShown')}</td>
              </tr>
            ) : (
              <CaseRow key={result.case} exercise={exercise} result={result} />
            ),
          )}
        </tbody>
      </table>
      {first === undefined || (first.hidden && !open) ? null : (
        <p>
          <Said parts={caseSentence(first)[language]} />{' '}
          <button type="button" className={styles['link']} onClick={() => void openCase(exercise, checked.text, first)}>
            {w('openCase')}
          </button>
        </p>
      )}
      <p>
        <b>{w(pointsText(judgement.points, judgement.of))}</b>{' '}
        {old ? <span className={c('note')}>{w('old')}</span> : null}
      </p>
    </div>
  )
}

function CaseRow({ exercise, result }: { exercise: Exercise; result: CaseResult }) {
  const w = useExerciseWords()
  const given = exercise.cases[result.case - 1]!
  const { difference, verdict } = result
  const yours = difference === null ? [] : parts`${cell(difference.address)} = ${difference.actual ?? '?'}`
  return (
    <tr>
      <td>{result.case}</td>
      <td>
        <Said parts={cellsText(given.set)} />
      </td>
      <td>
        <Said parts={cellsText(given.expect)} />
      </td>
      <td>
        <Said parts={yours} />
      </td>
      <td className={verdict === 'pass' ? '' : c('fault')}>
        {verdict === 'pass' ? '✓' : '✕'} {w(VERDICTS[verdict])}
      </td>
    </tr>
  )
}

const cellsText = (cells: Exercise['cases'][number]['set']): Parts =>
  joined(
    cells.map(({ address, value }) => parts`${cell(address)} = ${value}`),
    ', ',
  )

/** The answer with the case's cells as data and what it wants as expectations, as a text of its own: its whole history
 * is there to be walked through. */
async function openCase(exercise: Exercise, text: string, { case: number }: CaseResult): Promise<void> {
  const { set, expect } = exercise.cases[number - 1]!
  const own = text.split('\n').filter(line => !/^\s*\.expect\b/i.test(line))
  const lines = [
    ...own,
    `; ${EXERCISE_WORDS.case.en} ${number} ${EXERCISE_WORDS.case.zh}`,
    ...set.map(({ address, value }) => `.data ${address}: ${value}`),
    ...expect.map(({ address, value }) => `.expect ${address}: ${value}`),
  ]
  await openText(`${lines.join('\n')}\n`, `${EXERCISE_WORDS.case.en} ${number}`)
}
