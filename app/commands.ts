// Every action of the page: one row each, from which toolbar, keys and key help are made.
import { backwardRefusal, forwardRefusal, pause, type Refusal, run, step, toEnd, toStart } from './state/transport.ts'

/** A key as it is told to people (`Shift+F10`) and met in events. */
export interface Key {
  readonly key: string
  readonly shift?: boolean
  readonly alt?: boolean
  readonly ctrl?: boolean
  /** Only outside the editor, where the key means something else or belongs to the text. */
  readonly outsideEditor?: boolean
  /** Only told in the help: the view that has the focus handles it. */
  readonly told?: boolean
}

/** The words that name a command: keys of the chrome's words. */
export type CommandWords = 'backToStart' | 'stepBack' | 'run' | 'pause' | 'step' | 'toTheEnd' | 'keys'

export interface Command {
  readonly id: string
  readonly words: CommandWords
  readonly keys: readonly Key[]
  /** Why it cannot be done now; null where it can. */
  refusal(): Refusal | null
  perform(): void
}

const always = (): null => null

/** The page's commands, in the order of the toolbar. */
export const COMMANDS = {
  toStart: {
    id: 'to-start',
    words: 'backToStart',
    keys: [{ key: 'Home', told: true }],
    refusal: backwardRefusal,
    perform: toStart,
  },
  stepBack: {
    id: 'step-back',
    words: 'stepBack',
    keys: [
      { key: 'F10', alt: true },
      { key: 'F10', shift: true, outsideEditor: true },
    ],
    refusal: backwardRefusal,
    perform: () => step(-1),
  },
  run: { id: 'run', words: 'run', keys: [], refusal: forwardRefusal, perform: run },
  pause: { id: 'pause', words: 'pause', keys: [], refusal: always, perform: pause },
  step: { id: 'step', words: 'step', keys: [{ key: 'F10' }], refusal: forwardRefusal, perform: () => step(1) },
  toEnd: {
    id: 'to-end',
    words: 'toTheEnd',
    keys: [{ key: 'End', told: true }],
    refusal: forwardRefusal,
    perform: toEnd,
  },
} as const satisfies Record<string, Command>

export type CommandName = keyof typeof COMMANDS

/** Commands as a list. */
export const commandList: readonly Command[] = Object.values(COMMANDS)

/** A key in the words that stand on keyboards: `Alt+F10`. */
export const keyText = ({ key, ctrl, alt, shift }: Key): string =>
  [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')

const matches = (event: KeyboardEvent, key: Key, inEditor: boolean): boolean =>
  event.key === key.key &&
  event.shiftKey === (key.shift ?? false) &&
  event.altKey === (key.alt ?? false) &&
  (event.ctrlKey || event.metaKey) === (key.ctrl ?? false) &&
  !(key.outsideEditor && inEditor)

/** Performs the command of a key that was pressed, if there is one; true when it was taken. */
export function performKey(event: KeyboardEvent, inEditor: boolean): boolean {
  for (const { keys, refusal, perform } of commandList) {
    if (!keys.some(key => !key.told && matches(event, key, inEditor))) continue
    event.preventDefault()
    if (refusal() === null) perform()
    return true
  }
  return false
}
