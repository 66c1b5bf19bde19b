// Predictions: what is asked is what the step does; a right answer counts in every notation, a wrong one never; where to
// look tells no answer.
import { describe, expect, test } from 'vitest'
import { assemble } from '../../assembler/index.ts'
import { createHistory, type History } from '../../emulator/history/index.ts'
import { cellName, plain } from '../../emulator/instructions/index.ts'
import type { Step } from '../../emulator/machine/index.ts'
import { amount } from '../../tests/amount.ts'
import { randomFrom, randomProgram } from '../../tests/random-programs.ts'
import { predictionAt, type SaidWords } from './prediction.ts'

/** The ways in which a number may be written. */
function notations(value: number, bits: number): readonly string[] {
  const word = value < 0 ? value + 2 ** bits : value
  const ways = [`${value}`, `#${value}`, ` ${value} `, `0x${word.toString(16)}`, `0b${word.toString(2)}`]
  return value > 32 && value < 127 && !`'\\;`.includes(String.fromCharCode(value))
    ? [...ways, `'${String.fromCharCode(value)}'`]
    : ways
}

const lineSaid = (history: History, { next }: Step): string => {
  const { instructions } = history.program
  return next >= instructions.length ? 'end' : `${instructions[next]!.line}`
}

const right = (history: History, step: Step): SaidWords => ({
  cell: step.write === null ? '' : cellName(step.write.address),
  value: step.write === null ? '' : `${step.write.after}`,
  ...step.flags,
  line: lineSaid(history, step),
})

const judged = (history: History, text: string, step: number, said: SaidWords) => {
  const answer = predictionAt(history, text, { step, said, open: false })
  if (answer.kind !== 'asked' || answer.judged === null) throw new Error('not judged')
  return answer
}

test('of random programs: right in every notation, wrong never', () => {
  for (let seed = 1; seed <= amount(100); seed++) {
    const program = randomProgram(seed)
    const text = `.bits ${program.bits}\n.cells ${program.cells}`
    const history = createHistory(program)
    history.extend(60, 60)
    const random = randomFrom(seed)
    for (let number = 1; number <= Math.min(history.known, 60); number++) {
      const step = history.steps(number, number)[0]!
      const said = right(history, step)
      const { fields } = judged(history, text, number, said)
      expect(fields.includes('cell')).toBe(step.write !== null)
      expect(fields.includes('line')).toBe(program.instructions[step.pc]!.mnemonic.startsWith('j'))
      const wrongOf = (change: Partial<SaidWords>) =>
        judged(history, text, number, { ...said, ...change }).judged?.wrong
      expect(wrongOf({}), `seed ${seed}, step ${number}`).toEqual([])
      if (fields.includes('flags')) {
        expect(wrongOf({ z: !step.flags.z })).toEqual(['flags'])
        expect(wrongOf({ l: !step.flags.l })).toEqual(['flags'])
      }
      if (fields.includes('line')) {
        const other = random(program.instructions.length + 1)
        if (other !== step.next)
          expect(wrongOf({ line: `${program.instructions[other]?.line ?? 'end'}` })).toEqual(['line'])
      }
      if (step.write === null) continue
      const { address, after } = step.write
      for (const value of notations(after, program.bits)) expect(wrongOf({ value }), value).toEqual([])
      for (const cell of [`${address}`, `x${address}`]) expect(wrongOf({ cell }), cell).toEqual([])
      expect(wrongOf({ cell: `${(address + 1 + random(program.cells - 1)) % program.cells}` })).toEqual(['cell'])
      for (const value of ['', 'zz', '1; 2', `${after}.0`, `${after === 1 ? 2 : 1}`]) {
        if (value !== `1; 2` || after !== 1) expect(wrongOf({ value }), value).toEqual(['value'])
      }
    }
  }
})

const SUM = `.data 8: 15, 18
.data 15: 1, 2, 3
total = r0
mov r0, #0
mov r1, 8
mov r2, 9
loop:
add r0, [r1]
add r1, #1
cmp r1, r2
jne loop
mov 10, r0`

describe('the array sum', () => {
  const text = SUM.replace('total = r0\n', '')
  const history = createHistory(assemble(text).program!)
  history.extend(100, 100)
  const said: SaidWords = { cell: 'r0', value: '15', z: false, l: false, line: '' }

  test('a wrong value: where to look, and never the answer', () => {
    const { judged: is, happens } = judged(history, text, 4, said)
    expect(is).toMatchObject({ wrong: ['value'], unread: [] })
    expect(is!.look.map(({ en }) => plain(en))).toEqual([
      '`r0` counts as it was before the step',
      'r1 = 15 tells which cell is read',
    ])
    expect(is!.look.map(({ zh }) => plain(zh))).toContain('r1 = 15，这决定读取哪个单元')
    expect(happens).toBeNull()
    const open = predictionAt(history, text, { step: 4, said, open: true })
    expect(open.kind === 'asked' && plain(open.happens!.short.en)).toBe('r0 = 1, no flag')
  })

  test('a jump: a line, the label, the line that the label stands on', () => {
    for (const line of ['6', 'line 6', '第 6 行', 'loop', 'loop:']) {
      expect(judged(history, text, 7, { ...said, line: line.replace('6', '7') }).judged?.wrong, line).toEqual([])
    }
    expect(judged(history, text, 7, { ...said, line: '10' }).judged?.wrong).toEqual(['line'])
    expect(judged(history, text, 15, { ...said, line: 'loop' }).judged?.look.map(({ en }) => plain(en))).toEqual([
      '`jne` jumps if not equal, or if the result was not 0; else the next line comes',
      'Z and L are from line 9',
    ])
  })

  test('what cannot be read is told as such', () => {
    expect(judged(history, text, 4, { ...said, cell: '[r1]', value: 'one' }).judged).toMatchObject({
      wrong: ['cell', 'value'],
      unread: ['cell', 'value'],
    })
  })

  test('after the last step there is nothing to ask', () => {
    expect(predictionAt(history, text, { step: 17, said: null, open: false })).toEqual({ kind: 'ended', fault: false })
  })
})
