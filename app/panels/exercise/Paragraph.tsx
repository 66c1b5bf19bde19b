// A paragraph as an exercise's author writes it: code stands between backquotes (learning.md, section 2).
import { code, words } from '../../../emulator/instructions/index.ts'
import { Said } from '../../text/Said.tsx'

/** `Put 5 into \`r0\`` with its code set as code; a backquote without its like is shown as it is. */
export function Paragraph({ text }: { text: string }) {
  const pieces = text.split(/`([^`]+)`/)
  return <Said parts={pieces.map((piece, index) => (index % 2 === 1 ? code(piece) : words(piece)))} />
}
