// What programs come of texts: operands read by their places, numbers, names, data. What is wrong in a text is tested by
// the table of diagnostics.
import { describe, expect, it } from 'vitest'
import { MAX_SOURCE_BYTES, type Operand, type Program } from '../emulator/instructions/index.ts'
import { applyFix, assemble, diagnosticsToJson, fixAll } from './index.ts'

function program(text: string): Program {
  const { program, diagnostics } = assemble(text)
  if (program === null) throw new Error(JSON.stringify(diagnostics))
  return program
}

/** An instruction's operands in short: `#5`, `=5` for a cell, `[5]`, `>5` for a target. */
const operands = (text: string, at = 0): string[] => (program(text).instructions[at]?.operands ?? []).map(short)

function short(operand: Operand): string {
  switch (operand.mode) {
    case 'immediate':
      return `#${operand.value}`
    case 'direct':
      return `=${operand.address}`
    case 'indirect':
      return `[${operand.address}]`
    case 'target':
      return `>${operand.index}`
  }
}

const codes = (text: string): string[] => assemble(text).diagnostics.map(({ code }) => code)
const data = (text: string): number[][] => program(text).data.map(({ address, value }) => [address, value])

describe('operands', () => {
  it.each([
    ['mov 8, r3', ['=8', '=3']],
    ['MOV R7 , [ R1 ]', ['=7', '[1]']],
    ['mov [8],#-5', ['[8]', '#-5']],
    ['mov 0x1F, # 0x2a', ['=31', '#42']],
    ['mov 0b11, #0b101', ['=3', '#5']],
    ["mov r0, #'A'", ['=0', '#65']],
    ["mov r0, #'\\''", ['=0', '#39']],
    ["mov r0, #'；'", ['=0', '#65307']],
    ["mov r0, #'😀'", ['=0', '#128512']],
    ['mov r0, #-0', ['=0', '#0']],
    ['mov r0, #0xFFFFFFFF', ['=0', '#-1']],
    ['mov r0, #-2147483648', ['=0', '#-2147483648']],
    ['mov 007, #00', ['=7', '#0']],
    ['cmp #3, #4', ['#3', '#4']],
    ['jmp 1', ['>1']],
    ['jmp [r7]', ['[7]']],
    ['a: jmp a', ['>0']],
    ['jmp end\nend:', ['>1']],
    ['mov r0, #end\nadd r0, r0\nend:', ['=0', '#2']],
    ['mov total, [total]\n.equ total, 0x10', ['=16', '[16]']],
    [".equ c, 'A'\nmov r0, #c", ['=0', '#65']],
    ['.equ a, 3\n.equ b, a\nmov b, #b', ['=3', '#3']],
    ['Loop: jmp Loop', ['>0']],
    ['cafe\u0301: jmp caf\u00e9', ['>0']],
  ])('%s', (text, wanted) => expect(operands(text)).toEqual(wanted))

  it('are read by their place, whatever the word size', () => {
    const small = '.bits 8\n.equ c, 200\n'
    expect(operands(`${small}mov c, r0`)).toEqual(['=200', '=0'])
    expect(operands(`${small}mov 0xC8, #0xC8`)).toEqual(['=200', '#-56'])
    expect(codes(`${small}mov r0, #c`)).toEqual(['value-out-of-range'])
    expect(codes(`${small}mov r0, #200`)).toEqual(['value-out-of-range'])
    expect(codes(`.equ c, 0x1FFFFFFFF\nmov r0, #c`)).toEqual(['value-out-of-range'])
    expect(codes('.equ unused, 99999999999')).toEqual([])
  })
})

describe('programs', () => {
  it('carry where each instruction stands, and its text', () => {
    const { instructions, labels } = program('\ufeffa: b:\tmov  r0,#5 ; c\n\tjmp a;d')
    expect(instructions[0]).toEqual({
      mnemonic: 'mov',
      operands: [
        { mode: 'direct', address: 0 },
        { mode: 'immediate', value: 5 },
      ],
      line: 1,
      column: 7,
      endColumn: 17,
      source: 'mov  r0,#5',
      spans: [
        { column: 12, endColumn: 14 },
        { column: 15, endColumn: 17 },
      ],
    })
    expect(instructions[1]).toMatchObject({ line: 2, column: 2, endColumn: 7, source: 'jmp a' })
    expect(labels).toEqual([
      { name: 'a', index: 0, line: 1 },
      { name: 'b', index: 0, line: 1 },
    ])
  })

  it('are plain values', () => {
    const whole = program('.data 8: 1\nx: mov r0, [8]\njmp x')
    expect(structuredClone(whole)).toEqual(whole)
  })

  it('know the labels used as values', () => {
    const text = 'a: mov r7, #b\nb: jmp [r7]\n.data 20: c, b\nc:\n.expect r7: d\nd: mov r0, r7\ne:'
    expect(program(text).labelValues).toEqual([1, 2])
  })

  it('take settings', () => {
    expect(program('.bits 16\n.cells 0x400\nmov 1023, r0')).toMatchObject({ bits: 16, cells: 1024 })
    expect(program('')).toEqual({
      bits: 32,
      cells: 256,
      cellNames: [],
      instructions: [],
      data: [],
      expectations: [],
      labels: [],
      labelValues: [],
    })
  })
})

