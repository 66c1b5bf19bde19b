// An open exercise: what is asked, its rules and hints, Check, and what came of it.
import { Suspense, useState } from 'react'
import { fixedLines, judge } from '../../../programs/judge/index.ts'
import { lazyPart } from '../../loading/part.tsx'
import { openDocument } from '../../state/documents.ts'
import { exerciseNamed, PACK } from '../../state/exercise-library.ts'
import { markSolved } from '../../state/exercises.ts'
import { usePreference, useSession } from '../../state/react.ts'
import { FIRST_SAMPLE } from '../../state/samples.ts'
import { session } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import styles from './exercise.module.css'
import { Paragraph } from './Paragraph.tsx'
import { Progress } from './Progress.tsx'
import { type Checked, Verdicts } from './Verdicts.tsx'
import { hintsLeft, level, rulesText, useExerciseWords } from './words.ts'

const c = classes()

const CourseLine = lazyPart(
  () => import('./CourseLine.tsx'),
  t => t('exercise.name'),
)

export default function ExerciseView({ name }: { name: string }) {
  const w = useExerciseWords()
  const language = usePreference(preferences => preferences.language)
  const text = useSession(({ text }) => text)
  const [hints, setHints] = useState(0)
  const [checked, setChecked] = useState<Checked | null>(null)
  const exercise = exerciseNamed(name)
  if (exercise === null) return <p className={styles['body']}>{w('missing')}</p>
  const isPrediction = exercise.kind === 'predict'
  const left = exercise.hints.length - hints
  const rules = rulesText(
    exercise.instructions,
    exercise.allowed,
    fixedLines(exercise.start).map(({ code }) => code),
  )[language]

  const check = (): void => {
    const answer = session.getState().text
    const judgement = judge(exercise, answer)
    setChecked({ judgement, text: answer })
    if (judgement.points === judgement.of) markSolved(name)
    if (PACK?.scorm === true)
      void import('../../state/course.ts').then(({ reportPoints }) => reportPoints(judgement.points, judgement.of))
  }
  return (
    <div className={styles['body']}>
      <div>
        <h3>
          {exercise.title[language]} <span className={c('note')}>{w(level(exercise.level))}</span>
        </h3>
        {exercise.task[language].split(/\n\s*\n/).map(paragraph => (
          <p key={paragraph}>
            <Paragraph text={paragraph} />
          </p>
        ))}
        <p className={c('note')}>
          <Paragraph text={exercise.kind === 'arrange' ? w('anyOrder') : isPrediction ? w('beneath') : rules} />
        </p>
        <ol className={styles['hints']} aria-live="polite">
          {exercise.hints.slice(0, hints).map(hint => (
            <li key={hint.en}>
              <Paragraph text={hint[language]} />
            </li>
          ))}
        </ol>
        <p className={styles['acts']}>
          {isPrediction ? null : (
            <button type="button" className={styles['act']} onClick={check}>
              {w('check')}
            </button>
          )}
          <button
            type="button"
            className={styles['act']}
            aria-disabled={left === 0}
            title={left === 0 ? w('noMoreHints') : undefined}
            onClick={() => setHints(Math.min(exercise.hints.length, hints + 1))}
          >
            {w('hint')}
          </button>
          <span className={c('note')}>{left === 0 ? w('noMoreHints') : w(hintsLeft(left))}</span>
          <button type="button" className={styles['link']} onClick={() => void openDocument(FIRST_SAMPLE)}>
            {w('leave')}
          </button>
        </p>
      </div>
      <div>
        {PACK?.scorm === true ? (
          <Suspense fallback={null}>
            <CourseLine />
          </Suspense>
        ) : null}
        <div role="status" aria-label={w('verdicts')}>
          {isPrediction ? <Progress name={name} rows={exercise.rows} /> : null}
          {checked === null ? null : <Verdicts exercise={exercise} checked={checked} old={checked.text !== text} />}
        </div>
      </div>
    </div>
  )
}
