// The language's colours, line by line, derived from the tables of instructions and directives. It knows no meaning:
// whether a name exists, or an operand is right, is the assembler's affair.
import { DIRECTIVE_NAMES } from '../../assembler/index.ts'
import { instructionOf, MNEMONICS } from '../../emulator/instructions/index.ts'
import { monaco } from './monaco.ts'

/** The id of the language, of which there is one. */
export const LANGUAGE_ID = 'toycpu'

const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{Nd}_]*`

/** Words that Ctrl+Left, double clicks and completion take as one: directives, names of any script, numbers. */
const WORD = /-?\d[\p{L}\p{M}\p{Nd}_]*|\.?[\p{L}_][\p{L}\p{M}\p{Nd}_]*/u

const GRAMMAR: monaco.languages.IMonarchLanguage = {
  unicode: true,
  ignoreCase: true,
  includeLF: true,
  defaultToken: '',
  jumps: MNEMONICS.filter(mnemonic => instructionOf(mnemonic).kind === 'jump'),
  mnemonics: [...MNEMONICS],
  directives: [...DIRECTIVE_NAMES],
  tokenizer: {
    root: [
      [/[ \t\n]+/, ''],
      [/[;；][^\n]*/, 'comment'],
      [new RegExp(`${NAME}(?=[ \\t]*[:：])`, 'u'), 'label'],
      [/[:：]/, ''],
      [
        new RegExp(NAME, 'u'),
        {
          cases: {
            '@jumps': { token: 'mnemonic', next: '@target' },
            '@mnemonics': { token: 'mnemonic', next: '@operands' },
            '@default': { token: '', next: '@operands' },
          },
        },
      ],
      [/\.[a-z]*/, { cases: { '@directives': { token: 'directive', next: '@operands' }, '@default': '' } }],
      [/./, { token: '', next: '@operands' }],
    ],
    operands: [
      [/\n/, { token: '', next: '@popall' }],
      [/[;；][^\n]*/, 'comment'],
      [/"(?:\\.|[^"\\\n])*"?/, 'string'],
      [/'(?:\\.|[^'\\\n])'?/, 'string'],
      [/[^;；"'\n]+/, ''],
      [/./, ''],
    ],
    target: [
      [/r\d+(?![\p{L}\p{M}\p{Nd}_])/u, ''],
      [new RegExp(NAME, 'u'), { token: 'label', next: '@operands' }],
      [/[ \t]+/, ''],
      [/\n/, { token: '', next: '@popall' }],
      [/[;；][^\n]*/, 'comment'],
      [/./, { token: '', next: '@operands' }],
    ],
  },
}

let registered = false

/** Makes the language known to the editor's engine, once. */
export function registerLanguage(): void {
  if (registered) return
  registered = true
  monaco.languages.register({ id: LANGUAGE_ID, extensions: ['.asm'] })
  monaco.languages.setLanguageConfiguration(LANGUAGE_ID, {
    comments: { lineComment: ';' },
    brackets: [['[', ']']],
    autoClosingPairs: [
      { open: '[', close: ']', notIn: ['comment', 'string'] },
      { open: '"', close: '"', notIn: ['comment', 'string'] },
      { open: "'", close: "'", notIn: ['comment', 'string'] },
    ],
    surroundingPairs: [
      { open: '[', close: ']' },
      { open: '"', close: '"' },
    ],
    wordPattern: WORD,
  })
  monaco.languages.setMonarchTokensProvider(LANGUAGE_ID, GRAMMAR)
}
