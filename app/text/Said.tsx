// Sentences made of parts, as the page sets them: cells in italics with the number lower, code as code, results in bold.
import { cellName, type Part, type Parts, partText } from '../../emulator/instructions/index.ts'
import { classes } from '../style/classes.ts'

const c = classes()

/** A cell as it is read: by its name, or `x15` as x₁₅. Copied, it is `x15`. */
export function Cell({ address, name = null }: { address: number; name?: string | null }) {
  if (name !== null) return <i className={c('mathName')}>{name}</i>
  const called = cellName(address)
  return <Lowered letter={called.charAt(0)} index={address} />
}

function Lowered({ letter, index }: { letter: string; index: number }) {
  return (
    <i className={c('mathName')}>
      {letter}
      <sub>{index}</sub>
    </i>
  )
}

function One({ part }: { part: Part }) {
  switch (part.kind) {
    case 'cell':
      return <Cell address={part.address} name={part.name} />
    case 'code':
      return <code>{part.text}</code>
    case 'unknown':
      return part.index === null ? (
        <i className={c('mathName')}>{part.name}</i>
      ) : (
        <Lowered letter={part.name} index={part.index} />
      )
    case 'number':
      return part.result ? <b>{part.value}</b> : part.value
    default:
      return partText(part)
  }
}

/** A sentence. */
export function Said({ parts }: { parts: Parts }) {
  // Parts never move: their place in the sentence is what they are.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return parts.map((part, index) => <One key={index} part={part} />)
}
