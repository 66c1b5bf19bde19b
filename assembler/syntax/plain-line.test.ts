// The quick reading of plain lines gives what the parser gives, node for node, and takes what most programs are made of.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyProgram, rightProgram } from '../../tests/programs-generator.ts'
import { parseLine } from './lines.ts'
import { readPlainLine } from './plain-line.ts'

/** Compares all lines of a text that are plain; gives how many lines there are and how many of them are plain. */
function compare(text: string): { lines: number; plain: number } {
  const found = { lines: 0, plain: 0 }
  for (const line of text.split(/\r?\n/)) {
    found.lines++
    const read = readPlainLine(`${line}\n`, 0, line.length)
    if (read === null) continue
    found.plain++
    expect(read, line).toEqual(parseLine(`${line}\n`, 0, line.length))
  }
  return found
}

it.each([
  'loop: add r0, [r1] ; the next one',
  '\tCMP\tR7 , # -12\t',
  'jmp loop',
  '循环: mov [ 缓存 ], #0x1F',
  'a: b: mov r0, #1',
  'mov r0, #0b102',
  'mov r0, #12.5',
  'mov r0, #0x1F.5',
  'mov r0, #-0x1F',
  'mov r0, #r1',
  'mov r8, r0',
  'mov rare, r',
  "mov r0, #'a'",
  'mov r0, r1, r2',
  'mov r0',
  'mov , r0',
  'jmp [r0',
  'jmp #-0',
  '; a lone\rreturn',
  'mov r0, r1 \ud835\udc00',
  '\ud835\udc00\ud835\udc01: jmp \ud835\udc00\ud835\udc01',
  'cafe\u0301: jmp cafe\u0301',
  'mov r0，#1',
  '.data 8: 1, 2',
  'x:',
  '',
])('%j', line => {
  compare(line)
})

it('random programs, right and wrong ones', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      compare(anyProgram(seed))
      compare(rightProgram(seed))
    }),
    { numRuns: 1500 },
  )
})

it('most lines of the samples are plain', () => {
  const folder = new URL('../../programs/', import.meta.url)
  const texts = readdirSync(folder).filter(name => name.endsWith('.asm'))
  const all = texts.map(name => compare(readFileSync(new URL(name, folder), 'utf8')))
  const sum = (key: 'lines' | 'plain') => all.reduce((total, each) => total + each[key], 0)
  expect(sum('plain')).toBeGreaterThan(sum('lines') * 0.8)
})
