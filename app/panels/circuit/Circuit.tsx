// The circuit view's region. What is in it comes after the first paint: gates, layouts and drawings are not needed for it.
import { Suspense } from 'react'
import { lazyPart } from '../../marks/part.tsx'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'

const c = classes()

const CircuitView = lazyPart(
  () => import('./CircuitView.tsx'),
  t => t('circuit.name'),
)

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
