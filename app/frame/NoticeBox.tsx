// A word to the reader that is no problem of the text: shown until it is closed.
import { useSession } from '../state/react.ts'
import { session } from '../state/session.ts'
import { useWords } from '../words/index.ts'

export function NoticeBox() {
  const t = useWords()
  const notice = useSession(({ notice }) => notice)
  if (notice === null) return null
  return (
    <div className="notice" role="alert">
      <span>{notice.kind === 'unknown-sample' ? t('unknownSample', { name: notice.name }) : t('notSaved')}</span>
      <button type="button" onClick={() => session.setState({ notice: null })}>
        {t('keysHelp.close')}
      </button>
    </div>
  )
}
