// The lines of an older text are followed through edits: checked on cases, and on random edits against a text whose lines carry names.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineMap, type TextChange } from './line-map.ts'

/** A change as an editor would tell it, from offsets. */
function changeAt(text: string, from: number, to: number, inserted: string): TextChange {
  const place = (at: number) => {
    const before = text.slice(0, at).split('\n')
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
  }
  const start = place(from)
  const end = place(to)
  return { ...start, endLine: end.line, endColumn: end.column, removed: to - from, text: inserted }
}

/** Applies changes by offset, given last to first, to a text and to a map. */
function change(map: LineMap, text: string, ...edits: readonly (readonly [number, number, string])[]): string {
  let after = text
  for (const [from, to, inserted] of edits) after = after.slice(0, from) + inserted + after.slice(to)
  const lines = after.split('\n')
  map.apply(
    edits.map(([from, to, inserted]) => changeAt(text, from, to, inserted)),
    line => (lines[line - 1] ?? '').length,
  )
  return after
}

const followed = (map: LineMap, lines: number): string =>
  Array.from({ length: lines }, (_, i) => {
    const found = map.find(i + 1)
    return found === null ? '-' : `${found.line}${found.intact ? '' : '*'}`
  }).join(' ')

describe('line map', () => {
  const TEXT = 'aa\nbb\ncc\ndd'
  test.each<[string, [number, number, string][], string]>([
    ['typing on a line', [[4, 4, 'x']], '1 2* 3 4'],
    ['typing at the end of a line', [[5, 5, ' ; c']], '1 2* 3 4'],
    ['Enter at the end of a line', [[5, 5, '\n']], '1 2 4 5'],
    ['Enter at the end, with indentation', [[5, 5, '\n  ']], '1 2 4 5'],
    ['Enter at the beginning of a line', [[3, 3, '\n']], '1 3 4 5'],
    ['Enter within a line', [[4, 4, '\n']], '1 2* 4 5'],
    ['a line deleted', [[3, 6, '']], '1 - 2 3'],
    // What the line above held after the place is not told by the change, so it counts as edited.
    ['the last line deleted', [[8, 11, '']], '1 2 3* -'],
    ['lines joined', [[5, 6, '']], '1 2* 2* 3'],
    ['a line replaced', [[3, 5, 'zz']], '1 2* 3 4'],
    ['lines pasted over lines', [[3, 9, 'x\ny\nz\n']], '1 - - 5'],
    ['all replaced', [[0, 11, 'x\ny\nz']], '- - - -'],
    ['all replaced by one line', [[0, 11, 'x']], '- - - -'],
    ['all but a beginning and an end replaced', [[1, 10, 'x\ny']], '1* - - 2*'],
    [
      'two cursors',
      [
        [9, 9, '\n'],
        [0, 0, '\n'],
      ],
      '2 3 4 6',
    ],
    [
      'two cursors at lines’ ends',
      [
        [8, 8, '\n'],
        [2, 2, '\n'],
      ],
      '1 3 4 6',
    ],
  ])('%s', (_name, edits, wanted) => {
    const map = new LineMap()
    change(map, TEXT, ...edits)
    expect(followed(map, 4)).toBe(wanted)
  })

  test('an emptied line taken away again leaves its neighbours intact', () => {
    const map = new LineMap()
    const once = change(map, TEXT, [5, 5, '\n'])
    expect(followed(map, 4)).toBe('1 2 4 5')
    change(map, once, [5, 6, ''])
    expect(followed(map, 4)).toBe('1 2 3 4')
  })

  test('after a reset lines are counted anew', () => {
    const map = new LineMap()
    change(map, TEXT, [3, 3, '\n'])
    map.reset()
    expect(followed(map, 4)).toBe('1 2 3 4')
  })

  test('random edits: an intact line holds what it held, lines keep their order, all untouched lines are found', () => {
    const names = Array.from({ length: 9 }, (_, i) => `<${i + 1}>`)
    const edit = fc.tuple(fc.nat(60), fc.nat(12), fc.constantFrom('', '\n', 'x', 'x\n', '\nx', '\n\n', 'x\ny'))
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), edits => {
        const map = new LineMap()
        let text = names.join('\n')
        for (const [at, length, inserted] of edits) {
          const from = Math.min(at, text.length)
          text = change(map, text, [from, Math.min(from + length, text.length), inserted])
        }
        const lines = text.split('\n')
        let before = 0
        names.forEach((name, i) => {
          const found = map.find(i + 1)
          if (found?.intact) {
            expect(lines[found.line - 1]).toBe(name)
            expect(found.line).toBeGreaterThan(before)
            before = found.line
          } else if (found !== null) {
            expect(found.line).toBeGreaterThanOrEqual(1)
            expect(found.line).toBeLessThanOrEqual(lines.length)
          }
        })
        if (edits.length === 1) {
          const [at, length] = edits[0]!
          const whole = names.join('\n')
          const from = Math.min(at, whole.length)
          const to = Math.min(from + length, whole.length)
          names.forEach((_, i) => {
            const start = i * 4
            if (start + 3 < from || start > to) expect(map.find(i + 1)?.intact).toBe(true)
          })
        }
      }),
      { numRuns: 3000 },
    )
  })
})
