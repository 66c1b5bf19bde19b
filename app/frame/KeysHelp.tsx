// All keys at a glance, made from the list of commands. Loaded when asked for.
import { lazy, Suspense, useCallback, useState } from 'react'

const Dialog = lazy(() => import('./KeysDialog.tsx'))

/** Whether the help is shown, and how to show and hide it. */
export function useKeysHelp() {
  const [shown, setShown] = useState(false)
  return { shown, open: useCallback(() => setShown(true), []), close: useCallback(() => setShown(false), []) }
}

export function KeysHelp({ onClose }: { onClose(): void }) {
  return (
    <Suspense fallback={null}>
      <Dialog onClose={onClose} />
    </Suspense>
  )
}
