// A judgement in words: the names of verdicts, and one sentence for a case or a refusal. Page and command line say these.
import {
  cell,
  FAULTS,
  number,
  parts,
  perLanguage,
  type Sentence,
  type Text,
  words,
} from '../../emulator/instructions/index.ts'
import type { CaseResult, Verdict } from './judge.ts'
import type { RefusalCode } from './refusal.ts'

export const VERDICTS: Record<Verdict | RefusalCode, Text> = {
  pass: { en: 'pass', zh: '通过' },
  wrong: { en: 'wrong', zh: '不对' },
  fault: { en: 'fault', zh: '故障' },
  endless: { en: 'endless', zh: '永不结束' },
  'step-limit': { en: 'step limit', zh: '步数上限' },
  error: { en: 'error', zh: '有错误' },
  'not-allowed': { en: 'not allowed', zh: '不允许' },
  'too-long': { en: 'too long', zh: '太长' },
  'fixed-line': { en: 'fixed line', zh: '缺固定行' },
}

/** What came of a case, and where it first went wrong. */
export function caseSentence({ verdict, difference, fault, steps }: Omit<CaseResult, 'points' | 'hidden'>): Sentence {
  if (difference !== null) {
    const { address, expected, actual } = difference
    return {
      en: parts`first differs at ${cell(address)}: ${actual === null ? 'blank' : number(actual)} instead of ${expected}`,
      zh: parts`最先不同的是 ${cell(address)}：应为 ${expected}，${actual === null ? '却是空白' : parts`得到 ${actual}`}`,
    }
  }
  if (fault !== null) {
    const name = FAULTS[fault.code]
    return {
      en: parts`${name.en} in line ${fault.line}, after ${steps} steps`,
      zh: parts`执行 ${steps} 步后，第 ${fault.line} 行出现故障：${name.zh}`,
    }
  }
  if (verdict === 'endless') {
    return {
      en: parts`never ends: after ${steps} steps all is as it was once before`,
      zh: parts`永不结束：执行 ${steps} 步后，一切又与先前某一步完全相同`,
    }
  }
  if (verdict === 'step-limit') {
    return { en: parts`not halted after ${steps} steps`, zh: parts`执行 ${steps} 步后仍未停机` }
  }
  return perLanguage(language => [words(VERDICTS[verdict][language])])
}
