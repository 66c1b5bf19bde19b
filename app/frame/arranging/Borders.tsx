// The borders between views, moved by mouse, finger and keys. They lie over the views in a copy of their splits without
// anything in it, so that the views themselves never change their place in the document. Loaded after the first paint.
import { Fragment, type RefObject, useEffect, useRef } from 'react'
import { Group, type GroupImperativeHandle, Panel, Separator } from 'react-resizable-panels'
import { useStore } from 'zustand'
import { arrangement, moveBorders } from '../../state/arrangement.ts'
import { isSplit, type Place, placesIn, type Split, sharesKey } from '../places.ts'
import styles from './arranging.module.css'
import { useArrangingWords } from './words.ts'

interface BordersProps {
  readonly split: Split
  readonly views: RefObject<HTMLElement | null>
}

export default function Borders({ split, views }: BordersProps) {
  return (
    <div className={styles['borders']}>
      <Level key={idsOf(split).join()} split={split} views={views} />
    </div>
  )
}

/** Ids of the copy's own: the views' are taken. */
const nameOf = (part: Place | Split): string => `place-${isSplit(part) ? part.name : part}`
const idsOf = (split: Split): string[] => split.of.map(([part]) => nameOf(part))

function Level({ split, views }: BordersProps) {
  const w = useArrangingWords()
  const group = useRef<GroupImperativeHandle>(null)
  // Moved borders move the views, and with them these.
  useStore(arrangement)
  const ids = idsOf(split)
  const key = sharesKey(
    split.name,
    split.of.map(([part]) => part),
  )
  const isAcross = split.axis === 'horizontal'

  // Where the style sheet places the views, the borders go where they are.
  useEffect(() => {
    const follow = (): void => {
      if (dragging()) return
      const sizes = split.of.map(([part]) => sizeOf(views.current!, part, isAcross))
      const sum = sizes.reduce((total, size) => total + size, 0)
      if (sum > 0) group.current?.setLayout(Object.fromEntries(ids.map((id, at) => [id, (sizes[at]! / sum) * 100])))
    }
    const observer = new ResizeObserver(follow)
    for (const pane of views.current!.children) observer.observe(pane)
    follow()
    return () => observer.disconnect()
  })

  const keepShares = (layout: Readonly<Record<string, number>>): void =>
    moveBorders(
      key,
      ids.map(id => layout[id] ?? 0),
    )
  return (
    <Group
      className={styles['level']}
      orientation={split.axis}
      groupRef={group}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) keepShares(layout)
      }}
      onLayoutChange={layout => {
        if (dragging()) keepShares(layout)
      }}
    >
      {split.of.map(([part], at) => (
        <Fragment key={nameOf(part)}>
          {at === 0 ? null : (
            <Separator
              className={styles[isAcross ? 'upright' : 'level']}
              aria-label={w.border}
              title={w.borderHelp}
              disableDoubleClick
              onDoubleClick={() => moveBorders(key, null)}
            />
          )}
          <Panel id={nameOf(part)} minSize={isAcross ? 220 : 90}>
            {isSplit(part) ? <Level key={idsOf(part).join()} split={part} views={views} /> : null}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

const dragging = (): boolean => document.querySelector('[data-separator="active"]') !== null

/** How much room a place, or all of a split's, has: the panes are the views' children. */
function sizeOf(views: HTMLElement, part: Place | Split, isAcross: boolean): number {
  const boxes = placesIn(part).flatMap(place => {
    const selector = place === 'tabs' ? '[role=tabpanel]:not([hidden])' : `[data-view="${place}"]`
    const pane = views.querySelector(`:scope > ${selector}`)
    return pane === null ? [] : [pane.getBoundingClientRect()]
  })
  if (boxes.length === 0) return 0
  return isAcross
    ? Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left))
    : Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top))
}
