// One mistake gives one diagnostic (language.md, section 5): slips whose consequences must not be told as well.
import { describe, expect, it } from 'vitest'
import { assemble } from './index.ts'

/** `code line:column-endColumn` of every diagnostic. */
const said = (text: string): string[] =>
  assemble(text).diagnostics.map(({ code, line, column, endColumn }) => `${code} ${line}:${column}-${endColumn}`)

describe('one mistake, one diagnostic', () => {
  it.each([
    // The operand before the comma is missing: what follows is the second one.
    ['mov ,#1', 'expected-operand 1:1-4'],
    ['cmp , #5', 'expected-operand 1:1-4'],
    ['.equ ,1', 'expected-operand 1:1-5'],
    ['mov ,,#1', 'expected-operand 1:1-4'],
    // Nothing at all is missing once.
    ['.data', 'expected-operand 1:1-6'],
    ['.expect ; c', 'expected-operand 1:1-8'],
    // A lone line end is what is wrong, not that there are too many operands.
    ['mov r0, #1\rmov r1, #2', 'unexpected-character 1:11-12'],
    ['mov r0, #1 \u2028 mov r1, #2', 'unexpected-character 1:12-13'],
    // A reserved name can't be defined; that its uses mean nothing follows from that.
    ['mov: jmp mov', 'reserved-name 1:1-4'],
    ['Sub:\n    jmp sub', 'reserved-name 1:1-4'],
    ['r08: jmp r08', 'reserved-name 1:1-4'],
    ['r3: jmp r3', 'reserved-name 1:1-3'],
    ['.equ r9, 20\nmov r0, r9', 'reserved-name 1:6-8'],
    // A label without its colon, and a directive misspelt, would have defined the name.
    ['loop\nadd r0, #1\njmp loop', 'unknown-instruction 1:1-5'],
    ['loop add r0, #1\njmp loop', 'unknown-instruction 1:1-5'],
    ['loop;\nmov r0, #loop', 'unknown-instruction 1:1-5'],
    ['.eq n, 5\nmov r0, #n', 'unknown-directive 1:1-4'],
    // How many cells there are can't be known.
    ['.cells 1k\nmov 300, r0', 'malformed-number 1:8-10'],
    ['.cells 1,024\nmov 300, r0', 'too-many-operands 1:10-13'],
    ['.cells #1024\nmov 300, r0', 'malformed-operand 1:8-13'],
  ])('%j', (text, wanted) => expect(said(text)).toEqual([wanted]))

  it('but two mistakes give two', () => {
    expect(said('mov ,#300\n.bits 8')).toEqual(['expected-operand 1:1-4', 'invalid-setting 2:1-6'])
    expect(said('loop r1, #1\njmp loop')).toEqual(['unknown-instruction 1:1-5', 'undefined-name 2:5-9'])
    expect(said('mov: jmp r9')).toEqual(['reserved-name 1:1-4', 'unknown-register 1:10-12'])
    expect(said('mov r0, #1 mov r1')).toEqual(['too-many-operands 1:12-18'])
  })
})

describe('closing a string at the end of the line', () => {
  const safe = (text: string) => assemble(text).diagnostics[0]?.fixes.map(fix => fix.safe)

  it('is safe where it can end nowhere else', () => expect(safe('.data 8: "abc')).toEqual([true]))

  it.each(['.data 8: "abc, 5', '.data 8: "abc ; three', '.data 8: "abc”', '.data 8: "abc“，1'])('%s', text =>
    expect(safe(text)).toEqual([false]),
  )
})

describe('a number too large to be known exactly', () => {
  const words = (text: string) => assemble(text).diagnostics[0]?.message.en

  it('is shown as it is written', () => {
    expect(words('; x\n mov r0, #99999999999999999999')).toMatch(/^99999999999999999999 does/)
    expect(words('mov r0, 0xFFFFFFFFFFFFFFFFFFFF')).toContain('cell 0xFFFFFFFFFFFFFFFFFFFF:')
    expect(words('jmp 99999999999999999999')).toContain('instruction 99999999999999999999:')
    expect(words('.equ huge, 99999999999999999999\nmov r0, #huge')).toMatch(/^huge does/)
    expect(words(`mov r0, #-${'9'.repeat(500)}`)).toBe(
      `-${'9'.repeat(29)}… does not fit a word of 32 bits: -2147483648 to 2147483647`,
    )
  })
})
