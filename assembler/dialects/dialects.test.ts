// What people bring along from other machines and languages (language.md, section 5): one slip gives one diagnostic, in both
// languages, that says what to write here; where that is plain, its fix gives exactly that.
import { describe, expect, test } from 'vitest'
import { LANGUAGES, plain } from '../../emulator/instructions/index.ts'
import { applyFix, assemble } from '../index.ts'

/** A slip, words of what is said, and the text after the first fix; null where there is none. */
const SLIPS: readonly (readonly [text: string, words: string, fixed: string | null])[] = [
  // Names.
  [
    'mov r0, #0\nmy-loop: cmp r0, #0\njne my-loop\nmov r1, #1',
    '`-`',
    'mov r0, #0\nmy_loop: cmp r0, #0\njne my_loop\nmov r1, #1',
  ],
  ['jmp my-loop\nmy_loop:', '`-`', 'jmp my_loop\nmy_loop:'],
  ['jmp my-loop\nmov r0, #1\nmy-loop:', '`-`', 'jmp my_loop\nmov r0, #1\nmy_loop:'],
  ['.loop:\njmp .loop', '`.`', 'loop:\njmp loop'],
  ['jmp .end\nend:', '`.`', 'jmp end\nend:'],
  ['a$b: jmp a$b', '`$`', 'a_b: jmp a_b'],
  ['my loop: mov r0, #1', '` `', 'my_loop: mov r0, #1'],
  ['0: mov r0, #1', 'a name begins with a letter', null],
  ['20 mov r0, #1', 'lines are numbered by themselves', ' mov r0, #1'],
  // Assignments.
  ['r0 = 5', '`mov r0, #5`', 'mov r0, #5'],
  ['r0 := r1 + 1', '`mov r0, r1`, then `add r0, #1`', 'mov r0, r1\n    add r0, #1'],
  ['[r1] = r0', '`mov [r1], r0`', 'mov [r1], r0'],
  ['r0 = r0 * 3', '`mul r0, #3`', 'mul r0, #3'],
  ['r0 = r1 + r0', '`add r0, r1`', 'add r0, r1'],
  ['r3 -= 2', '`sub r3, #2`', 'sub r3, #2'],
  ['r3++', '`add r3, #1`', 'add r3, #1'],
  ['mov r0 <- #5', '`mov r0, #5`', 'mov r0, #5'],
  ['mov r1 -> r0', '`mov r0, r1`', 'mov r0, r1'],
  // Constants and data.
  ['#define n 5\nmov r0, #n', '`.equ n, 5`', '.equ n, 5\nmov r0, #n'],
  ['n equ 5\nmov r0, #n', '`.equ n, 5`', '.equ n, 5\nmov r0, #n'],
  ['n = 5\nmov r0, #n', '`.equ n, 5`', '.equ n, 5\nmov r0, #n'],
  ['.equ n = 5', '`.equ n, 5`', '.equ n, 5'],
  ['.set n, 5', '`.equ n, 5`', '.equ n, 5'],
  ['const n = 5', '`.equ n, 5`', '.equ n, 5'],
  ['n db 5', '`.equ n, 8`, then `.data n: 5`', null],
  ['x: .word 5', '`.data 8: 1, 2`', null],
  ['data 8: 1', '`.data 8: 1`', '.data 8: 1'],
  ['expect r0: 5', '`.expect r0: 5`', '.expect r0: 5'],
  ['.data 8 = 1', '`.data 8: 1`', '.data 8: 1'],
  ['.data 8-10: 1, 2, 3', 'only the first cell', '.data 8: 1, 2, 3'],
  ['.data [8]: 1', 'the number of a cell', '.data 8: 1'],
  ['.data x8: 1', '`8`, not `x8`', '.data 8: 1'],
  ['.data 8: #1, #2', 'without `#`', '.data 8: 1, 2'],
  ['.bits: 8', '`.bits 8`', '.bits 8'],
  ['.cells = 64', '`.cells 64`', '.cells 64'],
  ['section .text', 'leave it out', ''],
  ['.globl main', 'leave it out', ''],
  ['.include "x.asm"', 'one file', null],
  // Operands.
  ['mov x8, #1', '`8`, not `x8`', 'mov 8, #1'],
  ['mov r0, *r1', '`[r1]`', 'mov r0, [r1]'],
  ['mov r0, {r1}', '`[r1]`', 'mov r0, [r1]'],
  ['mov r0, 0(r1)', '`[r1]`', 'mov r0, [r1]'],
  ['mov r0, 4(r1)', 'nothing is computed', null],
  ['.equ total, 9\nmov r0, &total', '`#`', '.equ total, 9\nmov r0, #total'],
  ['mov r0, =10', '`#`', 'mov r0, #10'],
  ['mov r0, #$1F', '`0x2A`', 'mov r0, #0x1F'],
  ['mov r0, #1010b', '`0b101010`', 'mov r0, #0b1010'],
  ['mov r0, #0o17', '`42`', 'mov r0, #15'],
  ['mov r0, #1_000', '`42`', 'mov r0, #1000'],
  ['mov r0, #1F', '`0x2A`', 'mov r0, #0x1F'],
  ['mov r0, "A"', 'a string', "mov r0, #'A'"],
  ['mov r0, #(1)', '`#`', 'mov r0, #1'],
  ['mov #5, r0', 'the destination', 'mov r0, #5'],
  ['mov $5, %r0', 'the destination comes first', 'mov r0, #5'],
  ['mov dword ptr [r1], #5', 'no size', 'mov [r1], #5'],
  // Instructions.
  ['add r0, r1, r2', '`mov r0, r1`, then `add r0, r2`', 'mov r0, r1\n    add r0, r2'],
  ['sub r0, r0, r1', '`sub r0, r1`', 'sub r0, r1'],
  ['sub r0, r1, r0', '`sub` takes 2', 'sub r0, r1'],
  ['addi r0, r0, 5', '`add r0, #5`', 'add r0, #5'],
  ['beq r0, r1, l\nl:', '`cmp r0, r1`, then `je l`', 'cmp r0, r1\n    je l\nl:'],
  ['bgt r0, r1, l\nl:', '`cmp r1, r0`, then `jl l`', 'cmp r1, r0\n    jl l\nl:'],
  ['cbz r0, l\nl:', '`cmp r0, #0`, then `je l`', 'cmp r0, #0\n    je l\nl:'],
  ['loop l\nl:', '`sub r2, #1`, then `jne l`', 'sub r2, #1\n    jne l\nl:'],
  ['test r0, r0', '`cmp r0, #0`', 'cmp r0, #0'],
  ['lw r0, 0(r1)', '`mov r0, [r1]`', 'mov r0, [r1]'],
  ['sw r0, 0(r1)', '`mov [r1], r0`', 'mov [r1], r0'],
  ['LDA #$10', '`mov r0, #0x10`', 'mov r0, #0x10'],
  ['shl r0, 1', '`add r0, r0`', 'add r0, r0'],
  ['mov.w r0, #1', '`mov`', 'mov r0, #1'],
  ['mov(r0, r1)', '`mov r0, r1`', 'mov r0, r1'],
  ['mov r0, #1 mov r1, #2', 'one instruction stands on a line', 'mov r0, #1\n    mov r1, #2'],
  ['int 0x80', 'no input or output', null],
  ['print r0', 'no input or output', null],
  ['if r0 == 5', '`cmp`', null],
  // Comments.
  ['/* note */', '`;`', '; note'],
  ['mov r0, #1 /* note */', '`;`', 'mov r0, #1 ; note'],
  ['/* note */ mov r0, #1', '`;`', null],
]

describe('slips of people who know other machines', () => {
  test.each(SLIPS)('%j', (text, words, fixed) => {
    const errors = assemble(text).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors).toHaveLength(1)
    const [found] = errors
    expect(plain(found!.message.en)).toContain(words)
    for (const language of LANGUAGES) expect(plain(found!.message[language])).not.toBe('')
    const [fix] = found!.fixes
    expect(fix === undefined ? null : applyFix(text, fix)).toBe(fixed)
    for (const language of LANGUAGES) if (fix) expect(plain(fix.title[language])).not.toContain('\n')
    if (fixed !== null) expect(assemble(fixed).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('a constant of that name stays what it is', () => {
    expect(assemble('.equ x8, 9\nmov x8, #1').program?.instructions).toHaveLength(1)
    expect(assemble('.equ a, 9\n.equ b, 8\nmov r0, a-b').diagnostics.map(({ code }) => code)).toEqual([
      'malformed-operand',
    ])
  })
})
