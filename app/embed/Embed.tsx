// The page as it stands in somebody else's: ruler, table, the step's sentence, four buttons and a way to the whole page
// (keeping.md, section 3). It keeps nothing, takes no key before it has the focus, and tells the page around how high it
// would be and where it is.
import { Toolbar } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { LANGUAGE_NAMES } from '../../emulator/instructions/index.ts'
import { PAGE_COMMANDS, performKey } from '../commands.ts'
import { CommandButton } from '../frame/Controls.tsx'
import frame from '../frame/frame.module.css'
import { NoticeBox } from '../frame/NoticeBox.tsx'
import { StepSentence } from '../frame/StepSentence.tsx'
import { PANELS } from '../panels/index.ts'
import { linkNow, ownAddress } from '../state/links.ts'
import { preferences } from '../state/preferences.ts'
import { usePreference, useSession, useTheme } from '../state/react.ts'
import { session } from '../state/session.ts'
import { classes } from '../style/classes.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { useWords } from '../words/index.ts'
import styles from './embed.module.css'
import { say } from './messages.ts'
import { openEmbedded, shownViews } from './opening.ts'

const c = classes(frame)

const OPEN_IN_FULL = { en: 'Open in full', zh: '打开完整页面' }
/** Higher than this no page is asked to make the frame. */
const HIGHEST = 640
/** The link to the whole page follows changes after so many ms of rest. */
const REST = 150

const views = PANELS.filter(({ id }) => id === 'table' || shownViews.includes(id))

export function Embed() {
  const t = useWords()
  const language = usePreference(preferences => preferences.language)
  const theme = useTheme()
  const app = useRef<HTMLDivElement>(null)
  const view = useSession(({ view }) => view)
  const name = useSession(({ name }) => name)
  const full = useFullAddress()

  useEffect(() => {
    void openEmbedded()
    const onKey = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && /^F(5|10)$/.test(event.key)) performKey(event, false)
    }
    addEventListener('keydown', onKey)
    say({ kind: 'ready' })
    return () => removeEventListener('keydown', onKey)
  }, [])

  useEffect(() => {
    document.documentElement.lang = LANGUAGE_NAMES[language].tag
    document.documentElement.dataset['theme'] = theme
    if (name !== '') document.title = `${name} · Toy CPU`
  }, [language, theme, name])

  const position = view?.position ?? 0
  const known = view?.known ?? 0
  const ended = view?.ending != null
  useEffect(() => say({ kind: 'position', position, known, ended }), [position, known, ended])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on what the view has been drawn as
  useEffect(() => {
    if (app.current !== null) say({ kind: 'height', height: Math.min(HIGHEST, wantedHeight(app.current)) })
  }, [view])

  return (
    <div className={c('app')} ref={app}>
      <main className={styles['embed']} data-views={views.length}>
        <Timeline />
        <div className={styles['views']}>
          {views.map(({ id, Panel }) => (
            <div key={id} className={styles['view']} data-view={id}>
              <Panel />
            </div>
          ))}
        </div>
        <StepSentence />
        <div className={styles['foot']}>
          <Toolbar.Root className={styles['buttons']} aria-label={t('controls')}>
            <CommandButton command={PAGE_COMMANDS.toStart} icon="toStart" />
            <CommandButton command={PAGE_COMMANDS.stepBack} icon="stepBack" />
            <CommandButton command={PAGE_COMMANDS.step} icon="step" />
            <CommandButton command={PAGE_COMMANDS.toEnd} icon="toEnd" />
          </Toolbar.Root>
          <a className={styles['full']} href={full} target="_blank" rel="noopener">
            {OPEN_IN_FULL[language]} ↗
          </a>
        </div>
        <NoticeBox />
      </main>
    </div>
  )
}

/** The whole page's address, with the text, the edits and the position as they are here. */
function useFullAddress(): string {
  const [address, setAddress] = useState(ownAddress)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const make = (): void => {
      const made = linkNow(session.getState(), true)
      const query = `?lang=${preferences.getState().language}`
      if ('link' in made) setAddress(ownAddress() + query + made.link)
    }
    const stop = session.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(make, REST)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return address
}

/** How high the frame would be if all rows were in sight. */
function wantedHeight(app: HTMLElement): number {
  const grid = app.querySelector('[role=grid]')
  const rows = grid?.parentElement
  const box = rows?.parentElement
  if (rows == null || box == null) return app.offsetHeight
  return Math.ceil(app.offsetHeight - box.clientHeight + rows.offsetHeight)
}
