// One row of the state table. It redraws only when its own row, what all rows share, or its side of the position changes:
// what is equal from View to View is the same value (state/sharing.ts).
import { memo } from 'react'
import type { Edit } from '../../../emulator/history/index.ts'
import { cellName, type Language, plain } from '../../../emulator/instructions/index.ts'
import type { Row } from '../../../emulator/table/index.ts'
import { type Mark, marksOf } from '../../../emulator/table/marks.ts'
import { shownNote } from '../../notes/sign.ts'
import { classes } from '../../style/classes.ts'
import { markNames } from '../../style/marks.ts'
import { Icon } from '../../text/Icon.tsx'
import { Said } from '../../text/Said.tsx'
import type { Words } from '../../words/index.ts'
import table from './table.module.css'

const c = classes(table)

/** What all rows share, the same value until some of it changes. */
export interface RowContext {
  readonly t: Words
  readonly language: Language
  /** The columns shown, and all columns in the order of the rows' values. */
  readonly columns: readonly number[]
  readonly columnIndex: readonly number[]
  readonly groups: ReadonlySet<number>
  /** The two positions that are the same state, where the program never ends: a bracket joins their rows. */
  readonly loop: { readonly first: number; readonly last: number } | null
  /** Cells changed by hand. */
  readonly edits: readonly Edit[]
  /** How steps are written: in groups of three where they are many. */
  readonly number: Intl.NumberFormat
}

/** The id of a value's cell, by which the grid tells which one is active. */
export const cellId = (position: number, address: number | undefined): string => `cell-${position}-${address ?? 'none'}`

interface TableRowProps {
  readonly row: Row
  readonly context: RowContext
  /** The position, where it is this row's; else null. */
  readonly position: number | null
  /** Whether its steps are still to come. */
  readonly future: boolean
  /** The fault at the end of the history, where that is this row and the position. */
  readonly fault: string | null
}

export const TableRow = memo(function TableRow({ row, context, position, future, fault }: TableRowProps) {
  const { t, language, columns, columnIndex, groups, loop, edits, number } = context
  const selected = position !== null
  const marks = marksOf(row.steps)
  const last = row.steps.at(-1)?.step ?? row.step
  const id = position ?? last
  return (
    <tr data-position={last} aria-rowindex={row.step + 2} aria-selected={selected} className={c(future && 'future')}>
      <td className={c('margin')} data-loop={bracket(row.step, loop)} aria-hidden="true">
        {selected ? (
          <span
            className={c('positionMark', fault !== null && 'fault')}
            {...shownNote(fault === null ? 'position' : 'faultRow')}
          />
        ) : null}
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
            {isEdited ? <Icon name="branch" of="edit" /> : null}
            <span
              className={c('value', value === null && 'blank', markNames(mark))}
              {...(value === null ? shownNote('blank') : {})}
            >
              {value ?? '?'}
            </span>
          </td>
        )
      })}
      <td className={c('flags')} {...(row.flags === '' ? {} : shownNote('flags'))}>
        {row.flags}
      </td>
      <td
        className={c('explanation')}
        title={plain(row.explanation[language])}
        aria-description={selected && fault !== null ? t('table.faultRow', { what: fault }) : undefined}
      >
        <Said parts={row.explanation[language]} />
      </td>
    </tr>
  )
})

/** Which part of the bracket stands beside a row. */
function bracket(step: number, loop: RowContext['loop']): string | undefined {
  if (loop === null || step < loop.first || step > loop.last) return undefined
  return step === loop.first ? 'first' : step === loop.last ? 'last' : 'inside'
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
