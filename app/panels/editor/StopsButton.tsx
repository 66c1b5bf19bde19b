// The button in the editor's caption that opens the list of breakpoints and watchpoints.
import { Suspense } from 'react'
import { lazyPart } from '../../loading/part.tsx'
import { useSession } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'
import panel from './editor-panel.module.css'

const c = classes(panel)

const StopsMenu = lazyPart(
  () => import('./StopsMenu.tsx'),
  t => t('stops.name'),
)

export function StopsButton() {
  const t = useWords()
  const count = useSession(({ stops }) => stops.length)
  const label = `${t('stops.name')}${count > 0 ? ` ${count}` : ''} ▾`
  return (
    <span className={c('tools')}>
      <Suspense fallback={<span className={c('toolButton')}>{label}</span>}>
        <StopsMenu label={label} />
      </Suspense>
    </span>
  )
}
