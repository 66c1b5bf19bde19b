// A line with invisible characters is read as without them, at the columns that it has with them.
import { expect, it } from 'vitest'
import { parseLine } from './lines.ts'

const read = (text: string) => parseLine(`${text}\n`, 0, text.length)
/** The pieces of a line that its tree marks, with `|` where an invisible character stands. */
function pieces(text: string): Record<string, readonly string[]> {
  const { labels, statement, comment, problems } = read(text)
  const slice = (column: number, endColumn: number): string =>
    text.slice(column - 1, endColumn - 1).replaceAll('\u200b', '|')
  return {
    labels: labels.map(({ column, endColumn }) => slice(column, endColumn)),
    statement: statement === null ? [] : [slice(statement.column, statement.endColumn)],
    atoms: statement?.operands.map(({ atomColumn, atomEndColumn }) => slice(atomColumn, atomEndColumn)) ?? [],
    names: [...labels, ...(statement?.operands ?? [])].map(({ name }) => name),
    comment: comment === null ? [] : [slice(comment.column, comment.endColumn)],
    problems: problems.map(({ column, endColumn }) => slice(column, endColumn)),
  }
}

it('keeps every column', () => {
  expect(pieces('lo\u200bop\u200b: a\u200bdd r0, [to\u200btal]\u200b ;\u200b c')).toEqual({
    labels: ['lo|op'],
    statement: ['a|dd r0, [to|tal]'],
    atoms: ['r0', 'to|tal'],
    names: ['loop', 'r0', 'total'],
    comment: [';| c'],
    problems: ['|', '|', '|', '|', '|'],
  })
})

it('keeps what is empty empty', () => {
  const { statement } = read('next: cmp \u200b#,17')
  const [first] = statement?.operands ?? []
  expect([first?.column, first?.endColumn, first?.atomColumn, first?.atomEndColumn]).toEqual([12, 13, 11, 11])
})
