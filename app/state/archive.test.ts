// Fifty documents out and in again; names that no file may have; archives that nobody of ours has made.
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { packArchive, unpackArchive } from './archive.ts'
import type { DocumentRecord } from './shelf/record.ts'

const record = (name: string, text: string, position = 0): DocumentRecord => ({
  name,
  text,
  position,
  stops: [{ id: 1, line: 1, condition: 'r0 = 1', hits: null, enabled: true }],
  branches: null,
  predicting: null,
  revision: 7,
  writer: 'x',
})

const fifty = Array.from({ length: 50 }, (_, n) => record(`程序 ${n}`, `mov r0, #${n}\r\n`, n))

test('fifty go out and come in again as they were, line ends and places too', () => {
  const archive = packArchive(fifty)
  expect(unpackArchive(archive)).toEqual(
    fifty.map(({ name, text, position, stops, branches, predicting }) => ({
      name,
      draft: { text, position, stops, branches, predicting },
    })),
  )
  expect(packArchive(fifty)).toEqual(archive)
})

test('names that no file may have, and names that differ in case alone, keep apart', () => {
  const names = ['a/b', 'a\\b', 'A_B', '..', '', '__proto__', 'constructor', 'con?', 'x'.repeat(300)]
  const archive = packArchive(names.map(name => record(name, `; ${name}`)))
  expect(unpackArchive(archive)?.map(({ name }) => name)).toEqual(names)
  const files = Object.keys(unzipSync(archive))
  expect(new Set(files.map(file => file.toLowerCase())).size).toBe(names.length + 1)
  for (const file of files) expect(file).not.toMatch(/[/\\<>:"|?*]|^\.|\p{Cc}/u)
})

test('a zip of mere files is taken in; what is none, damaged or a bomb is refused', () => {
  const plain = zipSync({ 'lab/one.asm': strToU8('mov r0, #1\n'), 'readme.txt': strToU8('no') })
  expect(unpackArchive(plain)).toEqual([{ name: 'one', draft: expect.objectContaining({ text: 'mov r0, #1\n' }) }])
  expect(unpackArchive(strToU8('no zip at all'))).toBeNull()
  expect(unpackArchive(zipSync({ 'a.asm': new Uint8Array([0xff, 0xfe, 0xfd]) }))).toBeNull()
  const bomb = zipSync(
    Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.asm`, new Uint8Array(2_000_000)])),
  )
  expect(unpackArchive(bomb)).toBeNull()
  const damaged = packArchive(fifty).slice()
  damaged.fill(7, 100, 400)
  expect(() => unpackArchive(damaged)).not.toThrow()
})

test('what is said of documents is judged', () => {
  const text = strToU8('mov r0, #1\n')
  const hostile =
    '{"toycpu": 1, "documents": [{"file": "a.asm", "name": "b", "position": "x", "__proto__": {"text": 5}}]}'
  const read = unpackArchive(zipSync({ 'a.asm': text, 'toycpu.json': strToU8(hostile) }))
  expect(read).toEqual([
    { name: 'b', draft: { text: 'mov r0, #1\n', position: 0, stops: [], branches: null, predicting: null } },
  ])
})
