// Where there is no room for all views, those that share a place: the tabs that choose one. Arrows move, the view follows.
import { useStore } from 'zustand'
import { noteOn } from '../notes/sign.ts'
import type { PanelId } from '../panels/index.ts'
import { asked } from '../state/asked.ts'
import { useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { useWords } from '../words/index.ts'
import frame from './frame.module.css'

const c = classes(frame)

interface TabsProps {
  readonly tabs: readonly PanelId[]
  readonly tab: PanelId
  /** Whether there is no room for tabs: then a list to choose from. */
  readonly menu: boolean
  readonly style: React.CSSProperties | undefined
  /** What stands at the tabs' end. */
  readonly children: React.ReactNode
  onTab(tab: PanelId): void
}

export function Tabs({ tabs, tab, menu, style, children, onTab }: TabsProps) {
  const t = useWords()
  const problems = useSession(({ diagnostics }) => diagnostics.length)
  const asking = useStore(asked, ({ open }) => open)
  const nameOf = (id: PanelId): string => {
    if (id === 'circuit' && asking) return t('why.name')
    return id === 'problems' && problems > 0 ? `${t('tabs.problems')} ${problems}` : t(`tabs.${id}`)
  }
  if (menu) {
    return (
      <select
        className={c('viewChoice')}
        aria-label={t('views')}
        value={tab}
        onChange={event => onTab(event.currentTarget.value as PanelId)}
      >
        {tabs.map(id => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </select>
    )
  }
  return (
    <div className={c('tabs')} style={style}>
      <div role="tablist" aria-label={t('views')}>
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
            {nameOf(id)}
          </button>
        ))}
      </div>
      {children}
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
