// A pack: the page with these exercises, the same bytes for the same ones, and a manifest that a course can read.
import { readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readExercise } from '../programs/judge/index.ts'
import { toycpu } from '../tests/toycpu.ts'
import { packFiles, zipOf } from './packing.ts'

const PAGE = new Map([
  ['index.html', strToU8('<!doctype html><meta charset="utf-8"><title>Toy</title>')],
  ['assets/a.js', strToU8('1')],
  ['sw.js', strToU8('2')],
])

const EXERCISES = ['add-two', 'put-five'].map(name => {
  const text = readFileSync(new URL(`../programs/exercises/${name}.toml`, import.meta.url), 'utf8')
  const read = readExercise(text)
  if ('problems' in read) throw new Error(name)
  return { name, text, exercise: read.value }
})

test('the page names its exercises, and keeps no service worker', () => {
  const files = packFiles(PAGE, EXERCISES, false)
  expect([...files.keys()]).toEqual(['assets/a.js', 'exercises.json', 'index.html'])
  expect(strFromU8(files.get('index.html')!)).toContain('<meta name="toycpu-pack" content="exercises.json">')
  const list = JSON.parse(strFromU8(files.get('exercises.json')!))
  expect(list).toMatchObject({ format: 1, scorm: false, exercises: [{ name: 'add-two' }, { name: 'put-five' }] })
})

test('a SCORM package has an item an exercise, and every file that it names', () => {
  const files = packFiles(PAGE, EXERCISES, true)
  const xml = new XMLParser({ ignoreAttributes: false, isArray: name => ['item', 'resource', 'file'].includes(name) })
  const { manifest } = xml.parse(strFromU8(files.get('imsmanifest.xml')!))
  expect(manifest.metadata.schemaversion).toBe(1.2)
  const { item } = manifest.organizations.organization
  expect(item.map((each: { title: string }) => each.title)).toEqual([
    'Add two cells · 两数相加',
    expect.stringMatching(/5/),
  ])
  const { resource } = manifest.resources
  for (const { '@_identifierref': ref } of item) {
    const found = resource.find((each: Record<string, string>) => each['@_identifier'] === ref)
    expect(found['@_adlcp:scormtype']).toBe('sco')
    expect(found['@_href']).toMatch(/^index\.html\?exercise=(add-two|put-five)$/)
  }
  const named = resource.at(-1).file.map((each: Record<string, string>) => each['@_href'])
  expect(named).toEqual([...files.keys()].filter(path => path !== 'imsmanifest.xml'))
})

test('the zip holds the files, the same bytes each time', () => {
  const files = packFiles(PAGE, EXERCISES, true)
  const zip = zipOf(files)
  expect(zipOf(packFiles(PAGE, EXERCISES, true))).toEqual(zip)
  expect(Object.keys(unzipSync(zip))).toEqual([...files.keys()])
})

test('what cannot be packed is told', async () => {
  const file = { 'a.toml': EXERCISES[0]!.text, 'bad.toml': 'format = 2' }
  for (const words of [
    ['a.toml'],
    ['--to', 'x'],
    ['a.toml', 'a.toml', '--to', 'x'],
    ['no.toml', '--to', 'x'],
    ['bad.toml', '--to', 'x'],
  ]) {
    const { status, error } = await toycpu(['pack', ...words], file)
    expect(status, words.join(' ')).toBe(2)
    expect(error).not.toBe('')
  }
})
