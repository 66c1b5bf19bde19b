// What came of one FILE, as `grade --format json` gives it, and all that the other formats are made of: plain values,
// so that it can come from another process.
import { type FaultCode, plainText, type Text } from '../../emulator/instructions/index.ts'
import {
  type CaseResult,
  caseSentence,
  type Exercise,
  judge,
  pointsOf,
  type RefusalCode,
  type Verdict,
} from '../../programs/judge/index.ts'
import type { Io } from '../command.ts'
import { readSource } from '../source.ts'

export type Refused = RefusalCode | 'unreadable'

interface CaseRecord {
  readonly case: number
  readonly verdict: Verdict
  readonly points: number
  readonly steps: number
  readonly hidden: boolean
  readonly address?: number
  readonly expected?: number
  readonly actual?: number | null
  readonly fault?: FaultCode
  readonly line?: number
}

/** A FILE's line of `--format json`. */
export interface FileRecord {
  readonly file: string
  readonly points: number
  readonly of: number
  readonly refused: Refused | null
  readonly cases: readonly CaseRecord[]
}

/** The record, and in words why the answer was refused, and how each case went. */
export interface Graded {
  readonly record: FileRecord
  readonly reason: Text | null
  readonly sentences: readonly Text[]
}

/** Reads and judges a FILE. */
export async function gradeFile(exercise: Exercise, file: string, io: Io): Promise<Graded> {
  const of = pointsOf(exercise)
  const source = await readSource(io, file)
  if ('unreadable' in source) {
    return {
      record: { file, points: 0, of, refused: 'unreadable', cases: [] },
      reason: source.unreadable,
      sentences: [],
    }
  }
  const { points, refused, cases } = judge(exercise, source.text)
  return {
    record: { file, points, of, refused: refused?.verdict ?? null, cases: cases.map(caseRecord) },
    reason: refused === null ? null : located(refused.line, plainText(refused.message)),
    sentences: cases.map(each => plainText(caseSentence(each))),
  }
}

const located = (line: number | null, message: Text): Text =>
  line === null ? message : { en: `line ${line}: ${message.en}`, zh: `第 ${line} 行：${message.zh}` }

function caseRecord({ difference, fault, ...rest }: CaseResult): CaseRecord {
  const { case: number, verdict, points, steps, hidden } = rest
  return {
    case: number,
    verdict,
    points,
    steps,
    hidden,
    ...difference,
    ...(fault === null ? {} : { fault: fault.code, line: fault.line }),
  }
}

/** A FILE whose judging ended without an answer of ours: its process is gone. */
export const lost = (exercise: Exercise, file: string): Graded => ({
  record: { file, points: 0, of: pointsOf(exercise), refused: 'unreadable', cases: [] },
  reason: { en: 'the process that judged it ended early', zh: '评判它的进程提前结束了' },
  sentences: [],
})
