// Every diagnostic of the text, each a link to its place with its fixes; without any, how the expectations came out.
import type { Diagnostic, Fix } from '../../../assembler/index.ts'
import { cell, parts, plain } from '../../../emulator/instructions/index.ts'
import { Heading } from '../../notes/Heading.tsx'
import { editor } from '../../state/editor.ts'
import { usePreference, useSession } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { Said } from '../../text/Said.tsx'
import { useWords } from '../../words/index.ts'
import type { ExpectationResult } from '../../worker/view.ts'
import problems from './problems.module.css'

const c = classes(problems)

export function ProblemList() {
  const t = useWords()
  const diagnostics = useSession(({ diagnostics }) => diagnostics)
  const fault = useSession(({ view }) => (view !== null && view.position === view.ending?.steps ? view.fault : null))
  const faultLine = useSession(({ view }) => (view?.ending?.kind === 'fault' ? view.ending.fault : null))
  const expectations = useSession(({ view }) => view?.expectations)
  const unmet = expectations?.filter(({ met }) => !met) ?? []
  const count = diagnostics.length + unmet.length + (fault === null ? 0 : 1)
  const checked = useSession(({ checked }) => checked > 0)
  const language = usePreference(({ language }) => language)
  return (
    <section id="problems" className={c('region')} aria-label={t('problems.name')}>
      <header className={c('caption')}>
        <Heading of="problems">{t('problems.name')}</Heading>
        <span className={c('note')}>{checked ? count : null}</span>
      </header>
      {!checked ? null : count === 0 ? (
        <p className={c('none')}>
          {t('problems.none')} <AllMet />
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
          {unmet.map(met => (
            <li key={`${met.line}:${met.address}`}>
              <button
                type="button"
                className={c('problem')}
                onClick={() => editor()?.reveal(lineRange({ line: met.line, column: 1 }))}
              >
                <span className={c('severity error')}>✕</span>
                <span className={c('message')}>
                  <Expected of={met} />
                </span>
              </button>
            </li>
          ))}
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

/** How the expectations came out, where all are met. */
function AllMet() {
  const t = useWords()
  const met = useSession(({ view }) => view?.expectations)
  const [first] = met ?? []
  if (met === undefined || first === undefined) return null
  return (
    <span className={c('note')}>
      {met.length > 1 ? t('problems.allMany', { count: met.length }) : <Expected of={first} />}
    </span>
  )
}

/** `Expected at the end: x₁₀ = 6, and it is.` */
function Expected({ of: { address, value, name, actual, met } }: { of: ExpectationResult }) {
  const t = useWords()
  const what = parts`${cell(address, name)} = ${value}`
  const words = met ? t('problems.allMet') : t('problems.notMet', { actual: actual ?? '?' })
  return <Said parts={parts`${t('problems.expected')}${what}${separator(words)}${words}`} />
}

/** Chinese words bring their own comma. */
const separator = (words: string): string => (words.startsWith('，') ? '' : ', ')
