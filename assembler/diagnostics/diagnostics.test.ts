// Every code's examples give exactly the squiggles drawn, and every fix offered mends its example.
import { describe, expect, it } from 'vitest'
import { LANGUAGES, plain } from '../../emulator/instructions/index.ts'
import { applyFix, assemble, DIAGNOSTIC_CODES, diagnosticOf } from '../index.ts'
import { readDrawn } from './drawn.ts'

/** What `assemble` says of the drawn lines, as squiggles. */
function found(source: string, firstLine: number) {
  const { diagnostics } = assemble(source)
  return diagnostics.filter(({ line }) => line >= firstLine)
}

describe.each(DIAGNOSTIC_CODES)('%s', code => {
  const row = diagnosticOf(code)
  it('has an example', () => expect(row.examples.length).toBeGreaterThan(0))

  it.each(row.examples.map(example => [example.text, example] as const))('%s', (_, example) => {
    const { source, squiggles, firstLine } = readDrawn(example.text)
    const diagnostics = found(source, firstLine)
    expect(
      diagnostics.map(({ code, line, column, endLine, endColumn }) => ({ code, line, column, endLine, endColumn })),
    ).toEqual(squiggles.map(squiggle => ({ code, ...squiggle, endLine: squiggle.line })))
    expect(diagnostics[0]?.severity).toBe(row.severity)
    for (const { message } of diagnostics)
      for (const language of LANGUAGES) expect(plain(message[language])).not.toBe('')
    const first = diagnostics[0]?.fixes[0]
    expect(first === undefined ? undefined : applyFix(source, first)).toBe(example.fixed)
    for (const diagnostic of diagnostics) {
      for (const fix of diagnostic.fixes) {
        const mended = found(applyFix(source, fix), firstLine).filter(each => each.code === code)
        expect(mended.length, `after “${plain(fix.title.en)}”`).toBeLessThan(diagnostics.length)
      }
    }
  })
})
