// A line of text to its syntax tree. Where something is wrong, its full-width and its invisible characters are mended
// first and the line is read as if they had been written right (language.md, section 5). It knows no other line.

import { type Problem, problem, remove, replace } from '../problems.ts'
import { shown } from './characters.ts'
import { type FullwidthRun, mendLine } from './fullwidth.ts'
import { asWritten, without } from './invisible.ts'
import { parser } from './parser.ts'
import { readPlainLine } from './plain-line.ts'
import type { LineNode } from './syntax.ts'

/** Parses the line `text[from, to)`; a line end must stand at `to`. */
export function parseLine(text: string, from: number, to: number): LineNode {
  parser.begin(text, from, to)
  const line = parser.line()
  // To the parser every such character is a problem, so only lines with one are looked at.
  if (line.problems.length === 0) return line
  const mended = mendLine(text.slice(from, to))
  if (mended === null) return line
  const { node, hidden } = mended.invisible.length === 0 ? { node: read(mended.text), hidden: [] } : see(mended)
  // What was meant for a comment may hold any.
  const comment =
    node.problems.find(({ fixes }) => fixes[0]?.edits[0]?.text === ';')?.column ?? Number.POSITIVE_INFINITY
  const runsOfCode = mended.runs.filter(run => run.start + 1 <= comment)
  const written = (start: number, end: number): string => text.slice(from + start, from + end)
  const runs = judged(runsOfCode, node, mended.text).map(({ start, end, text }) =>
    problem(
      'fullwidth-character',
      start + 1,
      end + 1,
      [written(start, end), text],
      [replace(start + 1, end + 1, text, true)],
    ),
  )
  return { ...node, problems: [...runs, ...hidden, ...node.problems], fullwidth: runsOfCode }
}

/**
 * The same, quicker, for whoever looks at each line once: the nodes may be used again for the next line, so what is to be
 * kept must be copied. A directive's nodes stay.
 */
export function parsePassingLine(text: string, from: number, to: number): LineNode {
  return readPlainLine(text, from, to) ?? parseLine(text, from, to)
}

function read(line: string): LineNode {
  parser.begin(`${line}\n`, 0, line.length)
  return parser.line()
}

/** Reads a line as if its invisible characters weren't there, or, where that makes more sense, as if they were blanks. */
function see({ text, invisible }: { readonly text: string; readonly invisible: readonly number[] }): {
  readonly node: LineNode
  readonly hidden: readonly Problem[]
} {
  const joined = asWritten(read(without(text, invisible, '')), text.length, invisible)
  const parted = read(without(text, invisible, ' '))
  const joins = joined.problems.length <= parted.problems.length
  const hidden: Problem[] = []
  for (let i = 0; i < invisible.length; ) {
    const start = invisible[i]!
    let end = start
    for (; invisible[i] === end; i++) end++
    const what = shown(text, start)
    const fix = joins ? remove(start + 1, end + 1, what, true) : replace(start + 1, end + 1, ' ', true)
    hidden.push(problem('unexpected-character', start + 1, end + 1, [what], [fix]))
  }
  return { node: joins ? joined : parted, hidden }
}

/**
 * The runs of full-width characters of which something is said: the first of a line always, the others not where nothing
 * more is said of an instruction, as in a comment that lacks its `;`.
 */
function judged(runs: readonly FullwidthRun[], node: LineNode, line: string): readonly FullwidthRun[] {
  const quiet = node.problems.reduce(
    (least, found) => Math.min(least, quietFrom(found, node)),
    Number.POSITIVE_INFINITY,
  )
  // Round brackets in place of square ones are one mistake, however wide they are, and so is what can't stand there.
  const told = node.problems.filter(
    ({ code, column }) =>
      code === 'unexpected-character' || (code === 'malformed-operand' && line.charAt(column - 1) === '('),
  )
  const isTold = (at: number): boolean => told.some(({ column, endColumn }) => column <= at + 1 && at + 1 < endColumn)
  return runs.filter((run, at) => at === 0 || run.start + 1 < quiet).flatMap(run => parted(run, isTold))
}

/** What of a run isn't told otherwise. */
function parted(run: FullwidthRun, isTold: (at: number) => boolean): readonly FullwidthRun[] {
  const pieces: { start: number; end: number; text: string }[] = []
  for (let at = run.start; at < run.end; at++) {
    if (isTold(at)) continue
    const last = pieces[pieces.length - 1]
    const text = run.text.charAt(at - run.start)
    if (last?.end === at) {
      last.end++
      last.text += text
    } else pieces.push({ start: at, end: at + 1, text })
  }
  return pieces
}

/** The column from which on a problem leaves the line unjudged. */
function quietFrom({ code, column, endColumn }: Problem, { statement }: LineNode): number {
  if (statement === null || code === 'unknown-instruction' || code === 'unknown-directive') return endColumn
  if (code !== 'too-many-operands') return Number.POSITIVE_INFINITY
  // The comma before it is too much as well.
  const before = statement.operands.findLast(operand => operand.endColumn <= column)
  return before?.endColumn ?? column
}
