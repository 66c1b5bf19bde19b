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

const Notes = lazyPart(
  () => import('../notes/Notes.tsx'),
  t => t('notes'),
  NoNotes,
)

const close = (): void => showOverlay(null)

export function Overlays() {
  const shown = useStore(overlay, ({ shown }) => shown)
  return (
    <Suspense fallback={null}>
      <Notes />
      {shown === null ? null : shown === 'keys' ? <KeysDialog onClose={close} /> : <Palette onClose={close} />}
    </Suspense>
  )
}

/** Where the notes cannot be loaded the page is as it is without them. */
function NoNotes() {
  return null
}
