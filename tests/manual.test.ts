// docs/diagnostics.md is what the table of diagnostics says. UPDATE=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { diagnosticsManual } from '../assembler/diagnostics/manual.ts'

it('the manual’s page about diagnostics is up to date', () => {
  const page = new URL('../docs/diagnostics.md', import.meta.url)
  const made = diagnosticsManual()
  if (process.env['UPDATE'] === '1') writeFileSync(page, made)
  expect(readFileSync(page, 'utf8')).toBe(made)
})
