// The language service, asked as an editor asks: `|` marks the cursor in each text.
import { describe, expect, it } from 'vitest'
import { MNEMONICS, plain, type Sentence, sentenceOf } from '../../emulator/instructions/index.ts'
import { type Assembly, applyFix, assemble, type SourceEdit } from '../index.ts'
import {
  complete,
  definition,
  fixesAt,
  folding,
  formatEdits,
  highlights,
  hover,
  operandAt,
  outline,
  type Position,
  paragraphs,
  prepareRename,
  references,
  rename,
  signature,
} from './index.ts'

/** A text without its cursor, understood, and where the cursor was. */
function cursor(marked: string): { assembly: Assembly; position: Position; text: string } {
  const at = marked.indexOf('|')
  const text = marked.slice(0, at) + marked.slice(at + 1)
  const before = marked.slice(0, at).split('\n')
  return {
    assembly: assemble(text),
    position: { line: before.length, column: (before[before.length - 1] ?? '').length + 1 },
    text,
  }
}

const edited = (text: string, edits: readonly SourceEdit[]): string =>
  applyFix(text, { title: { en: [], zh: [] }, safe: true, edits })

describe('completion', () => {
  const labels = (marked: string): string[] => {
    const { assembly, position } = cursor(marked)
    return complete(assembly, position).map(({ label }) => label)
  }
  const names = '.equ total, 10\n.data 15: 1\nloop:\nmov 20, r0\n'
  const registers = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7']

  it.each([
    ['m|', [...MNEMONICS, '.bits', '.cells', '.equ', '.data', '.expect']],
    ['x: |', [...MNEMONICS, '.bits', '.cells', '.equ', '.data', '.expect']],
    [`${names}jmp |`, ['loop']],
    [`${names}jne l|`, ['loop']],
    [`${names}jmp [|`, [...registers, 'total', '15', '20']],
    [`${names}mov |`, [...registers, 'total', '15', '20']],
    [`${names}mov r0, |`, [...registers, 'total', '15', '20']],
    [`${names}mov r0, #|`, ['total', 'loop']],
    [`${names}mov r0, # t|`, ['total', 'loop']],
    // What the data go on to is used as well.
    ['.data 15: 1, "a\\n", -2 ; x\n.expect r7: 1, ?\nmov 40, |', [...registers, '8', '15', '16', '17', '18', '40']],
    [`${names}mov #|`, []],
    [`${names}cmp #|`, ['total', 'loop']],
    [`${names}.data |`, [...registers, 'total', '15', '20']],
    [`${names}.data 8: |`, ['total', 'loop']],
    [`${names}.data 8: 1, |`, ['total', 'loop']],
    [`${names}.equ x, |`, ['total']],
    ['.equ x, |\n.equ later, 1', []],
    ['.equ |', []],
    ['.bits |', ['8', '16', '32']],
    ['mov r0, r1, |', []],
    ['mov r0, 1|', []],
    ['mov r0, r1 ; m|', []],
    ['.data 8: "m|"', []],
    ['.data 8: "m|', []],
    ["mov r0, #'|", []],
    ['loop|:', []],
  ])('%s', (marked, wanted) => expect(labels(marked)).toEqual(wanted))

  it.each([
    ['.da|', '.da'],
    ['mov to|tal, r0', 'total'],
    ['jmp 循|环', '循环'],
    ['mov r0, #|', ''],
  ])('takes the place of the word: %s', (marked, word) => {
    const { assembly, position, text } = cursor(marked)
    const [first] = complete(assemble(`${text}\n.equ k, 1\nl:`), position)
    const range = first?.range
    expect(assembly.syntax.lineText(position.line).slice((range?.column ?? 1) - 1, (range?.endColumn ?? 1) - 1)).toBe(
      word,
    )
  })

  it('says what each does, in both languages', () => {
    const { assembly, position } = cursor('|')
    const add = complete(assembly, position).find(({ label }) => label === 'add')
    expect(add?.detail).toEqual({ en: 'adds b to a', zh: '将 a 和 b 相加，结果存入 a' })
    expect(paragraphs(add?.documentation ?? [], 'zh')).toContain('加法器')
  })
})