describe('data', () => {
  it('holds numbers, characters, strings, constants and labels, in the order of the text', () => {
    expect(data(`.data n: 1, -1, 'A', "hi\\n", "", x, n\n.data 9: 0xFFFFFFFF\n.equ n, 8\nmov r0, r0\nx:`)).toEqual([
      [8, 1],
      [9, -1],
      [10, 65],
      [11, 104],
      [12, 105],
      [13, 10],
      [14, 1],
      [15, 8],
      [9, -1],
    ])
  })

  it('leaves no entry for ? among the expectations', () => {
    const { expectations } = program('.expect r1: 1, ?, "a"')
    expect(expectations).toEqual([
      { address: 1, value: 1, line: 1 },
      { address: 3, value: 97, line: 1 },
    ])
  })
})

describe('diagnostics', () => {
  /** Code and columns of all problems. */
  const found = (text: string): string[] =>
    assemble(text).diagnostics.map(({ code, line, column, endColumn }) => `${line}:${column}-${endColumn} ${code}`)

  it.each([
    ['mov', ['1:1-4 expected-operand']],
    ['mov ,', ['1:1-4 expected-operand']],
    ['mov ,r1', ['1:1-4 expected-operand']],
    ['mov r0, r1,', ['1:11-12 unexpected-character']],
    ['mov r0,,r1,r2', ['1:12-14 too-many-operands']],
    ['foo r0, #, r9 ,,', ['1:1-4 unknown-instruction']],
    ['mov @, @', ['1:5-6 unexpected-character', '1:8-9 unexpected-character']],
    ['mov [#8, r0', ['1:5-8 malformed-operand']],
    ['mov [r1, r2]', ['1:5-13 malformed-operand']],
    ['mov [], r1', ['1:5-7 malformed-operand']],
    ['mov [, r1', ['1:5-6 unclosed-bracket']],
    ['mov [[r1], r0', ['1:5-10 nested-indirection']],
    ['mov r0, -r1', ['1:9-12 malformed-operand']],
    ['mov r0, [-r1]', ['1:9-14 malformed-operand']],
    ['mov -1, r0', ['1:5-7 address-out-of-range']],
    ['jmp -1', ['1:5-7 target-out-of-range']],
    ['mov [300], r0', ['1:6-9 address-out-of-range']],
    ['mov [r9], r0', ['1:6-8 unknown-register']],
    ['mov r0, [loop]\nloop:', ['1:10-14 label-as-cell']],
    ["jmp 'A'", ['1:5-8 malformed-operand']],
    ['mov r0, "a"', ['1:9-12 malformed-operand']],
    ['mov r0, ?', ['1:9-10 malformed-operand']],
    ['.expect 8: r1', ['1:12-14 malformed-operand']],
    ['.data [8]: 1', ['1:7-10 malformed-operand']],
    ['.data x: 1\nx:', ['1:7-8 label-as-cell']],
    ['.data', ['1:1-6 expected-operand']],
    ['.data 8:', ['1:8-9 expected-operand']],
    ['.data 8: 1,', ['1:11-12 expected-operand']],
    ['.equ 5, 5', ['1:6-7 malformed-operand']],
    ['.equ a, r1', ['1:9-11 malformed-operand']],
    ['.equ a, a', ['1:9-10 undefined-name']],
    ['.bits', ['1:1-6 expected-operand']],
    ['.bits x', ['1:7-8 malformed-operand']],
    ['.bits #8', ['1:7-9 malformed-operand']],
    ['.bits 8, 16', ['1:10-12 too-many-operands']],
    ['.equ a, b\nmov a, #a', ['1:9-10 undefined-name']],
    ['loop: loop:', ['1:7-11 duplicate-name']],
    ['mov r0, #1\vmov r1, #2', ['1:11-12 unexpected-character']],
    ['; a\vb', ['1:4-5 unexpected-character']],
    ['@\r@\r\r\n@', ['1:1-2 unexpected-character', '2:1-2 unexpected-character', '4:1-2 unexpected-character']],
    ['。', ['1:1-2 unexpected-character']],
    ['😀 mov r0, #1', ['1:1-3 unexpected-character']],
    ['.data 8: “ab”', ['1:10-11 fullwidth-character', '1:13-14 fullwidth-character']],
    ['mov r0，【r1】；好', ['1:7-9 fullwidth-character', '1:11-13 fullwidth-character']],
    ['mov r0, #‘A’', ['1:10-11 fullwidth-character', '1:12-13 fullwidth-character']],
    ['　mov r0, #1', ['1:1-2 fullwidth-character']],
  ])('%s', (text, wanted) => expect(found(text)).toEqual(wanted))

  it('count a faulty instruction, define its labels, and say nothing of names in it', () => {
    expect(found('a: foo b\njmp a\njmp 2\njmp 3\njmp 5')).toEqual(['1:4-7 unknown-instruction'])
    expect(found('x: mov r0\n12: y: mov r1, r2\njmp x\njmp y')).toEqual([
      '1:8-10 expected-operand',
      '2:1-3 unexpected-character',
    ])
  })

  it('mend all full-width characters of a file at once', () => {
    const text = 'mov r0，#１\n；好，\n.data ８: “，”\n'
    const [first] = assemble(text).diagnostics
    expect(first?.fixes.length).toBe(2)
    const all = first?.fixes[1]
    expect(all === undefined ? '' : applyFix(text, all)).toBe('mov r0,#1\n;好，\n.data 8: "，"\n')
  })

  it('are a thousand, and a word about the rest', () => {
    const many = assemble('@\n'.repeat(5000)).diagnostics
    expect(many.length).toBe(1001)
    expect(many[1000]).toMatchObject({ code: 'too-many-problems', line: 1001, severity: 'error' })
    const hints = assemble(Array.from({ length: 1500 }, (_, i) => `l${i}:`).join('\n'))
    expect(hints.program).not.toBeNull()
    expect(hints.diagnostics[1000]).toMatchObject({ code: 'too-many-problems', severity: 'hint' })
    expect(assemble('@\n'.repeat(1000)).diagnostics.length).toBe(1000)
  })

  it('say that a text is too large, and where', () => {
    const line = `; ${'好'.repeat(100)}\n`
    const text = line.repeat(Math.ceil(MAX_SOURCE_BYTES / 303))
    expect(codes(text)).toEqual(['program-too-large'])
    expect(codes(text.slice(0, -400))).toEqual([])
  })

  it('have the shape that toycpu check --json prints', () => {
    expect(diagnosticsToJson(assemble('loop:\n    jmp lop').diagnostics, 'zh')).toEqual([
      {
        severity: 'error',
        code: 'undefined-name',
        line: 2,
        column: 9,
        endLine: 2,
        endColumn: 12,
        message: '没有定义 `lop`',
        fixes: [
          {
            title: '改为 `loop`',
            safe: false,
            edits: [{ line: 2, column: 9, endLine: 2, endColumn: 12, text: 'loop' }],
          },
        ],
      },
    ])
  })

  it('fixAll applies what is safe until nothing is left', () => {
    const text = '\ufeffmov r0 [#8\r\n.data ８ 1 2\r\njmp lop'
    expect(fixAll(text).text).toBe('\ufeffmov r0, [#8\r\n.data 8: 1, 2\r\njmp lop')
  })
})

