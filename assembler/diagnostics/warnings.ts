// The warnings and hints: code, words, examples (language.md, section 5). They are given only for a program without errors.
import { cell, code, label, parts } from '../../emulator/instructions/index.ts'
import { row } from './diagnostic.ts'

export const WARNINGS = {
  'unused-label': row<[name: string]>({
    severity: 'hint',
    words: name => ({ en: parts`nothing refers to ${code(name)}`, zh: parts`没有任何地方用到“${label(name)}”` }),
    examples: [{ text: 'start:\n~~~~~\n    mov r0, #1' }],
  }),
  'unreachable-code': row<[count: number]>({
    severity: 'warning',
    words: count => ({
      en: count === 1 ? parts`no path leads to this instruction` : parts`no path leads to these ${count} instructions`,
      zh: count === 1 ? parts`程序永远走不到这条指令` : parts`程序永远走不到这 ${count} 条指令`,
    }),
    examples: [{ text: 'jmp end\nmov r0, #1\n~~~~~~~~~~\nmov r1, #2\nend:' }],
  }),
  'jump-without-flags': row<[mnemonic: string]>({
    severity: 'warning',
    words: mnemonic => ({
      en: parts`nothing sets the flags before this ${code(mnemonic)}: both are clear`,
      zh: parts`这条 ${code(mnemonic)} 之前没有指令设置过标志位：两个标志位都是 0`,
    }),
    examples: [{ text: 'mov r0, #1\nje end\n~~~~~~\nadd r0, #1\nend:' }],
  }),
  'division-by-zero': row<[]>({
    severity: 'warning',
    words: () => ({ en: parts`division by zero: the machine stops here`, zh: parts`除以零：机器会停在这里` }),
    examples: [{ text: 'mov r0, #1\ndiv r0, #0\n         ~' }],
  }),
  'data-overlap': row<[address: number, line: number]>({
    severity: 'warning',
    words: (address, line) => ({
      en: parts`line ${line} gives ${cell(address)} already; this line holds`,
      zh: parts`第 ${line} 行已经给 ${cell(address)} 设过初值；以本行为准`,
    }),
    examples: [{ text: '.data 8: 1, 2\n.data 9: 3\n         ~' }],
  }),
  'endless-loop': row<[]>({
    severity: 'warning',
    words: () => ({ en: parts`these jumps go round for ever`, zh: parts`这里的跳转会无休止地循环` }),
    examples: [{ text: 'x: jmp x\n   ~~~~~' }],
  }),
  'blank-read': row<[address: number, maybe: boolean]>({
    severity: 'warning',
    words: (address, maybe) =>
      maybe
        ? {
            en: parts`nothing names ${cell(address)} as a destination: unless brackets lead there, it is blank`,
            zh: parts`没有指令直接写过 ${cell(address)}：除非经方括号写入，否则它是空白的`,
          }
        : {
            en: parts`${cell(address)} is blank here: nothing ever writes it`,
            zh: parts`${cell(address)} 是空白的：没有任何地方写过它`,
          },
    examples: [{ text: 'mov r0, 5\n        ~', fixed: 'mov r0, #5' }, { text: 'mov r0, r1\n        ~~' }],
  }),
  'register-as-number': row<[address: number]>({
    severity: 'hint',
    words: address => ({
      en: parts`cell ${address} is ${cell(address)} itself; ${code(`#${address}`)} is the number`,
      zh: parts`${address} 号单元就是 ${cell(address)} 本身；立即数应写作 ${code(`#${address}`)}`,
    }),
    examples: [
      { text: 'mov r0, #5\nmov r0, 0\n        ~', fixed: 'mov r0, #5\nmov r0, #0' },
      { text: 'mov r1, #15\nadd r1, 1\n        ~', fixed: 'mov r1, #15\nadd r1, #1' },
    ],
  }),
  'too-many-problems': row<[most: number]>({
    severity: 'error',
    words: most => ({
      en: parts`only the first ${most} problems are listed`,
      zh: parts`只列出前 ${most} 个问题`,
    }),
    examples: [{ text: '(1000 times) nop\nnop\n~~~' }],
  }),
} as const
