// One mistake gives one diagnostic (language.md, section 5): slips whose consequences must not be told as well.
import { describe, expect, it } from 'vitest'
import { plain } from '../emulator/instructions/index.ts'
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
    ['mov r0, #1\vmov r1, #2', 'unexpected-character 1:11-12'],
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
    // A colon after a mnemonic makes it a label: its operands are no instruction for that.
    ['mov: r0, r1', 'reserved-name 1:1-4'],
    ['jmp :loop\nloop:', 'reserved-name 1:1-4'],
    ['x: mov: r0, @ ; c\njmp x', 'reserved-name 1:4-7'],
    ['12: mov: r0, r1', 'unexpected-character 1:1-3'],
    ['.data: 8: 1', 'unexpected-character 1:6-7'],
    // What can't be seen is as if it weren't there, or as if it were a blank.
    ['m\u200bov r0, r1', 'unexpected-character 1:2-3'],
    ['mov\u200br0, r1', 'unexpected-character 1:4-5'],
    ['lo\u200d\u2060op: jmp loop', 'unexpected-character 1:3-5'],
    ["mov r0,\ufeff #'\u200b' ; \u200b", 'unexpected-character 1:8-9'],
    // A name that is defined as both is not judged where it is used as either.
    ['.equ loop, 1\nloop: jmp loop\nmov r0, loop', 'duplicate-name 2:1-5'],
    ['loop: jmp loop\n.equ loop, 1\nmov r0, loop', 'duplicate-name 2:6-10'],
    // A number or name that can't stand there is wrong as a whole.
    ['.expect 8 15: 1', 'unexpected-character 1:11-13'],
    ['.data 8: "abc"def, 5', 'unexpected-character 1:15-18'],
    // What was meant for a label leaves its instruction one.
    ['@: mov r0, #1\njmp 1', 'unexpected-character 1:1-2'],
    ['😀 : mov r0, #1\njmp 1', 'unexpected-character 1:1-3'],
    // Of an operand one thing is said, even where its cell doesn't exist either; of a setting that comes too late as well.
    ['.data 255: 1, @', 'unexpected-character 1:15-16'],
    ['.data 255: 1, #5', 'malformed-operand 1:15-17'],
    ['.bits 8\n.data 255: 1, 300', 'value-out-of-range 2:15-18'],
    ['.bits 8\n.data 255: 1, "aé"', 'value-out-of-range 2:17-18'],
    ['mov r0, #1\n.bits 12', 'invalid-setting 2:1-6'],
    ['mov r0, #1\n.cells 1', 'invalid-setting 2:1-7'],
    // How many cells there are can't be known.
    ['.cells 1k\nmov 300, r0', 'malformed-number 1:8-10'],
    ['.cells 1,024\nmov 300, r0', 'too-many-operands 1:10-13'],
    ['.cells #1024\nmov 300, r0', 'malformed-operand 1:8-13'],
    // A name that can't be defined is told there, not where it is used in any way.
    ['R12: mov r0, #1\njmp R12\nmov r1, #R12\n.data 9: R12', 'reserved-name 1:1-4'],
    ['mov: mov r0, #1\njmp mov\nmov r1, #mov\n.data 9: mov', 'reserved-name 1:1-4'],
    // A full-width character that could not stand there in ASCII either.
    ['mov r0, ＠1', 'unexpected-character 1:9-10'],
    ['mov r0, ！', 'unexpected-character 1:9-10'],
    ['.data 8 1 2', 'expected-colon 1:7-8'],
    ['# 注释，好', 'unexpected-character 1:1-2'],
    ['-- c', 'unexpected-character 1:1-3'],
    ['// c', 'unexpected-character 1:1-3'],
    ['mov r0, #1 # c', 'unexpected-character 1:12-13'],
    ['mov r0, #1 -- c', 'unexpected-character 1:12-14'],
    ['my-loop: mov r0, #1', 'unexpected-character 1:3-4'],
    ['a$b: mov r0, #1', 'unexpected-character 1:2-3'],
    ['my loop: mov r0, #1', 'unexpected-character 1:3-4'],
    ['MOV AX, 5', 'undefined-name 1:5-7'],
    ['mov %r0, #1', 'unexpected-character 1:5-6'],
    ['mov r0, $5', 'unexpected-character 1:9-10'],
    ['。data 8: 1', 'fullwidth-character 1:1-2'],
    ['mov r0, #−1', 'fullwidth-character 1:10-11'],
    ['mov r0, #–1', 'fullwidth-character 1:10-11'],
    ['mov r0, #—1', 'fullwidth-character 1:10-11'],
  ])('%j', (text, wanted) => expect(said(text)).toEqual([wanted]))

  it('but two mistakes give two', () => {
    expect(said('mov ,#300\n.bits 8')).toEqual(['expected-operand 1:1-4', 'invalid-setting 2:1-6'])
    expect(said('loop r1, #1\njmp loop')).toEqual(['unknown-instruction 1:1-5', 'undefined-name 2:5-9'])
    expect(said('.data 255: 1, @, 2')).toEqual(['unexpected-character 1:15-16', 'address-out-of-range 1:18-19'])
    expect(said('mov: jmp r9')).toEqual(['reserved-name 1:1-4', 'unknown-register 1:10-12'])
    expect(said('mov r0, #1 mov r1')).toEqual(['too-many-operands 1:12-18'])
  })
})

