// The key help and the palette, loaded when they are asked for.
import { Suspense } from 'react'
import { useStore } from 'zustand'
import { lazyPart } from '../loading/part.tsx'
import { overlay, showOverlay } from '../state/overlays.ts'

const KeysDialog = lazyPart(
  () => import('./KeysDialog.tsx'),
  t => t('keys'),
)
const Palette = lazyPart(
  () => import('./Palette.tsx'),
  t => t('commandPalette'),
)

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
