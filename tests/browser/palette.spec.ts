// The command palette by keyboard alone, and the phone's tabs.
import type { Page } from '@playwright/test'
import { expect, test } from './page.ts'

/** Opens the palette, types, and takes the first that is found. */
async function command(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('F1')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(letters)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox')).toHaveCount(0)
}

test('the palette performs commands, opens samples, and acts in the editor', async ({ page, toy }) => {
  await toy.open()
  await command(page, 'to the end')
  await toy.expectPosition(16)
  await command(page, 'step back')
  await toy.expectPosition(15)
  await command(page, 'fibonacci')
  await expect(page).toHaveTitle(/fibonacci/)
  const firstLine = async () => (await toy.text()).split('\n')[0]
  await expect.poll(firstLine).toBe('.data 8: 10     ; n')
  await toy.source.focus()
  await page.keyboard.press('Control+Home')
  await command(page, 'toggle line comment')
  await expect.poll(firstLine).toBe('; .data 8: 10     ; n')
  await expect(toy.source).toBeFocused()
  await command(page, '中文')
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await page.keyboard.press('F1')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox')).toHaveCount(0)
})

test('on a phone each tab shows its region, arrows move between the tabs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./')
  await expect(page.getByRole('status')).toHaveText('Step 0 of 16')
  const tabs = page.getByRole('tab')
  const regions = { Editor: 'Editor', Table: 'State table', Circuit: 'Circuit', Memory: 'Memory', Problems: 'Problems' }
  await expect(tabs).toHaveText(Object.keys(regions))
  for (const [tab, region] of Object.entries(regions)) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    const panel = page.getByRole('tabpanel')
    await expect(panel).toHaveCount(1)
    await expect(panel.getByRole('region', { name: region, exact: true })).toBeVisible()
    await expect(page.getByRole('slider', { name: 'Position', exact: true })).toBeVisible()
    await expect(page.getByRole('toolbar', { name: 'Controls' })).toBeVisible()
  }
  await page.keyboard.press('ArrowRight')
  await expect(tabs.first()).toBeFocused()
  await expect(tabs.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(tabs.nth(3)).toBeFocused()
  await expect(page.getByRole('region', { name: 'Memory', exact: true })).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(page.getByRole('status')).toHaveText('Step 1 of 16')
})

test('the palette has what the menus and the tools have: files, own texts, folding, notations', async ({
  page,
  toy,
}) => {
  await toy.open()
  const perform = async (words: string): Promise<void> => {
    await page.keyboard.press('F1')
    await page.getByRole('dialog').getByRole('combobox').fill(words)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await perform('Number format: Binary')
  await expect(toy.view('memory').getByRole('radio', { name: 'Binary' })).toBeChecked()
  await perform('Fold jumps')
  await expect(toy.grid.locator('tbody tr')).toHaveCount(14)
  await perform('File: New')
  await expect(page).toHaveTitle(/^untitled/)
  await perform('Samples: Array sum')
  await perform('Your texts: untitled')
  await expect(page).toHaveTitle(/^untitled/)
  const choosing = page.waitForEvent('filechooser')
  await perform('File: Open')
  await choosing
})
