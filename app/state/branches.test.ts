// Branches: cells changed by hand, none of which is ever lost.
import { expect, test } from 'vitest'
import { applyAgain, type Branches, branchOff, chosenEdits, editsOf, judged, showBranch } from './branches.ts'

const edit = (position: number, address: number, value = 1) => ({ position, address, value })

test('without branches nothing is edited', () => {
  expect(editsOf(null)).toEqual([])
})

test('each edit begins a branch; the one before stays, and the program’s own history is the first', () => {
  const one = branchOff(null, 'p', edit(4, 16, 50))
  expect(one).toEqual({ program: 'p', all: [[], [edit(4, 16, 50)]], current: 1, aside: false })
  const two = branchOff(one, 'p', edit(6, 10))
  expect(editsOf(two)).toEqual([edit(4, 16, 50), edit(6, 10)])
  expect(two.all[1]).toEqual([edit(4, 16, 50)])
  expect(editsOf(showBranch(two, 0))).toEqual([])
  expect(editsOf(showBranch(two, 1))).toEqual([edit(4, 16, 50)])
})

test('edits after the new one stay behind with the branch they belong to; the same cell is edited anew', () => {
  const late = branchOff(branchOff(null, 'p', edit(4, 16)), 'p', edit(9, 17))
  const early = branchOff(late, 'p', edit(5, 3))
  expect(editsOf(early)).toEqual([edit(4, 16), edit(5, 3)])
  expect(early.all).toHaveLength(4)
  const anew = branchOff(early, 'p', edit(5, 3, 2))
  expect(editsOf(anew)).toEqual([edit(4, 16), edit(5, 3, 2)])
  const beside = branchOff(early, 'p', edit(5, 4))
  expect(editsOf(beside)).toEqual([edit(4, 16), edit(5, 3), edit(5, 4)])
})

test('what is set aside is not applied, until it is applied again', () => {
  const aside: Branches = { ...branchOff(null, 'p', edit(4, 16)), aside: true }
  expect(editsOf(aside)).toEqual([])
  const again = applyAgain(aside, 'q')
  expect(again).toMatchObject({ program: 'q', aside: false })
  expect(editsOf(again)).toEqual([edit(4, 16)])
})

test('what was set aside is in force again when its own program comes back', () => {
  const branches = branchOff(null, 'p', edit(4, 16))
  const aside = judged(branches, 'q')
  expect(editsOf(aside)).toEqual([])
  expect(chosenEdits(aside)).toEqual([edit(4, 16)])
  expect(editsOf(judged(aside, 'p'))).toEqual([edit(4, 16)])
  expect(judged(branches, 'p')).toBe(branches)
})
