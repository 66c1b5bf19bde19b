// Where a run stops: breakpoints on lines and watchpoints on cells, with conditions. Plain values.
import { type MachineSize, readCondition } from '../../assembler/typed-condition.ts'

/** A breakpoint (with a line) or a watchpoint (without). */
export interface Stop {
  readonly id: number
  readonly line: number | null
  /** As written: `r1 = 16`, `x10 changes`; empty for none. */
  readonly condition: string
  /** Only when reached for that time; null for every time. */
  readonly hits: number | null
  readonly enabled: boolean
}

/** The `id` of the stop that Run to cursor makes for itself: those of the reader's stops begin at 1. */
export const CURSOR = 0

/** Whether a stop can be searched for: its condition makes sense where it stands. */
export function isSound(stop: Stop, machine: MachineSize): boolean {
  const meaning = readCondition(stop.condition, machine)
  if (meaning === undefined) return false
  return stop.line === null ? meaning !== null : meaning === null || meaning.kind === 'compares'
}

/**
 * The stops after the editor has moved, added or removed breakpoints: `lines` are all lines that have one now. A change
 * of the text happens at one place: what stands before it keeps its line, what stands after it keeps its order from the
 * end. So each breakpoint that is left keeps its condition.
 */
export function withLines(stops: readonly Stop[], lines: readonly number[]): readonly Stop[] {
  const watchpoints = stops.filter(({ line }) => line === null)
  const before = stops.filter(({ line }) => line !== null).sort((a, b) => a.line! - b.line!)
  const now = [...lines].sort((a, b) => a - b)
  let id = Math.max(0, ...stops.map(stop => stop.id))
  let same = 0
  while (same < now.length && before[same]?.line === now[same]) same++
  const breakpoints = now.map((line, index): Stop => {
    const old = index < same ? index : before.length - (now.length - index)
    const kept = index < same || old >= same ? before[old] : undefined
    return kept === undefined ? { id: ++id, line, condition: '', hits: null, enabled: true } : { ...kept, line }
  })
  return [...breakpoints, ...watchpoints]
}
