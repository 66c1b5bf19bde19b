// The versions of a document, and how each differs from the text now; one is brought back as a change that the editor can
// undo.
import { diffLines } from 'diff'
import { useEffect, useMemo, useState } from 'react'
import { openDocument } from '../../state/documents.ts'
import { usePreference } from '../../state/react.ts'
import { sampleOf } from '../../state/samples.ts'
import { edit, session } from '../../state/session.ts'
import { readDocument } from '../../state/shelf/shelf.ts'
import { type Version, versionsOf } from '../../state/shelf/versions.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import styles from './shelf.module.css'
import { broughtText, SHELF_WORDS, WHY } from './words.ts'

const c = classes(styles)

interface VersionsProps {
  readonly name: string
  onBrought(): void
}

export function Versions({ name, onBrought }: VersionsProps) {
  const language = usePreference(preferences => preferences.language)
  const w = useText()
  const [all, setAll] = useState<readonly Version[] | null>(null)
  const [chosen, setChosen] = useState(0)
  const [now, setNow] = useState('')
  useEffect(() => {
    void versionsOf(name).then(setAll)
    const state = session.getState()
    if (state.name === name) setNow(state.text)
    else void readDocument(name).then(record => setNow(record?.text ?? sampleOf(name)?.code ?? ''))
  }, [name])
  const version = all?.[chosen]
  const parts = useMemo(() => (version === undefined ? [] : diffLines(version.text, now)), [version, now])
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  if (all === null) return null
  if (version === undefined) return <p className={c('note')}>{w(SHELF_WORDS.noVersions)}</p>
  const bring = async (): Promise<void> => {
    onBrought()
    if (session.getState().name !== name) await openDocument(name)
    edit(version.text)
    session.setState({ notice: { kind: 'told', text: broughtText(format.format(version.time)) } })
  }
  return (
    <div className={c('versions')}>
      <ol className={c('list')} aria-label={w(SHELF_WORDS.versions)}>
        {all.map((each, index) => (
          <li key={each.id}>
            <button type="button" aria-pressed={index === chosen} onClick={() => setChosen(index)}>
              {format.format(each.time)} <span className={c('note')}>{w(WHY[each.why])}</span>
            </button>
          </li>
        ))}
      </ol>
      <div className={c('difference')}>
        {version.text === now ? (
          <p className={c('note')}>{w(SHELF_WORDS.sameAsNow)}</p>
        ) : (
          <>
            <p className={c('note')}>
              − {w(SHELF_WORDS.lost)} · + {w(SHELF_WORDS.added)}
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
            <pre tabIndex={0}>
              {parts.map((part, index) => (
                <Lines
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one comparison never move
                  key={index}
                  text={part.value}
                  sign={part.removed ? '−' : part.added ? '+' : ' '}
                />
              ))}
            </pre>
          </>
        )}
        <button type="button" className={c('action')} disabled={version.text === now} onClick={() => void bring()}>
          {w(SHELF_WORDS.bringBack)}
        </button>
      </div>
    </div>
  )
}

function Lines({ text, sign }: { text: string; sign: '−' | '+' | ' ' }) {
  const lines = text.replace(/\n$/, '').split('\n')
  const Element = sign === '−' ? 'del' : sign === '+' ? 'ins' : 'span'
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Element key={index}>{`${sign} ${line}\n`}</Element>
  ))
}
