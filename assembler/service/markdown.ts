// Sentences as Markdown, for editors that show it: code as code, and nothing of a program taken for markup.
import { type Language, type Part, type Parts, partText, type Sentence } from '../../emulator/instructions/index.ts'

/** What Markdown would take for markup. */
const MARKUP = /[\\`*_[\]<>&#|~]/g

/** Code between more backquotes than it has in a row itself. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 && text.trim() === text ? fence + text + fence : `${fence} ${text} ${fence}`
}

const marked = (part: Part): string =>
  part.kind === 'code' ? fenced(part.text) : partText(part).replace(MARKUP, '\\$&')

/** Parts as one paragraph of Markdown. */
export const markdown = (parts: Parts): string => parts.map(marked).join('')

/** Sentences as paragraphs of Markdown, in one language. */
export const paragraphs = (sentences: readonly Sentence[], language: Language): string =>
  sentences.map(sentence => markdown(sentence[language])).join('\n\n')