it.each([
  ['bgt 0', 'exchange the operands of the `cmp` before it, then write `jl 0`'],
  ['bge 0', '`je 0` and `jl 0`'],
  ['ble 0', 'write `je 0` and `jl 0`'],
  ['inc r0', 'write `add r0, #1`'],
  ['LDA 5', 'write `mov r0, 5`'],
  ['ret', '`jmp [r7]`'],
  ['push r0', '`mov [r6], r0`'],
  ['jmp x:\nx:', '`:`'],
  ['mov r0, #1000h', '`0x2A`'],
])('%j of another machine is told once, with what is written here', (text, words) => {
  const { diagnostics } = assemble(text)
  expect(diagnostics.length).toBe(1)
  expect(plain(diagnostics[0]?.message.en ?? [])).toContain(words)
})

describe('of a line whose form is broken, at most two errors are told', () => {
  it.each([
    ['    mov r01 #,', ['expected-comma 1:9-12', 'malformed-operand 1:13-14']],
    ['    mul ky sx,', ['expected-comma 1:9-11', 'unexpected-character 1:14-15']],
    ['.data 19: ,, 5, 73 9', ['expected-operand 1:9-10', 'expected-operand 1:11-12']],
    ['    add r0] [r2,', ['unexpected-character 1:11-12', 'unclosed-bracket 1:14-16']],
    ['.expect prime:s 2, 3', ['undefined-name 1:9-14', 'expected-comma 1:15-16']],
    ['.data 8: total, 3 下一个，加上\n.equ total, 1', ['expected-comma 1:17-18', 'fullwidth-character 1:22-23']],
  ])('%j', (text, wanted) => expect(said(text)).toEqual(wanted))

  it('but all that is wrong in one that is not', () => {
    expect(said('.data 8: 0x, 12ab, 0b2')).toEqual([
      'malformed-number 1:10-12',
      'malformed-number 1:14-18',
      'malformed-number 1:20-23',
    ])
    expect(said('mov　ｒ9, 【r8】')).toEqual([
      'fullwidth-character 1:4-6',
      'unknown-register 1:5-7',
      'fullwidth-character 1:9-10',
      'unknown-register 1:10-12',
      'fullwidth-character 1:12-13',
    ])
  })

  it('and of a comment without its `;` no more than its first full-width character', () => {
    expect(said('最小的循环，不用 cmp，只要')).toEqual(['unknown-instruction 1:1-6', 'fullwidth-character 1:6-7'])
    expect(said('mov r0, r1  加上，下一个，再')).toEqual(['too-many-operands 1:13-21', 'fullwidth-character 1:15-16'])
    expect(said('mov r0，r1，r2，r3')).toEqual(['fullwidth-character 1:7-8', 'too-many-operands 1:11-16'])
    expect(said('div 会舍去余数，把商乘回去，差就是余数')).toEqual([
      'fullwidth-character 1:10-11',
      'too-many-operands 1:17-22',
    ])
  })
})

it('200,000 mistakes on one line are no more than one line can have', () => {
  expect(said(`，${'\u00a0\u2003'.repeat(100_000)}`)).toEqual([
    'unexpected-character 1:1-2',
    'unexpected-character 1:2-3',
  ])
})

describe('closing a string at the end of the line', () => {
  const safe = (text: string) => assemble(text).diagnostics[0]?.fixes.map(fix => fix.safe)

  it('is safe where it can end nowhere else', () => expect(safe('.data 8: "abc')).toEqual([true]))

  it.each(['.data 8: "abc, 5', '.data 8: "abc ; three', '.data 8: "abc”', '.data 8: "abc“，1'])('%s', text =>
    expect(safe(text)).toEqual([false]),
  )
})

describe('a number too large to be known exactly', () => {
  const words = (text: string) => plain(assemble(text).diagnostics[0]?.message.en ?? [])

  it('is shown as it is written', () => {
    expect(words('; x\n mov r0, #99999999999999999999')).toMatch(/^99999999999999999999 does/)
    expect(words('mov r0, 0xFFFFFFFFFFFFFFFFFFFF')).toContain('cell 0xFFFFFFFFFFFFFFFFFFFF:')
    expect(words('jmp 99999999999999999999')).toContain('instruction 99999999999999999999:')
    expect(words('.equ huge, 99999999999999999999\nmov r0, #huge')).toMatch(/^huge does/)
    expect(words(`mov r0, #-${'9'.repeat(500)}`)).toBe(
      `-${'9'.repeat(29)}… does not fit a word of 32 bits: -2147483648 to 2147483647, or 0x00000000 to 0xFFFFFFFF`,
    )
  })
})

it('a character is one after NFC, in either form and in strings', () => {
  const { program } = assemble("mov r0, #'e\u0301'\n.data 8: \"e\u0301x\", '\u00e9'")
  expect(program?.data.map(({ value }) => value)).toEqual([0xe9, 120, 0xe9])
})

it('round brackets in full width are told apart from a comma beside them', () => {
  expect(said('mov r0，（r1）')).toEqual(['fullwidth-character 1:7-8', 'malformed-operand 1:8-12'])
})
