// Tells whether two texts are the same program: what runs, not how it is written or commented.
import { MNEMONICS, type Operand, type Program } from '../../emulator/instructions/index.ts'

const MODES: Record<Operand['mode'], number> = { immediate: 1, direct: 2, indirect: 3, target: 4 }

const numberOf = (operand: Operand): number => {
  switch (operand.mode) {
    case 'immediate':
      return operand.value
    case 'target':
      return operand.index
    case 'direct':
    case 'indirect':
      return operand.address
  }
}

/** The same for programs that do the same, step by step, with the same first data; as good as never for others. */
export function fingerprint({ bits, cells, instructions, data }: Program): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  const add = (value: number): void => {
    a = Math.imul(a ^ value, 0x01000193)
    b = Math.imul(b + value, 0x85ebca6b) ^ (b >>> 13)
  }
  add(bits)
  add(cells)
  for (const { mnemonic, operands } of instructions) {
    add(MNEMONICS.indexOf(mnemonic))
    for (const operand of operands) {
      add(MODES[operand.mode])
      add(numberOf(operand))
    }
  }
  // In whichever order it was given.
  for (const { address, value } of [...data].sort((a, b) => a.address - b.address)) {
    add(address)
    add(value)
  }
  return `${instructions.length}.${data.length}.${a >>> 0}.${b >>> 0}`
}
