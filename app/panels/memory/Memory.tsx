// The memory: all cells as a grid, registers set apart, blank rows folded, the step's marks on the cells.
import { useEffect, useMemo, useRef, useState } from 'react'
import { REGISTERS } from '../../../emulator/instructions/index.ts'
import { type Mark, marksOf } from '../../../emulator/table/marks.ts'
import { Heading } from '../../notes/Heading.tsx'
import { shownNote } from '../../notes/sign.ts'
import { useCellNames, usePreference, useSession } from '../../state/react.ts'
import { chooseBranch, editCell, inSight, session } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'
import { ROW_CELLS } from '../../worker/view.ts'
import { BranchesButton } from './Branches.tsx'
import { type CellContext, CellRow, memoryId } from './CellRow.tsx'
import { Lead } from './Lead.tsx'
import { type RowBlock, rowBlocksOf } from './layout.ts'
import memory from './memory.module.css'
import { NumberFormats } from './NumberFormats.tsx'
import { useColumns } from './useColumns.ts'
import { useScroll } from './useScroll.ts'

const c = classes(memory)

const FOLD_HEIGHT = 35

const NO_MARKS: ReadonlyMap<number, Mark> = new Map()

export default function Memory() {
  const t = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  const { top, height, rowHeight, width } = useScroll(scroller, rows)
  const view = useSession(({ view }) => view)
  const cells = useSession(({ facts }) => facts?.cells ?? 256)
  const picked = useSession(({ picked }) => picked)
  const names = useCellNames()
  const format = usePreference(({ numberFormat }) => numberFormat)
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const name = useSession(({ name }) => name)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other blank rows
  useEffect(() => setUnfolded(new Set()), [name])
  const columns = useColumns(view, format, width)
  const rowCount = Math.ceil(cells / ROW_CELLS)
  const blocks = useMemo(
    () => rowBlocksOf(view?.usedRows ?? new Int32Array(), rowCount, unfolded, rowHeight, FOLD_HEIGHT),
    [view?.usedRows, rowCount, unfolded, rowHeight],
  )
  const total = blocks.reduce((sum, block) => sum + block.height, 0)
  const visible = useMemo(() => visibleParts(blocks, top, height, rowHeight), [blocks, top, height, rowHeight])

  useEffect(() => {
    const stretches = visible
      .filter(part => part.block.kind === 'rows')
      .map(({ first, last }) => ({ from: first * ROW_CELLS, to: Math.min((last + 1) * ROW_CELLS, cells) - 1 }))
    inSight({ cells: [{ from: 0, to: REGISTERS - 1 }, ...stretches] })
  }, [visible, cells])

  const marks = useMemo(() => marksOf(view?.step == null ? [] : [view.step]), [view?.step])
  const [editing, setEditing] = useState<number | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const edit = (address: number | null): void => {
    // The history of an older text takes no edits.
    if (session.getState().oldSince === null) setEditing(address)
  }
  const onEdited = (value: number | null): void => {
    if (editing !== null && value !== null) editCell(editing, value)
    if (editing !== null) grid.current?.focus()
    setEditing(null)
  }
  const context: CellContext = {
    t,
    view,
    marks,
    format,
    picked,
    names,
    cells,
    cellWidth: width / columns,
    before: view?.step?.write ?? null,
    editing,
    onEdited,
  }
  const fold = (first: number, open: boolean): void => {
    const next = new Set(unfolded)
    if (open) next.add(first)
    else next.delete(first)
    setUnfolded(next)
  }
  /** Brings a cell into sight that was picked by a key: out of a folded run as well. */
  const show = (address: number): void => {
    const row = Math.floor(address / ROW_CELLS)
    const folded = blocks.find(({ kind, first, last }) => kind === 'folded' && row >= first && row <= last)
    if (folded !== undefined) fold(folded.first, true)
    const block = blocks.find(({ first, last }) => row >= first && row <= last)
    const box = scroller.current
    if (block === undefined || box === null) return
    requestAnimationFrame(() => {
      // Rows far away are drawn only once they are near.
      if (document.getElementById(memoryId(address)) === null) {
        box.scrollTop =
          (rows.current?.offsetTop ?? 0) + block.top + (row - block.first) * rowHeight - box.clientHeight / 2
      }
      requestAnimationFrame(() => document.getElementById(memoryId(address))?.scrollIntoView({ block: 'nearest' }))
    })
  }
  return (
    <section id="memory" className={c('region memoryPanel')} aria-label={t('memory.name')}>
      <header className={c('caption')}>
        <Heading of="memory">{t('memory.name')}</Heading>
        <BranchesButton />
        <Hint editing={editing !== null} />
        <NumberFormats />
      </header>
      <div className={c('scroller')} ref={scroller}>
        <div
          className={c('grid')}
          role="grid"
          tabIndex={0}
          aria-label={t('memory.cells')}
          aria-rowcount={rowCount}
          aria-colcount={ROW_CELLS}
          data-columns={columns}
          aria-activedescendant={isDrawn(visible, picked) ? memoryId(picked) : undefined}
          aria-description={t('branches.howTo')}
          ref={grid}
          onKeyDown={event => onKey(event, cells, columns, () => edit(picked), show)}
          onClick={onClick}
          onDoubleClick={event => edit(addressOf(event))}
        >
          <CellRow row={0} context={context} registers />
          <Lead marks={columns === ROW_CELLS ? marks : NO_MARKS} />
          <div ref={rows} role="rowgroup" style={{ height: total, position: 'relative' }}>
            {visible.map(({ block, first, last, offset }) => (
              <div
                key={block.first}
                role="presentation"
                style={{ position: 'absolute', top: offset, left: 0, right: 0 }}
              >
                {block.kind === 'rows'
                  ? range(first, last).map(row => <CellRow key={row} row={row} context={context} />)
                  : null}
                {block.kind === 'folded' || (block.unfolded && last === block.last) ? (
                  <Fold block={block} cells={cells} onToggle={open => fold(block.first, open)} />
                ) : null}
              </div>
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

interface Part {
  readonly block: RowBlock
  readonly first: number
  readonly last: number
  readonly offset: number
}

/** The rows in sight, and a screenful before and after. */
function visibleParts(blocks: readonly RowBlock[], top: number, height: number, rowHeight: number): Part[] {
  const from = top - height
  const to = top + 2 * height
  return blocks
    .filter(block => block.top + block.height >= from && block.top <= to)
    .map(block => {
      if (block.kind === 'folded') return { block, first: block.first, last: block.last, offset: block.top }
      const first = Math.max(block.first, block.first + Math.floor((from - block.top) / rowHeight))
      const last = Math.min(block.last, block.first + Math.ceil((to - block.top) / rowHeight))
      return {
        block,
        first: Math.min(first, last),
        last,
        offset: block.top + (Math.min(first, last) - block.first) * rowHeight,
      }
    })
}

/** Whether a cell is among the parts drawn: the registers always are. */
const isDrawn = (parts: readonly Part[], address: number): boolean => {
  const row = Math.floor(address / ROW_CELLS)
  return row === 0 || parts.some(({ block, first, last }) => block.kind === 'rows' && row >= first && row <= last)
}

/** How cells are changed: told where the keyboard is, and while one is being changed. */
function Hint({ editing }: { editing: boolean }) {
  const t = useWords()
  const isOld = useSession(({ oldSince }) => oldSince !== null)
  return (
    <span className={c('note', !editing && 'onFocus')} id="memory-hint">
      {t(isOld ? 'branches.notOld' : editing ? 'branches.howToEnd' : 'branches.howTo')}
    </span>
  )
}

interface FoldProps {
  readonly block: RowBlock
  readonly cells: number
  onToggle(open: boolean): void
}

/** `24 – 255 all ?`, and how to see them all the same. */
function Fold({ block, cells, onToggle }: FoldProps) {
  const t = useWords()
  const from = block.first * ROW_CELLS
  const to = Math.min((block.last + 1) * ROW_CELLS, cells) - 1
  return (
    <div className={c('foldedRows')} role="row" {...shownNote('allBlank')}>
      <span role="gridcell">
        {from} – {to} {t('memory.allBlank')} <b>?</b>
      </span>
      <span role="gridcell">
        <button
          type="button"
          className={c('textButton')}
          aria-label={block.unfolded ? t('memory.hideRange') : t('memory.showRange', { from, to })}
          onClick={() => onToggle(!block.unfolded)}
        >
          {block.unfolded ? t('memory.hide') : t('memory.show')}
        </button>
      </span>
    </div>
  )
}

/** Arrows pick a cell; the picked one is the same in every view. */
function onKey(
  event: React.KeyboardEvent,
  cells: number,
  columns: number,
  edit: () => void,
  show: (address: number) => void,
): void {
  if (event.target !== event.currentTarget || event.altKey) return
  const { picked, branches } = session.getState()
  if (event.ctrlKey || event.metaKey) {
    const by = { z: event.shiftKey ? 1 : -1, y: 1 }[event.key.toLowerCase()]
    if (by === undefined || branches === null || branches.all[branches.current + by] === undefined) return
    event.preventDefault()
    chooseBranch(branches.current + by)
    return
  }
  if (event.key === 'Enter') {
    event.preventDefault()
    edit()
    return
  }
  const to = {
    ArrowLeft: picked - 1,
    ArrowRight: picked + 1,
    ArrowUp: picked - columns,
    ArrowDown: picked + columns,
    Home: 0,
    End: cells - 1,
  }[event.key]
  if (to === undefined) return
  event.preventDefault()
  if (to < 0 || to >= cells) return
  session.setState({ picked: to })
  show(to)
}

/** The cell that an event happened on. */
function addressOf(event: React.MouseEvent): number | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-address]') : null
  return cell === null ? null : Number(cell.dataset['address'])
}

function onClick(event: React.MouseEvent): void {
  const address = addressOf(event)
  if (address !== null) session.setState({ picked: address })
}
