// Why a value is what it is: the sentence, the steps that it came from as a tree to go to, the deciding jump, what comes
// next. It shows the picked cell at the position and asks for nothing by itself.
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { cell, type Parts, parts, plain } from '../../../emulator/instructions/index.ts'
import type { WhyRead } from '../../../emulator/questions/index.ts'
import { Heading } from '../../notes/Heading.tsx'
import { asked, closeWhy, goBack, goToNamed, takeFocus } from '../../state/asked.ts'
import { usePreference, useSession } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { Said } from '../../text/Said.tsx'
import { useWords } from '../../words/index.ts'
import { rowsOf, type WhyRow } from './rows.ts'
import styles from './why.module.css'

const c = classes(styles)

export default function WhyPanel() {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const { answer, progress, trail } = useStore(asked)
  const old = useSession(({ oldSince }) => oldSince !== null)
  const running = useSession(({ going }) => going !== null)
  const hiding = useSession(({ predicting, view }) => predicting !== null && view?.ending === null)
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (answer === null || !takeFocus()) return
    const tree = section.current?.querySelector<HTMLElement>('[role=tree]')
    ;(tree ?? section.current)?.focus()
  }, [answer])
  return (
    <section
      ref={section}
      tabIndex={-1}
      id="why"
      className={c('region')}
      aria-label={t('why.name')}
      onKeyDown={event => {
        if (event.key === 'Escape') leave()
        else if (event.key === 'Backspace') goBack()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <header className={c('caption')}>
        <Heading of="why">{t('why.name')}</Heading>
        <span className={c('note')}>
          {old ? t('why.old') : null}
          {progress === null ? null : t('why.gathering', { percent: Math.floor(progress * 100) })}
        </span>
        {trail.length === 0 ? null : (
          <button type="button" className={c('back')} onClick={goBack}>
            {t('why.back')}
          </button>
        )}
        <button type="button" className={c('close')} onClick={leave}>
          {t('why.close')}
        </button>
      </header>
      {answer === null ? (
        <div className={c('all')}>
          <p className={c('said')}>{t('why.none')}</p>
        </div>
      ) : (
        <div className={c('all')}>
          <p className={c('said')} aria-live="polite">
            <Said parts={answer.why.sentence[language]} />
          </p>
          {running ? null : answer.why.value === null ? (
            <ul className={c('blank')}>
              {answer.blank.map(sentence => (
                <li key={plain(sentence.en)}>
                  <Said parts={sentence[language]} />
                </li>
              ))}
            </ul>
          ) : (
            <Tree key={`${answer.why.address} ${answer.why.origin}`} rows={rowsOf(answer.why)} />
          )}
          {running ? null : (
            <dl className={c('more')}>
              <dt>{t('why.because')}</dt>
              <dd>
                {answer.because === null ? (
                  t('why.always')
                ) : (
                  <Place step={answer.because.step} said={answer.because.said[language]} />
                )}
              </dd>
              <dt>{t('why.next')}</dt>
              <dd>
                {hiding ? (
                  t('why.hidden')
                ) : answer.why.next.step === null ? (
                  t('why.never')
                ) : (
                  <Place step={answer.why.next.step} said={parts`${t('why.step', { step: answer.why.next.step })}`} />
                )}
              </dd>
              <dt>{t('why.reads')}</dt>
              <dd>
                {hiding ? t('why.hidden') : answer.why.next.reads.length === 0 ? t('why.never') : null}
                {(hiding ? [] : answer.why.next.reads).map(step => (
                  <Place key={step} step={step} said={parts`${step}`} label={t('why.step', { step })} />
                ))}
                {answer.why.next.cut && !hiding ? '…' : null}
              </dd>
            </dl>
          )}
        </div>
      )}
    </section>
  )
}

/** Closes it; the focus goes back to the table that it was asked from. */
function leave(): void {
  closeWhy()
  document.querySelector<HTMLElement>('#table [role=grid]')?.focus()
}

function Place({ step, said, label }: { step: number; said: Parts; label?: string }) {
  return (
    <button type="button" className={c('place')} aria-label={label} onClick={() => goToNamed(step)}>
      <Said parts={said} />
    </button>
  )
}

const itemId = (index: number): string => `why-item-${index}`

/** Up and Down choose, Enter goes there. */
function Tree({ rows }: { rows: readonly WhyRow[] }) {
  const t = useWords()
  const [chosen, choose] = useState(0)
  const go = ({ node }: WhyRow): void => {
    const step = node.kind === 'step' ? node.step : node.kind === 'edit' ? node.position : 0
    goToNamed(step, node.address)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to !== undefined) choose(Math.max(0, Math.min(to, rows.length - 1)))
    else if (event.key === 'Enter' && rows[chosen] !== undefined) go(rows[chosen])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={c('tree')}
      role="tree"
      aria-label={t('why.tree')}
      tabIndex={0}
      aria-activedescendant={itemId(chosen)}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
        <div
          key={row.key}
          id={itemId(index)}
          role="treeitem"
          tabIndex={-1}
          aria-level={row.level}
          aria-selected={index === chosen}
          aria-label={spoken(t, row)}
          className={c('row')}
          style={{ '--level': row.level - 1 } as React.CSSProperties}
          onClick={() => {
            choose(index)
            go(row)
          }}
        >
          <span className={c('value')}>
            <Said parts={parts`${cell(row.node.address)} = ${row.node.value}`} />
          </span>
          <span className={c('from')}>{from(t, row)}</span>
          <span className={c('reads')}>
            {row.reads.map(read => (
              <span key={`${read.role} ${read.address}`}>
                <Said parts={readParts(read)} />
              </span>
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}

type Translate = ReturnType<typeof useWords>

const readParts = ({ role, address, value }: WhyRead): Parts =>
  role === 'pointer' ? parts`[${cell(address)}] ${value}` : parts`${cell(address)} ${value}`

/** Where a node's value was given. */
function from(t: Translate, { node }: WhyRow): string {
  switch (node.kind) {
    case 'step':
      return `${t('why.step', { step: node.step })}${t('separator')}${node.source}`
    case 'data':
      return t('why.data', { line: node.line })
    case 'set':
    case 'edit':
      return t('why.byHand')
    case 'blank':
      return t('why.blank')
  }
}

/** `r0 = 6, step 12, from r0 3 and x17 3; which cell: r1 17`. */
function spoken(t: Translate, row: WhyRow): string {
  const said = (role: WhyRead['role']): string =>
    row.reads
      .filter(read => read.role === role)
      .map(({ address, value }) => plain(parts`${cell(address)} ${value}`))
      .join(t('why.and'))
  const holds = plain(parts`${cell(row.node.address)} = ${row.node.value}`)
  const step = row.node.kind === 'step' ? t('why.step', { step: row.node.step }) : from(t, row)
  const operands = said('operand')
  const pointers = said('pointer')
  return [
    holds,
    step,
    ...(operands === '' ? [] : [t('why.from', { what: operands })]),
    ...(pointers === '' ? [] : [t('why.which', { what: pointers })]),
  ].join(t('separator'))
}
