// The reader's documents: opened, named anew, copied, removed and brought back, with their versions; all of them taken out
// and in. Loaded when it is asked for.
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Text } from '../../../emulator/instructions/index.ts'
import {
  duplicateDocument,
  forgetForGood,
  newText,
  openDocument,
  removeDocument,
  renameDocument,
  restoreRemoved,
} from '../../state/documents.ts'
import { usePreference, useSession } from '../../state/react.ts'
import { sampleOf } from '../../state/samples.ts'
import { session } from '../../state/session.ts'
import type { DocumentRecord } from '../../state/shelf/record.ts'
import { allDocuments, shelf } from '../../state/shelf/shelf.ts'
import { type Removed, removedDocuments } from '../../state/shelf/versions.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import { WideDialog } from '../WideDialog.tsx'
import styles from './shelf.module.css'
import { takeIn, takeOut } from './taking.ts'
import { Versions } from './Versions.tsx'
import { actionText, linesText, SHELF_WORDS, takenText, versionsOfText } from './words.ts'

const c = classes(styles)

export default function DocumentsDialog({ onClose }: { onClose(): void }) {
  const language = usePreference(preferences => preferences.language)
  const w = useText()
  const names = useStore(shelf, ({ names }) => names)
  const [records, setRecords] = useState<readonly DocumentRecord[] | null>(null)
  const [removed, setRemoved] = useState<readonly Removed[]>([])
  const [versions, setVersions] = useState<string | null>(null)
  const [told, setTold] = useState<Text | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    void allDocuments().then(setRecords)
    void removedDocuments(names).then(setRemoved)
  }, [names])

  const bringIn = async (file: File): Promise<void> => {
    const taken = await takeIn(file)
    setTold(taken === null ? SHELF_WORDS.notTaken : takenText(taken.added, taken.there))
  }
  const andClose = (perform: () => Promise<void>): void => {
    onClose()
    void perform()
  }
  return (
    <WideDialog
      title={w(versions === null ? SHELF_WORDS.documents : versionsOfText(versions))}
      className={c('shelf')}
      onClose={onClose}
    >
      {versions !== null ? (
        <>
          <button type="button" className={c('linkButton')} onClick={() => setVersions(null)}>
            ← {w(SHELF_WORDS.back)}
          </button>
          <Versions name={versions} onBrought={onClose} />
        </>
      ) : (
        <>
          <div className={c('line')}>
            <button type="button" className={c('action')} onClick={() => andClose(newText)}>
              {w(SHELF_WORDS.new)}
            </button>
            <button type="button" className={c('action')} onClick={() => void takeOut()}>
              {w(SHELF_WORDS.takeOut)}
            </button>
            <button type="button" className={c('action')} onClick={() => input.current?.click()}>
              {w(SHELF_WORDS.takeIn)}
            </button>
            <input
              ref={input}
              type="file"
              accept=".zip,application/zip"
              aria-label={w(SHELF_WORDS.takeIn)}
              hidden
              onChange={event => {
                const file = event.currentTarget.files?.[0]
                event.currentTarget.value = ''
                if (file !== undefined) void bringIn(file)
              }}
            />
            <span role="status">{told === null ? '' : w(told)}</span>
          </div>
          {records?.length === 0 ? <p className={c('note')}>{w(SHELF_WORDS.none)}</p> : null}
          <ul className={c('list')}>
            {records?.map(record => (
              <DocumentRow
                key={record.name}
                record={record}
                say={w}
                onOpen={() => andClose(() => openDocument(record.name))}
                onCopy={() => andClose(() => duplicateDocument(record.name))}
                onVersions={() => setVersions(record.name)}
              />
            ))}
          </ul>
          {removed.length === 0 ? null : (
            <>
              <h3>{w(SHELF_WORDS.removed)}</h3>
              <ul className={c('list')}>
                {removed.map(each => (
                  <li key={each.id}>
                    <span className={c('title')}>{each.name}</span>
                    <span className={c('note')}>
                      {new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(each.time)}
                    </span>
                    <button
                      type="button"
                      className={c('toolButton')}
                      aria-label={w(actionText(SHELF_WORDS.bringBack, each.name))}
                      onClick={() => andClose(() => restoreRemoved(each))}
                    >
                      {w(SHELF_WORDS.bringBack)}
                    </button>
                  </li>
                ))}
              </ul>
              <button
                type="button"
                className={c('linkButton')}
                onClick={() => {
                  void forgetForGood(removed).then(() => setRemoved([]))
                }}
              >
                {w(SHELF_WORDS.forgetAll)}
              </button>
            </>
          )}
        </>
      )}
    </WideDialog>
  )
}

interface DocumentRowProps {
  readonly record: DocumentRecord
  say(text: Text): string
  onOpen(): void
  onCopy(): void
  onVersions(): void
}

function DocumentRow({ record: { name, text }, say, onOpen, onCopy, onVersions }: DocumentRowProps) {
  const isOpen = useSession(session => session.name === name)
  const [wish, setWish] = useState<string | null>(null)
  const isSample = sampleOf(name) !== undefined
  const finish = (): void => {
    if (wish !== null) void renameDocument(name, wish)
    setWish(null)
  }
  const tool = (words: Text, perform: () => void) => (
    <button type="button" className={c('toolButton')} aria-label={say(actionText(words, name))} onClick={perform}>
      {say(words)}
    </button>
  )
  const remove = async (): Promise<void> => {
    await removeDocument(name)
    // The list below says it, and has the way back.
    session.setState({ notice: null })
  }
  return (
    <li>
      {wish === null ? (
        <button type="button" className={c('title linkButton')} onClick={onOpen}>
          {name}
        </button>
      ) : (
        <input
          // biome-ignore lint/a11y/noAutofocus: whoever asks for another name writes it at once
          autoFocus
          type="text"
          className={c('title')}
          value={wish}
          aria-label={say(actionText(SHELF_WORDS.name, name))}
          onChange={event => setWish(event.currentTarget.value)}
          onFocus={event => event.currentTarget.select()}
          onBlur={finish}
          onKeyDown={event => {
            if (event.key === 'Enter') finish()
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setWish(null)
          }}
        />
      )}
      <span className={c('note')}>
        {say(linesText(text.split('\n').length))}
        {isOpen ? ` · ${say(SHELF_WORDS.isOpen)}` : ''}
        {isSample ? ` · ${say(SHELF_WORDS.draft)}` : ''}
      </span>
      <span className={c('tools')}>
        {isSample ? null : tool(SHELF_WORDS.rename, () => setWish(name))}
        {tool(SHELF_WORDS.duplicate, onCopy)}
        {tool(SHELF_WORDS.versions, onVersions)}
        {isSample ? null : tool(SHELF_WORDS.remove, () => void remove())}
      </span>
    </li>
  )
}
