// The reference is whole, in both languages, and leads nowhere that is not there; every example does what it is for.
import { expect, test } from 'vitest'
import { FAULTS, LANGUAGES, MNEMONICS, plain } from '../../emulator/instructions/index.ts'
import { assemble } from '../assemble.ts'
import { DIAGNOSTIC_CODES } from '../diagnostics/index.ts'
import { foundEntries, REFERENCE_GROUPS, referenceEntries } from './reference.ts'

const ENTRIES = referenceEntries()
const IDS = ENTRIES.map(({ id }) => id)

test('every row of every table has an entry with an address of its own', () => {
  expect(new Set(IDS).size).toBe(IDS.length)
  for (const id of [...MNEMONICS, ...Object.keys(FAULTS), ...DIAGNOSTIC_CODES.map(code => `diagnostic-${code}`)])
    expect(IDS).toContain(id)
  expect(new Set(ENTRIES.map(({ group }) => group))).toEqual(new Set(Object.keys(REFERENCE_GROUPS)))
})

test.each(ENTRIES.map(entry => [entry.id, entry] as const))('%s', (_, { group, name, told, example, see }) => {
  for (const language of LANGUAGES) {
    expect(name[language]).not.toBe('')
    expect(told.length).toBeGreaterThan(0)
    for (const sentence of told) expect(plain(sentence[language])).not.toBe('')
  }
  for (const other of see) expect(IDS).toContain(other)
  if (example === null) return
  const errors = assemble(example).diagnostics.filter(({ severity }) => severity === 'error')
  if (group !== 'diagnostics') expect(errors).toEqual([])
})

test('what is looked for is found by address, name and words, names first', () => {
  const ids = (wanted: string) => foundEntries(ENTRIES, wanted).map(({ id }) => id)
  expect(ids('add')[0]).toBe('add')
  expect(ids('除以零')[0]).toBe('division-by-zero')
  expect(ids('stack')[0]).toBe('no-stack')
  expect(ids('')).toEqual(IDS)
  expect(ids('no such thing at all')).toEqual([])
})
