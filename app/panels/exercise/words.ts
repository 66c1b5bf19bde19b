// The exercise region's words, in both languages.
import {
  COMMA_BETWEEN,
  type Language,
  perLanguage,
  SPACE_BETWEEN,
  type Text,
} from '../../../emulator/instructions/index.ts'
import { usePreference } from '../../state/react.ts'

export const EXERCISE_WORDS = {
  name: { en: 'Exercise', zh: '练习' },
  names: { en: 'Exercises', zh: '练习' },
  circuit: { en: 'Circuit', zh: '电路' },
  check: { en: 'Check', zh: '检查' },
  hint: { en: 'Hint', zh: '提示' },
  leave: { en: 'Leave the exercise', zh: '离开练习' },
  open: { en: 'Open an exercise…', zh: '打开练习文件…' },
  noMoreHints: { en: 'there are no more hints', zh: '没有更多提示了' },
  verdicts: { en: 'Verdicts', zh: '评判' },
  case: { en: 'case', zh: '例' },
  given: { en: 'given', zh: '给定' },
  expected: { en: 'expected', zh: '期望' },
  yours: { en: 'yours', zh: '你的' },
  openCase: { en: 'Open as history', zh: '打开这一例' },
  hidden: { en: 'hidden until the others pass', zh: '其余各例通过后才显示' },
  notShown: { en: 'not shown', zh: '未显示' },
  old: { en: 'of the text before', zh: '针对修改前的程序' },
  solved: { en: 'solved', zh: '已完成' },
  program: { en: 'Your program', zh: '你的程序' },
  unused: { en: 'Not used', zh: '未使用' },
  arrangeKeys: {
    en: 'Space lifts, arrows move, Left puts out, Right brings in, Esc puts back; or drag',
    zh: '空格拿起，上下键移动，左键移出，右键移入，Esc 放回；也可以拖动',
  },
  lifted: { en: 'lifted', zh: '已拿起' },
  missing: { en: 'This exercise’s file is not here: open it again.', zh: '这个练习的文件不在这里，请重新打开。' },
  beneath: {
    en: 'Answer beneath the state table; what comes later is hidden meanwhile.',
    zh: '在状态表下方作答；后面的内容暂时隐藏。',
  },
  predict: { en: 'Predict', zh: '预测' },
  mend: { en: 'Mend', zh: '改错' },
  arrange: { en: 'Put in order', zh: '排列程序行' },
  write: { en: 'Write', zh: '编程' },
  begin: { en: 'Begin', zh: '开始作答' },
  allSaid: { en: 'All said by yourself: solved.', zh: '全部由你自己答出，练习完成。' },
  someShown: {
    en: 'Some rows were shown; once more gives the tick.',
    zh: '有几步是直接看的；再来一次，全部答出即算完成。',
  },
  'course-none': { en: 'No course is listening: nothing is reported.', zh: '没有学习平台在接收：成绩不会上报。' },
  'course-listening': { en: 'Your points will be reported to the course.', zh: '得分将上报给学习平台。' },
  'course-reported': { en: 'Reported to the course.', zh: '得分已上报给学习平台。' },
  'course-too-long': {
    en: 'The answer is too long for the course to keep: it stays in this browser.',
    zh: '答案过长，学习平台存不下，只保存在这个浏览器中。',
  },
  'course-failed': { en: 'The course did not take the points.', zh: '学习平台没有接受得分。' },
  anyOrder: { en: 'Any order that passes is right.', zh: '能通过的次序都算对。' },
} as const satisfies Record<string, Text>

export const level = (number: number): Text => ({ en: `level ${number}`, zh: `${number} 级` })
export const hintsLeft = (count: number): Text => ({
  en: count === 1 ? '1 hint' : `${count} hints`,
  zh: `${count} 条提示`,
})
export const pointsText = (points: number, of: number): Text => ({
  en: `${points} of ${of} points`,
  zh: `${of} 分得 ${points} 分`,
})
export const rowsText = (done: number, of: number): Text => ({
  en: `${done} of ${of} rows answered`,
  zh: `共 ${of} 步，已答 ${done} 步`,
})
export const placeText = (line: string, place: number, of: number): Text => ({
  en: `${line}, ${place} of ${of}`,
  zh: `${line}，第 ${place} 行，共 ${of} 行`,
})

/** What the answer is bound to, in one line. */
export function rulesText(
  instructions: number | null,
  allowed: readonly string[] | null,
  fixed: readonly string[],
): Text {
  const list = (words: readonly string[], language: Language): string =>
    words.map(word => `\`${word}\``).join(COMMA_BETWEEN[language])
  const rules = perLanguage(language => ({ allowed: list(allowed ?? [], language), fixed: list(fixed, language) }))
  const told: Readonly<Record<Language, readonly string[]>> = {
    en: [
      instructions === null ? '' : `At most ${instructions} instructions.`,
      allowed === null ? '' : `Only ${rules.en.allowed}.`,
      fixed.length === 0 ? '' : `To stay as it is: ${rules.en.fixed}.`,
    ],
    zh: [
      instructions === null ? '' : `最多 ${instructions} 条指令。`,
      allowed === null ? '' : `只能用 ${rules.zh.allowed}。`,
      fixed.length === 0 ? '' : `须保留：${rules.zh.fixed}。`,
    ],
  }
  return perLanguage(language => told[language].filter(Boolean).join(SPACE_BETWEEN[language]))
}

/** Words in the reader's language. */
export function useExerciseWords(): (text: Text | keyof typeof EXERCISE_WORDS) => string {
  const language = usePreference(preferences => preferences.language)
  return text => (typeof text === 'string' ? EXERCISE_WORDS[text] : text)[language]
}
