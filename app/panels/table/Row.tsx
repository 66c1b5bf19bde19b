// One row of the state table. It redraws only when its own row, the columns or its side of the position change.
import { memo } from 'react'
import type { Edit } from '../../../emulator/history/index.ts'
import { cellName, type Language, plain } from '../../../emulator/instructions/index.ts'
import type { Row } from '../../../emulator/table/index.ts'
import { type Mark, marksOf } from '../../../emulator/table/marks.ts'
import { classes } from '../../style/classes.ts'
import { markNames } from '../../style/marks.ts'
import { Icon } from '../../text/Icon.tsx'
import { Said } from '../../text/Said.tsx'
import type { Words } from '../../words/index.ts'
import table from './table.module.css'

const c = classes(table)

/** What all rows share. */
export interface RowContext {
  readonly t: Words
  readonly language: Language
  /** The columns shown, and all columns in the order of the rows' values. */
  readonly columns: readonly number[]
  readonly columnIndex: readonly number[]
  readonly groups: ReadonlySet<number>
  readonly picked: number
  readonly position: number
  /** The two positions that are the same state, where the program never ends: a bracket joins their rows. */
  readonly loop: { readonly first: number; readonly last: number } | null
  /** Cells changed by hand. */
  readonly edits: readonly Edit[]
  /** How steps are written: in groups of three where they are many. */
  readonly number: Intl.NumberFormat
  /** The fault at the end of the history, where the position is there. */
  readonly fault: string | null
}

/** The id of a value's cell, by which the grid tells which one is active. */
export const cellId = (position: number, address: number | undefined): string => `cell-${position}-${address ?? 'none'}`

interface TableRowProps {
  readonly row: Row
  readonly context: RowContext
  readonly selected: boolean
}

export const TableRow = memo(
  function TableRow({ row, context, selected }: TableRowProps) {
    const { t, language, columns, columnIndex, groups, position, loop, edits, number, fault } = context
    const marks = marksOf(row.steps)
    const last = row.steps.at(-1)?.step ?? row.step
    const id = selected ? position : last
    return (
      <tr
        data-position={last}
        aria-rowindex={row.step + 2}
        aria-selected={selected}
        className={c(row.step > position && 'future')}
      >
        <td className={c('margin')} data-loop={bracket(row.step, loop)} aria-hidden="true">
          {selected ? <span className={c('positionMark', fault !== null && 'fault')} /> : null}
        </td>
        <td className={c('number stepColumn')}>{number.format(row.step)}</td>
        <td className={c('number lineColumn')}>{row.line ?? ''}</td>
        <td className={c('instruction')}>{row.line === null ? <em>{t('table.initial')}</em> : row.instruction}</td>
        {columns.map(address => {
          const value = row.values[columnIndex.indexOf(address)] ?? null
          const mark = marks.get(address)
          const isEdited = edits.some(edit => edit.position === last && edit.address === address)
          return (
            <td
              key={address}
              id={cellId(id, address)}
              data-address={address}
              className={c('number', groups.has(address) && 'groupStart')}
              aria-description={spoken(t, mark, isEdited)}
            >
              {isEdited ? <Icon name="branch" /> : null}
              <span className={c('value', value === null && 'blank', markNames(mark))}>{value ?? '?'}</span>
            </td>
          )
        })}
        <td className={c('flags')}>{row.flags}</td>
        <td
          className={c('explanation')}
          title={plain(row.explanation[language])}
          aria-description={selected && fault !== null ? t('table.faultRow', { what: fault }) : undefined}
        >
          <Said parts={row.explanation[language]} />
        </td>
      </tr>
    )
  },
  (before, after) => {
    if (before.row !== after.row && !sameRow(before.row, after.row)) return false
    const [a, b] = [before.context, after.context]
    const future = (context: RowContext, row: Row): boolean => row.step > context.position
    return (
      before.selected === after.selected &&
      (!after.selected || (a.position === b.position && a.fault === b.fault)) &&
      future(a, before.row) === future(b, after.row) &&
      bracket(before.row.step, a.loop) === bracket(after.row.step, b.loop) &&
      before.context.edits.length === after.context.edits.length &&
      a.columns === b.columns &&
      a.language === b.language &&
      a.t === b.t
    )
  },
)

/** Which part of the bracket stands beside a row. */
function bracket(step: number, loop: RowContext['loop']): string | undefined {
  if (loop === null || step < loop.first || step > loop.last) return undefined
  return step === loop.first ? 'first' : step === loop.last ? 'last' : 'inside'
}

/** The worker sends rows anew with every answer: equal ones need no drawing. */
function sameRow(a: Row, b: Row): boolean {
  return (
    a.step === b.step &&
    a.instruction === b.instruction &&
    a.line === b.line &&
    a.flags === b.flags &&
    plain(a.explanation.en) === plain(b.explanation.en) &&
    a.values.length === b.values.length &&
    a.values.every((value, index) => value === b.values[index])
  )
}

/** A cell's marks in words, for those who cannot see them; beside its value, which stays its name. */
function spoken(t: Words, mark: Mark | undefined, isEdited: boolean): string | undefined {
  const words = [
    mark?.written && t('table.written'),
    mark?.read && t('table.read'),
    mark?.pointedBy != null && t('table.pointedBy', { name: cellName(mark.pointedBy) }),
    isEdited && t('stops.legend.edits'),
  ].filter(Boolean)
  return words.length === 0 ? undefined : words.join(t('separator'))
}
