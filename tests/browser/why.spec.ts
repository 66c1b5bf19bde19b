// Asking why on the page, keyboard alone: the sentence, the steps that it came from, the way there and back.
import { expect, ToyPage, test } from './page.ts'

test('the sum is told as what it came from, and each step is a place to go to', async ({ page, toy }) => {
  await toy.open('?sample=array-sum')
  const grid = page.getByRole('grid', { name: 'State table' })
  await grid.focus()
  await page.keyboard.press('End')
  await toy.expectPosition(16)
  for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const why = page.getByRole('region', { name: 'Why', exact: true })
  await expect(why).toContainText('x10 = x15 + x16 + x17 = 1 + 2 + 3 = 6')
  await expect(why).toContainText('step 15: jne loop (line 10)')
  const tree = why.getByRole('tree')
  await expect(tree).toBeFocused()
  await expect(tree.getByRole('treeitem').first()).toHaveAccessibleName('x10 = 6, step 16, from r0 6')
  await expect(
    tree.getByRole('treeitem', { name: 'r0 = 6, step 12, from r0 3 and x17 3, which cell: r1 17' }),
  ).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await toy.expectPosition(12)
  await expect(why).toContainText('r0 = x15 + x16 + x17 = 1 + 2 + 3 = 6')
  await expect(tree).toBeFocused()
  await page.keyboard.press('Backspace')
  await toy.expectPosition(16)
  await expect(tree.getByRole('treeitem').first()).toHaveAccessibleName(/^x10 = 6/)
  await page.keyboard.press('Escape')
  await expect(why).toHaveCount(0)
  await expect(grid).toBeFocused()
})

test('of a blank cell it says which lines could have written it, and why they have not', async ({ page, toy }) => {
  await toy.open('?sample=array-sum')
  await page.getByRole('grid', { name: 'State table' }).focus()
  for (let times = 0; times < 12; times++) await page.keyboard.press('ArrowDown')
  for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const why = page.getByRole('region', { name: 'Why', exact: true })
  await expect(why).toContainText('x10 is still blank')
  await expect(why).toContainText(
    'line 11 has not run: jne loop (line 10) ran twice and always jumped; the last time 17 ≠ 18',
  )
})

test('in Chinese, and on a phone', async ({ page }) => {
  const toy = new ToyPage(page, 'zh')
  await toy.open('?sample=array-sum&lang=zh')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('tab', { name: '状态表' }).click()
  await page.getByRole('grid', { name: '状态表' }).focus()
  await page.keyboard.press('End')
  for (let times = 0; times < 3; times++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const why = page.getByRole('region', { name: '缘由', exact: true })
  await expect(why).toContainText('x8 = 15，来自第 1 行的 .data')
  await expect(why).toContainText('读取它的步')
})
