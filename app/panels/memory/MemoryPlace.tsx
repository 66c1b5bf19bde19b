// The memory's place: what is in it comes after the first paint.
import { Suspense } from 'react'
import { lazyPart } from '../../loading/part.tsx'

const Memory = lazyPart(
  () => import('./Memory.tsx'),
  t => t('memory.name'),
)

export function MemoryPlace() {
  return (
    <Suspense fallback={null}>
      <Memory />
    </Suspense>
  )
}
