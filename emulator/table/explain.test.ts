// The words of every instruction and operand form, of notes, jumps and faults, in both languages.
import { describe, expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { plain, plainText, type Text } from '../instructions/index.ts'
import { halted, initialState, isFault, perform, type Step } from '../machine/index.ts'
import { explain, explainFolded, faultSentence } from './index.ts'

/** The words of the last step of a program, or of the fault that stopped it. */
function last(source: string, limit = 100): Text {
  const { program, diagnostics } = assemble(source)
  if (program === null) throw new Error(diagnostics.map(({ message }) => plain(message.en)).join())
  const state = initialState(program)
  let words: Text = { en: '', zh: '' }
  for (let step = 1; step <= limit && !halted(program, state); step++) {
    const outcome = perform(program, state, step)
    if (isFault(outcome)) return plainText(faultSentence(program, outcome))
    words = plainText(explain(program, outcome))
  }
  return words
}

const DATA = '.data r1: 20, 21, 5\n.data 8: 7, 3\n.data 20: 40, 50\n'

describe('every form of operand', () => {
  test.each([
    ['mov r0, #5', 'writes 5 to r0', '向 r0 写入 5'],
    ['mov r0, 8', 'copies x8 = 7 to r0', '将 x8 的 7 赋给 r0'],
    ['mov 10, r3', 'copies r3 = 5 to x10', '将 r3 的 5 存入 x10'],
    ['mov r0, [r1]', 'r1 = 20, so x20 = 40 is copied to r0', 'r1 = 20，将 x20 的 40 赋给 r0'],
    ['mov [r1], #-5', 'r1 = 20, so -5 is written to x20', 'r1 = 20，向 x20 写入 -5'],
    ['mov [r1], 8', 'r1 = 20, so x8 = 7 is copied to x20', 'r1 = 20，将 x8 的 7 存入 x20'],
    ['mov [r1], [r2]', 'r1 = 20 and r2 = 21, so x21 = 50 is copied to x20', 'r1 = 20，r2 = 21，将 x21 的 50 存入 x20'],
    ['mov [r1], [r1]', 'r1 = 20, so x20 = 40 is copied to x20', 'r1 = 20，将 x20 的 40 存入 x20'],
    ['add 8, #2', 'adds 2 to x8: 7 + 2 = 9', 'x8 加 2：7 + 2 = 9'],
    ['add 8, 9', 'adds x9 = 3 to x8: 7 + 3 = 10', '将 x9 的 3 加到 x8：7 + 3 = 10'],
    ['add 8, [r1]', 'r1 = 20, so x20 = 40 is added to x8: 7 + 40 = 47', 'r1 = 20，取 x20 = 40 加到 x8：7 + 40 = 47'],
    ['add [r1], #-1', 'r1 = 20, so -1 is added to x20: 40 + (-1) = 39', 'r1 = 20，x20 加 -1：40 + (-1) = 39'],
    ['sub 8, #9', 'subtracts 9 from x8: 7 − 9 = -2', 'x8 减 9：7 − 9 = -2'],
    ['sub 8, 9', 'subtracts x9 = 3 from x8: 7 − 3 = 4', '从 x8 减去 x9 的 3：7 − 3 = 4'],
    [
      'sub 8, [r1]',
      'r1 = 20, so x20 = 40 is subtracted from x8: 7 − 40 = -33',
      'r1 = 20，从 x8 减去 x20 的 40：7 − 40 = -33',
    ],
    ['mul 8, #3', 'multiplies x8 by 3: 7 × 3 = 21', 'x8 乘以 3：7 × 3 = 21'],
    [
      'mul 8, [r1]',
      'r1 = 20, so x8 is multiplied by x20 = 40: 7 × 40 = 280',
      'r1 = 20，x8 乘以 x20 的 40：7 × 40 = 280',
    ],
    ['div 8, 9', 'divides x8 by x9 = 3: 7 ÷ 3 = 2, cut towards zero', 'x8 除以 x9 的 3：7 ÷ 3 = 2（保留整数部分）'],
    ['div 8, #-7', 'divides x8 by -7: 7 ÷ (-7) = -1', 'x8 除以 -7：7 ÷ (-7) = -1'],
    ['cmp 8, 9', '7 > 3: clears Z and L', '7 > 3，Z、L 均清零'],
    ['cmp 9, 8', '3 < 7: sets L', '3 < 7，L 置 1'],
    ['cmp #7, 8', '7 = 7: sets Z', '7 = 7，Z 置 1'],
    [
      'cmp [r1], #40',
      'r1 = 20, so x20 is compared with 40: 40 = 40, sets Z',
      'r1 = 20，比较 x20 和 40：40 = 40，Z 置 1',
    ],
    ['cmp 8, [r1]', 'r1 = 20, so x8 is compared with x20: 7 < 40, sets L', 'r1 = 20，比较 x8 和 x20：7 < 40，L 置 1'],
  ])('%s', (code, en, zh) => expect(last(DATA + code)).toStrictEqual({ en, zh }))
})

describe('a label as a value is told with its line', () => {
  const told = (code: string) => last(`.data r7: 9, 20\nback: mov r0, r0\n求和: one: ${code}`)

  test.each([
    ['mov r7, #back', 'writes label back (line 2) = 0 to r7', '向 r7 写入标签“back”（第 2 行）的位置 0'],
    ['mov r7, # one', 'writes label one (line 3) = 1 to r7', '向 r7 写入标签“one”（第 3 行）的位置 1'],
    [
      'mov [8], #求和',
      'x8 = 20, so label 求和 (line 3) = 1 is written to x20',
      'x8 = 20，向 x20 写入标签“求和”（第 3 行）的位置 1',
    ],
    ['add r7, #one', 'adds label one (line 3) = 1 to r7: 9 + 1 = 10', 'r7 加标签“one”（第 3 行）的位置 1：9 + 1 = 10'],
    [
      'mul r7, #one',
      'multiplies r7 by label one (line 3) = 1: 9 × 1 = 9',
      'r7 乘以标签“one”（第 3 行）的位置 1：9 × 1 = 9',
    ],
    ['mov r7, #1', 'writes 1 to r7', '向 r7 写入 1'],
    ['mov r7, #0x1', 'writes 1 to r7', '向 r7 写入 1'],
  ])('%s', (code, en, zh) => expect(told(code)).toStrictEqual({ en, zh }))

  test('a constant by its name', () => {
    expect(last('.equ one, 1\nmov r0, #one\ntwo: mov r7, #one')).toStrictEqual({
      en: 'writes one = 1 to r7',
      zh: '向 r7 写入 one = 1',
    })
  })
})

describe('notes', () => {
  test.each([
    [
      '.bits 8\nmov r0, #127\nadd r0, #1',
      'adds 1 to r0: 127 + 1 = 128, too large for 8 bits, wraps to -128',
      'r0 加 1：127 + 1 = 128，超出 8 位的范围，回绕为 -128',
    ],
    [
      '.bits 16\nmov r0, #-32768\nsub r0, #1',
      'subtracts 1 from r0: -32768 − 1 = -32769, too small for 16 bits, wraps to 32767',
      'r0 减 1：-32768 − 1 = -32769，超出 16 位的范围，回绕为 32767',
    ],
    [
      'mov r0, #-2147483648\ndiv r0, #-1',
      'divides r0 by -1: -2147483648 ÷ (-1) = 2147483648, too large for 32 bits, wraps to -2147483648',
      'r0 除以 -1：-2147483648 ÷ (-1) = 2147483648，超出 32 位的范围，回绕为 -2147483648',
    ],
    [
      'mov r0, #2147483647\nmul r0, r0',
      'multiplies r0 by r0 = 2147483647: 2147483647 × 2147483647 = 4611686014132420609, too large for 32 bits, wraps to 1',
      'r0 乘以 r0 的 2147483647：2147483647 × 2147483647 = 4611686014132420609，超出 32 位的范围，回绕为 1',
    ],
    ['mov r0, 8', 'copies x8 = 0 to r0; x8 was blank, read as 0', '将 x8 的 0 赋给 r0；x8 空白，按 0 读取'],
    [
      'add r0, 8',
      'adds x8 = 0 to r0: 0 + 0 = 0; r0 and x8 were blank, read as 0',
      '将 x8 的 0 加到 r0：0 + 0 = 0；r0、x8 空白，按 0 读取',
    ],
    [
      'cmp [r1], [r1]',
      'r1 = 0, so r0 is compared with r0: 0 = 0, sets Z; r1 and r0 were blank, read as 0',
      'r1 = 0，比较 r0 和 r0：0 = 0，Z 置 1；r1、r0 空白，按 0 读取',
    ],
  ])('%s', (source, en, zh) => expect(last(source)).toStrictEqual({ en, zh }))
})

describe('pointing', () => {
  test('is told of a cell that the program uses in brackets', () => {
    expect(last('mov r0, [r1]\nadd r1, #15')).toStrictEqual({
      en: 'adds 15 to r1: 0 + 15 = 15, pointing at x15; r1 was blank, read as 0',
      zh: 'r1 加 15：0 + 15 = 15（指向 x15）；r1 空白，按 0 读取',
    })
    expect(last('mov r1, #9\ncmp [r1], [r1]\nsub r1, #2').en).toBe('subtracts 2 from r1: 9 − 2 = 7, pointing at r7')
  })

  test('is not told where a number is no #, of mul, or of a cell in brackets only as a target', () => {
    const quiet = ['add r1, r2', 'sub r1, r2', 'mul r1, #3', 'mov r1, #3'].map(code => last(`mov r0, [r1]\n${code}`).en)
    expect(quiet.filter(words => words.includes('pointing'))).toStrictEqual([])
    expect(last('.data r7: 1\nadd r7, #1\njmp [r7]', 1).en).toBe('adds 1 to r7: 1 + 1 = 2')
  })

  test('says so where no cell is there', () => {
    expect(last('mov r0, [r1]\nsub r1, #1')).toMatchObject({
      en: expect.stringContaining('0 − 1 = -1, pointing at no cell'),
      zh: expect.stringContaining('（不指向任何单元）'),
    })
  })
})

describe('jumps', () => {
  const jump = (code: string) =>
    last(`.data 8: 16, 18\nback:\n${code}\ncmp r0, r0\non: sub r0, r0\nmov r5, #5\nend:`, 2)

  test.each([
    ['cmp 8, 9\njne back', '16 ≠ 18: jumps back to back (line 2)', '16 ≠ 18，跳回“back”（第 2 行）'],
    ['cmp 8, 9\njl on', '16 < 18: jumps to on (line 6)', '16 < 18，跳到“on”（第 6 行）'],
    ['cmp 8, 9\nje on', '16 ≠ 18: does not jump, goes on', '16 ≠ 18，顺序执行'],
    ['cmp 9, 8\njl on', '18 > 16: does not jump, goes on', '18 > 16，顺序执行'],
    ['cmp 8, 8\njl on', '16 = 16: does not jump, goes on', '16 = 16，顺序执行'],
    ['cmp 8, 8\nje end', '16 = 16: jumps to end (line 8)', '16 = 16，跳到“end”（第 8 行）'],
    [
      'sub 8, #1\njne back',
      'the last result 15 ≠ 0: jumps back to back (line 2)',
      '上一次运算结果 15 ≠ 0，跳回“back”（第 2 行）',
    ],
    ['sub 8, 9\njl on', 'the last result -2 < 0: jumps to on (line 6)', '上一次运算结果 -2 < 0，跳到“on”（第 6 行）'],
    ['sub 8, #16\njne on', 'the last result is 0: does not jump, goes on', '上一次运算结果为 0，顺序执行'],
    ['sub 8, #16\njl on', 'the last result is 0: does not jump, goes on', '上一次运算结果为 0，顺序执行'],
    ['sub 8, #16\nje on', 'the last result is 0: jumps to on (line 6)', '上一次运算结果为 0，跳到“on”（第 6 行）'],
    ['mov r0, 8\nje on', 'nothing has set Z yet: does not jump, goes on', '尚无指令设置过 Z，顺序执行'],
    ['mov r0, 8\njne on', 'nothing has set Z yet: jumps to on (line 6)', '尚无指令设置过 Z，跳到“on”（第 6 行）'],
    ['mov r0, 8\njmp on', 'jumps to on (line 6)', '跳到“on”（第 6 行）'],
    ['mov r0, 8\njmp 2', 'jumps to line 5', '跳到第 5 行'],
    ['mov r0, 8\njmp 5', 'jumps to end (line 8)', '跳到“end”（第 8 行）'],
    ['mov r7, #on\njmp [r7]', 'r7 = 3: jumps to on (line 6)', 'r7 = 3，跳到“on”（第 6 行）'],
    [
      'cmp 8, 9\njne [r7]',
      '16 ≠ 18 and r7 = 0: jumps back to back (line 2); r7 was blank, read as 0',
      '16 ≠ 18，r7 = 0，跳回“back”（第 2 行）；r7 空白，按 0 读取',
    ],
    ['cmp 8, 9\nje [r7]', '16 ≠ 18: does not jump, goes on', '16 ≠ 18，顺序执行'],
    [
      'mov r0, 8\njmp [r7]',
      'r7 = 0: jumps back to back (line 2); r7 was blank, read as 0',
      'r7 = 0，跳回“back”（第 2 行）；r7 空白，按 0 读取',
    ],
  ])('%s', (code, en, zh) => expect(jump(code)).toStrictEqual({ en, zh }))

  test('without a label at the end, to the end', () => {
    expect(last('jmp 1')).toStrictEqual({ en: 'jumps to the end', zh: '跳到末尾' })
    expect(last('jmp 0', 1)).toStrictEqual({ en: 'jumps back to line 1', zh: '跳回第 1 行' })
  })

  test('where two labels stand, the one that was written', () => {
    expect(last('jmp b\na:\nb: mov r0, r0', 1).en).toBe('jumps to b (line 3)')
    expect(last('jmp 求和\na:\n求和: mov r0, r0', 1).zh).toBe('跳到“求和”（第 3 行）')
  })
})

describe('a cmp and its jump in one row', () => {
  test.each([
    [
      'cmp 8, 9\njne back',
      '16 < 18: sets L; 16 ≠ 18: jumps back to back (line 2)',
      '16 < 18，L 置 1；16 ≠ 18，跳回“back”（第 2 行）',
    ],
    ['cmp 8, 9\njl back', '16 < 18: sets L; jumps back to back (line 2)', '16 < 18，L 置 1；跳回“back”（第 2 行）'],
    ['cmp 9, 8\njl back', '18 > 16: clears Z and L; does not jump, goes on', '18 > 16，Z、L 均清零；顺序执行'],
    [
      'cmp [r1], #1\nje [r7]',
      'r1 = 8, so x8 is compared with 1: 16 > 1, clears Z and L; 16 ≠ 1: does not jump, goes on',
      'r1 = 8，比较 x8 和 1：16 > 1，Z、L 均清零；16 ≠ 1，顺序执行',
    ],
    [
      'cmp 10, 10\nje [r7]',
      '0 = 0: sets Z; r7 = 0: jumps back to back (line 2); x10 and r7 were blank, read as 0',
      '0 = 0，Z 置 1；r7 = 0，跳回“back”（第 2 行）；x10、r7 空白，按 0 读取',
    ],
  ])('%s', (code, en, zh) => {
    const program = assemble(`.data r1: 8\n back: mov r0, r0\n.data 8: 16, 18\n${code}`).program!
    const state = initialState(program)
    const [, cmp, jump] = [1, 2, 3].map(step => perform(program, state, step) as Step)
    expect(plainText(explainFolded(program, cmp!, jump!))).toStrictEqual({ en, zh })
  })
})

describe('faults', () => {
  test.each([
    [
      'mov r0, #1\ndiv r0, r1',
      'division by zero, line 2: `div r0, r1` divides by 0',
      '除以零，第 2 行：`div r0, r1` 的除数是 0',
    ],
    [
      'mov r0, #256\nmov [r0], #1',
      'address out of range, line 2: `[r0]` leads to cell 256, but the cells are 0 to 255',
      '地址越界，第 2 行：`[r0]` 指向 256 号单元，而单元只有 0 到 255 号',
    ],
    [
      'mov r0, #99\njmp [ r0 ]',
      'jump target out of range, line 2: `[ r0 ]` leads to instruction 99, but a jump reaches only 0 to 2',
      '跳转目标越界，第 2 行：`[ r0 ]` 指向第 99 号指令，而只能跳到 0 到 2 号',
    ],
  ])('%s', (source, en, zh) => expect(last(source)).toStrictEqual({ en, zh }))
})

describe('cells by their names', () => {
  const told = (code: string, limit = 100) =>
    last(`.equ start, 8\n.equ again, 8\n.equ end, 9\n.data start: 9, 18\n${code}`, limit)

  test.each([
    ['mov r1, start', 'copies start = 9 to r1', '将 start 的 9 赋给 r1'],
    ['mov r1, again', 'copies again = 9 to r1', '将 again 的 9 赋给 r1'],
    ['mov r1, [8]\nmov 9, r1', 'copies r1 = 18 to x9', '将 r1 的 18 存入 x9'],
    ['mov end, [8]', 'start = 9, so end = 18 is copied to end', 'start = 9，将 end 的 18 存入 end'],
    [
      'cmp [start], end',
      'start = 9, so end is compared with end: 18 = 18, sets Z',
      'start = 9，比较 end 和 end：18 = 18，Z 置 1',
    ],
  ])('%s', (code, en, zh) => {
    const { program } = assemble(
      `.equ start, 8\n.equ again, 8\n.equ end, 9\n.data ${code.includes('again') ? '8' : 'start'}: 9, 18\n${code}`,
    )
    const state = initialState(program!)
    let words: Text = { en: '', zh: '' }
    for (let step = 1; !halted(program!, state); step++)
      words = plainText(explain(program!, perform(program!, state, step) as Step))
    expect(words).toStrictEqual({ en, zh })
  })

  test('of two names the first defined; registers keep their own', () => {
    expect(told('mov r0, again').en).toBe('copies start = 9 to r0')
    expect(last('.equ count, 0\nmov count, #1').en).toBe('writes 1 to r0')
  })

  test('a constant used as a number alone names no cell', () => {
    expect(last('.equ size, 8\nmov r0, #size\nmov 8, r0').en).toBe('copies r0 = 8 to x8')
  })
})

test('a pointer below 0 tells which cells a word of this size can point at', () => {
  expect(last('.bits 8\nmov r0, #0xE8\nmov [r0], #1').en).toBe(
    'address out of range, line 3: `[r0]` leads to cell -24, but a word of 8 bits points at the cells 0 to 127 only',
  )
})
