// The button in the editor's caption that opens the list of breakpoints and watchpoints.
import { lazy, Suspense } from 'react'
import { useSession } from '../../state/react.ts'
import { useWords } from '../../words/index.ts'

const StopsMenu = lazy(() => import('./StopsMenu.tsx'))

export function StopsButton() {
  const t = useWords()
  const count = useSession(({ stops }) => stops.length)
  const label = `${t('stops.name')}${count > 0 ? ` ${count}` : ''} ▾`
  return (
    <span className="tools">
      <Suspense fallback={<span className="tg">{label}</span>}>
        <StopsMenu label={label} />
      </Suspense>
    </span>
  )
}
