// Breakpoints as an editor asks for them, as stops of the history; what can't be one says why.
import { CONDITION_HELP } from '../../assembler/typed-condition.ts'
import type { Program, Text } from '../../emulator/instructions/index.ts'
import { instructionAt, isSound, type Stop } from '../../programs/stops/index.ts'
import { WORDS } from './words.ts'

/** What an editor asks for. */
export interface Asked {
  readonly condition?: string | undefined
  readonly hitCondition?: string | undefined
}

/** A stop, or why there is none; the line is where it stands. */
export type Placed =
  | { readonly stop: Stop; readonly line: number | null }
  | { readonly refused: Text; readonly line: number | null }

/** A breakpoint on a line: it stands at the next instruction from there on. */
export function breakpointAt(program: Program, line: number, asked: Asked, id: number): Placed {
  const at = instructionAt(program, line)
  if (at === null) return { refused: WORDS.noLine, line }
  const there = program.instructions[at]!.line
  return placed(program, { id, line: there, condition: asked.condition ?? '', hits: null, enabled: true }, asked)
}

/** A stop at a cell: whenever it is written, or when it then compares so. */
export function dataBreakpoint(program: Program, address: number, asked: Asked, id: number): Placed {
  const condition = asked.condition?.trim() ?? ''
  // Either a whole condition, or only what the cell is compared with: `= 5`.
  const whole =
    condition === '' ? `x${address} changes` : /^[=≠<≤>≥!]/.test(condition) ? `x${address} ${condition}` : condition
  return placed(program, { id, line: null, condition: whole, hits: null, enabled: true }, asked)
}

function placed(program: Program, stop: Stop, { hitCondition = '' }: Asked): Placed {
  const hits = hitCondition.trim() === '' ? null : Number(hitCondition.replace(/^\s*=*/, ''))
  if (hits !== null && !(Number.isSafeInteger(hits) && hits > 0)) return { refused: WORDS.noHits, line: stop.line }
  const whole: Stop = { ...stop, hits }
  return isSound(whole, program) ? { stop: whole, line: stop.line } : { refused: CONDITION_HELP, line: stop.line }
}
