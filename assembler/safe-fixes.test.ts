// What a safe fix promises (language.md, section 5): applied, its problem is gone and no new one stands in its place.
import { expect, it } from 'vitest'
import { plain } from '../emulator/instructions/index.ts'
import { IS_FULL } from '../tests/amount.ts'
import { fullwidth, Random, rightProgram, slip } from '../tests/programs-generator.ts'
import { applyFix, assemble, DIAGNOSTICS, type Diagnostic } from './index.ts'

const TEXTS = IS_FULL ? 200_000 : 3_000

const errorsOn = (diagnostics: readonly Diagnostic[], line: number): string[] =>
  diagnostics.filter(found => found.line === line && found.severity === 'error').map(({ code }) => code)

/** What is wrong after the safe fixes of a text, each made alone; null where nothing is. */
function broken(text: string): string | null {
  const { diagnostics } = assemble(text)
  for (const { code, line, fixes } of diagnostics) {
    for (const fix of fixes.filter(({ safe, edits }) => safe && edits.every(edit => edit.line === line))) {
      const left = errorsOn(diagnostics, line)
      left.splice(left.indexOf(code), 1)
      for (const each of errorsOn(assemble(applyFix(text, fix)).diagnostics, line)) {
        const at = left.indexOf(each)
        if (at < 0) return `${plain(fix.title.en)} for ${code} leaves ${each}\n${JSON.stringify(text)}`
        left.splice(at, 1)
      }
    }
  }
  return null
}

/** The examples of every code, with their squiggles left out. */
const MISTAKES = Object.values(DIAGNOSTICS)
  .flatMap(({ examples }) => examples)
  .map(({ text }) =>
    text
      .split('\n')
      .filter(line => !/^ *~+[ ~]*$/.test(line))
      .join('\n'),
  )
  .filter(text => !text.startsWith('('))

it(`leaves neither its problem nor a new one: ${TEXTS} texts with mistakes of every code`, () => {
  let safe = 0
  for (let seed = 1; seed <= TEXTS; seed++) {
    const random = new Random(seed)
    let text = random.chance(50)
      ? slip(rightProgram(seed, 8), random)
      : `${rightProgram(seed, 4)}\n${random.pick(MISTAKES)}`
    if (random.chance(50)) text = slip(text, random)
    if (random.chance(20)) {
      const at = random.below(text.length)
      text = text.slice(0, at) + fullwidth(text.charAt(at)) + text.slice(at + 1)
    }
    const wrong = broken(text)
    if (wrong !== null) throw new Error(`seed ${seed}: ${wrong}`)
    safe += assemble(text).diagnostics.filter(found => found.fixes.some(fix => fix.safe)).length
  }
  // Most of what is plain is still offered.
  expect(safe).toBeGreaterThan(TEXTS / 4)
}, 900_000)

it('a fix that lets another problem show is offered, but is not safe', () => {
  const [found] = assemble('jmp #99').diagnostics
  expect(found?.code).toBe('immediate-target')
  expect(found?.fixes.map(({ safe }) => safe)).toEqual([false])
})

it('a fix that mends its problem alone stays safe', () => {
  for (const text of ['mov r0 #1', 'mov r0，#1', '.data 8 1 2', 'mov r0, [r1', '# c', 'mov r0, #−1', 'mov %r0, #1'])
    expect(assemble(text).diagnostics.map(({ fixes }) => fixes.some(({ safe }) => safe))).toEqual([true])
})
