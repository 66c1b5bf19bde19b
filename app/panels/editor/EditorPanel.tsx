// The editor's place on the page: its caption, and Monaco once it is loaded. Until then the text is there to read.
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { withLines } from '../../../programs/stops/index.ts'
import { performKey } from '../../commands.ts'
import type { EditorHandle, EditorProps, LineMarks } from '../../editor/contract.ts'
import { loadEditor } from '../../editor/Editor.tsx'
import { lazyPart, type Missing } from '../../loading/part.tsx'
import { Heading } from '../../notes/Heading.tsx'
import { noteOn } from '../../notes/sign.ts'
import { setEditor, wishFocus } from '../../state/editor.ts'
import { preferences } from '../../state/preferences.ts'
import { usePreference, useSession, useTheme } from '../../state/react.ts'
import { edit, inSight, session, setStops } from '../../state/session.ts'
import { askLanguage } from '../../state/worker-sync.ts'
import { classes } from '../../style/classes.ts'
import { Said } from '../../text/Said.tsx'
import { useWords } from '../../words/index.ts'
import panel from './editor-panel.module.css'
import { StopsButton } from './StopsButton.tsx'
import { useEditedLines } from './useEditedLines.ts'

const c = classes(panel)

const Editor = lazyPart(
  () => loadEditor(preferences.getState().language),
  t => t('editor.name'),
  PlainEditor,
)

const Arrange = lazyPart(
  () => import('../exercise/Arrange.tsx'),
  t => t('exercise.name'),
)

const onKey = (event: KeyboardEvent): boolean => performKey(event, true)
const onVisible = (first: number, last: number): void => inSight({ lines: { from: first, to: last } })
const onBreakpoints = (lines: readonly number[]): void => setStops(withLines(session.getState().stops, lines))
const onForeign = (isForeign: boolean): void => {
  const { notice } = session.getState()
  if (isForeign) session.setState({ notice: { kind: 'editor-language' } })
  else if (notice?.kind === 'editor-language') session.setState({ notice: null })
}
const onTooLarge = (): void => session.setState({ notice: { kind: 'too-large' } })
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
  const { fixed, given } = useEditedLines(name)
  const onReady = useCallback((handle: EditorHandle) => setEditor(handle), [])
  const [isWanted, setWanted] = useState(false)
  const want = useCallback(() => setWanted(true), [])
  const marks = useMemo<LineMarks>(() => {
    const fault = view?.ending?.kind === 'fault' && view.position === view.ending.steps ? view.ending.fault.line : null
    return { last: view?.instruction?.line ?? null, next: fault === null ? (view?.next?.line ?? null) : null, fault }
  }, [view])
  return (
    <section id="editor" className={c('region')} aria-label={t('editor.name')}>
      <header className={c('caption')}>
        <Heading of="editor">{t('editor.name')}</Heading>
        <Assembled />
        <StopsButton />
      </header>
      {given !== null ? (
        <Suspense fallback={<pre className={c('waitingText')}>{text}</pre>}>
          <Arrange given={given} />
        </Suspense>
      ) : isWanted ? (
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
            fixed={fixed}
            ask={askLanguage}
            onChange={edit}
            onVisible={onVisible}
            onCursor={onCursor}
            onBreakpoints={onBreakpoints}
            onKey={onKey}
            onTooLarge={onTooLarge}
            onReady={onReady}
            onForeign={onForeign}
          />
        </Suspense>
      ) : (
        <Waiting text={text} onWanted={want} />
      )}
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
        ✕ {t('editor.lineProblem', { line: error.line })}
        <Said parts={error.message[language]} />
      </span>
    )
  }
  return facts === null ? null : (
    <span className={c('note')} {...noteOn('assembled')}>
      {t('editor.assembled', { count: facts.instructions })}
    </span>
  )
}

/** Where the editor cannot be loaded, the text can be edited all the same. */
function PlainEditor({ text, onChange, onRetry }: EditorProps & Missing) {
  const t = useWords()
  return (
    <>
      <p className={c('note waitingNote')}>
        {t('editor.failed')}{' '}
        <button type="button" className={c('linkButton')} onClick={onRetry}>
          {t('tryAgain')}
        </button>
      </p>
      <textarea
        className={c('waitingText')}
        aria-label={t('editor.source')}
        value={text}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </>
  )
}

/** The text while the editor is on its way: to be read and selected; whoever goes for it has the editor come at once. */
function Waiting({ text, onWanted }: { text: string; onWanted(): void }) {
  const isAnswered = useSession(({ view }) => view !== null)
  useEffect(() => {
    if (!isAnswered) return
    // After the first answer is drawn, when there is nothing else to do.
    const idle = globalThis.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 200))
    const cancel = globalThis.cancelIdleCallback ?? clearTimeout
    const handle = idle(onWanted, { timeout: 2000 })
    return () => cancel(handle)
  }, [isAnswered, onWanted])
  const go = (): void => {
    wishFocus()
    onWanted()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it can be scrolled, and the editor comes to whoever goes there
    <pre className={c('waitingText')} tabIndex={0} onPointerDown={go} onFocus={go}>
      {text}
    </pre>
  )
}
