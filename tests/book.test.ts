// The book's own table for its array sum (section 2.2), row for row and value for value, its words included.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toycpu } from './toycpu.ts'

/** The book's rows: instruction, r0 r1 r2, x8 x9 x10, x15 x16 x17, and what it says, in pieces that must come in order. */
const BOOK: readonly (readonly [string, string, string, string, ...string[]])[] = [
  ['', '? ? ?', '15 18 ?', '1 2 3'],
  ['mov r0, #0', '0 ? ?', '15 18 ?', '1 2 3', '向 r0 写入 0'],
  ['mov r1, 8', '0 15 ?', '15 18 ?', '1 2 3', '将 x8 的 15 赋给 r1'],
  ['mov r2, 9', '0 15 18', '15 18 ?', '1 2 3', '将 x9 的 18 赋给 r2'],
  ['add r0, [r1]', '1 15 18', '15 18 ?', '1 2 3', 'r1 = 15，取 x15 = 1 加到 r0'],
  ['add r1, #1', '1 16 18', '15 18 ?', '1 2 3', 'r1 加 1', '（指向 x16）'],
  ['cmp r1, r2', '1 16 18', '15 18 ?', '1 2 3', '16 ≠ 18，跳回“loop”'],
  ['add r0, [r1]', '3 16 18', '15 18 ?', '1 2 3', 'r1 = 16，取 x16 = 2 加到 r0'],
  ['add r1, #1', '3 17 18', '15 18 ?', '1 2 3', 'r1 加 1', '（指向 x17）'],
  ['cmp r1, r2', '3 17 18', '15 18 ?', '1 2 3', '17 ≠ 18，跳回“loop”'],
  ['add r0, [r1]', '6 17 18', '15 18 ?', '1 2 3', 'r1 = 17，取 x17 = 3 加到 r0'],
  ['add r1, #1', '6 18 18', '15 18 ?', '1 2 3', 'r1 加 1', '（指向 x18）'],
  ['cmp r1, r2', '6 18 18', '15 18 ?', '1 2 3', '18 = 18，', '顺序执行'],
  ['mov 10, r0', '6 18 18', '15 18 6', '1 2 3', '将 r0 的 6 存入 x10'],
]

const FILE = 'programs/array-sum.asm'
const TEXT = readFileSync(new URL(`../${FILE}`, import.meta.url), 'utf8')
const WORDS = `trace ${FILE} --registers r0-r2 --cells 8-10,15-17 --fold-jumps`.split(' ')

