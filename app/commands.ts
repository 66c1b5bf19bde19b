// Every action of the page: one row each, from which toolbar, keys and key help are made.

import { showOverlay } from './state/overlays.ts'
import { prefer, preferences } from './state/preferences.ts'
import { toggleBreakpoint } from './state/session.ts'
import {
  backwardRefusal,
  continueBackward,
  continueForward,
  forwardRefusal,
  pause,
  pauseRefusal,
  runToCursor,
  runToStop,
  step,
  stepRefusal,
  type TransportRefusal,
  toEnd,
  toStart,
} from './state/transport.ts'

/** A key as it is told to people (`Shift+F10`) and met in events. */
export interface Key {
  readonly key: string
  readonly shift?: boolean
  readonly alt?: boolean
  readonly ctrl?: boolean
  /** A sign that some keyboards reach with Shift. */
  readonly anyShift?: boolean
  /** Only outside the editor, where the key means something else or belongs to the text. */
  readonly outsideEditor?: boolean
  /** Only told in the help: the view that has the focus handles it. */
  readonly told?: boolean
}

/** The words that name a command: keys of the chrome's words. */
export type CommandWords =
  | 'backToStart'
  | 'reverseContinue'
  | 'stepBack'
  | 'run'
  | 'pause'
  | 'step'
  | 'continue'
  | 'toTheEnd'
  | 'runToCursor'
  | 'breakpoint'
  | 'commandPalette'
  | 'share'
  | 'documents'
  | 'keys'
  | 'present'
  | 'reference'

export interface PageCommand {
  readonly words: CommandWords
  readonly keys: readonly Key[]
  /** Why it cannot be done now; null where it can. */
  refusal(): TransportRefusal | null
  perform(): void
}

const always = (): null => null

/** The page's commands, in the order of the toolbar. */
export const PAGE_COMMANDS = {
  toStart: { words: 'backToStart', keys: [{ key: 'Home', told: true }], refusal: backwardRefusal, perform: toStart },
  reverseContinue: {
    words: 'reverseContinue',
    keys: [{ key: 'F5', shift: true }],
    refusal: backwardRefusal,
    perform: continueBackward,
  },
  stepBack: {
    words: 'stepBack',
    keys: [
      { key: 'F10', alt: true },
      { key: 'F10', shift: true, outsideEditor: true },
    ],
    refusal: backwardRefusal,
    perform: () => step(-1),
  },
  run: { words: 'run', keys: [], refusal: forwardRefusal, perform: runToStop },
  pause: { words: 'pause', keys: [], refusal: pauseRefusal, perform: pause },
  step: { words: 'step', keys: [{ key: 'F10' }], refusal: stepRefusal, perform: () => step(1) },
  continue: { words: 'continue', keys: [{ key: 'F5' }], refusal: forwardRefusal, perform: continueForward },
  toEnd: { words: 'toTheEnd', keys: [{ key: 'End', told: true }], refusal: forwardRefusal, perform: toEnd },
  runToCursor: {
    words: 'runToCursor',
    keys: [{ key: 'F10', ctrl: true }],
    refusal: forwardRefusal,
    perform: runToCursor,
  },
  breakpoint: { words: 'breakpoint', keys: [{ key: 'F9' }], refusal: always, perform: toggleBreakpoint },
  palette: {
    words: 'commandPalette',
    keys: [{ key: 'F1' }],
    refusal: always,
    perform: () => showOverlay('palette'),
  },
  documents: { words: 'documents', keys: [], refusal: always, perform: () => showOverlay('documents') },
  share: { words: 'share', keys: [], refusal: always, perform: () => showOverlay('share') },
  keys: {
    words: 'keys',
    keys: [{ key: '?', outsideEditor: true, anyShift: true }],
    refusal: always,
    perform: () => showOverlay('keys'),
  },
  present: {
    words: 'present',
    keys: [{ key: 'F8', outsideEditor: true }],
    refusal: always,
    perform: () => prefer({ present: !preferences.getState().present }),
  },
  reference: { words: 'reference', keys: [], refusal: always, perform: () => showOverlay('reference') },
} as const satisfies Record<string, PageCommand>

export type CommandName = keyof typeof PAGE_COMMANDS

/** Commands as a list. */
export const commandList: readonly PageCommand[] = Object.values(PAGE_COMMANDS)

/** A key in the words that stand on keyboards: `Alt+F10`. */
export const keyText = ({ key, ctrl, alt, shift }: Key): string =>
  [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')

const matches = (event: KeyboardEvent, key: Key, inEditor: boolean): boolean =>
  event.key === key.key &&
  (key.anyShift === true || event.shiftKey === (key.shift ?? false)) &&
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
