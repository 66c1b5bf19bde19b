// Small changes to a program's text, such as a slip makes them. The same seed gives the same change.
import { MNEMONICS } from '../emulator/instructions/index.ts'
import { randomFrom } from './random-programs.ts'

/** The text with one to three lines changed, left out, doubled or exchanged. */
export function mutated(text: string, seed: number): string {
  const next = randomFrom(seed)
  const lines = text.split('\n').filter(line => line !== '')
  for (let changes = 1 + next(3); changes > 0; changes--) {
    const at = next(lines.length)
    const line = lines[at] ?? ''
    const way = next(8)
    if (way === 0) lines.splice(at, 1)
    else if (way === 1) lines.splice(next(lines.length), 0, line.endsWith(':') ? '' : line)
    else if (way === 2) lines.splice(at, 2, lines[at + 1] ?? '', line)
    else lines[at] = changed(line, way, next)
  }
  return `${lines.join('\n')}\n`
}

function changed(line: string, way: number, next: (below: number) => number): string {
  const [mnemonic = '', ...operands] = line.trim().split(/,? +/)
  if (line.startsWith('.') || line.trim().endsWith(':') || operands.length === 0) return line
  const which = next(operands.length)
  const operand = operands[which]!
  const number = operand.replace(/^[#[]|\]$/g, '')
  const forms = [number, `#${number}`, `[${number}]`]
  if (way === 3) operands[which] = forms[next(3)]!
  else if (way === 4) operands[which] = operand.replace(/-?\d+/, digits => `${Number(digits) + 1 - 2 * next(2)}`)
  else if (way === 5) operands.reverse()
  else if (way === 6) operands[which] = `r${next(4)}`
  const name = way === 7 ? MNEMONICS.filter(each => (each[0] === 'j') === (mnemonic[0] === 'j')) : [mnemonic]
  return `    ${name[next(name.length)]} ${operands.join(', ')}`
}
