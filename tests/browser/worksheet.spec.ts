// A worksheet of the array sum: saved from the Copy menu, printed on one A4 page, in Chinese.
import { readFileSync } from 'node:fs'
import { expect, ToyPage, test } from './page.ts'

test('a worksheet is saved from the page and prints on one A4 page', async ({ page, context }) => {
  const toy = new ToyPage(page, 'zh')
  await toy.open('?lang=zh')
  const saved: Record<string, string> = {}
  for (const item of ['保存练习纸（供打印）', '保存答案']) {
    await toy.view('table').getByRole('button', { name: '复制' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: item }).click()
    saved[item] = readFileSync(await (await download).path(), 'utf8')
  }
  const sheet = await context.newPage()
  for (const [item, html] of Object.entries(saved)) {
    await sheet.setContent(html)
    const pdf = await sheet.pdf({ preferCSSPageSize: true })
    if (process.env['SHOTS'] !== undefined)
      await sheet.screenshot({ path: `${process.env['SHOTS']}/${item}.png`, fullPage: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), item).toHaveLength(1)
    expect(await sheet.locator('tbody tr').count()).toBe(17)
    const over = await sheet.evaluate(() => {
      const page = document.documentElement
      page.style.width = '186mm'
      return page.scrollWidth - page.clientWidth
    })
    expect(over, item).toBeLessThanOrEqual(0)
  }
})
