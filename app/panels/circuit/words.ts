// The circuit view's words, in both languages.
import type { Text } from '../../../emulator/instructions/index.ts'
import { usePreference } from '../../state/react.ts'

export const WORDS = {
  level: { en: 'Circuit level', zh: '电路层级' },
  bit: { en: 'Bit', zh: '位' },
  carry: { en: 'carry', zh: '进位' },
  aGate: { en: 'a gate', zh: '一个门' },
  settleTime: { en: 'settle time', zh: '稳定时间' },
  longestPath: { en: 'longest path', zh: '最长路径' },
  play: { en: 'Play', zh: '播放' },
  pause: { en: 'Pause', zh: '暂停' },
  playTitle: { en: 'Watch the signals spread, a gate a unit of time', zh: '观看信号的传播，每个门用一个单位时间' },
  time: { en: 'Time in the circuit', zh: '电路中的时间' },
  unitBack: { en: 'One unit back', zh: '后退一个单位' },
  unitOn: { en: 'One unit forward', zh: '前进一个单位' },
  atRest: { en: 'At rest', zh: '稳定' },
  gates: { en: 'Gates', zh: '门' },
  symbols: { en: 'Symbols', zh: '符号' },
  distinctive: { en: 'Distinctive shapes (ANSI)', zh: '特征形符号（ANSI）' },
  rectangular: { en: 'Rectangles (IEC)', zh: '矩形符号（IEC）' },
  asList: { en: 'As a list', zh: '列表' },
  bench: { en: 'Bench', zh: '实验台' },
  saveSvg: { en: 'Save the drawing', zh: '保存图' },
  circuit: { en: 'Circuit', zh: '电路' },
  networks: { en: 'ReLU networks', zh: 'ReLU 网络' },
  modules: { en: 'Circuits', zh: '电路' },
  bits: { en: 'bits', zh: '位' },
  width: { en: 'Number of bits', zh: '位数' },
  gate: { en: 'gate', zh: '门' },
  inputs: { en: 'inputs', zh: '输入' },
  output: { en: 'output', zh: '输出' },
  open: { en: 'open', zh: '打开' },
  listOf: { en: 'Gates of', zh: '门的列表：' },
  formulas: { en: 'Formulas with their values', zh: '代入数值的公式' },
  truthTable: { en: 'Truth table', zh: '真值表' },
  sum: { en: 'sum', zh: '和' },
  zoomIn: { en: 'Zoom in', zh: '放大' },
  zoomOut: { en: 'Zoom out', zh: '缩小' },
  fit: { en: 'Fit', zh: '适合窗口' },
  madeOf: { en: 'made of', zh: '由这些门构成：' },
  unused: { en: 'no output depends on it', zh: '没有输出依赖它' },
  changes: { en: 'changes more than once before it settles', zh: '稳定之前变化不止一次' },
  notStored: { en: 'not stored', zh: '不写入' },
  handed: { en: ', by hand', zh: '，手动' },
  yours: {
    en: 'The full adder below is free: click x, y or c to switch them by hand.',
    zh: '下面的全加器空着，可以手动拨动：点击 x、y 或 c。',
  },
  start: { en: 'Before the first step nothing is computed.', zh: '第一步之前不做任何计算。' },
  byHand: { en: 'On the bench the inputs are yours to switch.', zh: '在实验台上，输入可以由你来拨动。' },
  rowByRow: { en: 'Row by row', zh: '逐行' },
  row: { en: 'row', zh: '行' },
  rest: { en: 'rest with the next digit', zh: '余数（落下一位）' },
  fits: { en: 'fits', zh: '够减' },
  left: { en: 'left', zh: '剩余' },
  soFar: { en: 'sum so far', zh: '目前的和' },
  drawAll: { en: 'Draw it all', zh: '画出全部' },
  multiplying: {
    en: 'As on paper: a times each digit of b, shifted, added up.',
    zh: '与竖式一样：a 乘 b 的每一位，移位后相加。',
  },
  dividing: {
    en: 'As on paper, without signs: bring down a digit; where the divisor fits, take it away.',
    zh: '与竖式一样（先不看符号）：落下一位，够减就减。',
  },
  lessExact: { en: 'less is the subtractor’s, exact', zh: '“小于”取自减法器，精确' },
  lessSign: { en: 'less is the highest bit of r', zh: '“小于”即 r 的最高位' },
  whyLong: {
    en: 'The carry may have to pass two gates in every full adder, so the longest path grows with the number of bits.',
    zh: '进位在每个全加器里都可能要经过两个门，所以最长路径随位数增长。',
  },
  dashed: { en: 'dashed (changing more than once):', zh: '虚线（变化不止一次）：' },
  move: { en: 'Zoom; arrow keys move the picture', zh: '缩放；方向键移动图' },
  weights: { en: 'Weights and sums', zh: '权重与求和' },
} as const satisfies Record<string, Text>

/** Picks the reader's language out of words. */
export function useText(): (text: Text) => string {
  const language = usePreference(state => state.language)
  return text => text[language]
}
