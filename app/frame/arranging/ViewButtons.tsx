// At the end of a view's caption or of the tabs: enlarge it, fill the page with it, put it away. One tab stop.
import { Toolbar } from 'radix-ui'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { PanelId } from '../../panels/index.ts'
import { arrangement, enlarge, putAway } from '../../state/arrangement.ts'
import { useWords } from '../../words/index.ts'
import styles from './arranging.module.css'
import { useArrangingWords } from './words.ts'

export default function ViewButtons({ view }: { view: PanelId }) {
  const t = useWords()
  const w = useArrangingWords()
  const large = useStore(arrangement, ({ large }) => large)
  const isLarge = (fills: boolean): boolean => large?.view === view && large.fills === fills
  const name = t(`tabs.${view}`)
  return (
    <Toolbar.Root data-plain className={styles['viewButtons']} aria-label={w.view(name)}>
      <One name={w.enlarge} of={name} pressed={isLarge(false)} onPress={() => enlarge(view, false)}>
        <path d="M5.5 4.5 2 8l3.500 3.500M10.500 4.500 14 8l-3.500 3.500M2.500 8h11" />
      </One>
      <One name={w.fill} of={name} pressed={isLarge(true)} onPress={() => enlarge(view, true)}>
        <path d="M2.500 5.500v-3h3M10.500 2.500h3v3M13.500 10.500v3h-3M5.500 13.500h-3v-3" />
      </One>
      <One
        name={w.putAway}
        of={name}
        onPress={() => {
          putAway(view, true)
          // It is brought back from there.
          document.querySelector<HTMLElement>('nav button[data-views]')?.focus()
        }}
      >
        <path d="M3.500 12.500h9" />
      </One>
    </Toolbar.Root>
  )
}

interface OneProps {
  readonly name: string
  readonly of: string
  readonly pressed?: boolean
  readonly children: ReactNode
  onPress(): void
}

function One({ name, of, pressed, children, onPress }: OneProps) {
  return (
    <Toolbar.Button
      className={styles['viewButton']}
      aria-label={`${name}: ${of}`}
      title={name}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </Toolbar.Button>
  )
}
