// The circuit view's region, and in its place the open exercise's, if there is one. What is in them comes after the
// first paint: neither gates and layouts nor reader and judge are needed for it.
import { Suspense, useState } from 'react'
import { lazyPart } from '../../loading/part.tsx'
import { Heading } from '../../notes/Heading.tsx'
import { exerciseOf } from '../../state/exercise-name.ts'
import { useSession } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'

const c = classes()

const CircuitView = lazyPart(
  () => import('./CircuitView.tsx'),
  t => t('circuit.name'),
)

const ExerciseView = lazyPart(
  () => import('../exercise/ExerciseView.tsx'),
  t => t('exercise.name'),
)

export function Circuit() {
  const t = useWords()
  const name = useSession(session => exerciseOf(session.name))
  const [put, setPut] = useState<string | null>(null)
  if (name !== null && put !== name) {
    return (
      <section id="exercise" className={c('region')} aria-label={t('exercise.name')}>
        <header className={c('caption')}>
          <Heading of="exercise">{t('exercise.name')}</Heading>
          <button type="button" className={c('textButton')} onClick={() => setPut(name)}>
            {t('circuit.name')}
          </button>
        </header>
        <Suspense fallback={null}>
          <ExerciseView key={name} name={name} />
        </Suspense>
      </section>
    )
  }
  return (
    <section id="circuit" className={c('region')} aria-label={t('circuit.name')}>
      {name === null ? null : (
        <button type="button" className={c('textButton')} onClick={() => setPut(null)}>
          {t('exercise.name')}
        </button>
      )}
      <Suspense
        fallback={
          <header className={c('caption')}>
            <Heading of="circuit">{t('circuit.name')}</Heading>
          </header>
        }
      >
        <CircuitView />
      </Suspense>
    </section>
  )
}
