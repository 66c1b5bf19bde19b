// `toycpu why`, `compare` and `trace --visits` as they are typed: shapes, order of keys, exit statuses.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { main } from './cli.ts'

const SUM = readFileSync(new URL('../programs/array-sum.asm', import.meta.url))

async function typed(words: string, file = new TextDecoder().decode(SUM)) {
  let [out, error] = ['', '']
  const status = await main(
    words.split(' '),
    {
      async out(text) {
        out += text
        return true
      },
      error: async text => void (error += text),
      read: async () => new TextEncoder().encode(file),
      write: async () => false,
      environment: {},
    },
    '0',
  )
  return { out, error, status }
}

test('the graph is one line, its nodes in the order of a walk', async () => {
  const { out, status } = await typed('why sum.asm 10 --json')
  expect(status).toBe(0)
  expect(out).toMatch(/^\{"address":10,"at":16,"value":6,"origin":"16","formula":"x15 \+ x16 \+ x17","sentence":/)
  expect(out).toContain(
    '"nodes":{"16":{"kind":"step","step":16,"pc":7,"line":11,"source":"mov 10, r0","value":6,"because":15,"reads":[{"address":0,"value":6,"role":"operand","origin":"12"}]},"12":{',
  )
  expect(out).toMatch(/,"next":\{"step":null,"reads":\[\]\}\}\n$/)
  expect([...out.matchAll(/"([\w:]+)":\{"kind"/g)].map(([, key]) => key)).toEqual([
    '16',
    '12',
    '8',
    '4',
    '1',
    '2',
    'data:8',
    'data:15',
    '5',
    'data:16',
    '9',
    'data:17',
  ])
})

test.each([
  ['why sum.asm 10', 0, 'x10 = x15 + x16 + x17 = 1 + 2 + 3 = 6\n'],
  ['why sum.asm r1 --at 9', 0, 'r1 = x8 + 2 = 15 + 2 = 17\n'],
  ['why sum.asm r3', 0, 'r3 is still blank\n  no line writes it\n'],
  ['why sum.asm 15 --set 15=7', 0, 'x15 = 7, given before the first step\n'],
  ['why sum.asm --line 11 --json', 0, '{"line":11,"pc":7,"visits":1,"first":16,"last":16,"next":null,"reason":null}\n'],
  [
    'why sum.asm --line 11 --at 15 --json',
    0,
    '{"line":11,"pc":7,"visits":0,"first":null,"last":null,"next":16,"reason":[{"line":10,"visits":3,"taken":2}]}\n',
  ],
  ['why sum.asm 10 --at 17', 2, ''],
  ['why sum.asm 256', 2, ''],
  ['why sum.asm --line 1', 2, ''],
  ['why sum.asm', 2, ''],
  ['compare a b', 0, 'no cell ever differs at the same step\nthey never part\n'],
  [
    'compare a b --set-b 15=9 --json',
    5,
    '{"differ":{"step":0,"addresses":[15]},"part":null,"steps":[16,16],"status":["halted","halted"],"cells":{"0":[6,14],"10":[6,14],"15":[1,9]}}\n',
  ],
  [
    'compare a b --set-b 9=17 --json',
    5,
    '{"differ":{"step":0,"addresses":[9]},"part":{"step":12,"a":{"line":7,"source":"add r0, [r1]"},"b":{"line":11,"source":"mov 10, r0"}},"steps":[16,12],',
  ],
  ['compare a', 2, ''],
])('toycpu %s', async (words, wanted, begins) => {
  const { out, status } = await typed(words)
  expect({ status, begins: out.slice(0, begins.length) }).toEqual({ status: wanted, begins })
})

test('a program that never ends has its steps up to the limit', async () => {
  const { out } = await typed('why a r0 --json --max-steps 1000', 'l: mov r0, #1\njmp l')
  expect(out).toMatch(/^\{"address":0,"at":1000,"value":1,"origin":"999",/)
})

describe('visits', () => {
  test('one row a visit, numbered', async () => {
    const { out, status } = await typed('trace a --visits 9 --format csv --registers r1 --cells 8')
    expect(status).toBe(0)
    expect(out.split('\n').map(line => line.split(',').slice(0, 3).join())).toEqual([
      'visit,step,line',
      '1,6,9',
      '2,10,9',
      '3,14,9',
      '',
    ])
  })

  test('their numbers in jsonl', async () => {
    const { out } = await typed('trace a --visits 9 --format jsonl')
    const records = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { visit: number; step: number })
    expect(records.map(({ visit, step }) => [visit, step])).toEqual([
      [1, 6],
      [2, 10],
      [3, 14],
    ])
  })

  test('of a line without an instruction there are none', async () => {
    expect((await typed('trace a --visits 1')).status).toBe(2)
  })
})
