// JSON, a line a step (command-line.md, "JSON"): never folded, no initial row.
import { type Language, type Program, plain as plainWords, visibleJson } from '../../instructions/index.ts'
import type { Step } from '../../machine/index.ts'
import { explain } from '../explain.ts'
import { Formulas } from '../formulas.ts'
import type { TableFormat } from './format.ts'

export const jsonlFormat: TableFormat = {
  name: 'jsonl',
  *write({ program, steps, language, symbols, visits }) {
    const formulas = symbols === null ? null : new Formulas(program, symbols)
    let visit = 0
    for (const step of steps()) {
      const record = stepRecord(program, step, language)
      const line = formulas === null ? record : withFormulas(record, formulas, step)
      if (visits === undefined) yield `${visibleJson(line)}\n`
      else if (step.pc === visits) yield `${visibleJson({ visit: ++visit, ...line })}\n`
    }
  },
}

/** A step as `trace --format jsonl` gives it, its keys in the specification's order. */
function stepRecord(program: Program, step: Step, language: Language) {
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
    explanation: plainWords(explain(program, step)[language]),
  }
}

/** The same with a formula at every read and at the write, and with the conditions that arise in the step. */
function withFormulas(record: ReturnType<typeof stepRecord>, formulas: Formulas, step: Step) {
  const { reads, write, conditions } = formulas.advance(step)
  const { write: written } = record
  return {
    ...record,
    reads: record.reads.map((read, index) => ({ ...read, formula: formulas.text(reads[index]!) })),
    write: written === null || write === null ? null : { ...written, formula: formulas.text(write) },
    conditions: conditions.map(({ parts }) => plainWords(parts)),
  }
}
