// The toolbar "Controls": one tab stop, arrows inside; what cannot be done stays in reach and says why.
import { Toolbar } from 'radix-ui'
import { keyText, PAGE_COMMANDS, type PageCommand } from '../commands.ts'
import { type NoteId, noteElement, noteOn, shownNote } from '../notes/sign.ts'
import { prefer, SPEEDS } from '../state/preferences.ts'
import { usePreference, useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { Icon, type IconName } from '../text/Icon.tsx'
import { useWords } from '../words/index.ts'
import controls from './controls.module.css'

const c = classes(controls)

export function Controls() {
  const t = useWords()
  const going = useSession(({ going }) => going !== null)
  // What can be done depends on these; each button asks its command.
  useSession(({ view }) => view)
  useSession(({ oldSince }) => oldSince)
  useSession(({ predicting }) => predicting)
  return (
    <div className={c('controls')}>
      <Toolbar.Root className={c('toolbar')} aria-label={t('controls')}>
        <div className={c('group')}>
          <CommandButton command={PAGE_COMMANDS.toStart} icon="toStart" />
          <CommandButton command={PAGE_COMMANDS.reverseContinue} icon="reverseContinue" />
          <CommandButton command={PAGE_COMMANDS.stepBack} icon="stepBack" words />
        </div>
        <div className={c('group')}>
          {going ? (
            <CommandButton command={PAGE_COMMANDS.pause} icon="pause" words prime />
          ) : (
            <CommandButton command={PAGE_COMMANDS.run} icon="run" words prime />
          )}
        </div>
        <div className={c('group')}>
          <CommandButton command={PAGE_COMMANDS.step} icon="step" words />
          <CommandButton command={PAGE_COMMANDS.continue} icon="continue" />
          <CommandButton command={PAGE_COMMANDS.toEnd} icon="toEnd" />
          <CommandButton command={PAGE_COMMANDS.runToCursor} icon="runToCursor" rare />
        </div>
      </Toolbar.Root>
      <Speed />
    </div>
  )
}

interface CommandButtonProps {
  readonly command: PageCommand
  readonly icon: IconName & NoteId
  readonly words?: boolean
  readonly prime?: boolean
  /** Not on a phone: there is no room, and no cursor to run to. */
  readonly rare?: boolean
}

const REFUSALS = {
  'at-start': 'atStart',
  'at-end': 'atEnd',
  'at-old-end': 'atOldEnd',
  'no-history': 'noHistory',
  'not-running': 'notRunning',
  predicting: 'predicting',
} as const

/** A command's button, in a toolbar. */
export function CommandButton({ command, icon, words = false, prime = false, rare = false }: CommandButtonProps) {
  const t = useWords()
  const name = t(command.words)
  const refusal = command.refusal()
  const key = command.keys[0]
  const told = key === undefined ? name : t('withKey', { name, key: keyText(key) })
  return (
    <Toolbar.Button
      className={c('button', words && 'withWords', prime && 'primary', rare && 'rare')}
      aria-label={name}
      aria-disabled={refusal !== null}
      aria-description={refusal === null ? undefined : t(REFUSALS[refusal])}
      aria-keyshortcuts={command.keys.map(keyText).join(' ') || undefined}
      data-head={told}
      {...(refusal === null ? noteOn(icon) : { ...shownNote(icon), 'data-refusal': t(REFUSALS[refusal]) })}
      onClick={() => {
        if (command.refusal() === null) command.perform()
      }}
    >
      <Icon name={icon} />
      {words ? <span className={c('words')}>{name}</span> : null}
    </Toolbar.Button>
  )
}

/** From one step a second to as fast as it goes. Beside the toolbar, whose one tab stop and arrows are the buttons'. */
function Speed() {
  const t = useWords()
  const speed = usePreference(({ speed }) => speed)
  const perSecond = SPEEDS[speed] ?? 1
  const fastest = perSecond === Number.POSITIVE_INFINITY
  return (
    <label className={c('speed')} {...shownNote('speed')}>
      <span aria-hidden="true">{t('speed')}</span>
      <input
        type="range"
        aria-label={t('speed')}
        aria-describedby={noteElement('speed')}
        aria-valuetext={fastest ? t('speedFastest') : t('speedValue', { count: perSecond })}
        min={0}
        max={SPEEDS.length - 1}
        value={speed}
        onChange={event => prefer({ speed: Number(event.currentTarget.value) })}
      />
      <output aria-hidden="true">{fastest ? '∞' : `${perSecond}/s`}</output>
    </label>
  )
}
