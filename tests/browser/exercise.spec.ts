// Exercises on the page: opened, answered, checked, by keyboard; the failing case opened.
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
