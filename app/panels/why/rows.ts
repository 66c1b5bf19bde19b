// The answer's graph as the rows that are shown: a spine of steps, newest first, on which first data ride; a second step
// that went in is a branch, set in once. No React.
import type { Why, WhyNode, WhyRead } from '../../../emulator/questions/index.ts'

/** A step, or what a value began with. */
export interface WhyRow {
  readonly key: string
  readonly node: WhyNode
  readonly level: number
  /** What the step read, pointers last. */
  readonly reads: readonly WhyRead[]
}

/** The rows of an answer; each node stands in one of them. */
export function rowsOf({ origin, nodes }: Why): readonly WhyRow[] {
  const rows: WhyRow[] = []
  const seen = new Set<string>()
  const waiting = [{ key: origin, level: 1 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { key, level } = next
    const node = nodes.get(key)
    if (node === undefined || seen.has(key)) continue
    seen.add(key)
    const reads = node.kind === 'step' ? node.reads : []
    const pointers = reads.filter(({ role }) => role === 'pointer')
    const operands = reads.filter(({ role }) => role === 'operand')
    rows.push({ key, node, level, reads: [...operands, ...pointers] })
    const steps = [...operands, ...pointers].filter(read => nodes.get(read.origin)?.kind === 'step')
    // The first goes on as the spine, after its branches.
    steps.forEach(({ origin: from }, index) => {
      waiting.push({ key: from, level: index === 0 ? level : level + 1 })
    })
  }
  return rows
}
