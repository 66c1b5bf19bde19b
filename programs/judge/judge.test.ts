// The verdicts, each by an answer that calls for it.
import { expect, test } from 'vitest'
import { plain } from '../../emulator/instructions/index.ts'
import { type Exercise, judge, readExercise, withMoreCases } from './index.ts'

function exerciseOf(more = '', start = '', cases = TWO_CASES): Exercise {
  const text = `format = 1\nkind = "write"\n${more}\nstart = """\n${start}"""\ntitle = { en = "t" }\ntask = { en = "t" }\n${cases}`
  const read = readExercise(text)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.value
}

const TWO_CASES = `
[[case]]
set = { 8 = [1, 2] }
expect = { 10 = [3] }
[[case]]
set = { 8 = [5, 6] }
expect = { 9 = ["?", 11] }
points = 4
hidden = true
`

const verdicts = (exercise: Exercise, answer: string) => {
  const { refused, cases } = judge(exercise, answer)
  return refused?.verdict ?? cases.map(({ verdict }) => verdict)
}

const RIGHT = 'mov r0, 8\nadd r0, 9\nmov 10, r0\n'

test('points are those of the cases passed', () => {
  expect(judge(exerciseOf(), RIGHT)).toMatchObject({ points: 5, of: 5, refused: null })
  const half = judge(exerciseOf(), 'mov 10, #3')
  expect(half).toMatchObject({ points: 1, of: 5 })
  expect(half.cases[1]).toStrictEqual({
    case: 2,
    verdict: 'wrong',
    points: 0,
    steps: 1,
    hidden: true,
    difference: { address: 10, expected: 11, actual: 3 },
    fault: null,
  })
})

test('the first cell that differs is the one with the lowest number, and a blank one meets nothing', () => {
  const cases = '[[case]]\nexpect = { 20 = [1], 12 = [7, 0] }\n'
  expect(judge(exerciseOf('', '', cases), 'mov 12, #7').cases[0]!.difference).toStrictEqual({
    address: 13,
    expected: 0,
    actual: null,
  })
})

test('each case begins anew, with its own cells over the answer’s data', () => {
  expect(verdicts(exerciseOf(), `.data 8: 9, 9\n.data 11: 0\ncmp 11, #0\njne x\nmov 11, #1\n${RIGHT}x:`)).toEqual([
    'pass',
    'pass',
  ])
})

test('the answer’s own expectations don’t count', () => {
  expect(verdicts(exerciseOf(), `${RIGHT}.expect 10: 99`)).toEqual(['pass', 'pass'])
})

test('faults are told with their line, endless programs by proof', () => {
  const { cases } = judge(exerciseOf(), 'cmp 8, #1\nje x\ndiv r0, #0\nx: jmp x')
  expect(cases.map(({ verdict }) => verdict)).toEqual(['endless', 'fault'])
  expect(cases[1]).toMatchObject({ fault: { code: 'division-by-zero', line: 3 }, steps: 2 })
  expect(cases[0]!.steps).toBeLessThan(40)
})

test('a program that goes round over many steps is proved endless, one that goes on counting is stopped', () => {
  const round = 'mov r0, #0\nl: add r0, #1\ncmp r0, #700\njne l\nmov r0, #0\njmp l'
  expect(verdicts(exerciseOf(), round)).toEqual(['endless', 'endless'])
  const counting = judge(exerciseOf('steps = 500'), 'l: add r0, #1\njmp l').cases
  expect(counting.map(({ verdict, steps }) => `${verdict} ${steps}`)).toEqual(['step-limit 500', 'step-limit 500'])
})

test('a program may take as many steps as the limit says', () => {
  expect(verdicts(exerciseOf('steps = 3'), RIGHT)).toEqual(['pass', 'pass'])
  expect(verdicts(exerciseOf('steps = 2'), RIGHT)).toEqual(['step-limit', 'step-limit'])
})

test('what does not assemble, is not allowed or too long is not run', () => {
  expect(verdicts(exerciseOf(), 'mvo r0, 8')).toBe('error')
  expect(verdicts(exerciseOf('allowed = ["mov"]'), RIGHT)).toBe('not-allowed')
  expect(verdicts(exerciseOf('instructions = 2'), RIGHT)).toBe('too-long')
  expect(judge(exerciseOf('instructions = 2'), RIGHT).refused).toMatchObject({ line: 3 })
  expect(verdicts(exerciseOf('instructions = 3\nallowed = ["mov", "add"]'), RIGHT)).toEqual(['pass', 'pass'])
})

test('cells that a case gives must have room in the answer’s machine', () => {
  const cases = '[[case]]\nset = { 200 = [300] }\nexpect = { 10 = [1] }\n'
  const message = (answer: string) => plain(judge(exerciseOf('', '', cases), answer).refused!.message.en)
  expect(message('.cells 16\nmov 10, #1')).toContain('cell 200')
  expect(message('.bits 8\nmov 10, #1')).toContain('300')
})

test('fixed lines have to stand in their order, however they are written', () => {
  const exercise = exerciseOf('', '    mov r0, 8  ; fixed\n    mov 10, r0  ; fixed\n')
  expect(verdicts(exercise, RIGHT)).toEqual(['pass', 'pass'])
  expect(verdicts(exercise, 'a: MOV  R0,8 ; mine\nadd r0, 9\n mov 10 , r0')).toEqual(['pass', 'pass'])
  expect(verdicts(exercise, 'mov r1, 8\nadd r1, 9\nmov 10, r1')).toBe('fixed-line')
  expect(verdicts(exercise, 'mov 10, r0\nmov r0, 8')).toBe('fixed-line')
})

test('more cases come after the exercise’s own', () => {
  const more = withMoreCases(
    exerciseOf(),
    'format = 1\n[[case]]\nset = { 8 = [0, 0] }\nexpect = { 10 = [1] }\npoints = 2\n',
  )
  if ('problems' in more) throw new Error('unreadable')
  expect(judge(more.value, RIGHT)).toMatchObject({ points: 5, of: 7 })
})
