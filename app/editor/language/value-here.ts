// What an operand holds at the position, in words: `[r1]` → cell 15 = 1. It reads the values shown beside the line.
import type { Assembly, OperandNode } from '../../../assembler/index.ts'
import { cellName, REGISTERS, type Text } from '../../../emulator/instructions/index.ts'
import type { LineValue } from '../contract.ts'

/** The cell that an operand names, before its brackets lead anywhere; null where it names none. */
function addressOf({ symbols }: Assembly, { kind, value, name, marker }: OperandNode): number | null {
  if (marker === 'immediate') return null
  if (kind === 'register' || kind === 'number') return value
  if (kind !== 'name') return null
  const constant = symbols.find(symbol => symbol.kind === 'constant' && symbol.name === name)
  return constant?.literal?.value ?? null
}

const cell = (address: number): Text =>
  address < REGISTERS
    ? { en: cellName(address), zh: cellName(address) }
    : { en: `cell ${address}`, zh: `${address} 号单元` }

/** What `operand` holds, by the values beside its line; null where they don't tell. */
export function valueHere(
  assembly: Assembly,
  operand: OperandNode,
  source: string,
  values: readonly LineValue[],
): Text | null {
  const address = addressOf(assembly, operand)
  if (address === null) return null
  const heldIn = (at: number): string | undefined => values.find(({ name }) => name === cellName(at))?.value
  const held = heldIn(address)
  if (held === undefined) return null
  const value = operand.marker === 'brackets' && held !== '?' ? heldIn(Number(held)) : undefined
  if (value === undefined) return is(cell(address), held)
  const to = is(cell(Number(held)), value)
  return { en: `\`${source}\` → ${to.en}`, zh: `\`${source}\` → ${to.zh}` }
}

const is = (of: Text, value: string): Text => ({ en: `${of.en} = ${value}`, zh: `${of.zh} = ${value}` })
