// The page's frame: bar, position, and the views in their places at every size.

import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { LANGUAGE_NAMES } from '../../emulator/instructions/index.ts'
import { performKey } from '../commands.ts'
import { PANELS, type PanelId } from '../panels/index.ts'
import { asked } from '../state/asked.ts'
import { usePreference, useSession, useTheme } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { useWords } from '../words/index.ts'
import { Bar } from './Bar.tsx'
import { Controls } from './Controls.tsx'
import frame from './frame.module.css'
import { NoticeBox } from './NoticeBox.tsx'
import { Overlays } from './Overlays.tsx'
import { StepSentence } from './StepSentence.tsx'
import { Tabs } from './Tabs.tsx'
import { type PageLayout, useLayout } from './useLayout.ts'

const c = classes(frame)

/** Whether an event belongs to the editor, where keys mean text. */
const inEditor = (event: Event): boolean =>
  event.target instanceof Element && event.target.closest('.monaco-editor') !== null

export function App() {
  const t = useWords()
  const shell = useRef<HTMLDivElement>(null)
  const layout = useLayout(shell)
  const [wanted, setTab] = useState<PanelId | null>(null)
  const { alone, first } = STANDING[layout]
  const tabs = PANELS.map(({ id }) => id).filter(id => !alone.includes(id))
  const tab = tabs.find(id => id === wanted) ?? first
  const lines = useSession(({ text }) => linesOf(text))
  const asking = useStore(asked, ({ open }) => open)
  useDocument()

  // Why stands in the circuit's place: where only one view is in sight, that is shown while it is open.
  useEffect(() => {
    if (asking) setTab('circuit')
    return () => setTab(tab => (asking && tab === 'circuit' ? 'table' : tab))
  }, [asking])

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const typing = event.target instanceof Element && event.target.closest('input[type=text],textarea') !== null
      performKey(event, inEditor(event) || typing)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const narrow = layout === 'C' || layout === 'D' || layout === 'E' || layout === 'F'
  return (
    <div className={c('app')} ref={shell}>
      <div className={c('shell')}>
        <button type="button" className={c('skipLink')} onClick={focusEditor}>
          {t('skip')}
        </button>
        <Bar narrow={narrow}>{layout === 'D' ? null : <Controls />}</Bar>
        <main className={c('main')}>
          <div className={c('views')} style={{ '--lines': lines } as React.CSSProperties}>
            {tabs.length > 0 ? <Tabs tabs={tabs} tab={tab} onTab={setTab} /> : null}
            {PANELS.map(({ id, Panel }) => (
              <div
                key={id}
                className={c('pane')}
                data-view={id}
                {...(tabs.includes(id)
                  ? { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}`, hidden: tab !== id }
                  : {})}
              >
                <Panel />
              </div>
            ))}
          </div>
          <Timeline />
          <StepSentence />
          {layout === 'D' ? <Controls /> : null}
        </main>
        <NoticeBox />
        <Overlays />
      </div>
    </div>
  )
}

/** In each layout: the views that stand on their own, and which of the tabs is open at first. */
const STANDING: Readonly<Record<PageLayout, { readonly alone: readonly PanelId[]; readonly first: PanelId }>> = {
  whole: { alone: PANELS.map(({ id }) => id), first: 'table' },
  A: { alone: ['editor', 'table'], first: 'circuit' },
  B: { alone: ['table'], first: 'editor' },
  C: { alone: ['editor', 'table'], first: 'circuit' },
  D: { alone: [], first: 'table' },
  E: { alone: [], first: 'table' },
  F: { alone: [], first: 'table' },
}

function focusEditor(): void {
  document.querySelector<HTMLElement>('#editor [role=textbox], #editor textarea')?.focus()
}

/** How many lines a text has; of long ones only that they are more than there is ever room for. */
function linesOf(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && lines < 50; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Keeps language, theme and title of the document as they are on the page. */
function useDocument(): void {
  const language = usePreference(({ language }) => language)
  const theme = useTheme()
  const name = useSession(({ name }) => name)
  useEffect(() => {
    const root = document.documentElement
    root.lang = LANGUAGE_NAMES[language].tag
    root.dataset['theme'] = theme
    if (name !== '') document.title = `${name} · Toy CPU`
  }, [language, theme, name])
}
