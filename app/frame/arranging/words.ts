// The words of arranging, loaded with it.

import type { Language } from '../../../emulator/instructions/index.ts'
import { usePreference } from '../../state/react.ts'

interface ArrangingWords {
  readonly enlarge: string
  readonly fill: string
  readonly putAway: string
  readonly border: string
  readonly borderHelp: string
  readonly view: (name: string) => string
  readonly plainly: string
  readonly present: string
}

const WORDS: Record<Language, ArrangingWords> = {
  en: {
    enlarge: 'Enlarge',
    fill: 'Fill the page',
    putAway: 'Put away',
    border: 'Border',
    borderHelp: 'Border: drag it, or move it by the arrow keys; a double click puts it back',
    view: name => `Arrange: ${name}`,
    plainly: 'Arrange as at first',
    present: 'Present',
  },
  zh: {
    enlarge: '放大',
    fill: '占满页面',
    putAway: '收起',
    border: '分界线',
    borderHelp: '分界线：可拖动，或用方向键移动；双击复原',
    view: name => `排列：${name}`,
    plainly: '恢复原来的排列',
    present: '投影',
  },
}

export const useArrangingWords = (): ArrangingWords => WORDS[usePreference(({ language }) => language)]
