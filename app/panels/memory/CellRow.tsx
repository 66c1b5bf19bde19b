// A row of eight cells with their marks.
import { memo } from 'react'
import { cellName, REGISTERS } from '../../../emulator/instructions/index.ts'
import type { Write } from '../../../emulator/machine/index.ts'
import type { Mark } from '../../../emulator/table/marks.ts'
import { shownNote } from '../../notes/sign.ts'
import type { NumberFormat } from '../../state/preferences.ts'
import { classes } from '../../style/classes.ts'
import { markNames } from '../../style/marks.ts'
import { Icon } from '../../text/Icon.tsx'
import { Cell as CellName } from '../../text/Said.tsx'
import type { Words } from '../../words/index.ts'
import { cellAt, ROW_CELLS, type View } from '../../worker/view.ts'
import { CellInput } from './CellInput.tsx'
import memory from './memory.module.css'
import { fits, numberText } from './numbers.ts'

const c = classes(memory)

/** What all cells share. */
export interface CellContext {
  readonly t: Words
  readonly view: View | null
  readonly marks: ReadonlyMap<number, Mark>
  readonly format: NumberFormat
  readonly picked: number
  /** What the program calls the cells. */
  readonly names: ReadonlyMap<number, string>
  readonly cells: number
  /** In px. */
  readonly cellWidth: number
  /** What the step at the position wrote. */
  readonly before: Write | null
  /** The cell whose value is being typed, or null; and how that ends. */
  readonly editing: number | null
  onEdited(value: number | null): void
}

/** The id of a cell, by which the grid tells which one is active. */
export const memoryId = (address: number): string => `memory-${address}`

interface CellRowProps {
  readonly row: number
  readonly context: CellContext
  readonly registers?: boolean
}

export function CellRow({ row, context, registers = false }: CellRowProps) {
  const addresses = Array.from({ length: ROW_CELLS }, (_, i) => row * ROW_CELLS + i).filter(a => a < context.cells)
  return (
    <div className={c('row', registers && 'registers')} role="row" aria-rowindex={row + 1}>
      {addresses.map(address => (
        <Cell key={address} {...propsOf(address, context)} />
      ))}
    </div>
  )
}

interface CellProps {
  readonly address: number
  readonly value: number | null
  /** As it is written, in whatever notation. */
  readonly text: string
  readonly isLong: boolean
  readonly isPicked: boolean
  readonly isEdited: boolean
  /** The style sheet's names for what the step did to it, and the same in words. */
  readonly marks: string
  readonly description: string | undefined
  readonly pointedBy: number | null
  /** What the program calls it. */
  readonly name: string | undefined
  /** While its value is being typed: where, and what is done then. */
  readonly editing: { readonly view: View; onDone(value: number | null): void } | null
}

/** One cell: it redraws only when something of it changes. */
const Cell = memo(function Cell({
  address,
  value,
  text,
  isLong,
  isPicked,
  isEdited,
  marks,
  description,
  pointedBy,
  name,
  editing,
}: CellProps) {
  return (
    <div
      id={memoryId(address)}
      role="gridcell"
      data-address={address}
      className={c('cell', isPicked && 'picked')}
      title={isLong ? text : undefined}
      aria-description={description}
    >
      <span className={c('address')} {...shownNote(address < REGISTERS ? 'register' : 'cell')}>
        {address < REGISTERS ? <CellName address={address} /> : address}
        {name === undefined ? null : (
          <span className={c('given')} title={name}>
            <CellName address={address} name={name} />
          </span>
        )}
        {isEdited ? <Icon name="branch" of="edit" /> : null}
        {pointedBy === null ? null : (
          <span className={c('pointerTag')} aria-hidden="true" {...shownNote('pointed')}>
            [<CellName address={pointedBy} />]
          </span>
        )}
      </span>
      {editing === null ? (
        <span
          className={c('value', value === null && 'blank', isLong && 'long', marks)}
          {...(value === null ? shownNote('blank') : {})}
        >
          {text}
        </span>
      ) : (
        <CellInput address={address} value={value} {...editing} />
      )}
    </div>
  )
})

function propsOf(address: number, context: CellContext): CellProps {
  const { t, view, marks, format, picked, names, cellWidth, before, editing, onEdited } = context
  const value = view === null ? null : (cellAt(view, address) ?? null)
  const mark = marks.get(address)
  const isEdited = view?.edits.some(edit => edit.position === view.position && edit.address === address) ?? false
  const text = value === null ? '?' : numberText(value, view?.bits ?? 32, format)
  return {
    address,
    value,
    text,
    isLong: !fits(text.length, cellWidth),
    isPicked: address === picked,
    isEdited,
    marks: markNames(mark),
    description: spoken(t, mark, before, isEdited),
    pointedBy: mark?.pointedBy ?? null,
    name: names.get(address),
    editing: editing === address && view !== null ? { view, onDone: onEdited } : null,
  }
}

/** The marks in words, beside the cell's name and value: `written, was 0, read`. */
function spoken(t: Words, mark: Mark | undefined, write: Write | null, isEdited: boolean): string | undefined {
  const was = write?.before == null ? t('table.wasBlank') : t('table.was', { value: write.before })
  const words = [
    mark?.written && t('table.written') + t('separator') + was,
    mark?.read && t('table.read'),
    mark?.pointedBy != null && t('table.pointedBy', { name: cellName(mark.pointedBy) }),
    isEdited && t('stops.legend.edits'),
  ].filter(Boolean)
  return words.length === 0 ? undefined : words.join(t('separator'))
}
