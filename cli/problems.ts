// Problems on standard error, one a line: FILE:LINE:COL: severity: message [code] (command-line.md).
import type { Severity } from '../assembler/index.ts'
import {
  cellOf,
  FAULTS,
  type Language,
  type Parts,
  type Program,
  parts,
  partText,
  plain,
  plainText,
  type Text,
  visible,
} from '../emulator/instructions/index.ts'
import { checkExpectations } from '../emulator/machine/index.ts'
import { faultReason } from '../emulator/table/index.ts'
import type { Io } from './command.ts'
import type { Execution } from './execution.ts'

/** Something to tell about a place of a file: a diagnostic, or how an execution ended. */
export interface ProblemInFile {
  readonly line: number
  readonly column: number
  readonly severity: Severity
  readonly message: Readonly<Record<Language, string | Parts>>
  readonly code: string
}

export async function report(
  io: Io,
  language: Language,
  file: string,
  problems: readonly ProblemInFile[],
): Promise<void> {
  if (problems.length === 0) return
  await io.error(problems.map(problem => `${problemLine(language, file, problem)}\n`).join(''))
}

/** A problem on one line, what can't be seen made visible. */
export function problemLine(
  language: Language,
  file: string,
  { line, column, severity, message, code }: ProblemInFile,
): string {
  const told = message[language]
  const words = typeof told === 'string' ? told : plain(told)
  return visible(`${file}:${line}:${column}: ${severity}: ${words} [${code}]`)
}

const error = (line: number, column: number, code: string, message: Text): ProblemInFile => ({
  line,
  column,
  severity: 'error',
  message,
  code,
})

/** A file that can't be read, told at its beginning. */
export const unreadable = (message: Text): ProblemInFile => error(1, 1, 'unreadable', message)

/** A file that can't be written. */
export const unwritable: ProblemInFile = error(1, 1, 'unwritable', { en: 'cannot be written', zh: '无法写入' })

/** What is wrong with how a program ended: a fault, the step limit, or expectations not met after a halt. */
export function endingProblems(program: Program, execution: Execution): readonly ProblemInFile[] {
  const { status, steps, state, fault } = execution
  if (fault !== null) {
    const name = FAULTS[fault.code]
    const reason = faultReason(program, fault)
    const message = plainText({ en: parts`${name.en}: ${reason.en}`, zh: parts`${name.zh}：${reason.zh}` })
    return [error(fault.line, fault.column, fault.code, message)]
  }
  if (status === 'step-limit') {
    const next = program.instructions[state.pc]!
    const count = stepCount(steps)
    return [
      error(next.line, next.column, 'step-limit', {
        en: `stopped at the step limit: not halted after ${count.en}`,
        zh: `达到步数上限：执行 ${count.zh}后仍未停机`,
      }),
    ]
  }
  const called = (address: number) => partText(cellOf(program, address))
  return checkExpectations(program, state)
    .filter(({ met }) => !met)
    .map(({ line, address, value, actual }) =>
      error(line, 1, 'expectation-not-met', {
        en: `expected ${called(address)} = ${value}, but it is ${actual ?? 'blank'}`,
        zh: `期望 ${called(address)} = ${value}，实际${actual === null ? '为空白' : `为 ${actual}`}`,
      }),
    )
}

/** So many steps, the thousands set apart. */
export function stepCount(steps: number): Text {
  const count = `${steps}`.replace(/\B(?=(\d{3})+$)/g, ',')
  return { en: steps === 1 ? '1 step' : `${count} steps`, zh: `${count} 步` }
}
