// The circuit's place, which Why takes while something is asked. Why is loaded when it is first asked for.
import { Suspense } from 'react'
import { useStore } from 'zustand'
import { lazyPart } from '../../loading/part.tsx'
import { asked } from '../../state/asked.ts'
import { Circuit } from '../circuit/Circuit.tsx'

const WhyPanel = lazyPart(
  () => import('./Why.tsx'),
  t => t('why.name'),
)

export function CircuitOrWhy() {
  const open = useStore(asked, state => state.open)
  if (!open) return <Circuit />
  return (
    <Suspense fallback={null}>
      <WhyPanel />
    </Suspense>
  )
}
