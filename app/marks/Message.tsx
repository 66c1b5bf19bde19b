// A message in which code stands between backquotes and cells' names are set as names.
import { Fragment } from 'react'
import { type Parts, partText } from '../../emulator/instructions/index.ts'
import { Named } from './Named.tsx'

/** `there is no instruction \`mvo\`` with its code set as code. */
export function Message({ text }: { text: string }) {
  return text.split('`').map((piece, index) =>
    // Pieces never move: their place in the sentence is what they are.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    index % 2 === 1 ? <code key={index}>{piece}</code> : <Named key={index} text={piece} />,
  )
}

/** A sentence's parts: code as code, cells as names; a backquote in a program is shown as it is. */
export function MessageParts({ of }: { of: Parts }) {
  return of.map((part, index) => {
    // Parts never move: their place in the sentence is what they are.
    // biome-ignore-start lint/suspicious/noArrayIndexKey: see above
    if (part.kind === 'code') return <code key={index}>{part.text}</code>
    if (part.kind === 'cell' && part.name === null) return <Named key={index} text={partText(part)} />
    return <Fragment key={index}>{partText(part)}</Fragment>
    // biome-ignore-end lint/suspicious/noArrayIndexKey: see above
  })
}
