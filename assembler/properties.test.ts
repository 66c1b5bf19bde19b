// What holds for every text: assembling never throws, says each thing once and in its place, loses no other line, and
// fixes mend. The programs come from tests/programs-generator.ts; fast-check prints the seed of a failure.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '../emulator/instructions/index.ts'
import { halted, initialState, isFault, perform } from '../emulator/machine/index.ts'
import { amount } from '../tests/amount.ts'
import { anyProgram, Random, rightProgram, slip } from '../tests/programs-generator.ts'
import { type Assembly, applyFix, assemble, fixAll, format } from './index.ts'

const seeds = fc.integer()

/** What must hold of the diagnostics of any text. */
function judge(text: string, { diagnostics, program, errorLines }: Assembly): string | null {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  let last = { line: 1, column: 1 }
  for (const { line, column, endLine, endColumn, message, severity, code } of diagnostics) {
    const said = `${code} at ${line}:${column}–${endColumn}`
    if (line < last.line || (line === last.line && column < last.column)) return `${said} is out of order`
    last = { line, column }
    if (line !== endLine || column < 1 || endColumn <= column) return `${said} has no range`
    const length = (lines[line - 1] ?? '').length
    if (endColumn > length + 1) return `${said} passes the line's end, ${length}`
    if (plain(message.en) === '' || plain(message.zh) === '' || /undefined|NaN/.test(plain(message.en)))
      return `${said} says ${plain(message.en)}`
    if (severity === 'error' && program !== null) return `${said} leaves a program`
    if (severity === 'error' && !errorLines.includes(line)) return `${said} has no error line`
  }
  const errors = diagnostics.some(({ severity }) => severity === 'error')
  if (errors !== (program === null)) return 'a program and errors don’t go together'
  if (errors && diagnostics.some(({ severity }) => severity !== 'error')) return 'warnings beside errors'
  return null
}

describe('any text', () => {
  it('100,000 random programs, more than half of which assemble, and most of these run ten steps', () => {
    const count = { all: 0, right: 0, tenSteps: 0 }
    fc.assert(
      fc.property(seeds, seed => {
        const text = anyProgram(seed)
        const assembly = assemble(text)
        count.all++
        const wrong = judge(text, assembly)
        if (wrong !== null) throw new Error(`${wrong}\n${text}`)
        if (assembly.program === null) return
        count.right++
        const state = initialState(assembly.program)
        let step = 0
        while (step < 10 && !halted(assembly.program, state)) {
          if (isFault(perform(assembly.program, state, step + 1))) return
          step++
        }
        if (step === 10) count.tenSteps++
      }),
      { numRuns: amount(100_000) },
    )
    console.log(`random programs: ${JSON.stringify(count)}`)
    expect(count.right).toBeGreaterThan(count.all / 2)
    expect(count.tenSteps).toBeGreaterThan(count.all / 2)
  }, 600_000)

  it('every right program assembles', () => {
    fc.assert(
      fc.property(seeds, seed => {
        const text = rightProgram(seed)
        const { program, diagnostics } = assemble(text)
        if (program === null) throw new Error(`${JSON.stringify(diagnostics[0])}\n${text}`)
      }),
      { numRuns: amount(10_000) },
    )
  })

  it('random bytes and characters', () => {
    const pieces = fc.constantFrom(
      ...'mov r0,[]#\'"\\;:-.0x9aé求１，　\r\n\t\u0000\u00a0\ud83d\ude00\ufeff?@'.split(''),
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces, maxLength: 60 })), text => {
        const wrong = judge(text, assemble(text))
        if (wrong !== null) throw new Error(wrong)
        format(text)
      }),
      { numRuns: amount(20_000) },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
        const wrong = judge(text, assemble(text))
        if (wrong !== null) throw new Error(wrong)
      }),
      { numRuns: amount(5_000) },
    )
  })
})

/** Breaks one line of a right program and tells what is then worse than it should be. */
function breakOneLine(whole: string, random: Random): void {
  const broken = slip(whole, random)
  const before = whole.split('\n')
  const after = broken.split('\n')
  let line = 0
  while (line < before.length && before[line] === after[line]) line++
  const assembly = assemble(broken)
  const errors = assembly.diagnostics.filter(
    found =>
      found.severity === 'error' &&
      (found.line === line + 1 || (found.line === line + 2 && before.length < after.length)),
  )
  if (errors.length > 2) {
    throw new Error(`${errors.map(({ code }) => code).join(', ')}\n${before[line]}\n${after[line]}`)
  }
  const known = new Set(assembly.symbols.map(({ name }) => name))
  for (const { kind, name, definition } of assemble(whole).symbols) {
    if (kind === 'label' && definition.line !== line + 1 && !known.has(name)) {
      throw new Error(`${name} is lost\n${before[line]}\n${after[line]}`)
    }
  }
}

describe('one broken line gives at most two diagnostics, and every other line’s labels are known', () => {
  it('in generated programs', () => {
    fc.assert(
      fc.property(seeds, seed => breakOneLine(rightProgram(seed).replaceAll('\r', ''), new Random(seed))),
      { numRuns: amount(20_000) },
    )
  })

  it('in every sample', () => {
    const folder = new URL('../programs/', import.meta.url)
    const samples = readdirSync(folder).filter(name => name.endsWith('.asm'))
    expect(samples.length).toBeGreaterThan(10)
    for (const name of samples) {
      const text = readFileSync(new URL(name, folder), 'utf8')
      fc.assert(
        fc.property(seeds, seed => breakOneLine(text, new Random(seed))),
        { numRuns: 200, examples: [[-1480708181]] },
      )
    }
  })
})

describe('fixes', () => {
  it('each makes its problem go, and fixAll leaves no safe one', () => {
    fc.assert(
      fc.property(seeds, seed => {
        const text = slip(rightProgram(seed), new Random(seed))
        const { diagnostics } = assemble(text)
        for (const { code, line, column, fixes } of diagnostics) {
          for (const fix of fixes) {
            const fixed = assemble(applyFix(text, fix)).diagnostics
            const still = fixed.find(found => found.code === code && found.line === line && found.column === column)
            const before = diagnostics.filter(found => found.code === code).length
            const after = fixed.filter(found => found.code === code).length
            if (still !== undefined && after >= before)
              throw new Error(`${code} stays after ${plain(fix.title.en)}\n${text}`)
          }
        }
        const all = fixAll(text)
        const left = assemble(all.text).diagnostics.flatMap(found => found.fixes.filter(fix => fix.safe))
        if (left.length > 0) throw new Error(`${plain(left[0]?.title.en ?? [])} is left\n${all.text}`)
        if (fixAll(all.text).text !== all.text) throw new Error(`fixAll goes on\n${all.text}`)
      }),
      { numRuns: amount(10_000) },
    )
  })
})
