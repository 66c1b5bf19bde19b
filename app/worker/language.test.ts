// What hovering over an operand says it holds, for each way of writing one.
import { expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { findAt } from '../../assembler/service/index.ts'
import { plain } from '../../emulator/instructions/index.ts'
import { valueHere } from './language.ts'
import type { LineValue } from './line-values.ts'

const shown = (...pairs: [string, string][]): LineValue[] =>
  pairs.map(([name, value]) => ({ name, value, written: false, read: false, pointed: false }))

/** What is said of the operand that stands under `^`. */
function said(code: string, values: readonly LineValue[]): string | null {
  const column = code.indexOf('^') + 1
  const text = `.equ total, 10\n${code.replace('^', '')}\n`
  const assembly = assemble(text)
  const found = findAt(assembly, { line: 2, column })
  if (found?.kind !== 'operand') return null
  const source = assembly.syntax.lineText(2).slice(found.column - 1, found.endColumn - 1)
  const told = valueHere(assembly, found.node, source, values)
  return told === null ? null : plain(told.en)
}

test.each<[string, LineValue[], string | null]>([
  ['add r0, [^r1]', shown(['r0', '0'], ['r1', '15'], ['x15', '1']), '`[r1]` → cell 15 = 1'],
  ['add ^r0, [r1]', shown(['r0', '0'], ['r1', '15'], ['x15', '1']), 'r0 = 0'],
  ['mov r0, [^8]', shown(['r0', '0'], ['x8', '3'], ['r3', '-7']), '`[8]` → r3 = -7'],
  ['mov 0x^A, r0', shown(['x10', '?'], ['r0', '1']), 'cell 10 = ?'],
  ['mov to^tal, r0', shown(['x10', '?'], ['r0', '1']), 'cell 10 = ?'],
  ['add r0, [^r1]', shown(['r0', '0'], ['r1', '?']), 'r1 = ?'],
  ['add r1, [^r1]', shown(['r1', '16'], ['x15', '1']), 'r1 = 16'],
  ['mov r0, #^8', shown(['r0', '0'], ['x8', '3']), null],
  ['m^ov r0, 8', shown(['r0', '0'], ['x8', '3']), null],
  ['.expect ^10: 6', shown(['x10', '?']), 'cell 10 = ?'],
  ['mov r0, ^9', [], null],
])('%s', (code, values, wanted) => {
  expect(said(code, values)).toBe(wanted)
})