describe('warnings', () => {
  const found = (text: string): string[] =>
    assemble(text).diagnostics.map(({ code, line, severity }) => `${line} ${severity} ${code}`)

  it.each([
    ['mov r7, #a\njmp [r7]\nmov r0, #1\na: mov r0, #2', []],
    ['mov r7,#3\njmp [r7]\nmov r0,#1\nmov r1,#1', []],
    ['mov r1, #15\nadd r1, 1\nmov 1, r1', []],
    ['mov r1, #15\ncmp 1, 01\nje 0', ['2 hint register-as-number', '2 hint register-as-number']],
    ['.equ rx, 1\nmov rx, #15\nadd rx, 1', []],
    ['jmp a\na: cmp #1, #2\njl 0', []],
    ['jmp a\ncmp r0, #1\na: je 0\nmov r0, #1', ['2 warning unreachable-code', '3 warning jump-without-flags']],
    ['a: jmp b\nb: jmp c\nc: jmp a', ['1 warning endless-loop']],
    ['a: add r0, #1\njmp a', []],
    ['jmp 1\njmp 1', ['2 warning endless-loop']],
    ['mov r0, [5]', ['1 warning blank-read']],
    ['mov [r1], #1\nmov r0, 50\nmov r0, 50\nmov r1, #2', ['2 hint blank-read']],
    ['.data 5: 1\nmov r0, 5', []],
    ['cmp 5, #1\nje 0', ['1 warning blank-read']],
    ['.equ zero, 0\ndiv r0, #zero', ['2 warning division-by-zero']],
    ['.data 8: 1, 2\n.data 8: 3, 4\n.data 9: 5', ['2 warning data-overlap', '3 warning data-overlap']],
    ['a: b: jmp a', ['1 hint unused-label', '1 warning endless-loop']],
    ['mov r0, 5\nfoo', ['2 error unknown-instruction']],
  ])('%s', (text, wanted) => expect(found(text)).toEqual(wanted))
})
