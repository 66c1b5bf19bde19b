// The list of breakpoints and watchpoints: conditions, counts, on and off. Loaded after the first paint.

import { Popover } from 'radix-ui'
import { useId } from 'react'
import { CONDITION_HELP } from '../../../assembler/typed-condition.ts'
import type { Text } from '../../../emulator/instructions/index.ts'
import { isSound, type Stop } from '../../../programs/stops/index.ts'
import { noteOn } from '../../notes/sign.ts'
import { editor } from '../../state/editor.ts'
import { usePreference, useSession } from '../../state/react.ts'
import { setStops } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import menu from '../../style/menu.module.css'
import { useText } from '../../text/useText.ts'
import { useWords } from '../../words/index.ts'
import panel from './editor-panel.module.css'

const c = classes(menu, panel)

export default function StopsMenu({ label }: { label: string }) {
  const say = useText()
  const t = useWords()
  const stops = useSession(({ stops }) => stops)
  const language = usePreference(({ language }) => language)
  const add = (): void => {
    const id = Math.max(0, ...stops.map(stop => stop.id)) + 1
    setStops([...stops, { id, line: null, condition: '', hits: null, enabled: true }])
  }
  return (
    <Popover.Root>
      <Popover.Trigger className={c('toolButton')} aria-label={t('stops.title')} {...noteOn('stops')}>
        {label}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={c('menu stops')} align="end" collisionPadding={8} aria-label={t('stops.title')}>
          {stops.length === 0 ? <p className={c('note')}>{say(WORDS.none)}</p> : null}
          {stops.length > 0 ? (
            <ul>
              {stops.map(stop => (
                <StopRow key={stop.id} stop={stop} all={stops} />
              ))}
            </ul>
          ) : null}
          <p className={c('note')}>{CONDITION_HELP[language]}</p>
          <button type="button" className={c('linkButton')} onClick={add}>
            {say(WORDS.addWatch)}
          </button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

const WORDS = {
  none: {
    en: 'None yet. Click in the margin beside a line, or press F9 there.',
    zh: '还没有。点击行号左侧的空白处，或在该行按 F9。',
  },
  condition: { en: 'Condition', zh: '条件' },
  hits: { en: 'Time', zh: '第几次到达时停' },
  hitsHint: {
    en: 'stops only when reached for that time; empty: every time',
    zh: '只在第几次到达该行时停下；留空则每次都停',
  },
  on: { en: 'On', zh: '启用' },
  remove: { en: 'Remove', zh: '删除' },
  addWatch: { en: 'Add a watchpoint', zh: '添加监视点' },
} as const satisfies Record<string, Text>

const COLON: Text = { en: ': ', zh: '：' }
const EXAMPLE: Text = { en: 'x10 changes', zh: 'x10 变化' }
const EVERY_TIME: Text = { en: 'every time', zh: '每次' }

const refusalOf = (condition: string): Text => ({
  en: `“${condition}” is no condition here: name a cell that is there, then a comparison or a word, and a number that fits.`,
  zh: `“${condition}”不是可用的条件：请写存在的单元、比较符号或词，以及放得下的数。`,
})

function StopRow({ stop, all }: { stop: Stop; all: readonly Stop[] }) {
  const say = useText()
  const t = useWords()
  const cells = useSession(({ facts }) => facts?.cells ?? 256)
  const bits = useSession(({ facts }) => facts?.bits ?? 32)
  const name = useId()
  const change = (part: Partial<Stop>): void =>
    setStops(all.map(other => (other.id === stop.id ? { ...other, ...part } : other)))
  const { line } = stop
  // A watchpoint without a condition is only begun, not wrong.
  const refused = stop.condition.trim() !== '' && !isSound(stop, { cells, bits })
  const title = line === null ? t('stops.watch') : t('stops.line', { line })
  return (
    <li>
      <input
        type="checkbox"
        checked={stop.enabled}
        aria-label={`${say(WORDS.on)}${say(COLON)}${title}`}
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
        aria-label={`${say(WORDS.condition)}${say(COLON)}${title}`}
        aria-invalid={refused}
        aria-errormessage={refused ? `${name}-why` : undefined}
        placeholder={line === null ? say(EXAMPLE) : 'r1 = 16'}
        onChange={event => change({ condition: event.currentTarget.value })}
      />
      {line === null ? (
        <span />
      ) : (
        <input
          type="text"
          inputMode="numeric"
          value={stop.hits ?? ''}
          aria-label={`${say(WORDS.hits)}${say(COLON)}${title}`}
          title={say(WORDS.hitsHint)}
          placeholder={say(EVERY_TIME)}
          onChange={event => change({ hits: hitsOf(event.currentTarget.value) })}
        />
      )}
      <button
        type="button"
        aria-label={`${say(WORDS.remove)}${say(COLON)}${title}`}
        title={say(WORDS.remove)}
        onClick={() => setStops(all.filter(other => other.id !== stop.id))}
      >
        ✕
      </button>
      {refused ? (
        <p id={`${name}-why`} className={c('note fault why')} role="alert">
          {say(refusalOf(stop.condition))}
        </p>
      ) : null}
    </li>
  )
}

/** A count as typed: a whole number from 1, or none. */
function hitsOf(text: string): number | null {
  const count = Number.parseInt(text, 10)
  return Number.isFinite(count) && count > 0 ? count : null
}
