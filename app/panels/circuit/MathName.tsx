// A port's or net's name set as in the book: s, c′, a₃.
import { mathName } from '../../../emulator/circuits/index.ts'

export function MathName({ of }: { of: string }) {
  const { base, index } = mathName(of)
  return (
    <i className="nm">
      {base}
      {index === null ? null : <sub>{index}</sub>}
    </i>
  )
}
