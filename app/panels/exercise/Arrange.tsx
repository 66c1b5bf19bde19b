// The lines of an arrange exercise in two lists, put in order by keys or by dragging. The text follows at once.
import {
  DndContext,
  type DragEndEvent,
  KeyboardCode,
  PointerSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { type ReactNode, useRef, useState } from 'react'
import { useSession } from '../../state/react.ts'
import { edit } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import { arrangementOf, moved, textOf } from './arranging.ts'
import styles from './exercise.module.css'
import { placeText, useExerciseWords } from './words.ts'

const c = classes()

export default function Arrange({ given }: { given: readonly string[] }) {
  const w = useExerciseWords()
  const text = useSession(session => session.text)
  const { used, unused } = arrangementOf(text, given)
  /** The order before a line was lifted, while one is. */
  const [before, setBefore] = useState<string | null>(null)
  const [spoken, setSpoken] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))

  const show = (lines: readonly string[], at: number): void => {
    edit(textOf(lines))
    const line = lines[at]
    if (line !== undefined) setSpoken(w(placeText(line.trim(), at + 1, lines.length)))
    focusSoon('used', at)
  }
  const focusSoon = (kind: string, at: number): void => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-place="${kind}-${at}"]`)?.focus())
  }
  const onUsedKey = (event: React.KeyboardEvent, at: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const to = Math.max(0, Math.min(used.length - 1, at + step))
    if (event.key === ' ' || event.key === 'Enter') setBefore(before === null ? text : null)
    else if (step !== 0 && before !== null) show(moved(used, at, to), to)
    else if (step !== 0)
      focusSoon(at + step >= used.length && unused.length > 0 ? 'unused' : 'used', at + step >= used.length ? 0 : to)
    else if (event.key === 'ArrowLeft' || event.key === 'Delete') {
      setBefore(null)
      show(used.toSpliced(at, 1), Math.min(at, used.length - 2))
    } else if (event.code === KeyboardCode.Esc && before !== null) {
      edit(before)
      setBefore(null)
    } else return
    event.preventDefault()
  }
  const onUnusedKey = (event: React.KeyboardEvent, at: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.key === 'ArrowRight' || event.key === 'Enter' || event.key === ' ')
      show([...used, unused[at]!], used.length)
    else if (step !== 0 && at + step < 0) focusSoon('used', used.length - 1)
    else if (step !== 0) focusSoon('unused', Math.min(unused.length - 1, at + step))
    else return
    event.preventDefault()
  }
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    if (over === null) return
    const [fromKind, from] = placeOf(active.id)
    const [toKind, to] = placeOf(over.id)
    if (fromKind === 'used' && toKind === 'used') show(moved(used, from, to), to)
    else if (fromKind === 'used') show(used.toSpliced(from, 1), Math.max(0, from - 1))
    else if (toKind === 'used') show(used.toSpliced(to, 0, unused[from]!), Math.min(to, used.length))
  }
  const ids = (kind: string, lines: readonly string[]): string[] => lines.map((_, at) => `${kind}-${at}`)
  return (
    <DndContext sensors={sensors} onDragEnd={onDragEnd} accessibility={{ container: document.body }}>
      <div ref={list} className={styles['arrange']}>
        <p className={c('note')}>{w('arrangeKeys')}</p>
        <SortableContext items={ids('used', used)} strategy={verticalListSortingStrategy}>
          <List kind="used" label={w('program')} ordered>
            {used.map((line, at) => (
              <Line
                key={`used-${line}-${used.slice(0, at).filter(each => each === line).length}`}
                place={`used-${at}`}
                line={line}
                number={at + 1}
                lifted={before !== null ? w('lifted') : null}
                onKey={event => onUsedKey(event, at)}
                onPress={() => undefined}
              />
            ))}
          </List>
        </SortableContext>
        <p className={c('note')}>{w('unused')}</p>
        <SortableContext items={ids('unused', unused)} strategy={verticalListSortingStrategy}>
          <List kind="unused" label={w('unused')}>
            {unused.map((line, at) => (
              <Line
                key={`unused-${line}-${unused.slice(0, at).filter(each => each === line).length}`}
                place={`unused-${at}`}
                line={line}
                number={null}
                lifted={null}
                onKey={event => onUnusedKey(event, at)}
                onPress={() => show([...used, line], used.length)}
              />
            ))}
          </List>
        </SortableContext>
        <p className={c('screenReaderOnly')} role="status">
          {spoken}
        </p>
      </div>
    </DndContext>
  )
}

/** `used-3`; of a list as a whole, behind its last line. */
function placeOf(id: string | number): readonly [string, number] {
  const [kind = '', at = ''] = `${id}`.split('-')
  return [kind, at === 'list' ? Number.MAX_SAFE_INTEGER : Number(at)]
}

function List({
  kind,
  label,
  ordered = false,
  children,
}: {
  kind: string
  label: string
  ordered?: boolean
  children: ReactNode
}) {
  const { setNodeRef, isOver } = useDroppable({ id: `${kind}-list` })
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag ref={setNodeRef} role="listbox" aria-label={label} data-over={isOver}>
      {children}
    </Tag>
  )
}

interface LineProps {
  readonly place: string
  readonly line: string
  readonly number: number | null
  /** What is said of a lifted line; null while none is. */
  readonly lifted: string | null
  onKey(event: React.KeyboardEvent): void
  onPress(): void
}

function Line({ place, line, number, lifted, onKey, onPress }: LineProps) {
  const { setNodeRef, listeners, transform, transition } = useSortable({ id: place })
  const [focused, setFocused] = useState(false)
  const shift = transform === null ? undefined : `translateY(${Math.round(transform.y)}px)`
  return (
    <li
      ref={setNodeRef}
      role="option"
      aria-selected={focused}
      tabIndex={0}
      data-place={place}
      className={styles['line']}
      style={{ transform: shift, transition }}
      {...listeners}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onKeyDown={onKey}
      onClick={onPress}
    >
      <span className={styles['grip']} aria-hidden="true">
        ⋮⋮
      </span>
      <span className={c('note')}>{number}</span>
      <code>{line}</code>
      {focused && lifted !== null ? <span className={c('note')}>{lifted}</span> : null}
    </li>
  )
}
