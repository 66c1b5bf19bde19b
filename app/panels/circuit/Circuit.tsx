// The circuit view's region. What is in it comes after the first paint: gates, layouts and drawings are not needed for it.
import { lazy, Suspense } from 'react'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'

const c = classes()

const CircuitView = lazy(() => import('./CircuitView.tsx'))

export function Circuit() {
  const t = useWords()
  return (
    <section id="circuit" className={c('region')} aria-label={t('circuit.name')}>
      <Suspense
        fallback={
          <header className={c('caption')}>
            <h2>{t('circuit.name')}</h2>
          </header>
        }
      >
        <CircuitView />
      </Suspense>
    </section>
  )
}
