// What is drawn anew: a step draws the two rows that it changes and the cells that it touches; scrolling draws no row
// that stays in sight; the circuit plays on meanwhile.
import { expect, test } from './page.ts'
import { drawnSince, profile } from './profile.ts'

const LONG = `mov r0, #3000\nloop:\nsub r0, #1\ncmp r0, #0\njne loop\n`

test('a step draws two rows and the cells it touches, scrolling no row that stays, and the circuit plays on', async ({
  page,
  toy,
}) => {
  await profile(page)
  await toy.open()
  await toy.press('step', 5)
  await toy.expectPosition(5)
  await toy.drawn()
  const opened = await drawnSince(page)
  expect(opened.rows.length).toBeGreaterThan(10)
  expect(opened.cells.length).toBeGreaterThan(10)

  // Step 6, `cmp r1, r2`: what step 5 had touched (r1) loses its marks, r1 and r2 get theirs.
  await toy.press('step')
  await toy.expectPosition(6)
  await toy.drawn()
  const { rows, cells } = await drawnSince(page)
  expect(new Set(rows)).toEqual(new Set([5, 6]))
  expect(rows).toHaveLength(2)
  expect(cells.length).toBeGreaterThan(0)
  expect([...new Set(cells)].filter(address => address !== 1 && address !== 2)).toEqual([])

  await toy.write(LONG)
  await expect(toy.status).toContainText('9001')
  await toy.press('toStart')
  await toy.press('step', 2)
  await toy.expectPosition(2)
  await toy.drawn()
  const circuit = toy.view('circuit')
  await circuit.getByRole('button', { name: 'Play' }).click()
  await expect(circuit.getByRole('button', { name: 'Pause' })).toBeVisible()
  const before = await toy.grid
    .locator('tbody tr')
    .evaluateAll(all => all.map(row => Number((row as HTMLElement).dataset['position'])))
  await drawnSince(page)
  await toy.grid.hover()
  await page.mouse.wheel(0, 90)
  await expect(toy.grid.locator('tbody tr').first()).not.toHaveAttribute('data-position', String(before[0]))
  await toy.drawn()
  const scrolled = await drawnSince(page)
  expect(scrolled.rows.length).toBeGreaterThan(0)
  expect(scrolled.rows.filter(position => before.includes(position))).toEqual([])
  expect(scrolled.cells).toEqual([])
  await expect(circuit.getByRole('button', { name: 'Pause' })).toBeVisible()
})
