// Why an answer is not run at all: it does not assemble, uses what is not allowed, is too long, or has lost a line that
// has to stay. Knows no machine.
import type { Assembly } from '../../assembler/index.ts'
import {
  code,
  highest,
  joined,
  lowest,
  type Program,
  parts,
  perLanguage,
  type Sentence,
} from '../../emulator/instructions/index.ts'
import { codeLines, fixedLines } from './code-lines.ts'
import type { Exercise } from './exercise.ts'

export type RefusalCode = 'error' | 'not-allowed' | 'too-long' | 'fixed-line'

export interface AnswerRefusal {
  readonly verdict: RefusalCode
  /** The line of the answer that it is about; null where it is about the whole. */
  readonly line: number | null
  readonly message: Sentence
}

/** The first thing that keeps the answer from being run. */
export function refusalOf(
  exercise: Exercise,
  answer: string,
  { program, diagnostics }: Assembly,
): AnswerRefusal | null {
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (program === null) {
    const message = perLanguage(language => error?.message[language] ?? [])
    return { verdict: 'error', line: error?.line ?? null, message }
  }
  return (
    foreignCell(exercise, program) ??
    notAllowed(exercise, program) ??
    foreignLine(exercise, answer) ??
    tooLong(exercise, program) ??
    lostLine(exercise, answer)
  )
}

/** What a case gives has to have room in the machine that the answer chose. */
function foreignCell({ cases }: Exercise, { bits, cells }: Program): AnswerRefusal | null {
  for (const { address, value } of cases.flatMap(({ set }) => set)) {
    if (address >= cells) {
      const message: Sentence = {
        en: parts`a case gives a value to cell ${address}, but ${code(`.cells ${cells}`)} leaves no such cell`,
        zh: parts`有一例要给 ${address} 号单元赋值，但 ${code(`.cells ${cells}`)} 下没有这个单元`,
      }
      return { verdict: 'error', line: null, message }
    }
    if (value < lowest(bits) || value > highest(bits)) {
      const message: Sentence = {
        en: parts`a case gives the value ${value}, which does not fit a word of ${code(`.bits ${bits}`)}`,
        zh: parts`有一例给出的数 ${value} 超出了 ${code(`.bits ${bits}`)} 的字长`,
      }
      return { verdict: 'error', line: null, message }
    }
  }
  return null
}

function notAllowed({ allowed }: Exercise, { instructions }: Program): AnswerRefusal | null {
  if (allowed === null) return null
  const found = instructions.find(({ mnemonic }) => !allowed.includes(mnemonic))
  if (found === undefined) return null
  const names = allowed.map(mnemonic => [code(mnemonic)])
  return {
    verdict: 'not-allowed',
    line: found.line,
    message: {
      en: parts`${code(found.mnemonic)} is not allowed here, only ${joined(names, ', ')}`,
      zh: parts`这里不能用 ${code(found.mnemonic)}，只能用 ${joined(names, '、')}`,
    },
  }
}

/** Where lines are to be put in order, there is no other line, and none more often than given. */
function foreignLine({ kind, lines, distractors }: Exercise, answer: string): AnswerRefusal | null {
  if (kind !== 'arrange') return null
  const left = codeLines([...lines, ...distractors].join('\n')).map(line => line.code)
  for (const { code: written, line } of codeLines(answer)) {
    const at = left.indexOf(written)
    if (at >= 0) left.splice(at, 1)
    else {
      const message: Sentence = {
        en: parts`${code(written)} is none of the lines given, or stands more often than given`,
        zh: parts`${code(written)} 不是给出的行，或用得比给出的多`,
      }
      return { verdict: 'not-allowed', line, message }
    }
  }
  return null
}

function tooLong({ instructions: most }: Exercise, { instructions }: Program): AnswerRefusal | null {
  const count = instructions.length
  if (most === null || count <= most) return null
  return {
    verdict: 'too-long',
    line: instructions[most]!.line,
    message: {
      en: parts`${count} instructions, but at most ${most} are allowed`,
      zh: parts`共 ${count} 条指令，最多只能用 ${most} 条`,
    },
  }
}

/** The fixed lines have to stand in the answer in their order, whatever stands between them. */
function lostLine({ start }: Exercise, answer: string): AnswerRefusal | null {
  const fixed = fixedLines(start)
  if (fixed.length === 0) return null
  const written = codeLines(answer)
  let from = 0
  for (const { code: wanted } of fixed) {
    const at = written.findIndex(({ code: line }, index) => index >= from && line === wanted)
    if (at < 0) {
      const message: Sentence = {
        en: parts`the line ${code(wanted)} is part of the task and has to stay, in its order`,
        zh: parts`${code(wanted)} 这一行是题目的一部分，必须保留，次序也不能变`,
      }
      return { verdict: 'fixed-line', line: null, message }
    }
    from = at + 1
  }
  return null
}
