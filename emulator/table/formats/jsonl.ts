// JSON, a line a step (command-line.md, "JSON"): never folded, no initial row.
import type { Language, Program } from '../../instructions/index.ts'
import type { Step } from '../../machine/index.ts'
import { explain } from '../explain.ts'
import type { Format } from './format.ts'

export const jsonlFormat: Format = {
  name: 'jsonl',
  *write({ program, steps, language }) {
    for (const step of steps()) yield `${JSON.stringify(stepRecord(program, step, language))}\n`
  },
}

/** A step as `trace --format jsonl` gives it, its keys in the specification's order. */
export function stepRecord(program: Program, step: Step, language: Language) {
  const { line, source } = program.instructions[step.pc]!
  return {
    step: step.step,
    pc: step.pc,
    line,
    source,
    reads: step.reads.map(({ address, value, blank }) => ({ address, value, blank })),
    write: step.write,
    flags: step.flags,
    taken: step.taken,
    notes: step.notes,
    explanation: explain(program, step)[language],
  }
}
