// Every diagnostic of the text, each a link to its place with its fixes; without any, how the expectations came out.
import type { Diagnostic, Fix } from '../../../assembler/index.ts'
import { cell, parts, plain } from '../../../emulator/instructions/index.ts'
import { editor } from '../../state/editor.ts'
import { usePreference, useSession } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { Said } from '../../text/Said.tsx'
import { useWords } from '../../words/index.ts'
import problems from './problems.module.css'

const c = classes(problems)

export function Problems() {
  const t = useWords()
  const diagnostics = useSession(({ diagnostics }) => diagnostics)
  const fault = useSession(({ view }) => (view !== null && view.position === view.ending?.steps ? view.fault : null))
  const faultLine = useSession(({ view }) => (view?.ending?.kind === 'fault' ? view.ending.fault : null))
  const checked = useSession(({ checked }) => checked > 0)
  const language = usePreference(({ language }) => language)
  return (
    <section id="problems" className={c('region')} aria-label={t('problems.name')}>
      <header className={c('caption')}>
        <h2>{t('problems.name')}</h2>
        <span className={c('note')}>{checked ? diagnostics.length + (fault === null ? 0 : 1) : null}</span>
      </header>
      {!checked ? null : diagnostics.length === 0 && fault === null ? (
        <p className={c('none')}>
          {t('problems.none')} <Expectations />
        </p>
      ) : (
        <ul className={c('list')}>
          {fault !== null && faultLine !== null ? (
            <li>
              <button type="button" className={c('problem')} onClick={() => editor()?.reveal(lineRange(faultLine))}>
                <span className={c('severity error')}>✕</span>
                <span className={c('message')}>
                  <Said parts={fault[language]} />
                </span>
              </button>
            </li>
          ) : null}
          {diagnostics.map(diagnostic => (
            <Problem key={keyOf(diagnostic)} diagnostic={diagnostic} />
          ))}
        </ul>
      )}
    </section>
  )
}

const lineRange = ({ line, column }: { line: number; column: number }) => ({
  line,
  column,
  endLine: line,
  endColumn: column,
})

const keyOf = ({ code, line, column, endColumn }: Diagnostic): string => `${code}:${line}:${column}:${endColumn}`

function Problem({ diagnostic }: { diagnostic: Diagnostic }) {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const { severity, line, column, message, fixes } = diagnostic
  return (
    <li>
      <button type="button" className={c('problem')} onClick={() => editor()?.reveal(diagnostic)}>
        <span className={c('severity', severity)}>
          {severity === 'error' ? '✕ ' : severity === 'warning' ? '△ ' : '· '}
          {t(`problems.${severity}`)}
        </span>
        <span>
          {line}:{column}
        </span>
        <span className={c('message')}>
          <Said parts={message[language]} />
        </span>
      </button>
      {fixes.map((fix: Fix) => (
        <button key={plain(fix.title.en)} type="button" className={c('fix')} onClick={() => editor()?.apply(fix.edits)}>
          <Said parts={fix.title[language]} />
        </button>
      ))}
    </li>
  )
}

/** `Expected at the end: x₁₀ = 6, and it is.` */
function Expectations() {
  const t = useWords()
  const met = useSession(({ view }) => view?.expectations)
  if (met === undefined || met.length === 0) return null
  const failed = met.filter(({ met }) => !met)
  if (met.length > 1 && failed.length === 0)
    return <span className={c('note')}>{t('problems.allMany', { count: met.length })}</span>
  const { expectation, name, actual } = failed[0] ?? met[0]!
  const what = parts`${cell(expectation.address, name)} = ${expectation.value}`
  const words = failed.length === 0 ? t('problems.allMet') : t('problems.notMet', { actual: actual ?? '?' })
  return (
    <span className={c(failed.length === 0 ? 'note' : 'fault')}>
      <Said parts={parts`${t('problems.expected')}${what}${separator(words)}${words}`} />
    </span>
  )
}

/** Chinese words bring their own comma. */
const separator = (words: string): string => (words.startsWith('，') ? '' : ', ')