describe("the book's table", () => {
  test('row for row, explanations included', async () => {
    const { status, out } = await toycpu([...WORDS, '--lang', 'zh', '--format', 'markdown'], { [FILE]: TEXT })
    expect(status).toBe(0)
    const rows = out.trimEnd().split('\n').slice(2)
    expect(rows).toHaveLength(BOOK.length)
    BOOK.forEach(([instruction, registers, cells, numbers, ...said], index) => {
      const [, , , code, ...fields] = rows[index]!.split('|').map(field => field.trim())
      expect(code!.replaceAll('`', '').split(' / ')[0]).toBe(instruction)
      expect(fields.slice(0, 9).join(' ')).toBe(`${registers} ${cells} ${numbers}`)
      const explanation = fields[10]!
      let from = 0
      for (const piece of said) {
        expect(explanation.slice(from)).toContain(piece)
        from = explanation.indexOf(piece, from) + piece.length
      }
    })
  })

  test('exactly as printed in Chinese', async () => {
    const { out } = await toycpu([...WORDS, '--lang', 'zh'], { [FILE]: TEXT })
    expect(out).toBe(`\
步  行  指令                   r0  r1  r2  x8  x9  x10  x15  x16  x17  标志  解释
 0                              ?   ?   ?  15  18    ?    1    2    3        初始状态
 1   3  mov r0, #0              0   ?   ?  15  18    ?    1    2    3        向 r0 写入 0
 2   4  mov r1, 8               0  15   ?  15  18    ?    1    2    3        将 x8 的 15 赋给 r1
 3   5  mov r2, 9               0  15  18  15  18    ?    1    2    3        将 x9 的 18 赋给 r2
 4   7  add r0, [r1]            1  15  18  15  18    ?    1    2    3        r1 = 15，取 x15 = 1 加到 r0：0 + 1 = 1
 5   8  add r1, #1              1  16  18  15  18    ?    1    2    3        r1 加 1：15 + 1 = 16（指向 x16）
 6   9  cmp r1, r2 / jne loop   1  16  18  15  18    ?    1    2    3  L     16 < 18，L 置 1；16 ≠ 18，跳回“loop”（第 6 行）
 8   7  add r0, [r1]            3  16  18  15  18    ?    1    2    3        r1 = 16，取 x16 = 2 加到 r0：1 + 2 = 3
 9   8  add r1, #1              3  17  18  15  18    ?    1    2    3        r1 加 1：16 + 1 = 17（指向 x17）
10   9  cmp r1, r2 / jne loop   3  17  18  15  18    ?    1    2    3  L     17 < 18，L 置 1；17 ≠ 18，跳回“loop”（第 6 行）
12   7  add r0, [r1]            6  17  18  15  18    ?    1    2    3        r1 = 17，取 x17 = 3 加到 r0：3 + 3 = 6
13   8  add r1, #1              6  18  18  15  18    ?    1    2    3        r1 加 1：17 + 1 = 18（指向 x18）
14   9  cmp r1, r2 / jne loop   6  18  18  15  18    ?    1    2    3  Z     18 = 18，Z 置 1；顺序执行
16  11  mov 10, r0              6  18  18  15  18    6    1    2    3  Z     将 r0 的 6 存入 x10
`)
  })

  test('exactly as printed in English, unfolded, its lists as in the book', async () => {
    const words = [...WORDS.filter(word => word !== '--fold-jumps'), '--lang', 'en', '--layout', 'book']
    const { out } = await toycpu(words, { [FILE]: TEXT })
    expect(out).toBe(`\
step  line  instruction   r0, r1, r2, …  x8, x9, x10, …  x15, x16, x17, …  flags  explanation
   0                      ?, ?, ?, …     15, 18, ?, …    1, 2, 3, …               the state before the first step
   1     3  mov r0, #0    0, ?, ?, …     15, 18, ?, …    1, 2, 3, …               writes 0 to r0
   2     4  mov r1, 8     0, 15, ?, …    15, 18, ?, …    1, 2, 3, …               copies x8 = 15 to r1
   3     5  mov r2, 9     0, 15, 18, …   15, 18, ?, …    1, 2, 3, …               copies x9 = 18 to r2
   4     7  add r0, [r1]  1, 15, 18, …   15, 18, ?, …    1, 2, 3, …               r1 = 15, so x15 = 1 is added to r0: 0 + 1 = 1
   5     8  add r1, #1    1, 16, 18, …   15, 18, ?, …    1, 2, 3, …               adds 1 to r1: 15 + 1 = 16, pointing at x16
   6     9  cmp r1, r2    1, 16, 18, …   15, 18, ?, …    1, 2, 3, …        L      16 < 18: sets L
   7    10  jne loop      1, 16, 18, …   15, 18, ?, …    1, 2, 3, …        L      16 ≠ 18: jumps back to loop (line 6)
   8     7  add r0, [r1]  3, 16, 18, …   15, 18, ?, …    1, 2, 3, …               r1 = 16, so x16 = 2 is added to r0: 1 + 2 = 3
   9     8  add r1, #1    3, 17, 18, …   15, 18, ?, …    1, 2, 3, …               adds 1 to r1: 16 + 1 = 17, pointing at x17
  10     9  cmp r1, r2    3, 17, 18, …   15, 18, ?, …    1, 2, 3, …        L      17 < 18: sets L
  11    10  jne loop      3, 17, 18, …   15, 18, ?, …    1, 2, 3, …        L      17 ≠ 18: jumps back to loop (line 6)
  12     7  add r0, [r1]  6, 17, 18, …   15, 18, ?, …    1, 2, 3, …               r1 = 17, so x17 = 3 is added to r0: 3 + 3 = 6
  13     8  add r1, #1    6, 18, 18, …   15, 18, ?, …    1, 2, 3, …               adds 1 to r1: 17 + 1 = 18, pointing at x18
  14     9  cmp r1, r2    6, 18, 18, …   15, 18, ?, …    1, 2, 3, …        Z      18 = 18: sets Z
  15    10  jne loop      6, 18, 18, …   15, 18, ?, …    1, 2, 3, …        Z      18 = 18: does not jump, goes on
  16    11  mov 10, r0    6, 18, 18, …   15, 18, 6, …    1, 2, 3, …        Z      copies r0 = 6 to x10
`)
  })
})
