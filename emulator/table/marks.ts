// What a step did to each cell: the one language of marks in table, memory and editor.
import type { Step } from '../machine/index.ts'

/** How a step touched a cell. */
export interface Mark {
  written: boolean
  read: boolean
  /** The cell whose brackets led here in this step (1 for `r1`), or null: merely holding a cell's number is not pointing. */
  pointedBy: number | null
}

/** The marks that a step leaves, by address; none before the first step. */
export function marksOf(steps: readonly Step[]): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>()
  const at = (address: number): Mark => {
    const mark = marks.get(address) ?? { written: false, read: false, pointedBy: null }
    marks.set(address, mark)
    return mark
  }
  for (const { reads, write } of steps) {
    const pointer = (operand: number): number | null => {
      const read = reads.find(each => each.pointer && each.operand === operand)
      return read === undefined ? null : read.address
    }
    for (const read of reads) {
      const mark = at(read.address)
      mark.read = true
      if (!read.pointer) mark.pointedBy ??= pointer(read.operand)
    }
    if (write !== null) {
      const mark = at(write.address)
      mark.written = true
      mark.pointedBy ??= pointer(0)
    }
  }
  return marks
}
