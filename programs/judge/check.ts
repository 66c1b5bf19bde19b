// Whether an exercise is what it says: enough solutions, mistakes and cases, every solution right and every mistake wrong
// where it says so. What `toycpu exercise` tells.
import { assemble } from '../../assembler/index.ts'
import { type Program, plainText, type Text } from '../../emulator/instructions/index.ts'
import { halted, initialState, isFault, perform } from '../../emulator/machine/index.ts'
import { codeLines } from './code-lines.ts'
import type { Exercise } from './exercise.ts'
import { firstFailing, judge } from './judge.ts'
import { type Path, spotOf } from './places.ts'
import type { FileProblem } from './read.ts'

/** How many of each a file needs. */
const NEEDED = { solution: 2, mistake: 3, case: 2 } as const

/** All that is wrong with an exercise; `text` is its file's, in which problems are located. */
export function checkExercise(exercise: Exercise, text: string): readonly FileProblem[] {
  const problems: FileProblem[] = []
  const tell = (path: Path, en: string, zh: string): void => {
    problems.push({ ...spotOf(text, path), message: { en, zh } })
  }
  if (exercise.kind === 'predict') checkRows(exercise, tell)
  else checkAnswers(exercise, tell)
  return problems
}

type Tell = (path: Path, en: string, zh: string) => void

function checkAnswers(exercise: Exercise, tell: Tell): void {
  const { solutions, mistakes, cases } = exercise
  const counts = { solution: solutions.length, mistake: mistakes.length, case: cases.length }
  for (const [name, needed] of Object.entries(NEEDED)) {
    const count = counts[name as keyof typeof NEEDED]
    if (count < needed)
      tell(
        [name],
        `${needed} [[${name}]] are needed, here ${are(count)}`,
        `需要 ${needed} 个 [[${name}]]，这里有 ${count} 个`,
      )
  }
  solutions.forEach((solution, index) => {
    const judgement = judge(exercise, solution)
    const failing = firstFailing(judgement)
    const path = ['solution', index, 'text']
    if (failing !== null) {
      const why = whyNot(judgement)
      tell(path, `solution ${index + 1} is not accepted: ${why.en}`, `第 ${index + 1} 个解答不被接受：${why.zh}`)
    }
    const same = solutions.slice(0, index).findIndex(other => instructionsOf(other) === instructionsOf(solution))
    if (same >= 0)
      tell(
        path,
        `solution ${index + 1} has the same instructions as solution ${same + 1}`,
        `第 ${index + 1} 个解答的指令与第 ${same + 1} 个相同`,
      )
  })
  mistakes.forEach(({ text, failing: wanted }, index) => {
    const judgement = judge(exercise, text)
    const failing = firstFailing(judgement)
    if (failing === wanted) return
    const found = failing === null ? PASSES : whyNot(judgement)
    tell(
      ['mistake', index, 'case'],
      `mistake ${index + 1} should fail case ${wanted}, but: ${found.en}`,
      `第 ${index + 1} 个错误应在第 ${wanted} 例失败，实际：${found.zh}`,
    )
  })
}

const are = (count: number): string => (count === 1 ? 'is 1' : `are ${count}`)

const PASSES: Text = { en: 'it passes', zh: '它通过了' }

/** What is wrong with an answer, in short. */
function whyNot({ refused, cases }: ReturnType<typeof judge>): Text {
  if (refused !== null) return { en: refused.verdict, zh: refused.verdict }
  const failing = cases.find(({ verdict }) => verdict !== 'pass')!
  const { difference, verdict } = failing
  const cell =
    difference === null ? '' : ` (${difference.address}: ${difference.actual ?? '?'} ≠ ${difference.expected})`
  return { en: `case ${failing.case}: ${verdict}${cell}`, zh: `第 ${failing.case} 例：${verdict}${cell}` }
}

/** The instructions alone, in the one form in which they are compared. */
function instructionsOf(text: string): string {
  return codeLines(text)
    .map(({ code }) => code)
    .filter(code => !code.startsWith('.') && !code.endsWith(':'))
    .join('\n')
}

function checkRows({ program: text, rows }: Exercise, tell: Tell): void {
  const { program, diagnostics } = assemble(text)
  if (program === null) {
    const { line, message } = diagnostics.find(({ severity }) => severity === 'error')!
    const why = plainText(message)
    tell(
      ['program'],
      `the program does not assemble: line ${line}: ${why.en}`,
      `程序无法汇编：第 ${line} 行：${why.zh}`,
    )
    return
  }
  const last = stepsOf(program, Math.max(...rows))
  rows.forEach((row, index) => {
    if (row > last)
      tell(['rows'], `there is no step ${row}: the program has ${last}`, `没有第 ${row} 步：程序共 ${last} 步`)
    if (index > 0 && row <= rows[index - 1]!)
      tell(['rows'], 'the steps have to be in ascending order', '步号须由小到大')
  })
}

/** How many steps the program has, as far as `limit`. */
function stepsOf(program: Program, limit: number): number {
  const state = initialState(program)
  let step = 0
  while (step < limit && !halted(program, state) && !isFault(perform(program, state, step + 1))) step++
  return step
}
