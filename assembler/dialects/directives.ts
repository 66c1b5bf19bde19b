// Directives of other assemblers, and what is written here instead. It knows no line.
import { code, parts, type Sentence } from '../../emulator/instructions/index.ts'

/** In words, and as the whole statement where that is plain; empty where it is left out. */
export interface DirectiveAdvice {
  readonly words: Sentence
  readonly instead: string | null
}

const CELLS: Sentence = {
  en: parts`${code('.data 8: 1, 2')} gives cells their numbers`,
  zh: parts`用 ${code('.data 8: 1, 2')} 给内存单元赋初值`,
}
const NEEDLESS: Sentence = {
  en: parts`leave it out: a program is the whole file, from its first instruction on`,
  zh: parts`删去即可：整个文件就是程序，从第一条指令开始运行`,
}
const ONE_FILE: Sentence = {
  en: parts`a program is one file`,
  zh: parts`程序只能写在一个文件里`,
}

const ROWS: readonly (readonly [names: string, words: Sentence, instead: string | null])[] = [
  [
    'word byte half short long int dword quad ascii asciz asciiz string db dw dd fill space zero skip ds resb',
    CELLS,
    null,
  ],
  [
    'text code section segment globl global extern org align end entry start main proc endp model stack arch cpu',
    NEEDLESS,
    '',
  ],
  ['include incbin import macro endm endmacro rept', ONE_FILE, null],
]

/** What stands here for a directive of another assembler, its name without the dot; null where it isn't known. */
export function adviceOnDirective(name: string): DirectiveAdvice | null {
  const row = ROWS.find(([names]) => names.split(' ').includes(name.toLowerCase()))
  return row === undefined ? null : { words: row[1], instead: row[2] }
}
