// Reads a sample program's file: the code, then a comment block with title and introduction in both languages, which
// readers see apart from the code. Knows no files.
import { LANGUAGES, type Language, perLanguage, SPACE_BETWEEN, type Text } from '../emulator/instructions/index.ts'

/** The groups of the library, in the order of the menu. */
export const GROUPS = {
  'first-steps': { en: 'First steps', zh: '入门' },
  'chapter-1': { en: 'Chapter 1: lines and errors', zh: '第一章：直线与误差' },
  gates: { en: 'Gates by arithmetic', zh: '用算术做门电路' },
  'chapter-3': { en: 'Chapter 3: ReLU and networks', zh: '第三章：ReLU 与网络' },
  classics: { en: 'Classics', zh: '经典算法' },
  subroutines: { en: 'Subroutines and a stack', zh: '子程序与栈' },
} as const satisfies Record<string, Text>

export type Group = keyof typeof GROUPS

export interface Sample {
  /** Where it stands in the menu; null where the file says none. */
  readonly group: Group | null
  /** What stands in the editor; its lines are those of the file. */
  readonly code: string
  readonly title: Text
  /** A paragraph. */
  readonly introduction: Text
}

/** Where the comment block begins: the first `; group: …` or `; en: …` that stands alone on its line. */
const BLOCK = /^; (group|en): /m

/** Takes a sample's file apart. Where a language's part is missing, its words are empty. */
export function readSample(text: string): Sample {
  const at = text.search(BLOCK)
  const end = at < 0 ? text.length : at
  const parts = Object.fromEntries(LANGUAGES.map(language => [language, part(text.slice(end), language)]))
  const words = (pick: (part: Part) => string): Text => {
    return perLanguage(language => pick(parts[language] ?? EMPTY))
  }
  return {
    group: groupOf(text.slice(end)),
    code: `${text.slice(0, end).trimEnd()}\n`,
    title: words(({ title }) => title),
    introduction: words(({ introduction }) => introduction),
  }
}

function groupOf(block: string): Group | null {
  const name = /^; group: (\S+)$/m.exec(block)?.[1] ?? ''
  return Object.hasOwn(GROUPS, name) ? (name as Group) : null
}

interface Part {
  readonly title: string
  readonly introduction: string
}

const EMPTY: Part = { title: '', introduction: '' }

/** One language's title and paragraph: from `; en: Title` up to the next language's or the end. */
function part(block: string, language: Language): Part {
  const lines = block.split('\n').map(line => line.replace(/^; ?/, '').trim())
  const first = lines.findIndex(line => line.startsWith(`${language}: `))
  if (first < 0) return EMPTY
  const rest = lines.slice(first + 1)
  const next = rest.findIndex(line => LANGUAGES.some(other => line.startsWith(`${other}: `)))
  const paragraph = (next < 0 ? rest : rest.slice(0, next)).filter(line => line !== '')
  return {
    title: lines[first]!.slice(language.length + 2),
    introduction: paragraph.join(SPACE_BETWEEN[language]),
  }
}
