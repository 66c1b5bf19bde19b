// Which changes of a text make another program of it.
import { expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { fingerprint } from './fingerprint.ts'

const print = (text: string): string => {
  const { program, diagnostics } = assemble(text)
  if (program === null) throw new Error(JSON.stringify(diagnostics))
  return fingerprint(program)
}

const TEXT = `.equ total, 10
.data 8: 15, 18
start: mov r0, #1
loop: add r0, [r1]
cmp r1, 8
jne loop
mov total, r0
.expect 10: 6
`

test.each([
  ['a comment', TEXT.replace('#1', '#1 ; one')],
  ['a comment alone', `; said\n\n${TEXT}`],
  ['blanks', TEXT.replace('mov r0, #1', '   MOV   r0 ,#1')],
  ['line ends', TEXT.replaceAll('\n', '\r\n')],
  ['a label’s name', TEXT.replaceAll('loop', 'again')],
  ['a label that nothing uses', TEXT.replace('start: ', '')],
  ['a constant written out', TEXT.replace('mov total', 'mov 10')],
  ['the notation', TEXT.replace('#1', '#0x1').replace('add r0', 'add 0')],
  ['the default said aloud', `.bits 32\n.cells 256\n${TEXT}`],
  ['what is expected', TEXT.replace(': 6', ': 7')],
  ['the order of data', TEXT.replace('.data 8: 15, 18', '.data 9: 18\n.data 8: 15')],
])('%s makes no other program', (_, text) => {
  expect(print(text)).toBe(print(TEXT))
})

test.each([
  ['an immediate', TEXT.replace('#1', '#2')],
  ['an immediate for a cell', TEXT.replace('#1', '1')],
  ['brackets', TEXT.replace('[r1]', 'r1')],
  ['a register', TEXT.replace('[r1]', '[r2]')],
  ['the operands’ order', TEXT.replace('cmp r1, 8', 'cmp 8, r1')],
  ['a mnemonic', TEXT.replace('jne', 'je')],
  ['a target', TEXT.replace('jne loop', 'jne start')],
  ['an instruction more', `${TEXT}mov r0, r0\n`],
  ['an instruction fewer', TEXT.replace('cmp r1, 8\n', '')],
  ['the order of instructions', TEXT.replace('cmp r1, 8\njne loop\n', 'jne loop\ncmp r1, 8\n')],
  ['data', TEXT.replace('15, 18', '15, 19')],
  ['the place of data', TEXT.replace('.data 8', '.data 7')],
  ['data swapped', TEXT.replace('15, 18', '18, 15')],
  ['the word size', `.bits 16\n${TEXT}`],
  ['the number of cells', `.cells 255\n${TEXT}`],
])('%s makes another program', (_, text) => {
  expect(print(text)).not.toBe(print(TEXT))
})
