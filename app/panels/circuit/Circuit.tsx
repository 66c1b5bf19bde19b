// The circuit view's region. What is in it comes after the first paint: gates, layouts and drawings are not needed for it.
import { lazy, Suspense } from 'react'
import { useWords } from '../../words/index.ts'

const CircuitView = lazy(() => import('./CircuitView.tsx'))

export function Circuit() {
  const t = useWords()
  return (
    <section id="circuit" className="v v-circuit" aria-label={t('circuit.name')}>
      <Suspense
        fallback={
          <header className="cap">
            <h2>{t('circuit.name')}</h2>
          </header>
        }
      >
        <CircuitView />
      </Suspense>
    </section>
  )
}
