// The first thing a reader sees and does: the array sum, forward to its end and back again, as the book has it.
import { expect, test } from './page.ts'

/** The book's table of its array sum, every step: step, line, instruction, r0–r2, cells 8–10 and 15–17, flags. */
const BOOK = [
  ['0', '', 'initial', '?', '?', '?', '15', '18', '?', '1', '2', '3', ''],
  ['1', '3', 'mov r0, #0', '0', '?', '?', '15', '18', '?', '1', '2', '3', ''],
  ['2', '4', 'mov r1, 8', '0', '15', '?', '15', '18', '?', '1', '2', '3', ''],
  ['3', '5', 'mov r2, 9', '0', '15', '18', '15', '18', '?', '1', '2', '3', ''],
  ['4', '7', 'add r0, [r1]', '1', '15', '18', '15', '18', '?', '1', '2', '3', ''],
  ['5', '8', 'add r1, #1', '1', '16', '18', '15', '18', '?', '1', '2', '3', ''],
  ['6', '9', 'cmp r1, r2', '1', '16', '18', '15', '18', '?', '1', '2', '3', 'L'],
  ['7', '10', 'jne loop', '1', '16', '18', '15', '18', '?', '1', '2', '3', 'L'],
  ['8', '7', 'add r0, [r1]', '3', '16', '18', '15', '18', '?', '1', '2', '3', ''],
  ['9', '8', 'add r1, #1', '3', '17', '18', '15', '18', '?', '1', '2', '3', ''],
  ['10', '9', 'cmp r1, r2', '3', '17', '18', '15', '18', '?', '1', '2', '3', 'L'],
  ['11', '10', 'jne loop', '3', '17', '18', '15', '18', '?', '1', '2', '3', 'L'],
  ['12', '7', 'add r0, [r1]', '6', '17', '18', '15', '18', '?', '1', '2', '3', ''],
  ['13', '8', 'add r1, #1', '6', '18', '18', '15', '18', '?', '1', '2', '3', ''],
  ['14', '9', 'cmp r1, r2', '6', '18', '18', '15', '18', '?', '1', '2', '3', 'Z'],
  ['15', '10', 'jne loop', '6', '18', '18', '15', '18', '?', '1', '2', '3', 'Z'],
  ['16', '11', 'mov 10, r0', '6', '18', '18', '15', '18', '6', '1', '2', '3', 'Z'],
]

test('the page opens on the array sum, and logs nothing', async ({ page, toy }) => {
  await toy.open()
  await expect(page).toHaveTitle(/Toy CPU/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Toy CPU/)
  await expect(toy.status).toHaveText('Step 0 of 16')
  await expect.poll(() => toy.text()).toContain('add r0, [r1]')
})

test('sixteen steps lead to the end with cell 10 = 6, sixteen back to the start', async ({ toy }) => {
  await toy.open()
  for (let step = 1; step <= 16; step += 1) {
    await toy.press('step')
    await toy.expectPosition(step)
    await expect(toy.selectedRow).toHaveAttribute('aria-rowindex', String(step + 2))
    await expect(toy.status).toHaveText(step === 16 ? 'Halted after 16 steps' : `Step ${step} of 16`)
  }
  await expect(toy.valueAt(10)).toHaveText('6')
  await expect(toy.button('step')).toHaveAttribute('aria-disabled', 'true')
  for (let step = 15; step >= 0; step -= 1) {
    await toy.press('stepBack')
    await toy.expectPosition(step)
  }
  await expect(toy.status).toHaveText('Step 0 of 16')
  await expect(toy.valueAt(10)).toHaveText('?')
  await expect(toy.button('stepBack')).toHaveAttribute('aria-disabled', 'true')
  await expect(toy.button('toStart')).toHaveAttribute('aria-disabled', 'true')
})

test('the state table is the book’s, row for row, at whatever position', async ({ toy }) => {
  await toy.open()
  const withoutWords = async () => (await toy.rows()).map(row => row.slice(0, -1))
  await expect.poll(withoutWords).toEqual(BOOK)
  await toy.press('step', 5)
  await toy.expectPosition(5)
  await expect.poll(withoutWords).toEqual(BOOK)
  const explanations = (await toy.rows()).map(row => row.at(-1) ?? '')
  expect(explanations.filter(words => words === '')).toEqual([])
  expect(explanations[4]).toMatch(/0 \+ 1 = 1/)
})

test('keys, the table and the slider move the same position', async ({ page, toy }) => {
  await toy.open()
  await page.keyboard.press('F10')
  await toy.expectPosition(1)
  await page.keyboard.press('F10')
  await page.keyboard.press('F10')
  await toy.expectPosition(3)
  await page.keyboard.press('Alt+F10')
  await toy.expectPosition(2)

  await toy.grid.focus()
  await page.keyboard.press('ArrowDown')
  await toy.expectPosition(3)
  await page.keyboard.press('End')
  await toy.expectPosition(16)
  await page.keyboard.press('ArrowUp')
  await toy.expectPosition(15)
  await page.keyboard.press('Home')
  await toy.expectPosition(0)

  await toy.grid.locator('tbody tr').nth(8).click()
  await toy.expectPosition(8)
  await expect(toy.selectedRow).toHaveAttribute('aria-rowindex', '10')

  await toy.slider.focus()
  await page.keyboard.press('ArrowRight')
  await toy.expectPosition(9)
  await page.keyboard.press('Home')
  await toy.expectPosition(0)
  const box = await toy.slider.boundingBox()
  if (box === null) throw new Error('the slider has no place')
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.mouse.down()
  for (const part of [0.2, 0.5, 0.75]) {
    await page.mouse.move(box.x + box.width * part, box.y + box.height / 2, { steps: 5 })
    await toy.expectPosition(Math.round(16 * part))
  }
  await page.mouse.up()
  await toy.expectPosition(12)
  await expect(toy.valueAt(0)).toHaveText('6')
})

test('To the end and Run go to the end', async ({ toy }) => {
  await toy.open()
  await toy.press('toEnd')
  await expect(toy.status).toHaveText('Halted after 16 steps')
  await toy.press('toStart')
  await toy.expectPosition(0)
  await toy.press('run')
  await expect(toy.status).toHaveText('Halted after 16 steps')
  await expect(toy.button('run')).toBeVisible()
})
