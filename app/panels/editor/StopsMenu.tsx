// The list of breakpoints and watchpoints: conditions, counts, on and off. Loaded after the first paint.

import { Popover } from 'radix-ui'
import { useId } from 'react'
import { CONDITION_HELP } from '../../../assembler/typed-condition.ts'
import { isSound, type Stop } from '../../../programs/stops/index.ts'
import { editor } from '../../state/editor.ts'
import { usePreference, useSession } from '../../state/react.ts'
import { setStops } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import menu from '../../style/menu.module.css'
import { useWords } from '../../words/index.ts'
import panel from './editor-panel.module.css'

const c = classes(menu, panel)

export default function StopsMenu({ label }: { label: string }) {
  const t = useWords()
  const stops = useSession(({ stops }) => stops)
  const language = usePreference(({ language }) => language)
  const add = (): void => {
    const id = Math.max(0, ...stops.map(stop => stop.id)) + 1
    setStops([...stops, { id, line: null, condition: '', hits: null, enabled: true }])
  }
  return (
    <Popover.Root>
      <Popover.Trigger className={c('toolButton')} aria-label={t('stops.title')}>
        {label}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={c('menu stops')} align="end" collisionPadding={8} aria-label={t('stops.title')}>
          {stops.length === 0 ? <p className={c('note')}>{t('stops.none')}</p> : null}
          {stops.length > 0 ? (
            <ul>
              {stops.map(stop => (
                <StopRow key={stop.id} stop={stop} all={stops} />
              ))}
            </ul>
          ) : null}
          <p className={c('note')}>{CONDITION_HELP[language]}</p>
          <button type="button" className={c('linkButton')} onClick={add}>
            {t('stops.addWatch')}
          </button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function StopRow({ stop, all }: { stop: Stop; all: readonly Stop[] }) {
  const t = useWords()
  const cells = useSession(({ facts }) => facts?.cells ?? 256)
  const bits = useSession(({ facts }) => facts?.bits ?? 32)
  const name = useId()
  const change = (part: Partial<Stop>): void =>
    setStops(all.map(other => (other.id === stop.id ? { ...other, ...part } : other)))
  const { line } = stop
  const title = line === null ? t('stops.watch') : t('stops.line', { line })
  return (
    <li>
      <input
        type="checkbox"
        checked={stop.enabled}
        aria-label={`${t('stops.on')}: ${title}`}
        onChange={event => change({ enabled: event.currentTarget.checked })}
      />
      {line === null ? (
        <span id={name}>◆ {title}</span>
      ) : (
        <button
          type="button"
          id={name}
          className={c('linkButton')}
          onClick={() => editor()?.reveal({ line, column: 1, endLine: line, endColumn: 1 })}
        >
          ● {title}
        </button>
      )}
      <input
        type="text"
        className={c('condition')}
        value={stop.condition}
        spellCheck={false}
        aria-label={`${t('stops.condition')}: ${title}`}
        aria-invalid={!isSound(stop, { cells, bits })}
        placeholder={line === null ? 'x10 changes' : 'r1 = 16'}
        onChange={event => change({ condition: event.currentTarget.value })}
      />
      {line === null ? (
        <span />
      ) : (
        <input
          type="text"
          inputMode="numeric"
          value={stop.hits ?? ''}
          aria-label={`${t('stops.hits')}: ${title}`}
          title={t('stops.hitsHint')}
          placeholder="#"
          onChange={event => change({ hits: hitsOf(event.currentTarget.value) })}
        />
      )}
      <button
        type="button"
        aria-label={`${t('stops.remove')}: ${title}`}
        title={t('stops.remove')}
        onClick={() => setStops(all.filter(other => other.id !== stop.id))}
      >
        ✕
      </button>
    </li>
  )
}

/** A count as typed: a whole number from 1, or none. */
function hitsOf(text: string): number | null {
  const count = Number.parseInt(text, 10)
  return Number.isFinite(count) && count > 0 ? count : null
}
