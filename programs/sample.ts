// Reads a sample program's file: the code, then a comment block with title and introduction in both languages, which
// readers see apart from the code. Knows no files.
import { LANGUAGES, type Language, type Text } from '../emulator/instructions/index.ts'

export interface Sample {
  /** What stands in the editor; its lines are those of the file. */
  readonly code: string
  readonly title: Text
  /** A paragraph. */
  readonly introduction: Text
}

/** Where the comment block begins: the first `; en: …` that stands alone on its line. */
const BLOCK = /^; en: /m

/** Takes a sample's file apart. Where a language's part is missing, its words are empty. */
export function readSample(text: string): Sample {
  const at = text.search(BLOCK)
  const end = at < 0 ? text.length : at
  const parts = Object.fromEntries(LANGUAGES.map(language => [language, part(text.slice(end), language)]))
  const words = (pick: (part: Part) => string): Text => {
    const of = (language: Language) => pick(parts[language] ?? EMPTY)
    return { en: of('en'), zh: of('zh') }
  }
  return {
    code: `${text.slice(0, end).trimEnd()}\n`,
    title: words(({ title }) => title),
    introduction: words(({ introduction }) => introduction),
  }
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
    introduction: paragraph.join(language === 'zh' ? '' : ' '),
  }
}
