// The table's own tools: fold jumps, choose columns, copy.
import { Suspense } from 'react'
import { lazyPart } from '../../loading/part.tsx'
import { noteOn } from '../../notes/sign.ts'
import { prefer } from '../../state/preferences.ts'
import { usePreference } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'
import table from './table.module.css'

const c = classes(table)

const Menus = lazyPart(
  () => import('./ToolMenus.tsx'),
  t => t('table.columns'),
)

export function Tools({ columns }: { columns: readonly number[] }) {
  const t = useWords()
  const fold = usePreference(({ foldJumps }) => foldJumps)
  return (
    <span className={c('tools')}>
      <button
        type="button"
        className={c('toolButton')}
        aria-pressed={fold}
        {...noteOn('fold')}
        onClick={() => prefer({ foldJumps: !fold })}
      >
        {t('table.foldJumps')}
      </button>
      <Suspense fallback={<span className={c('toolButton')}>{`${t('table.columns')} ▾`}</span>}>
        <Menus columns={columns} />
      </Suspense>
    </span>
  )
}