describe('hover', () => {
  const told = (marked: string, value?: Sentence): string => {
    const { assembly, position } = cursor(marked)
    return paragraphs(hover(assembly, position, value ?? null)?.contents ?? [], 'en')
  }

  it.each([
    ['a|dd r0, r1', ['adds b to a', 'Flags: Z: the result is 0', 'the adder of the ALU', 'section 2.2']],
    ['x: jn|e x', ['jumps if Z is clear', 'the circuit of jump conditions']],
    ['.da|ta 8: 1', ['.data ADDRESS: V, V, …', 'before the first step']],
    ['mov r0, #4|2', ['the number itself', '`0x2A`', '`0b101010`', "`'*'`"]],
    ['mov r0, #0xFF|FFFFFF', ['`-1`', '`0b11111111111111111111111111111111`']],
    ['.bits 8\nmov r0, #0x8|0', ['`-128`']],
    ["mov r0, #'|A'", ['`65`', '`0x41`']],
    ['mov r|3, r0', ['register `r3`, which is cell 3']],
    ['mov 2|0, r0', ['cell 20: what it holds', '`0x14`']],
    ['mov r0, [r|1]', ['the cell whose number r1 holds']],
    ['jmp [2|0]', ['the instruction whose number x20 holds']],
    ['mov r0, r0\nlo|op: jmp loop', ['label `loop`', 'instruction 1', 'defined on line 2, used once']],
    ['.equ total, 0x10\nmov to|tal, r0', ['constant `total`', '`16`', 'defined on line 1']],
  ])('%s', (marked, wanted) => {
    for (const words of wanted) expect(told(marked)).toContain(words)
  })

  it('tells a value that the caller knows first', () => {
    expect(told('add r0, [r|1]', sentenceOf({ en: '[r1] → x15 = 1', zh: '[r1] → x15 = 1' }))).toMatch(
      /^\\\[r1\\\] → x15 = 1\n\n/,
    )
  })

  it.each(['mov r0, r1 ; co|mment', 'mov r0,  |  ', '|', 'fo|o r0'])('says nothing: %s', marked => {
    expect(told(marked)).toBe('')
  })

  it('says the same in Chinese', () => {
    const { assembly, position } = cursor('cm|p r0, r1')
    expect(paragraphs(hover(assembly, position)?.contents ?? [], 'zh')).toMatch(
      /比较 a 和 b 的值.*标志位：Z：a 等于 b.*减法器.*第 2\.2 节/s,
    )
  })
})

describe('names', () => {
  const text = 'jmp lo|op\n.equ n, 3\nloop: mov r0, #loop\nmov n, [n]\n.data 8: loop, n\n'
  const { assembly, position } = cursor(text)

  it('are defined somewhere', () => {
    expect(definition(assembly, position)).toEqual({ line: 3, column: 1, endLine: 3, endColumn: 5 })
    expect(definition(assembly, { line: 4, column: 9 })).toMatchObject({ line: 2, column: 6 })
    expect(definition(assembly, { line: 3, column: 8 })).toBeNull()
  })

  it('have references in the order of the text', () => {
    expect(references(assembly, position, true).map(({ line, column }) => [line, column])).toEqual([
      [1, 5],
      [3, 1],
      [3, 16],
      [5, 10],
    ])
    expect(references(assembly, position, false).length).toBe(3)
  })

  it('are highlighted, and cells are by name and number', () => {
    expect(highlights(assembly, position).map(({ kind }) => kind)).toEqual(['definition', 'read', 'read', 'read'])
    const cells = assemble('.data r1: 5\nmov 1, [r1]\nadd r2, R1\njmp 1\nmov r1, #1')
    const found = highlights(cells, { line: 2, column: 5 })
    expect(found.map(({ range, kind }) => [range.line, range.column, kind])).toEqual([
      [1, 7, 'write'],
      [2, 5, 'write'],
      [2, 9, 'read'],
      [3, 9, 'read'],
      [5, 5, 'write'],
    ])
  })

  it('can be renamed everywhere', () => {
    const renamed = rename(assembly, position, '循环')
    if ('refusal' in renamed) throw new Error(plain(renamed.refusal.en))
    const given = text.replace('|', '')
    expect(edited(given, renamed.edits)).toBe(given.replaceAll('loop', '循环'))
    expect(prepareRename(assembly, position)).toMatchObject({ name: 'loop', range: { column: 5, endColumn: 9 } })
  })

  it.each([
    ['n', 'defined already, on line 2'],
    ['mov', 'reserved'],
    ['R12', 'reserved'],
    ['1a', 'no name'],
    ['', 'no name'],
    ['a b', 'no name'],
    ['ａ', 'no name'],
  ])('refuse to be called %s', (name, why) => {
    const refused = rename(assembly, position, name)
    expect('refusal' in refused ? plain(refused.refusal.en) : '').toContain(why)
    expect('refusal' in refused ? plain(refused.refusal.zh) : '').not.toBe('')
  })

  it('registers can’t be renamed', () => {
    expect(prepareRename(assembly, { line: 3, column: 12 })).toHaveProperty('refusal')
  })

  it('make the outline', () => {
    const items = outline(assemble('.equ n, 3\na:\nmov r0, #n\njmp a\nb: jmp b\n'))
    expect(items.map(({ name, kind, range, detail }) => [name, kind, range.line, range.endLine, detail.en])).toEqual([
      ['n', 'constant', 1, 1, '= 3'],
      ['a', 'label', 2, 4, 'instruction 0'],
      ['b', 'label', 5, 6, 'instruction 2'],
    ])
  })
})

