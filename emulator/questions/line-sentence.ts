// Why a line did or did not run, and why a cell is still blank, in sentences (history.md, sections 2 and 3).
import {
  asksEquality,
  cellOf,
  code,
  instructionOf,
  type Operand,
  type Parts,
  type Program,
  parts,
  perLanguage,
  type Sentence,
} from '../instructions/index.ts'
import type { Passed } from './passed.ts'
import type { Reason } from './reason.ts'
import type { Questions } from './why.ts'
import { type WhyLine, whyLine } from './why-line.ts'

/** How often in words. */
const times = (count: number): Sentence => ({
  en: count === 1 ? parts`once` : count === 2 ? parts`twice` : parts`${count} times`,
  zh: parts` ${count} 次`,
})

/** What is said of a line at a position, a sentence each. */
export function lineSentences(questions: Questions, told: WhyLine): readonly Sentence[] {
  const { line, visits, first, last, reason, passed } = told
  if (reason === null) {
    const often = times(visits)
    const once: Sentence = {
      en: parts`line ${line} ran ${often.en}: step ${first!}`,
      zh: parts`第 ${line} 行运行了${often.zh}：第 ${first!} 步`,
    }
    if (visits === 1) return [once]
    return [
      {
        en: parts`line ${line} ran ${often.en}, the first time in step ${first!}, the last in step ${last!}`,
        zh: parts`第 ${line} 行运行了${often.zh}，第一次是第 ${first!} 步，最后一次是第 ${last!} 步`,
      },
    ]
  }
  const not: Sentence = { en: parts`line ${line} has not run`, zh: parts`第 ${line} 行没有运行过` }
  if (reason.length === 0) {
    if (questions.deciding.canRun(told.pc)) return [not]
    return [{ en: parts`${not.en}: no path of the program leads there`, zh: parts`${not.zh}：程序中没有通向它的路径` }]
  }
  const said = reason.map((each, index): Sentence => {
    const why = jumpSentence(questions, each)
    return index === 0 ? { en: parts`${not.en}: ${why.en}`, zh: parts`${not.zh}：${why.zh}` } : why
  })
  return passed === null ? said : [...said, passedSentence(questions.history.program, passed)]
}

/** What a deciding jump did: it ran so often, was taken so often, and what it found the last time. */
function jumpSentence(questions: Questions, { line, pc, visits, taken, last }: Reason): Sentence {
  const { history } = questions
  const instruction = history.program.instructions[pc]!
  const source = code(instruction.source)
  if (visits === 0 || last === null)
    return { en: parts`${source} (line ${line}) has not run`, zh: parts`${source}（第 ${line} 行）没有运行过` }
  const often = times(visits)
  const row = instructionOf(instruction.mnemonic)
  const jumps = times(taken)
  const jumped: Sentence =
    taken === 0
      ? { en: parts` and never jumped`, zh: parts`，从未跳转` }
      : taken === visits
        ? { en: parts` and always jumped`, zh: parts`，每次都跳转` }
        : { en: parts` and jumped ${jumps.en}`, zh: parts`，其中跳转了${jumps.zh}` }
  const step = history.steps(last, last)[0]!
  const { left, right, setter } = step.flagsFrom
  if (row.kind !== 'jump' || row.when === null || setter < 0)
    return {
      en: parts`${source} (line ${line}) ran ${often.en}${jumped.en}`,
      zh: parts`${source}（第 ${line} 行）运行了${often.zh}${jumped.zh}`,
    }
  const found = compared(left, right, asksEquality(row.when))
  return {
    en: parts`${source} (line ${line}) ran ${often.en}${jumped.en}; the last time ${found}`,
    zh: parts`${source}（第 ${line} 行）运行了${often.zh}${jumped.zh}；最后一次 ${found}`,
  }
}

/** `5 ≠ 3`; where equality is not what counts, `5 > 3`. */
function compared(left: number, right: number, equality: boolean): Parts {
  const sign = left === right ? '=' : equality ? '≠' : left < right ? '<' : '>'
  return parts`${left} ${sign} ${right}`
}

function passedSentence(program: Program, { operands, before, after }: Passed): Sentence {
  const one = compared(before.left, before.right, false)
  const other = compared(after.left, after.right, false)
  const told = (names: Sentence, by: Sentence): Sentence => ({
    en: parts`${names.en} passed ${by.en} between step ${before.step} (${one}) and step ${after.step} (${other}) and was never equal`,
    zh: parts`${names.zh} 在第 ${before.step} 步（${one}）和第 ${after.step} 步（${other}）之间越过了 ${by.zh}，从未相等`,
  })
  if (operands === null)
    return told({ en: parts`the result`, zh: parts`运算结果` }, { en: parts`${0}`, zh: parts`${0}` })
  const [left, right] = operands.map(operand => {
    const name = operandParts(program, operand)
    return perLanguage(() => name)
  })
  return told(left!, right!)
}

/** An operand as people name it. */
function operandParts(program: Program, operand: Operand): Parts {
  switch (operand.mode) {
    case 'immediate':
      return parts`${operand.value}`
    case 'direct':
      return parts`${cellOf(program, operand.address)}`
    case 'indirect':
      return parts`[${cellOf(program, operand.address)}]`
    case 'target':
      return parts`${operand.index}`
  }
}

/** A line that could write a cell, and why it has not. */
export interface Writer {
  readonly told: WhyLine
  /** Whether it names the cell: else its brackets might have led there. */
  readonly named: boolean
}

/** Why a cell is blank at a position: the lines that could have written it. */
export function blankWriters(questions: Questions, address: number, at: number): readonly Writer[] {
  const writers: Writer[] = []
  questions.history.program.instructions.forEach(({ mnemonic, operands }, pc) => {
    const { kind } = instructionOf(mnemonic)
    const first = operands[0]!
    if (kind !== 'copy' && kind !== 'arithmetic') return
    const named = first.mode === 'direct' && first.address === address
    if (named || first.mode === 'indirect') writers.push({ told: whyLine(questions, pc, at), named })
  })
  return writers
}

/** Why a cell is blank, a sentence for each line that could have written it. */
export function blankSentences(questions: Questions, address: number, at: number): readonly Sentence[] {
  const writers = blankWriters(questions, address, at)
  if (writers.length === 0) return [{ en: parts`no line writes it`, zh: parts`没有哪一行写入它` }]
  return writers.flatMap(({ told, named }): readonly Sentence[] => {
    if (named || told.visits === 0) return lineSentences(questions, told)
    const source = code(questions.history.program.instructions[told.pc]!.source)
    return [
      {
        en: parts`${source} (line ${told.line}) wrote elsewhere each time`,
        zh: parts`${source}（第 ${told.line} 行）每次都写到了别处`,
      },
    ]
  })
}
