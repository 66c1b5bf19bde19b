// A message in which code stands between backquotes and cells' names are set as names.
import { Named } from './Named.tsx'

/** `there is no instruction \`mvo\`` with its code set as code. */
export function Message({ text }: { text: string }) {
  return text.split('`').map((piece, index) =>
    // Pieces never move: their place in the sentence is what they are.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    index % 2 === 1 ? <code key={index}>{piece}</code> : <Named key={index} text={piece} />,
  )
}
