// Where a cell's value comes from: the step, the data or the hand that it got it from. Plain values; the history must
// have been made known, and its ledger kept, up to the positions asked about.
import type { Edit, History } from '../history/index.ts'
import { instructionOf, type Program } from '../instructions/index.ts'
import type { Step } from '../machine/index.ts'

/** What gave a cell its value. `set` is data given beside the text; an edit is told by its place in the list of edits. */
export type Origin =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'data' | 'set'; readonly address: number; readonly line: number; readonly value: number }
  | { readonly kind: 'edit'; readonly edit: number; readonly address: number; readonly value: number }
  | { readonly kind: 'blank'; readonly address: number }

/** An origin's name: `16`, `data:15`, `set:15`, `edit:0`, `blank:3`. */
export function originKey(origin: Origin): string {
  if (origin.kind === 'step') return `${origin.step.step}`
  return `${origin.kind}:${origin.kind === 'edit' ? origin.edit : origin.address}`
}

/** What gave the cell what it holds after the step at `position`, and the edits there. `setFrom` is the line from which
 * data were given beside the text. */
export function originOf(history: History, setFrom: number, address: number, position: number): Origin {
  const { edits, program, ledger } = history
  const written = ledger.lastWrite(address, position)
  const edit = lastEdit(edits, address, position)
  if (edit !== null && edits[edit]!.position >= (written?.step ?? 0))
    return { kind: 'edit', edit, address, value: edits[edit]!.value }
  if (written !== null) return { kind: 'step', step: written }
  const datum = program.data.findLast(each => each.address === address)
  if (datum === undefined) return { kind: 'blank', address }
  return { kind: datum.line >= setFrom ? 'set' : 'data', address, line: datum.line, value: datum.value }
}

/** The last edit of the cell up to a position, by its number; of several at one position the last one made holds. */
function lastEdit(edits: readonly Edit[], address: number, position: number): number | null {
  let found: number | null = null
  edits.forEach((edit, number) => {
    if (edit.address !== address || edit.position > position) return
    if (found === null || edit.position >= edits[found]!.position) found = number
  })
  return found
}

/** The first edit of the cell after a position; null where there is none. */
export function nextEdit(edits: readonly Edit[], address: number, position: number): Edit | null {
  let found: Edit | null = null
  for (const edit of edits) {
    if (edit.address !== address || edit.position <= position) continue
    if (found === null || edit.position < found.position) found = edit
  }
  return found
}

const readersOf = new WeakMap<Program, Map<number, ReadonlySet<number>>>()

/** The instructions that may read a cell: by its name, as a pointer, or by way of any other pointer. */
export function readers(program: Program, address: number): ReadonlySet<number> {
  const known = readersOf.get(program) ?? new Map<number, ReadonlySet<number>>()
  readersOf.set(program, known)
  let found = known.get(address)
  if (found !== undefined) return found
  const all = new Set<number>()
  program.instructions.forEach(({ mnemonic, operands }, index) => {
    const row = instructionOf(mnemonic)
    operands.forEach((operand, place) => {
      const role = row.operands[place]
      if (operand.mode === 'indirect' && (operand.address === address || role !== 'target')) all.add(index)
      if (operand.mode === 'direct' && operand.address === address && !(row.kind === 'copy' && place === 0))
        all.add(index)
    })
  })
  found = all
  known.set(address, found)
  return found
}

/** The steps that read what a cell holds at `position`, up to and with the one that writes it next. */
export interface Uses {
  /** The next step that writes the cell; null where none does, as far as the history goes. */
  readonly step: number | null
  readonly reads: readonly number[]
  /** There are more. */
  readonly cut: boolean
}

/** Who reads and who next writes a cell after `position`, in the steps up to `end`; at most `most` of the readers. */
export function usesOf(history: History, address: number, position: number, end: number, most: number): Uses {
  const { ledger, edits, program } = history
  const written = ledger.nextWrite(address, position)
  const step = written === null || written.step > end ? null : written.step
  // An edit comes after the step at its position: that step still reads what was there.
  const until = Math.min(step ?? end, nextEdit(edits, address, position)?.position ?? end)
  const reads: number[] = []
  let from = position
  for (;;) {
    const read: Step | null = ledger.nextRead(address, readers(program, address), from)
    if (read === null || read.step > until) return { step, reads, cut: false }
    if (reads.length === most) return { step, reads, cut: true }
    reads.push(read.step)
    from = read.step
  }
}
