// The state table: one row a step, the row at the position selected; a view of the history and its remote control.
import { Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Edit } from '../../../emulator/history/index.ts'
import { FAULTS } from '../../../emulator/instructions/index.ts'
import { neighbouring } from '../../../emulator/table/index.ts'
import { lazyPart } from '../../loading/part.tsx'
import { Heading } from '../../notes/Heading.tsx'
import { noteOn } from '../../notes/sign.ts'
import { openWhy } from '../../state/asked.ts'
import { useCellNames, usePreference, useSession } from '../../state/react.ts'
import { inSight, session } from '../../state/session.ts'
import { goTo, heading, toEnd } from '../../state/transport.ts'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'
import { numberFormat } from '../../words/numbers.ts'
import { Head } from './Head.tsx'
import { cellId, type RowContext, TableRow } from './Row.tsx'
import { Tools } from './Tools.tsx'
import table from './table.module.css'
import { useLengths } from './useLengths.ts'
import { useWindow } from './useWindow.ts'

const c = classes(table)

const NO_COLUMNS: readonly number[] = []
const PredictForm = lazyPart(
  () => import('../predict/PredictForm.tsx'),
  t => t('table.predict'),
)

const NO_EDITS: readonly Edit[] = []
/** With more columns than these they stand closer together; so do fewer where rows of two steps need room for their words. */
const ROOMY = { plain: 9, folded: 4 }

export function StateTable() {
  const t = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const language = usePreference(({ language }) => language)
  const folded = usePreference(({ foldJumps }) => foldJumps)
  const hidden = useSession(({ hidden }) => hidden)
  const view = useSession(({ view }) => view)
  const picked = useSession(({ picked }) => picked)
  const names = useCellNames()
  // Without any good history there is nothing old to tell of.
  const oldSince = useSession(({ oldSince, facts }) => (facts === null ? null : oldSince))
  const { row, head } = useLengths(scroller)
  const known = view?.known ?? 0
  const position = view?.position ?? 0
  const { first, room, height, show } = useWindow(scroller, known + 1, row, head)
  const columns = useMemo(
    () => (view?.columns ?? NO_COLUMNS).filter(address => !hidden.includes(address)),
    [view?.columns, hidden],
  )
  const groups = useMemo(() => new Set(neighbouring(columns).map(group => group[0]!)), [columns])

  // The rows in sight, and as many again, so that scrolling finds them there.
  useEffect(() => inSight({ rows: { from: Math.max(0, first - room), to: first + 2 * room } }), [first, room])
  // Before anything is painted: a fast run would else show a table without rows.
  useLayoutEffect(() => show(position), [position, show])

  useLayoutEffect(() => reveal(scroller.current, picked), [picked])

  const rows = useMemo(() => {
    const inWindow = (view?.rows ?? []).filter(({ step, steps }) => (steps.at(-1)?.step ?? step) >= first)
    return inWindow.slice(0, room)
  }, [view?.rows, first, room])

  const ending = view?.ending ?? null
  const loop = useMemo(
    () => (ending?.kind === 'endless' ? { first: ending.repeats, last: ending.steps } : null),
    [ending],
  )
  const all = view?.columns ?? NO_COLUMNS
  const edits = view?.edits ?? NO_EDITS
  const number = numberFormat(language, known)
  const context = useMemo<RowContext>(
    () => ({ t, language, columns, columnIndex: all, groups, loop, edits, number }),
    [t, language, columns, all, groups, loop, edits, number],
  )
  const fault = ending?.kind === 'fault' && position === ending.steps ? FAULTS[ending.fault.code][language] : null
  const hasErrors = useSession(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))
  const predicting = useSession(state => state.predicting !== null)
  const empty = known === 0 && view?.next === null
  return (
    <section id="table" className={c('region statePanel', oldSince !== null && 'isOld')} aria-label={t('table.name')}>
      <header className={c('caption')}>
        <Heading of="table">{t('table.name')}</Heading>
        {oldSince === null ? (
          <Key />
        ) : (
          <span className={c('note outdated')} {...noteOn('old')}>
            {t('table.old', { line: oldSince })}
          </span>
        )}
        <Tools columns={all} />
      </header>
      <div className={c('scroller')} ref={scroller}>
        {/* What is asked stands right beneath the last row, where there is room for all rows. */}
        <div style={predicting && known < room ? undefined : { height }}>
          <table
            className={c('table')}
            data-tight={columns.length > (folded ? ROOMY.folded : ROOMY.plain)}
            style={{ '--digits': number.format(known).length } as React.CSSProperties}
            role="grid"
            tabIndex={0}
            aria-label={t('table.name')}
            aria-rowcount={known + 2}
            aria-colcount={columns.length + 5}
            aria-activedescendant={cellId(position, columns.includes(picked) ? picked : columns[0])}
            onKeyDown={event => onKey(event, columns)}
            onClick={onClick}
          >
            <Head columns={columns} groups={groups} picked={picked} names={names} />
            <tbody>
              {rows.map(row => (
                <TableRow
                  key={row.step}
                  row={row}
                  context={context}
                  position={isAt(row, position) ? position : null}
                  future={row.step > position}
                  fault={isAt(row, position) ? fault : null}
                />
              ))}
            </tbody>
          </table>
          {empty ? <p className={c('hint')}>{t(hasErrors ? 'table.mend' : 'table.empty')}</p> : null}
        </div>
        {predicting ? (
          <Suspense fallback={null}>
            <PredictForm />
          </Suspense>
        ) : null}
      </div>
    </section>
  )
}

