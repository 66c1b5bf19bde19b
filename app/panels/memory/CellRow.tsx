// A row of eight cells with their marks.
import { cellName, REGISTERS } from '../../../emulator/instructions/index.ts'
import type { Write } from '../../../emulator/machine/index.ts'
import type { Mark } from '../../../emulator/table/marks.ts'
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
        <Cell key={address} address={address} context={context} />
      ))}
    </div>
  )
}

function Cell({ address, context }: { address: number; context: CellContext }) {
  const { t, view, marks, format, picked, names, cellWidth, before, editing, onEdited } = context
  const value = view === null ? null : (cellAt(view, address) ?? null)
  const mark = marks.get(address)
  const isEdited = view?.edits.some(edit => edit.position === view.position && edit.address === address) ?? false
  const text = value === null ? '?' : numberText(value, view?.bits ?? 32, format)
  const isLong = !fits(text.length, cellWidth)
  const drawn = c('value', value === null && 'blank', isLong && 'long', markNames(mark))
  return (
    <div
      id={memoryId(address)}
      role="gridcell"
      data-address={address}
      className={c('cell', address === picked && 'picked')}
      title={isLong ? text : undefined}
      aria-description={spoken(t, mark, before, isEdited)}
    >
      <span className={c('address')}>
        {address < REGISTERS ? <CellName address={address} /> : address}
        {names.has(address) ? (
          <span className={c('given')} title={names.get(address)}>
            <CellName address={address} name={names.get(address)!} />
          </span>
        ) : null}
        {isEdited ? <Icon name="branch" /> : null}
        {mark?.pointedBy == null ? null : (
          <span className={c('pointerTag')} aria-hidden="true">
            [<CellName address={mark.pointedBy} />]
          </span>
        )}
      </span>
      {editing === address && view !== null ? (
        <CellInput address={address} view={view} value={value} onDone={onEdited} />
      ) : (
        <span className={drawn}>{text}</span>
      )}
    </div>
  )
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
