// The table's own tools: fold jumps, choose columns, copy.
import { lazy, Suspense } from 'react'
import { prefer } from '../../state/preferences.ts'
import { usePreference } from '../../state/react.ts'
import { useWords } from '../../words/index.ts'

const Menus = lazy(() => import('./ToolMenus.tsx'))

export function Tools({ columns }: { columns: readonly number[] }) {
  const t = useWords()
  const fold = usePreference(({ foldJumps }) => foldJumps)
  return (
    <span className="tools">
      <button type="button" className="tg" aria-pressed={fold} onClick={() => prefer({ foldJumps: !fold })}>
        {t('table.foldJumps')}
      </button>
      <Suspense fallback={<span className="tg">{`${t('table.columns')} ▾`}</span>}>
        <Menus columns={columns} />
      </Suspense>
    </span>
  )
}