describe('shape', () => {
  it('folds blocks of comments', () => {
    const { syntax } = assemble('; a\n; b\nmov r0, r1 ; c\n; d\n\n  ; e\n; f\n; g')
    expect(folding({ ...assemble(''), syntax })).toEqual([
      { line: 1, endLine: 2 },
      { line: 6, endLine: 8 },
    ])
  })

  it.each([
    ['add |r0, r1', 'add a, b', 0, 'a'],
    ['add r0,|', 'add a, b', 1, 'b'],
    ['jmp |', 'jmp t', 0, 't'],
    ['.data |', '.data ADDRESS: V, V, …', 0, 'ADDRESS'],
    ['.data 8: "a,b", |', '.data ADDRESS: V, V, …', 2, 'V'],
    ['.equ x, |', '.equ NAME, VALUE', 1, 'VALUE'],
  ])('helps with operands: %s', (marked, label, active, word) => {
    const { assembly, position } = cursor(marked)
    const help = signature(assembly, position)
    const written = help?.written.en
    const parameter = written?.parameters[help?.active ?? 0]
    expect([written?.label, help?.active, written?.label.slice(parameter?.start, parameter?.end)]).toEqual([
      label,
      active,
      word,
    ])
  })

  it.each(['ad|d r0, r1', '|', 'add r0, r1 ; x|', 'foo |'])('has no help: %s', marked => {
    const { assembly, position } = cursor(marked)
    expect(signature(assembly, position)).toBeNull()
  })

  it('offers the fixes at a place, safe ones first', () => {
    const assembly = assemble('mov r0，#1\njmp lop\nloop: jmp loop')
    const at = (line: number, column: number) => fixesAt(assembly, { line, column, endLine: line, endColumn: column })
    expect(at(1, 7).map(({ fix }) => plain(fix.title.en))).toEqual([
      'Write `,` instead',
      'Mend all full-width characters of this file',
    ])
    expect(at(2, 8).map(({ fix }) => plain(fix.title.zh))).toEqual(['改为 `loop`'])
    expect(at(3, 1)).toEqual([])
  })

  it('formats by one edit', () => {
    const text = 'x:\nmov r0,r1\njmp x\n'
    const edits = formatEdits(text)
    expect(edits.map(({ line, endLine }) => [line, endLine])).toEqual([[2, 3]])
    expect(edited(text, edits)).toBe('x:\n    mov r0, r1\n    jmp x\n')
    expect(formatEdits('x:\r\n    jmp x\r\n')).toEqual([])
  })

  it('finds an operand in the program', () => {
    const { assembly, position } = cursor('; first\nx: mov r0, r1\nadd r0, [r|1]\njmp x')
    expect(operandAt(assembly, position)).toEqual({ index: 1, slot: 1 })
    expect(operandAt(assembly, { line: 3, column: 2 })).toBeNull()
  })
})

it('answers anywhere in any text without throwing', () => {
  const text = '\ufeffmov r0，[#8\n.data 8 “x, 1\n12: a: b\n.equ , 😀\n\n jmp [[\n; c'
  const assembly = assemble(text)
  for (let line = 0; line <= 9; line++) {
    for (let column = 1; column <= 20; column++) {
      const position = { line, column }
      complete(assembly, position)
      hover(assembly, position)
      highlights(assembly, position)
      signature(assembly, position)
      rename(assembly, position, 'x')
    }
  }
  expect(outline(assembly).length).toBe(1)
})
