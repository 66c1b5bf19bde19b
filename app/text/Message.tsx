// A message that still comes as words of one string: its code stands between runs of backquotes of one length, as
// `plain` writes it. Goes when all messages come as parts.
import { code, type Parts, words } from '../../emulator/instructions/index.ts'
import { Said } from './Said.tsx'

const CODE = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g

/** The parts of a message. */
export function messageParts(text: string): Parts {
  const made = []
  let from = 0
  for (const match of text.matchAll(CODE)) {
    made.push(words(text.slice(from, match.index)))
    const inside = match[2]!
    made.push(code(/^ .*`.* $/.test(inside) ? inside.slice(1, -1) : inside))
    from = match.index + match[0].length
  }
  return [...made, words(text.slice(from))]
}

/** `there is no instruction \`mvo\`` with its code set as code. */
export const Message = ({ text }: { text: string }) => <Said parts={messageParts(text)} />
