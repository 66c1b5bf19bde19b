// The directives (language.md, section 4), one row each, from which parser, completion, hover and manual are derived.
import type { Text } from '../../emulator/instructions/index.ts'

/** How a directive's operands are written: one literal; `NAME, VALUE`; `ADDRESS: V, V, …`. */
export type DirectiveForm = 'setting' | 'constant' | 'cells'

export interface DirectiveRow {
  readonly form: DirectiveForm
  /** How it is written; capitals, or Chinese words, stand for what is to be put there. */
  readonly usage: Text
  readonly example: string
  /** A template for completion: `${1:…}` are the places to fill in. */
  readonly template: string
  readonly summary: Text
}

export const DIRECTIVES = {
  '.bits': {
    form: 'setting',
    usage: { en: '.bits N', zh: '.bits N' },
    example: '.bits 8',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's places to fill in are written so
    template: '.bits ${1|8,16,32|}',
    summary: { en: 'word size: 8, 16 or 32 bits', zh: '字长：8、16 或 32 位' },
  },
  '.cells': {
    form: 'setting',
    usage: { en: '.cells N', zh: '.cells N' },
    example: '.cells 1024',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
    template: '.cells ${1:256}',
    summary: { en: 'number of cells, 16 to 1,048,576', zh: '内存单元的个数，16 到 1,048,576' },
  },
  '.equ': {
    form: 'constant',
    usage: { en: '.equ NAME, VALUE', zh: '.equ 名字, 值' },
    example: '.equ total, 10',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
    template: '.equ ${1:name}, ${2:10}',
    summary: { en: 'gives a number a name', zh: '给一个数起名字' },
  },
  '.data': {
    form: 'cells',
    usage: { en: '.data ADDRESS: V, V, …', zh: '.data 地址: 值, 值, …' },
    example: '.data 15: 1, 2, 3',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
    template: '.data ${1:8}: ${2:1, 2, 3}',
    summary: {
      en: 'what the cells from ADDRESS on hold before the first step',
      zh: '第一步之前，从该地址起的各单元中存放的数',
    },
  },
  '.expect': {
    form: 'cells',
    usage: { en: '.expect ADDRESS: V, V, …', zh: '.expect 地址: 值, 值, …' },
    example: '.expect 10: 6',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
    template: '.expect ${1:10}: ${2:6}',
    summary: {
      en: 'what the cells from ADDRESS on must hold after a halt; ? stands for any value',
      zh: '停机之后，从该地址起的各单元中应有的数；? 表示任意值',
    },
  },
} as const satisfies Record<string, DirectiveRow>

export type DirectiveName = keyof typeof DIRECTIVES

/** All directives, in the table's order. */
export const DIRECTIVE_NAMES = Object.keys(DIRECTIVES) as readonly DirectiveName[]

/** The row of a directive, as the general type. */
export const directiveOf = (name: DirectiveName): DirectiveRow => DIRECTIVES[name]
