// On a phone one view at a time: the tabs that choose it. Arrows move, the view follows.
import { PANELS, type PanelId } from '../panels/index.ts'
import { useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { useWords } from '../words/index.ts'
import frame from './frame.module.css'

const c = classes(frame)

export function Tabs({ tab, onTab }: { tab: PanelId; onTab(tab: PanelId): void }) {
  const t = useWords()
  const problems = useSession(({ diagnostics }) => diagnostics.length)
  return (
    <div role="tablist" className={c('tabs')} aria-label={t('views')}>
      {PANELS.map(({ id }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-controls={`panel-${id}`}
          aria-selected={tab === id}
          tabIndex={tab === id ? 0 : -1}
          onClick={() => onTab(id)}
          onKeyDown={event => arrows(event, id, onTab)}
        >
          {t(`tabs.${id}`)}
          {id === 'problems' && problems > 0 ? ` ${problems}` : ''}
        </button>
      ))}
    </div>
  )
}

function arrows(event: React.KeyboardEvent, id: PanelId, onTab: (tab: PanelId) => void): void {
  const ids = PANELS.map(panel => panel.id)
  const at = ids.indexOf(id)
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + ids.length, Home: 0, End: ids.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  const chosen = ids[next % ids.length]!
  onTab(chosen)
  document.getElementById(`tab-${chosen}`)?.focus()
}
