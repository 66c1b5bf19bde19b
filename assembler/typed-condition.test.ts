// Conditions as readers write them.
import { expect, test } from 'vitest'
import { readCondition } from './typed-condition.ts'

const MACHINE = { cells: 256, bits: 32 }

test.each([
  ['', null],
  ['   ', null],
  ['r1 = 16', { kind: 'compares', address: 1, relation: '=', value: 16 }],
  ['r1==16', { kind: 'compares', address: 1, relation: '=', value: 16 }],
  ['R7 != -3', { kind: 'compares', address: 7, relation: '≠', value: -3 }],
  ['x10 ≠ 0', { kind: 'compares', address: 10, relation: '≠', value: 0 }],
  ['10<=5', { kind: 'compares', address: 10, relation: '≤', value: 5 }],
  ['X10 ≥ 5', { kind: 'compares', address: 10, relation: '≥', value: 5 }],
  ['x255 < 0b101', { kind: 'compares', address: 255, relation: '<', value: 5 }],
  ['x10 > 0xFFFFFFFF', { kind: 'compares', address: 10, relation: '>', value: -1 }],
  ["x10 = 'A'", { kind: 'compares', address: 10, relation: '=', value: 65 }],
  ['ｘ１０　＝　１６', { kind: 'compares', address: 10, relation: '=', value: 16 }],
  ['x10 changes', { kind: 'changes', address: 10 }],
  ['r0 变化', { kind: 'changes', address: 0 }],
  ['x10 written', { kind: 'written', address: 10 }],
  ['10 写入', { kind: 'written', address: 10 }],
  ['z', { kind: 'flag', flag: 'Z' }],
  ['L', { kind: 'flag', flag: 'L' }],
  ['jump', { kind: 'jumped' }],
  ['跳转', { kind: 'jumped' }],
  ['r8 = 1', undefined],
  ['x256 = 1', undefined],
  ['x256 changes', undefined],
  ['x10 = ', undefined],
  ['x10 = r1', undefined],
  ['x10 = 2147483648', undefined],
  ['x10 = 0x100000000', undefined],
  ['x10 => 3', undefined],
  ['x10 = 3 ; why', undefined],
  ['x changes', undefined],
  ['Z = 1', undefined],
  ['constructor', undefined],
] as const)('the condition “%s”', (text, meaning) => {
  expect(readCondition(text, MACHINE)).toEqual(meaning)
})
