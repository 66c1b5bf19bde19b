// The formatter: what it writes, that doing it twice changes nothing, and that neither program nor comments change.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program } from '../emulator/instructions/index.ts'
import { plain } from '../emulator/instructions/index.ts'
import { amount } from '../tests/amount.ts'
import { anyProgram } from '../tests/programs-generator.ts'
import { formatAssembly } from './format.ts'
import { type Assembly, applyFix, assemble, format } from './index.ts'
import { formatEdits } from './service/index.ts'

const CASES: Readonly<Record<string, readonly [string, string]>> = {
  'columns, blanks, case': ['MOV  R0 ,#\t5\n.DATA  r1 :1,2', '    mov r0, #5\n.data r1: 1, 2\n'],
  'numbers and names as written': ['mov 0xfF, Total ;x\n.equ Total,0B1', '    mov 0xfF, Total  ;x\n.equ Total, 0B1\n'],
  'a label before an instruction': ['loop: add r0, [ r1 ] ; one', 'loop:\n    add r0, [r1]  ; one\n'],
  'several labels': ['a:b :  c: jmp a', 'a: b: c:\n    jmp a\n'],
  'a label before a directive': ['x :.data 8:1', 'x: .data 8: 1\n'],
  'a label alone': ['  end:   ; here', 'end:  ; here\n'],
  'comments beside code': [
    'mov r0, r1 ; a\nadd r0, #100;b\n\njmp 0 ; c',
    '    mov r0, r1    ; a\n    add r0, #100  ;b\n\n    jmp 0  ; c\n',
  ],
  'code without a comment leaves the block its column': [
    'mov r0, r1 ; a\nadd r0, #100\njmp 0 ; c',
    '    mov r0, r1  ; a\n    add r0, #100\n    jmp 0       ; c\n',
  ],
  'wide characters': ['jne 求和 ; 三\njne x ; four\n求和: x:', '    jne 求和  ; 三\n    jne x     ; four\n求和: x:\n'],
  'comments alone': [';a\n ; b\n\t\t;c  ', ';a\n    ; b\n    ;c  \n'],
  'blank lines': ['\n\n\nmov r0, r1\n  \n\t\nmov r1, r0\n\n\n', '\n    mov r0, r1\n\n    mov r1, r0\n'],
  'strings and characters': ['.data 8:"a,; b" , \';\'', '.data 8: "a,; b", \';\'\n'],
  'lines with an error stay': ['mov  r0 , r9  ; x\nmov  r0 , r1', 'mov  r0 , r9  ; x\n    mov r0, r1\n'],
  'line ends': ['mov r0, r1\r\njmp 0\n', '    mov r0, r1\r\n    jmp 0\r\n'],
  'lone carriage returns': ['mov r0, r1\rjmp 0', '    mov r0, r1\r    jmp 0\r'],
  'an error line with a carriage return': ['mov  r0, r9\r', 'mov  r0, r9\r'],
  nothing: ['', ''],
  'blank lines alone': ['\n \n', ''],
}

describe('format', () => {
  it.each(Object.entries(CASES))('%s', (_, [given, wanted]) => {
    expect(format(given).text).toBe(wanted)
    expect(format(wanted).text).toBe(wanted)
  })

  it('tells the lines with an error', () => {
    expect(format('mov r0, r9\nmov r0, r1\n@').errorLines).toEqual([1, 3])
  })

  it('leaves every sample as it is, which is formatted', () => {
    const folder = new URL('../programs/', import.meta.url)
    const samples = readdirSync(folder).filter(name => name.endsWith('.asm'))
    expect(samples.length).toBeGreaterThan(0)
    for (const name of samples) {
      const text = readFileSync(new URL(name, folder), 'utf8')
      expect(format(text).text, name).toBe(text)
    }
  })
})

/** What of a program decides what it does. */
function meaning({ bits, cells, instructions, data, expectations, labels, labelValues }: Program): string {
  const told: (string | number)[] = [bits, cells, ...labelValues]
  for (const { mnemonic, operands } of instructions) {
    told.push(mnemonic)
    for (const operand of operands) {
      const number =
        operand.mode === 'immediate' ? operand.value : operand.mode === 'target' ? operand.index : operand.address
      told.push(operand.mode, number)
    }
  }
  for (const { address, value } of data) told.push('data', address, value)
  for (const { address, value } of expectations) told.push('expect', address, value)
  for (const { name, index } of labels) told.push(name, index)
  return told.join(' ')
}

function comments({ syntax }: Assembly): string {
  let found = ''
  for (let line = 1; line <= syntax.lineCount; line++) {
    const { comment } = syntax.line(line)
    if (comment !== null) found += `${syntax.lineText(line).slice(comment.column - 1, comment.endColumn - 1)}\n`
  }
  return found
}

it('100,000 programs: formatting twice is formatting once, and what they do and every comment stays', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const text = anyProgram(seed, 9).replace(/\r$/, '')
      const before = assemble(text)
      const formatted = formatAssembly(text, before)
      const after = assemble(formatted.text)
      if (formatAssembly(formatted.text, after).text !== formatted.text) throw new Error(`not idempotent\n${text}`)
      const same = before.program === null ? after.program === null : after.program !== null
      if (!same) throw new Error(`${plain(after.diagnostics[0]?.message.en ?? [])}\n${text}`)
      if (before.program !== null && after.program !== null && meaning(before.program) !== meaning(after.program)) {
        throw new Error(`another program\n${text}`)
      }
      if (comments(before) !== comments(after)) throw new Error(`other comments\n${text}`)
      const lines = new Set(formatted.text.split(/\r\n?|\n/))
      const wrong = formatted.errorLines.map(line => before.syntax.lineText(line).replace(/\r$/, ''))
      if (!wrong.every(line => lines.has(line))) throw new Error(`an error line moved\n${text}`)
      // Some as edits too: they are dearer to check.
      if (seed % 20 !== 0 || text.includes('\r')) return
      const edits = formatEdits(text)
      const applied = applyFix(text, { title: { en: [], zh: [] }, safe: true, edits })
      if (applied !== formatted.text) throw new Error(`other edits\n${text}`)
    }),
    { numRuns: amount(100_000) },
  )
}, 600_000)
