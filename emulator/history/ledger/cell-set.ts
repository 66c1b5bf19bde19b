// Sets of cells, small or large, in few bytes: which cells a stretch of a run wrote. Knows no step and no program.

/** A set of addresses: ascending ones where they are few, else a bit a cell. */
export type CellSet = Int32Array | Uint8Array

/** In a map of blank cells: no cell of four has been written. */
const NONE_OF_FOUR = 0x01010101

/** The cells that are 0 in a map of blank cells, which holds nothing but 0 and 1. */
export function writtenIn(blank: Uint8Array): CellSet {
  const bits = new Uint8Array((blank.length + 7) >> 3)
  const fours = (blank.byteOffset & 3) === 0 ? blank.length >> 2 : 0
  const words = new Int32Array(blank.buffer, fours === 0 ? 0 : blank.byteOffset, fours)
  let found = 0
  for (let index = 0; index < fours; index++) {
    const word = words[index]!
    if (word === NONE_OF_FOUR) continue
    const written = ~word & NONE_OF_FOUR
    bits[index >> 1]! |= ((written | (written >> 7) | (written >> 14) | (written >> 21)) & 15) << ((index & 1) << 2)
    found += 4
  }
  for (let address = 4 * fours; address < blank.length; address++) {
    if (blank[address] !== 0) continue
    bits[address >> 3]! |= 1 << (address & 7)
    found++
  }
  return found * 32 < blank.length ? listed(bits) : bits
}

function listed(bits: Uint8Array): CellSet {
  const found: number[] = []
  for (let address = 0; address < 8 * bits.length; address++) if (hasCell(bits, address)) found.push(address)
  return Int32Array.from(found)
}

/** Whether a cell is in the set. */
export function hasCell(set: CellSet, address: number): boolean {
  if (set instanceof Uint8Array) return ((set[address >> 3] ?? 0) & (1 << (address & 7))) !== 0
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (set[middle]! < address) low = middle + 1
    else high = middle
  }
  return set[low] === address
}

/** The cells that are in one of two sets. */
export function union(a: CellSet, b: CellSet, cells: number): CellSet {
  const bits = new Uint8Array((cells + 7) >> 3)
  for (const set of [a, b]) {
    if (set instanceof Uint8Array) for (let at = 0; at < bits.length; at++) bits[at]! |= set[at]!
    else for (const address of set) bits[address >> 3]! |= 1 << (address & 7)
  }
  return bits
}
