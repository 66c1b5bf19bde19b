// The words of predicting, in both languages: the form, its verdicts and counts. Loaded with the form.
import type { Text } from '../../../emulator/instructions/index.ts'
import { usePreference } from '../../state/react.ts'

const WORDS = {
  form: { en: 'What does the next step do?', zh: '下一步做什么？' },
  cell: { en: 'Cell written', zh: '写入单元' },
  value: { en: 'Value', zh: '写入的数' },
  flags: { en: 'Flags', zh: '标志位' },
  line: { en: 'Next line', zh: '下一行' },
  check: { en: 'Check', zh: '检查' },
  showMe: { en: 'Show me', zh: '直接看' },
  open: { en: 'What happens', zh: '看看发生了什么' },
  goOn: { en: 'Go on', zh: '继续' },
  notYet: { en: 'Not yet', zh: '还不对' },
  right: { en: 'right', zh: '对' },
  said: { en: 'said', zh: '你说' },
  happens: { en: 'happens', zh: '实际' },
  rightToo: { en: 'Right: ', zh: '正确的部分：' },
  unread: { en: 'cannot be read: ', zh: '无法识别：' },
  endHalted: { en: 'The program has ended.', zh: '程序已结束。' },
  endFault: { en: 'The next instruction faults: nothing more is executed.', zh: '下一条指令出错，不再执行。' },
  over: { en: 'All rows that were asked are answered.', zh: '要求回答的各步都已答完。' },
  again: { en: 'Once more', zh: '再来一次' },
  leave: { en: 'Leave', zh: '退出预测' },
  mend: { en: 'Mend the problems of the text to go on.', zh: '先改正程序中的错误，再继续。' },
  bit: { en: 'Before the circuit shows bit', zh: '在电路显示之前，先答第' },
  sum: { en: 'sum', zh: '和' },
  carry: { en: 'carry', zh: '进位' },
  bitLook: {
    en: 'count the ones among x, y and c: in binary that count is c′ s',
    zh: '数一数 x、y、c 中有几个 1，写成二进制就是 c′ s',
  },
} as const satisfies Record<string, Text>

export type PredictWord = keyof typeof WORDS

export const stepWords = (step: number): Text => ({ en: `Step ${step}`, zh: `第 ${step} 步` })
export const lineText = (line: number): Text => ({ en: `line ${line}`, zh: `第 ${line} 行` })
export const bitTitle = (bit: number): Text => ({
  en: `Before the circuit shows it: bit ${bit} of this step`,
  zh: `先回答，再看电路：这一步的第 ${bit} 位`,
})
export const bitGiven = (x: number, y: number, c: number): Text => ({
  en: `x = ${x}, y = ${y}, carry in c = ${c}`,
  zh: `x = ${x}，y = ${y}，低位来的进位 c = ${c}`,
})

/** How it came out so far: rows asked, right at once, right later, shown, open. */
export function countTexts(asked: number, atOnce: number, later: number, shown: number, open: number): Text {
  return {
    en: [
      `${asked} asked`,
      `✓ ${atOnce} right at once`,
      `✓ ${later} right later`,
      `${shown} shown`,
      ...(open > 0 ? [`${open} open`] : []),
    ].join('   '),
    zh: [
      `共问 ${asked} 步`,
      `✓ 一次答对 ${atOnce}`,
      `✓ 后来答对 ${later}`,
      `直接看 ${shown}`,
      ...(open > 0 ? [`待答 ${open}`] : []),
    ].join('　'),
  }
}

/** Words in the reader's language. */
export function usePredictWords(): (text: Text | PredictWord) => string {
  const language = usePreference(preferences => preferences.language)
  return text => (typeof text === 'string' ? WORDS[text] : text)[language]
}
