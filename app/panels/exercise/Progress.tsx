// How far the rows of a predict exercise are answered; they are asked beneath the state table.
import { useEffect } from 'react'
import { PACK } from '../../state/exercise-library.ts'
import { markSolved } from '../../state/exercises.ts'
import { isOver, predictionFrom } from '../../state/predicting.ts'
import { useSession } from '../../state/react.ts'
import { session } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import styles from './exercise.module.css'
import { rowsText, useExerciseWords } from './words.ts'

const c = classes()

export function Progress({ name, rows }: { name: string; rows: readonly number[] }) {
  const w = useExerciseWords()
  const predicting = useSession(state => state.predicting)
  const over = predicting !== null && isOver(predicting)
  const isSolved = over && predicting.shown === 0
  useEffect(() => {
    if (isSolved) markSolved(name)
  }, [isSolved, name])
  const said = predicting === null ? 0 : predicting.atOnce + predicting.later
  useEffect(() => {
    if (over && PACK?.scorm === true)
      void import('../../state/course.ts').then(({ reportPoints }) => reportPoints(said, rows.length))
  }, [over, said, rows.length])
  if (predicting === null) {
    const begin = (): void => session.setState({ predicting: predictionFrom('', 0, rows), wanted: 0 })
    return (
      <button type="button" className={styles['act']} onClick={begin}>
        {w('begin')}
      </button>
    )
  }
  const done = rows.filter(row => row <= predicting.until).length
  return (
    <>
      <p>
        <b>{w(rowsText(done, rows.length))}</b>
      </p>
      {over ? <p className={c('note')}>{w(isSolved ? 'allSaid' : 'someShown')}</p> : null}
    </>
  )
}
