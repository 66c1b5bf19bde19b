// Exercises on the page: opened, answered, checked, by keyboard; lines put in order; a teacher's own file; both languages.
import { readFileSync } from 'node:fs'
import { expect, test } from './page.ts'

async function openExercise(page: import('@playwright/test').Page, menu: string, title: RegExp): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: title }).click()
}

test('an exercise is read, answered, checked, and ticked when it is solved', async ({ page, toy }) => {
  await toy.open()
  await openExercise(page, 'Exercises', /^Put 5 into cell 10/)
  const region = page.getByRole('region', { name: 'Exercise' })
  await expect(region).toContainText('puts the number 5 into cell 10')
  await region.getByRole('button', { name: 'Hint' }).press('Enter')
  await expect(region).toContainText('copies: first where to')
  await toy.write('mov 10, 5')
  await region.getByRole('button', { name: 'Check' }).press('Enter')
  const verdicts = region.getByRole('status', { name: 'Verdicts' })
  await expect(verdicts).toContainText('0 of 2 points')
  await expect(verdicts).toContainText('instead of 5')
  await toy.write('mov 10, #5')
  await expect(verdicts).toContainText('of the text before')
  await region.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(verdicts).toContainText('2 of 2 points')
  await expect(verdicts.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Exercises', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /^✓ Put 5 into cell 10/ })).toBeVisible()
})

test('the case that fails is opened as a history', async ({ page, toy }) => {
  await toy.open()
  await openExercise(page, 'Exercises', /^Add two cells/)
  await toy.write('mov r0, 8\nadd r0, #9\nmov 10, r0')
  const region = page.getByRole('region', { name: 'Exercise' })
  await region.getByRole('button', { name: 'Check' }).click()
  await expect(region).toContainText('1 of 3 points')
  await expect(region).toContainText('hidden until the others pass')
  await region.getByRole('button', { name: 'Open as history' }).click()
  await expect(page.getByRole('region', { name: 'Circuit' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText(/11/)
})

test('lines are put in order by keys', async ({ page, toy }) => {
  await toy.open()
  await openExercise(page, 'Exercises', /^Ten out of two fives/)
  const region = page.getByRole('region', { name: 'Exercise' })
  const order = ['mov r0, #5', 'mov r1, r0', 'mov 10, r1', 'add r1, r0']
  for (const line of order) {
    await region
      .getByRole('listbox', { name: 'Not used' })
      .getByText(line, { exact: false })
      .first()
      .press('ArrowRight')
  }
  const used = region.getByRole('listbox', { name: 'Your program' }).getByRole('option')
  await expect(used).toHaveCount(4)
  await region.getByRole('button', { name: 'Check' }).click()
  await expect(region).toContainText('0 of 2 points')
  await used.last().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await expect(used.nth(2)).toContainText('add r1, r0')
  await page.keyboard.press('Space')
  await region.getByRole('button', { name: 'Check' }).click()
  await expect(region).toContainText('2 of 2 points')
})

test('lines are put in order by dragging, in Chinese', async ({ page, toy }) => {
  await toy.open('?lang=zh')
  await openExercise(page, '练习', /^两个 5 凑成 10/)
  const region = page.getByRole('region', { name: '练习' })
  const unused = region.getByRole('listbox', { name: '未使用' })
  await unused.getByRole('option').first().press('ArrowRight')
  await unused.getByRole('option').first().press('ArrowRight')
  const used = region.getByRole('listbox', { name: '你的程序' }).getByRole('option')
  const first = await used.first().textContent()
  const [from, to] = [await used.first().boundingBox(), await used.nth(1).boundingBox()]
  await page.mouse.move(from!.x + 60, from!.y + from!.height / 2)
  await page.mouse.down()
  await page.mouse.move(to!.x + 60, to!.y + to!.height / 2 + 6, { steps: 6 })
  await page.mouse.up()
  await expect(used.nth(1)).toContainText(first!.replace(/^\D*\d/, '').trim())
})

test('a teacher’s file is opened; one that is none says where and why', async ({ page, toy }) => {
  await toy.open()
  const text = readFileSync('programs/exercises/relu.toml', 'utf8').replace('en = "ReLU"', 'en = "My own"')
  const give = (name: string, content: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
  await expect(page.locator('input[type=file]')).toBeAttached()
  await give('mine.toml', text.replace('level = 2', 'level = 9'))
  await expect(page.getByText('line 3: level: expected a level from 1 to 5')).toBeVisible()
  await give('mine.toml', text)
  await expect(page.getByRole('region', { name: 'Exercise' })).toContainText('My own')
  await page.reload()
  await expect(page.getByRole('region', { name: 'Exercise' })).toContainText('My own')
})
