// `toycpu link`: what it prints is read again by --read, and every way in which the question can be wrong.
import { expect, test } from 'vitest'
import { toycpu } from '../tests/toycpu.ts'

const SUM = '.data r1: 15\n.data 15: 1, 2\nadd r0, [r1]\nadd r1, #1\nadd r0, [r1]\n'
const FILES = { 'folder/sum.asm': SUM, bad: 'mov r9, #1\n', '-': SUM }
const ask = (words: readonly string[]) => toycpu(['link', ...words], FILES)

async function read(words: readonly string[]): Promise<unknown> {
  const { status, out, error } = await ask(words)
  expect({ status, error }).toEqual({ status: 0, error: '' })
  expect(out).toMatch(/^[^#\s]*#v1\.[\w-]+\n$/)
  const back = await toycpu(['link', '--read', out.trim()])
  expect(back.status).toBe(0)
  expect((await toycpu(['link', '--read', '-'], { '-': out })).out).toBe(back.out)
  return JSON.parse(back.out)
}

test('a text, its moment, its data', async () => {
  expect(await read(['folder/sum.asm'])).toEqual({ text: SUM, name: 'sum' })
  expect(await read(['-', '--at', '2', '--lang', 'zh', '--base', 'https://toy.example/a/#old'])).toEqual({
    text: SUM,
    position: 2,
    language: 'zh',
  })
  expect(await read(['folder/sum.asm', '--set', 'x15=7,-1', '--set', "r2='A'"])).toEqual({
    text: SUM,
    name: 'sum',
    edits: [
      [0, 15, 7],
      [0, 16, -1],
      [0, 2, 65],
    ],
  })
  expect(await read(['bad'])).toEqual({ text: 'mov r9, #1\n', name: 'bad' })
})

test.each([
  [[]],
  [['folder/sum.asm', 'bad']],
  [['nowhere']],
  [['folder/sum.asm', '--at', '-1']],
  [['folder/sum.asm', '--at', '1.5']],
  [['folder/sum.asm', '--at', '4']],
  [['folder/sum.asm', '--set', '8=1,9=2']],
  [['folder/sum.asm', '--set', 'x300=1']],
  [['bad', '--set', '8=1']],
  [['folder/sum.asm', '--base', 'nowhere']],
  [['--read', '#v2.AAAA']],
  [['--read', '#v1.AAAA']],
  [['--read', 'folder/sum.asm']],
  [['--read', '#v1.AAAA', '--at', '1']],
])('wrong: link %j', async words => {
  const { status, out, error } = await ask(words)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(error).toMatch(/^(toycpu|nowhere:1:1): .+\n$/)
})
