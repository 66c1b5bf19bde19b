// What comes from the page around is judged before anything is done.
import { expect, test } from 'vitest'
import { heard } from './messages.ts'

test('what may be asked is understood, anything else is nothing', () => {
  expect(heard({ toycpu: 1, kind: 'go', position: 4 })).toEqual({ toycpu: 1, kind: 'go', position: 4 })
  expect(heard({ toycpu: 1, kind: 'open', text: 'mov r0, #1' })).toMatchObject({ kind: 'open' })
  const others = [
    null,
    'go',
    { kind: 'go', position: 4 },
    { toycpu: 1, kind: 'go', position: -1 },
    { toycpu: 1, kind: 'go', position: Number.POSITIVE_INFINITY },
    { toycpu: 1, kind: 'step', by: 1e9 },
    { toycpu: 1, kind: 'open', text: 'x'.repeat(2_000_000) },
    { toycpu: 1, kind: 'eval', text: 'alert(1)' },
    JSON.parse('{"__proto__": {"toycpu": 1, "kind": "go", "position": 1}}'),
  ]
  for (const other of others) expect(heard(other)).toBeNull()
})
