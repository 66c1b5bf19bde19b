// The page's frame: bar, position, and the views in their places at every size.

import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { LANGUAGE_NAMES } from '../../emulator/instructions/index.ts'
import { performKey } from '../commands.ts'
import { lazyPart } from '../loading/part.tsx'
import { PANELS, type PanelId } from '../panels/index.ts'
import { arrangement, enlarge, putAway } from '../state/arrangement.ts'
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
import { type Box, placesOf } from './places.ts'
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
  const views = useRef<HTMLDivElement>(null)
  const arranged = useStore(arrangement)
  const places = useMemo(() => placesOf(layout, arranged), [layout, arranged])
  const { tabs, shown, boxes } = places
  const tab = tabs.find(id => id === wanted) ?? (tabs.includes(FIRST[layout]) ? FIRST[layout] : (tabs[0] ?? 'table'))
  const rows = useSession(({ view }) => Math.min(view?.known ?? 0, 60) + 1)
  const lines = useSession(({ text }) => linesOf(text))
  const asking = useStore(asked, ({ open }) => open)
  useDocument()

  // Why stands in the circuit's place: where only one view is in sight, that is shown while it is open.
  useEffect(() => {
    if (asking) {
      setTab('circuit')
      if (arrangement.getState().away.includes('circuit')) putAway('circuit', false)
    }
    return () => setTab(tab => (asking && tab === 'circuit' ? 'table' : tab))
  }, [asking])

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const typing = event.target instanceof Element && event.target.closest('input[type=text],textarea') !== null
      const { large } = arrangement.getState()
      if (event.key === 'Escape' && large !== null && !inEditor(event) && !typing) enlarge(large.view, large.fills)
      else performKey(event, inEditor(event) || typing)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const hasButtons = layout === 'whole' || layout === 'A' || layout === 'C'
  const narrow = layout === 'C' || layout === 'D' || layout === 'E' || layout === 'F'
  return (
    <div className={c('app')} ref={shell}>
      <div className={c('shell')}>
        <button type="button" className={c('skipLink')} onClick={focusEditor}>
          {t('skip')}
        </button>
        <Bar narrow={narrow}>{layout === 'D' ? null : <Controls />}</Bar>
        <main className={c('main')}>
          <div
            ref={views}
            className={c('views', boxes !== null && 'arranged')}
            style={{ '--lines': lines, '--rows': rows } as React.CSSProperties}
          >
            {tabs.some(id => shown.includes(id)) ? (
              <Tabs tabs={tabs} tab={tab} onTab={setTab} menu={layout === 'F'} style={placed(boxes?.get('tabs'))}>
                {hasButtons ? <ButtonsOf view={tab} /> : null}
              </Tabs>
            ) : null}
            {PANELS.map(({ id, Panel }) => {
              const isTab = tabs.includes(id)
              const isShown = shown.includes(id) && (!isTab || tab === id)
              return (
                <div
                  key={id}
                  className={c('pane')}
                  data-view={id}
                  hidden={!isShown}
                  style={placed(boxes?.get(isTab ? 'tabs' : id))}
                  {...(isTab && layout !== 'F'
                    ? { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` }
                    : {})}
                  data-shares={isTab || undefined}
                >
                  <Panel />
                  {hasButtons && !isTab ? <ButtonsOf view={id} /> : null}
                </div>
              )
            })}
            {places.split === null ? null : (
              <Suspense fallback={null}>
                <Borders split={places.split} views={views} />
              </Suspense>
            )}
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

/** Which of the tabs is open at first. */
const FIRST: Readonly<Record<PageLayout, PanelId>> = {
  whole: 'table',
  A: 'circuit',
  B: 'editor',
  C: 'circuit',
  D: 'table',
  E: 'table',
  F: 'table',
}

const Borders = lazyPart(
  () => import('./arranging/Borders.tsx'),
  t => t('views'),
  () => null,
)
const ViewButtons = lazyPart(
  () => import('./arranging/ViewButtons.tsx'),
  t => t('views'),
  () => null,
)

function ButtonsOf({ view }: { view: PanelId }) {
  return (
    <span className={c('buttonsOf')}>
      <Suspense fallback={null}>
        <ViewButtons view={view} />
      </Suspense>
    </span>
  )
}

/** A place that the reader has given a view, as the style sheet is told of it. */
function placed(box: Box | undefined): React.CSSProperties | undefined {
  if (box === undefined) return undefined
  const { left, top, width, height } = box
  return {
    '--left': `${left}%`,
    '--top': `${top}%`,
    '--width': `${width}%`,
    '--height': `${height}%`,
  } as React.CSSProperties
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
  const present = usePreference(({ present }) => present)
  useEffect(() => {
    const root = document.documentElement
    root.lang = LANGUAGE_NAMES[language].tag
    root.dataset['theme'] = theme
    root.dataset['present'] = String(present)
    if (name !== '') document.title = `${name} · Toy CPU`
  }, [language, theme, name, present])
}
