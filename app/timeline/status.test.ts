// Where things stand, in the words of both languages.

import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import type { Session } from '../state/session.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { createService } from '../worker/service.ts'
import { atFault, problemCount, statusPieces, valueText } from './status.ts'

const words = createInstance()
void words.init({
  lng: 'en',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: en }, zh: { translation: zh } },
})

const ARRAY_SUM = `.data 8: 15, 18
.data 15: 1, 2, 3
mov r0, #0
mov r1, 8
mov r2, 9
loop: add r0, [r1]
add r1, #1
cmp r1, r2
jne loop
mov 10, r0
`

/** What a session holds of a text at a position. */
function standing(text: string, position: number, part: Partial<Session> = {}): Session {
  const service = createService(() => 0)
  const range = { from: 0, to: 9 }
  const question = {
    position,
    rows: range,
    cells: [],
    lines: range,
    follow: false,
    until: null,
    fold: false,
    names: true,
    extend: true,
  }
  const { facts, diagnostics } = service.load({ version: 1, text, name: 'a', edits: [], editsOf: null }, question)
  const view = service.look(question, 100)
  // Only what the status reads.
  return { facts, diagnostics, view, oldSince: null, predicting: null, going: null, searched: 0, ...part } as Session
}

const both = (session: Session): [string, string] => [
  statusPieces(words.getFixedT('en'), 'en', session).join(''),
  statusPieces(words.getFixedT('zh'), 'zh', session).join(''),
]

const COUNTDOWN = 'mov r0, #1000000\nloop: sub r0, #1\ncmp r0, #0\njne loop\n'

test.each([
  ['in between', standing(ARRAY_SUM, 4), 'Step 4 of 16'],
  ['at the start', standing(ARRAY_SUM, 0), 'Step 0 of 16'],
  ['at the end', standing(ARRAY_SUM, 16), 'Halted after 16 steps'],
  ['after one step', standing('mov r0, #1\n', 1), 'Halted after 1 step'],
  ['without an instruction', standing('; nothing\n', 0), 'Nothing to execute yet'],
  ['at a fault', standing('mov r0, #1\n\ndiv r0, #0\n', 1), 'Fault: division by zero, line 3'],
  ['before a fault', standing('mov r0, #1\ndiv r0, #0\n', 0), 'Step 0 of 1'],
  ['where it repeats', standing('mov r0, #1\nloop: jmp loop\n', 2), 'Never ends: step 2 repeats step 1'],
  ['before it repeats', standing('mov r0, #1\nloop: jmp loop\n', 1), 'Step 1 of 2'],
  ['where the end is not known', standing(COUNTDOWN, 4), 'Step 4 of 10,000…'],
  ['running', standing(COUNTDOWN, 4, { going: 'end' }), 'Running: step 4'],
  ['searching', standing(COUNTDOWN, 4, { going: 'search', searched: 12_345 }), 'Searching: step 12,345'],
  ['without a good text', standing('what\never\n', 0), '2 problems'],
  ['before anything', { ...standing(ARRAY_SUM, 0), view: null, facts: null, diagnostics: [] }, 'Starting…'],
] as const)('the status %s', (_, session, english) => {
  const [inEnglish, inChinese] = both(session)
  expect(inEnglish).toBe(english)
  expect(inChinese).not.toBe(english)
  expect(inChinese).not.toMatch(/[A-Za-z{]/)
  expect(inChinese).toMatch(/\p{Script=Han}/u)
})

test('an old text says so, with its problems', () => {
  const session = standing(ARRAY_SUM, 4, { oldSince: 3 })
  const { diagnostics } = standing('what\n', 0)
  expect(both({ ...session, diagnostics })[0]).toBe('1 problem · Step 4 of 16 (old text)')
})

test('errors are counted, or else warnings; hints are no problems', () => {
  const one = standing('what\n', 0).diagnostics[0]!
  const warning = { ...one, severity: 'warning' } as const
  expect(problemCount({ diagnostics: [one, warning, warning] })).toBe(1)
  expect(problemCount({ diagnostics: [warning, warning, { ...one, severity: 'hint' }] })).toBe(2)
  expect(problemCount({ diagnostics: [{ ...one, severity: 'hint' }] })).toBe(0)
})

test('the slider says step, line and instruction', () => {
  const say = (session: Session, language: 'en' | 'zh' = 'en') =>
    valueText(words.getFixedT(language), language, session)
  expect(say(standing(ARRAY_SUM, 4))).toBe('Step 4 of 16, line 6, add r0, [r1]')
  expect(say(standing(ARRAY_SUM, 0))).toBe('Step 0 of 16, the state before the first step')
  expect(say(standing(COUNTDOWN, 4))).toBe('Step 4 of 10,000…, line 4, jne loop')
  expect(say(standing(ARRAY_SUM, 4), 'zh')).toMatch(/4.*16.*6.*add r0, \[r1\]/)
})

test('a fault is at the end of its history only', () => {
  expect(atFault(standing('mov r0, #1\ndiv r0, #0\n', 1).view)).toBe(true)
  expect(atFault(standing('mov r0, #1\ndiv r0, #0\n', 0).view)).toBe(false)
  expect(atFault(standing(ARRAY_SUM, 16).view)).toBe(false)
  expect(atFault(null)).toBe(false)
})

test('the number of the step stands out, and nothing else of that look', () => {
  const pieces = (session: Session) => statusPieces(words.getFixedT('en'), 'en', session)
  expect(pieces(standing(COUNTDOWN, 4))).toEqual(['Step ', '4', ' of 10,000…'])
  const old = standing(ARRAY_SUM, 16, { oldSince: 3, diagnostics: [{ severity: 'error' }] as never })
  expect(pieces(old)).toEqual(['1 problem · Step ', '16', ' of 16 (old text)'])
  expect(pieces(standing(ARRAY_SUM, 16))).toEqual(['Halted after 16 steps'])
})
