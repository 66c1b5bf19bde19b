// A word to the reader that is no problem of the text: shown until it is closed.
import type { Language } from '../../emulator/instructions/index.ts'
import { usePreference, useSession } from '../state/react.ts'
import { type Notice, session } from '../state/session.ts'
import { reviveWorker } from '../state/worker-sync.ts'
import { classes } from '../style/classes.ts'
import { useWords, type Words } from '../words/index.ts'
import frame from './frame.module.css'

const c = classes(frame)

export function NoticeBox() {
  const t = useWords()
  const notice = useSession(({ notice }) => notice)
  const language = usePreference(preferences => preferences.language)
  if (notice === null) return null
  return (
    <div className={c('notice')} role="alert">
      <span>{wordsOf(t, notice, language)}</span>
      {notice.kind === 'removed' ? (
        <button type="button" onClick={() => void import('../state/documents.ts').then(({ bringBack }) => bringBack())}>
          {t('bringBack')}
        </button>
      ) : null}
      {notice.kind === 'worker-missing' ? (
        <button type="button" onClick={reviveWorker}>
          {t('tryAgain')}
        </button>
      ) : null}
      {notice.kind === 'new-version' ? (
        <button
          type="button"
          onClick={() => void import('../offline.ts').then(({ takeNewVersion }) => takeNewVersion())}
        >
          {t('reload')}
        </button>
      ) : null}
      {notice.kind === 'damaged' ? (
        <button type="button" onClick={() => void import('../state/files.ts').then(({ saveDamaged }) => saveDamaged())}>
          {t('download')}
        </button>
      ) : null}
      {notice.kind === 'encoding'
        ? notice.others.map(other => (
            <button
              type="button"
              key={other}
              onClick={() => void import('../state/files.ts').then(({ readAgainAs }) => readAgainAs(other))}
            >
              {other}
            </button>
          ))
        : null}
      {notice.kind === 'told'
        ? notice.actions?.map(({ words, perform }) => (
            <button
              key={words.en}
              type="button"
              onClick={() => {
                session.setState({ notice: null })
                perform()
              }}
            >
              {words[language]}
            </button>
          ))
        : null}
      {notice.kind === 'editor-language' ? (
        <button type="button" onClick={() => location.reload()}>
          {t('reload')}
        </button>
      ) : null}
      <button type="button" onClick={() => session.setState({ notice: null })}>
        {t('keysHelp.close')}
      </button>
    </div>
  )
}

function wordsOf(t: Words, notice: Notice, language: Language): string {
  switch (notice.kind) {
    case 'unknown-sample':
      return t('unknownSample', { name: notice.name })
    case 'other-tab':
      return t('otherTab', { name: notice.name })
    case 'removed':
      return t('removed', { name: notice.name })
    case 'worker-missing':
      return t('workerMissing')
    case 'new-version':
      return t('newVersion')
    case 'damaged':
      return t('damaged', { name: notice.name })
    case 'editor-language':
      return t('editorLanguage')
    case 'not-exercise': {
      const { line, message } = notice.problem
      return t('notExercise', { name: notice.name, line, problem: message[language] })
    }
    case 'not-text': {
      const names = notice.names.map(name => t('quoted', { name })).join(t('separator'))
      return t(notice.names.length === 1 ? 'notText' : 'notTexts', { names })
    }
    case 'encoding': {
      const words = t('encoding', { name: notice.name, encoding: notice.encoding })
      return notice.others.length === 0 ? words : `${words} ${t('encodingElse')}`
    }
    case 'too-large':
      return t('tooLarge')
    case 'told':
      return notice.text[language]
    case 'not-saved':
      return t('notSaved')
  }
}
