// What the debug adapter says, in both languages.
import type { Text } from '../../emulator/instructions/index.ts'

export const WORDS = {
  registers: { en: 'Registers', zh: '寄存器' },
  cells: { en: 'Cells', zh: '内存单元' },
  flags: { en: 'Flags', zh: '标志' },
  step: { en: 'Step', zh: '步' },
  done: { en: 'steps done', zh: '已执行步数' },
  told: { en: 'last step', zh: '上一步' },
  thread: { en: 'program', zh: '程序' },
  start: { en: 'the beginning', zh: '开头' },
  halted: { en: 'halted', zh: '已停机' },
  branch: { en: 'from here on another branch\n', zh: '此后是另一分支\n' },
  noProgram: { en: '"program" names no file', zh: '“program”没有指明文件' },
  noLine: { en: 'no instruction stands here or below', zh: '此处及其后没有指令' },
  noHits: { en: 'how often is a number, such as 3', zh: '次数应当是数，如 3' },
  noValue: { en: 'no number that a cell of this machine can hold', zh: '不是这台机器的单元能存放的数' },
  noCell: { en: 'no cell of this machine', zh: '不是这台机器的单元' },
  flagsFollow: { en: 'flags follow from instructions and cannot be set', zh: '标志由指令决定，不能改写' },
} as const satisfies Record<string, Text>

/** Where a program that never ends comes back to. */
export const endlessWords = (position: number, before: number): Text => ({
  en: `never ends: after ${position} steps all is as after ${before}`,
  zh: `永不结束：第 ${position} 步之后与第 ${before} 步之后完全相同`,
})
