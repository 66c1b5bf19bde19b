// The key help and the palette, loaded when they are asked for.
import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { overlay, showOverlay } from '../state/overlays.ts'

const KeysDialog = lazy(() => import('./KeysDialog.tsx'))
const Palette = lazy(() => import('./Palette.tsx'))

const close = (): void => showOverlay(null)

export function Overlays() {
  const shown = useStore(overlay, ({ shown }) => shown)
  if (shown === null) return null
  return (
    <Suspense fallback={null}>
      {shown === 'keys' ? <KeysDialog onClose={close} /> : <Palette onClose={close} />}
    </Suspense>
  )
}
