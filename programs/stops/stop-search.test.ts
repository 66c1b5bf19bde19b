// What the reader's stops look for in a program.
import { expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { instructionAt, stopCondition, stopConditionOfAll } from './stop-search.ts'
import type { Stop } from './stops.ts'

const program = assemble(`; a comment
.bits 8
mov r0, #1

loop:
add r0, #1
jmp loop
; the end
`).program!

const stop = (line: number | null, condition = '', enabled = true): Stop => ({
  id: 1,
  line,
  condition,
  hits: null,
  enabled,
})

test('a breakpoint belongs to the instruction of its line, else to the next', () => {
  expect([0, 1, 3, 4, 5, 6, 7, 8, 99].map(line => instructionAt(program, line))).toEqual([
    0,
    0,
    0,
    1,
    1,
    1,
    2,
    null,
    null,
  ])
})

test.each([
  [stop(3), { kind: 'next', instructions: [0] }],
  [stop(5), { kind: 'next', instructions: [1] }],
  [stop(8), null],
  [stop(6, 'r0 > 3'), { kind: 'next-while', instructions: [1], address: 0, relation: '>', value: 3 }],
  [stop(6, 'r0 changes'), null],
  [stop(6, 'nonsense'), null],
  [stop(null), null],
  [stop(null, 'x10 <= -1'), { kind: 'holds', address: 10, relation: '≤', value: -1 }],
  [stop(null, 'x10 = 0xff'), { kind: 'holds', address: 10, relation: '=', value: -1 }],
  [stop(null, 'x10 = 200'), null],
  [stop(null, 'x10 changes'), { kind: 'written', address: 10, changed: true }],
  [stop(null, 'x10 written'), { kind: 'written', address: 10 }],
  [stop(null, 'x256 written'), null],
  [stop(null, 'Z'), { kind: 'flag', flag: 'Z', is: true }],
  [stop(null, 'jump'), { kind: 'jumped' }],
] as const)('%o', (asked, wanted) => {
  expect(stopCondition(program, asked)).toEqual(wanted)
})

test('stops that are off or cannot be met are left out', () => {
  expect(stopConditionOfAll(program, [stop(3, '', false), stop(8), stop(null)])).toBeNull()
  expect(stopConditionOfAll(program, [stop(3), stop(6, '', false), stop(null, 'L')])).toEqual({
    kind: 'any',
    of: [
      { kind: 'next', instructions: [0] },
      { kind: 'flag', flag: 'L', is: true },
    ],
  })
})
