// Where there is no room for all views, those that share a place: the tabs that choose one. Arrows move, the view follows.
import { noteOn } from '../notes/sign.ts'
import type { PanelId } from '../panels/index.ts'
import { useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { useWords } from '../words/index.ts'
import frame from './frame.module.css'

const c = classes(frame)

interface TabsProps {
  readonly tabs: readonly PanelId[]
  readonly tab: PanelId
  onTab(tab: PanelId): void
}

export function Tabs({ tabs, tab, onTab }: TabsProps) {
  const t = useWords()
  const problems = useSession(({ diagnostics }) => diagnostics.length)
  return (
    <div role="tablist" className={c('tabs')} aria-label={t('views')}>
      {tabs.map(id => (
        <button
          key={id}
          type="button"
          role="tab"
          {...noteOn(id)}
          id={`tab-${id}`}
          aria-controls={`panel-${id}`}
          aria-selected={tab === id}
          tabIndex={tab === id ? 0 : -1}
          onClick={() => onTab(id)}
          onKeyDown={event => arrows(event, tabs, id, onTab)}
        >
          {t(`tabs.${id}`)}
          {id === 'problems' && problems > 0 ? ` ${problems}` : ''}
        </button>
      ))}
    </div>
  )
}

function arrows(event: React.KeyboardEvent, ids: readonly PanelId[], id: PanelId, onTab: (tab: PanelId) => void): void {
  const at = ids.indexOf(id)
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + ids.length, Home: 0, End: ids.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  const chosen = ids[next % ids.length]!
  onTab(chosen)
  document.getElementById(`tab-${chosen}`)?.focus()
}
