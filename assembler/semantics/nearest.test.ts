// The nearest name: the distance against all that one or two edits can make, and what is offered.
import { describe, expect, it } from 'vitest'
import { distance, nearest } from './nearest.ts'

const LETTERS = ['a', 'b', 'c']

/** Everything that one edit makes of a name: insert, delete, change, swap neighbours. */
function edited(name: string): Set<string> {
  const made = new Set<string>()
  for (let at = 0; at <= name.length; at++) {
    for (const letter of LETTERS) {
      made.add(name.slice(0, at) + letter + name.slice(at))
      if (at < name.length) made.add(name.slice(0, at) + letter + name.slice(at + 1))
    }
    made.add(name.slice(0, at) + name.slice(at + 1))
    if (at + 1 < name.length) made.add(name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2))
  }
  return made
}

/** All names of up to `length` letters. */
function names(length: number): string[] {
  if (length === 0) return ['']
  const shorter = names(length - 1)
  return [...new Set([...shorter, ...shorter.flatMap(name => LETTERS.map(letter => name + letter))])]
}

describe('distance', () => {
  it('is the fewest edits, for all pairs of short names at most two edits apart', () => {
    const all = names(4)
    for (const from of all) {
      const one = edited(from)
      const two = new Set([...one].flatMap(name => [...edited(name)]))
      for (const to of all) {
        const edits = distance(from, to)
        const wanted = from === to ? 0 : one.has(to) ? 1 : two.has(to) ? 2 : 3
        if (Math.min(edits, 3) !== wanted) expect.fail(`${from} → ${to}: ${edits} for ${wanted}`)
      }
    }
  })

  it('counts a swap as one edit, also with a letter between', () => {
    expect(distance('mvo', 'mov')).toBe(1)
    expect(distance('ca', 'abc')).toBe(2)
    expect(distance('求和', '和求')).toBe(1)
  })
})

describe('nearest', () => {
  it.each([
    ['lop', ['loop', 'done', 'lo'], ['loop', 'lo']],
    ['lop', ['done'], []],
    ['x', ['y', 'xx'], []],
    ['ab', ['cd', 'ac'], ['ac']],
    ['ab', ['cd'], []],
    ['abc', ['acbd', 'xbc'], ['xbc']],
    ['loop', ['lop1', 'lop2', 'lop3', 'lop4'], ['lop1', 'lop2', 'lop3']],
  ])('of %s among %j', (name, candidates, wanted) => expect(nearest(name, candidates)).toEqual(wanted))
})
