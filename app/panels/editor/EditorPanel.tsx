// The editor's place on the page: its caption, and Monaco once it is loaded. Until then the text is there to read.
import { Component, lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react'
import { plain } from '../../../emulator/instructions/index.ts'
import { performKey } from '../../commands.ts'
import type { EditorHandle, LineMarks } from '../../editor/contract.ts'
import { setEditor } from '../../state/editor.ts'
import { usePreference, useSession, useTheme } from '../../state/react.ts'
import { edit, inSight, session, setStops } from '../../state/session.ts'
import { withLines } from '../../state/stops.ts'
import { askLanguage } from '../../state/worker-sync.ts'
import { classes } from '../../style/classes.ts'
import { Message } from '../../text/Message.tsx'
import { useWords } from '../../words/index.ts'
import panel from './editor-panel.module.css'
import { StopsButton } from './StopsButton.tsx'

const c = classes(panel)

const Editor = lazy(() => import('../../editor/Editor.tsx'))

const onKey = (event: KeyboardEvent): boolean => performKey(event, true)
const onVisible = (first: number, last: number): void => inSight({ lines: { from: first, to: last } })
const onBreakpoints = (lines: readonly number[]): void => setStops(withLines(session.getState().stops, lines))
const onForeign = (isForeign: boolean): void => {
  const { notice } = session.getState()
  if (isForeign) session.setState({ notice: { kind: 'editor-language' } })
  else if (notice?.kind === 'editor-language') session.setState({ notice: null })
}
const onCursor = (cursor: number): void => session.setState({ cursor })

export function EditorPanel() {
  const t = useWords()
  const name = useSession(({ name }) => name)
  const text = useSession(({ text }) => text)
  const diagnostics = useSession(({ diagnostics }) => diagnostics)
  const view = useSession(({ view }) => view)
  const oldSince = useSession(({ oldSince }) => oldSince)
  const stops = useSession(({ stops }) => stops)
  const breakpoints = useMemo(() => stops.flatMap(({ line }) => (line === null ? [] : [line])), [stops])
  const language = usePreference(({ language }) => language)
  const theme = useTheme()
  const onReady = useCallback((handle: EditorHandle) => setEditor(handle), [])
  const marks = useMemo<LineMarks>(() => {
    const fault = view?.ending?.kind === 'fault' && view.position === view.ending.steps ? view.ending.fault.line : null
    return { last: view?.instruction?.line ?? null, next: fault === null ? (view?.next?.line ?? null) : null, fault }
  }, [view])
  return (
    <section id="editor" className={c('region')} aria-label={t('editor.name')}>
      <header className={c('caption')}>
        <h2>{t('editor.name')}</h2>
        <Assembled />
        <StopsButton />
      </header>
      <Refuge text={text} words={t('editor.failed')} label={t('editor.source')}>
        <Suspense fallback={<pre className={c('waitingText')}>{text}</pre>}>
          <Editor
            name={name}
            text={text}
            language={language}
            theme={theme}
            diagnostics={diagnostics}
            marks={marks}
            old={oldSince !== null}
            values={view?.lines ?? []}
            breakpoints={breakpoints}
            ask={askLanguage}
            onChange={edit}
            onVisible={onVisible}
            onCursor={onCursor}
            onBreakpoints={onBreakpoints}
            onKey={onKey}
            onReady={onReady}
            onForeign={onForeign}
          />
        </Suspense>
      </Refuge>
    </section>
  )
}

/** `assembled · 8 instructions`, or the first error. */
function Assembled() {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const facts = useSession(({ facts }) => facts)
  const error = useSession(({ diagnostics }) => diagnostics.find(({ severity }) => severity === 'error'))
  if (error !== undefined) {
    return (
      <span className={c('note fault')}>
        ✕ <Message text={t('editor.lineProblem', { line: error.line, message: plain(error.message[language]) })} />
      </span>
    )
  }
  return facts === null ? null : (
    <span className={c('note')}>{t('editor.assembled', { count: facts.instructions })}</span>
  )
}

interface RefugeProps {
  readonly text: string
  readonly words: string
  readonly label: string
  readonly children: ReactNode
}

/** Where the editor cannot be loaded, the text can be edited all the same. */
class Refuge extends Component<RefugeProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    const { text, words, label, children } = this.props
    if (!this.state.failed) return children
    return (
      <>
        <p className={c('note waitingNote')}>{words}</p>
        <textarea
          className={c('waitingText')}
          aria-label={label}
          value={text}
          onChange={event => edit(event.currentTarget.value)}
        />
      </>
    )
  }
}
