// The notes in both languages: short, whole sentences, punctuated as the language has it, and no term in them, nor in the
// circuit's words, that has no note itself.
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../emulator/instructions/index.ts'
import { CIRCUIT_WORDS } from '../panels/circuit/words.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { NOTES } from './words.ts'

type NoteId = keyof typeof NOTES

const ALL = Object.entries(NOTES) as [NoteId, (typeof NOTES)[NoteId]][]

/** Terms of the field, as they are met in words, and the note in which a reader finds each. */
const TERMS: readonly (readonly [RegExp, NoteId])[] = [
  [/\bALU\b|算术逻辑单元/, 'alu'],
  [/\bReLU\b/, 'relu'],
  [/\bNAND\b|与非/, 'nand'],
  [/\bNOR\b|或非/, 'nor'],
  [/\bXOR\b|异或/, 'xor'],
  [/\bAND\b|与门/, 'and'],
  [/\bOR\b|或门/, 'or'],
  [/\bNOT\b|非门/, 'not'],
  [/\bflags?\b|标志/, 'flags'],
  [/\bregisters?\b|寄存器/, 'register'],
  [/\bblank\b|空白/, 'blank'],
  [/\bcarry\b|进位/, 'carry'],
  [/\bsettles?\b|稳定/, 'settle'],
  [/\blongest path\b|最长路径/, 'longest'],
  [/\bbreakpoints?\b|\bwatchpoints?\b|断点|监视点/, 'stops'],
  [/\bbranch(es)?\b|分支/, 'branches'],
  [/\bfault\b|出错/, 'faultRow'],
  [/\btruth table\b|真值表/, 'truthTable'],
  [/\bquotient\b|商/, 'quotient'],
  [/\bbrackets?\b|\bpoint(s|ed|er)?\b|方括号|指针|指向/, 'pointed'],
  [/\bweights?\b|\bbias(es)?\b|权重|偏置/, 'weights'],
  [/\bunits? of time\b|单位时间/, 'unit'],
  [/\bbus\b|总线/, 'bus'],
  [/\bhexadecimal\b|十六进制/i, 'hexadecimal'],
  [/\bbinary\b|\bbase 2\b|二进制/i, 'binary'],
]

/** What looks like a term: an abbreviation in capitals, or a word of the field with a meaning of its own. */
const TERM_LIKE =
  /\b[A-Z]{2,}\b|\bReLU\b|\b(flag|register|carry|settle|breakpoint|watchpoint|quotient|bias|netlist|opcode|operand|complement|overflow|latch|clock cycle)s?\b/g

/** Terms in a text that no note tells of. */
const untold = (text: string): string[] =>
  [...text.matchAll(TERM_LIKE)]
    .map(([term]) => term)
    .filter(term => !TERMS.some(([known]) => known.test(term)) && !OWN.has(term))

/** What needs no telling: names of the machine's own, standards, keys. */
const OWN = new Set([
  'CPU',
  'UTF',
  'ANSI',
  'IEC',
  'IEEE',
  'CSV',
  'JSON',
  'SVG',
  'PNG',
  'HTML',
  'LaTeX',
  'operand',
  'overflow',
  'overflows',
])

describe('the notes', () => {
  test.each(ALL)('%s is one or two whole sentences in both languages', (_, text) => {
    for (const language of LANGUAGES) {
      const sentences = text[language].match(/[.。](?=\s|$|[^\s\d])/g) ?? []
      expect(sentences.length, text[language]).toBeGreaterThan(0)
      expect(sentences.length, text[language]).toBeLessThanOrEqual(3)
      expect(text[language].length).toBeLessThan(language === 'en' ? 230 : 110)
    }
    expect(text.en).toMatch(/^[A-Za-z0-9].*\.$/)
    expect(text.zh).toMatch(/。$/)
    // Chinese words have full-width marks.
    expect(text.zh).not.toMatch(/[\u4e00-\u9fff] ?[,;:!?()"](?!\d)|[,;:!()"] ?[\u4e00-\u9fff]/)
  })

  test.each(TERMS)('%s is told of in its note', (term, id) => {
    expect(term.test(NOTES[id].en) || term.test(NOTES[id].zh)).toBe(true)
  })

  test('no note and none of the page’s words holds a term without one', () => {
    const words = [NOTES, CIRCUIT_WORDS, en, zh].map(each => JSON.stringify(each)).join(' ')
    expect(untold(words)).toEqual([])
  })

  test('the canary: a term without a note is seen', () => {
    expect(untold('The TLB and the netlist are set by the flags.')).toEqual(['TLB', 'netlist'])
  })
})
