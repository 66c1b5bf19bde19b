// What opens over the page, loaded when it is asked for.
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

const ShareDialog = lazyPart(
  () => import('./share/ShareDialog.tsx'),
  t => t('share'),
)

const DocumentsDialog = lazyPart(
  () => import('./shelf/DocumentsDialog.tsx'),
  t => t('documents'),
)

const Reference = lazyPart(
  () => import('./Reference.tsx'),
  t => t('reference'),
)

const PARTS = {
  keys: KeysDialog,
  palette: Palette,
  share: ShareDialog,
  documents: DocumentsDialog,
  reference: Reference,
}

const close = (): void => showOverlay(null)

export function Overlays() {
  const shown = useStore(overlay, ({ shown }) => shown)
  const Part = shown === null ? null : PARTS[shown]
  return (
    <Suspense fallback={null}>
      <Notes />
      {Part === null ? null : <Part onClose={close} />}
    </Suspense>
  )
}

/** Where the notes cannot be loaded the page is as it is without them. */
function NoNotes() {
  return null
}