/** Scrolls sideways just as far as it takes to have a column in sight, between what stays in its place. */
function reveal(box: HTMLElement | null, address: number): void {
  const head = (name: string): DOMRect | undefined => box?.querySelector(`thead ${name}`)?.getBoundingClientRect()
  const column = head(`[data-address="${address}"]`)
  const window = box?.getBoundingClientRect()
  if (box === null || column === undefined || window === undefined) return
  const explanation = head('[data-column=explanation]')
  const from = Math.max(window.left, head('[data-column=instruction]')?.right ?? 0)
  // Out of sight altogether on a narrow page, the explanation takes nothing.
  const to = explanation === undefined || explanation.width === 0 ? window.right : explanation.left
  if (column.left < from) box.scrollLeft -= from - column.left
  else if (column.right > to) box.scrollLeft += column.right - to
}

/** Whether a row, folded or not, shows that position. */
const isAt = (row: { step: number; steps: readonly { step: number }[] }, position: number): boolean =>
  row.step === position || row.steps.some(({ step }) => step === position)

/** What the marks mean. */
function Key() {
  const t = useWords()
  return (
    <span className={c('note legend')}>
      {SIGNS.map(({ sign, words }) => (
        <span key={words} {...noteOn(words)}>
          {sign === 'positionMark' ? <span className={c(sign)} /> : <span className={c('keySign', sign)}>1</span>}
          {t(`table.${words}`)}
        </span>
      ))}
    </span>
  )
}

const SIGNS = [
  { sign: 'written', words: 'written' },
  { sign: 'read', words: 'read' },
  { sign: 'pointed', words: 'pointed' },
  { sign: 'positionMark', words: 'position' },
] as const

/** Up, Down, Home, End move the position; Left and Right pick a cell (ide.md, section 2). */
function onKey(event: React.KeyboardEvent, columns: readonly number[]): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const { view, picked } = session.getState()
  if (view === null) return
  const { rows } = view
  const position = heading()
  const at = rows.findIndex(row => isAt(row, position))
  const page = 10
  // A folded row is gone to as by a click: to its last step. A row that is out of sight has no neighbours here.
  const neighbour = (by: 1 | -1): number => {
    const row = at < 0 ? undefined : rows[at + by]
    if (row !== undefined) return row.steps.at(-1)?.step ?? row.step
    return by < 0 ? (rows[at]?.step ?? position) - 1 : position + 1
  }
  const pick = (by: number): void => {
    const index = columns.indexOf(picked)
    const next = columns[Math.min(Math.max(index < 0 ? 0 : index + by, 0), columns.length - 1)]
    if (next !== undefined) session.setState({ picked: next })
  }
  switch (event.key) {
    case 'ArrowUp':
      goTo(neighbour(-1))
      break
    case 'ArrowDown':
      goTo(neighbour(1))
      break
    case 'PageUp':
      goTo(position - page)
      break
    case 'PageDown':
      goTo(position + page)
      break
    case 'Home':
      goTo(0)
      break
    case 'End':
      toEnd()
      break
    case 'ArrowLeft':
      pick(-1)
      break
    case 'ArrowRight':
      pick(1)
      break
    case 'Enter':
      if (!columns.includes(picked)) pick(0)
      openWhy()
      break
    default:
      return
  }
  event.preventDefault()
}

/** A click moves the position to its row and picks its cell. */
function onClick(event: React.MouseEvent): void {
  if (!(event.target instanceof Element)) return
  const row = event.target.closest<HTMLElement>('tr[data-position]')
  const cell = event.target.closest<HTMLElement>('[data-address]')
  if (cell !== null) session.setState({ picked: Number(cell.dataset['address']) })
  if (row === null) return
  goTo(Number(row.dataset['position']))
}
