// The share dialog: a link to the very moment, its length, its QR code, the snippet for a page, the file. Loaded when it is
// asked for. What a link carries is told before it is sent.
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { Text } from '../../../emulator/instructions/index.ts'
import { REFUSALS } from '../../../programs/links/index.ts'
import { saveBlob } from '../../state/download.ts'
import { saveAsFile } from '../../state/files.ts'
import { linkNow, ownAddress } from '../../state/links.ts'
import { usePreference } from '../../state/react.ts'
import { restingPosition, session } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import { WideDialog } from '../WideDialog.tsx'
import { QrCode, qrOf, qrPicture } from './QrCode.tsx'
import styles from './share.module.css'
import { elementSnippet, frameSnippet } from './snippet.ts'
import { aboutText, lengthText, momentText, SHARE_WORDS } from './words.ts'

const c = classes(styles)

/** The forms that a snippet may have. */
const FORMS = [
  ['frame', SHARE_WORDS.asFrame],
  ['element', SHARE_WORDS.asElement],
] as const

export default function ShareDialog({ onClose }: { onClose(): void }) {
  const language = usePreference(preferences => preferences.language)
  const w = useText()
  // The moment is that at which the dialog was opened: it covers the page.
  const [state] = useState(session.getState)
  const [withMoment, setWithMoment] = useState(true)
  const [form, setForm] = useState<(typeof FORMS)[number][0]>('frame')
  const made = useMemo(() => linkNow(state, withMoment), [state, withMoment])
  const box = useRef<HTMLTextAreaElement>(null)
  const link = 'link' in made ? made.link : null
  const address = link === null ? '' : ownAddress() + link
  const modules = useMemo(() => (address === '' ? null : qrOf(address)), [address])
  const position = restingPosition(state)
  const embedded = { base: ownAddress(), link: link ?? '', name: state.name, language }
  const snippet = form === 'frame' ? frameSnippet(embedded) : elementSnippet(embedded)
  const savePicture = async (): Promise<void> => {
    const picture = modules === null ? null : await qrPicture(modules)
    if (picture !== null) saveBlob(`${state.name}.png`, picture)
  }
  return (
    <WideDialog
      title={w(SHARE_WORDS.share)}
      className={c('share')}
      onClose={onClose}
      onOpenAutoFocus={event => {
        if (box.current === null) return
        event.preventDefault()
        box.current.focus({ preventScroll: true })
        box.current.select()
      }}
    >
      {link === null ? (
        <p>{'refused' in made ? w(REFUSALS[made.refused]) : null}</p>
      ) : (
        <div className={c('columns')}>
          <div>
            <h3 id="share-link">{w(SHARE_WORDS.link)}</h3>
            <textarea
              ref={box}
              className={c('box')}
              readOnly
              rows={5}
              spellCheck={false}
              aria-labelledby="share-link"
              value={address}
              onFocus={event => event.currentTarget.select()}
            />
            <label className={c('choice')}>
              <input
                type="checkbox"
                checked={withMoment}
                onChange={event => setWithMoment(event.currentTarget.checked)}
              />
              {w(momentText(position))}
            </label>
            <Copying text={address} words={w(SHARE_WORDS.copyLink)} say={w}>
              <span className={c('note far')}>{w(lengthText(address.length))}</span>
            </Copying>
            <h3 id="share-embed">{w(SHARE_WORDS.embed)}</h3>
            <textarea
              className={c('box')}
              readOnly
              rows={3}
              spellCheck={false}
              aria-labelledby="share-embed"
              value={snippet}
              onFocus={event => event.currentTarget.select()}
            />
            <Copying text={snippet} words={w(SHARE_WORDS.copySnippet)} say={w}>
              <span className={c('forms far')} role="group" aria-label={w(SHARE_WORDS.form)}>
                {FORMS.map(([name, words]) => (
                  <button
                    key={name}
                    type="button"
                    className={c('toolButton')}
                    aria-pressed={form === name}
                    onClick={() => setForm(name)}
                  >
                    {w(words)}
                  </button>
                ))}
              </span>
            </Copying>
          </div>
          <div>
            {modules === null ? (
              <p className={c('none')}>{w(SHARE_WORDS.tooLongForQr)}</p>
            ) : (
              <QrCode modules={modules} label={w(SHARE_WORDS.qr)} />
            )}
            <p className={c('line')}>
              {modules === null ? null : (
                <button type="button" className={c('linkButton')} onClick={() => void savePicture()}>
                  {w(SHARE_WORDS.savePng)}
                </button>
              )}
              <button type="button" className={c('linkButton')} onClick={() => saveAsFile(state.name)}>
                {w(SHARE_WORDS.download)}
              </button>
            </p>
            <p>{w(aboutText(state.name, withMoment ? position : null))}</p>
          </div>
        </div>
      )}
    </WideDialog>
  )
}

interface CopyingProps {
  readonly text: string
  readonly words: string
  readonly children: ReactNode
  say(text: Text): string
}

/** A button that copies, what came of it, and what else stands in that line. */
function Copying({ text, words, children, say }: CopyingProps) {
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean } | null>(null)
  const copy = async (): Promise<void> => {
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      )
    setCopied({ text, done })
  }
  const isNow = copied?.text === text
  return (
    <div className={c('line')}>
      <button type="button" className={c('action')} onClick={() => void copy()}>
        {words}
      </button>
      <span role="status">
        {isNow ? (copied.done ? `✓ ${say(SHARE_WORDS.copied)}` : say(SHARE_WORDS.notCopied)) : ''}
      </span>
      {children}
    </div>
  )
}
