// Each part that is loaded when it is needed made to fail in turn: the page says so, works on, and recovers; nothing is
// asked for over and over. The parts are those of the build. A few in plain runs, all of them with PROOFS=full.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT } from '../serve-page.ts'
import { expect, test } from './page.ts'

const html = readFileSync(join(BUILT, 'index.html'), 'utf8')
const PARTS = readdirSync(join(BUILT, 'assets')).filter(name => /\.(js|css)$/.test(name) && !html.includes(name))
const isFull = process.env['PROOFS'] === 'full'
/** One of each kind; the names begin as their files do. */
const FEW = /^(Surface-.*\.js|Surface-.*\.css|Menus-|CircuitView-|worker-|KeysDialog-)/
const MOST = 5

test('the build has parts', () => {
  expect(PARTS.length).toBeGreaterThan(12)
})

for (const part of PARTS.filter(name => isFull || FEW.test(name))) {
  for (const how of isFull ? (['aborted', 'missing'] as const) : (['aborted'] as const)) {
    test(`${part} ${how}`, async ({ page, toy, silence }) => {
      let asked = 0
      await page.route(`**/assets/${part}`, route => {
        asked += 1
        return how === 'aborted' ? route.abort() : route.fulfill({ status: 404 })
      })
      await page.goto('./')
      await expect(toy.view('editor')).toContainText('add r0, [r1]')
      const executes = !part.startsWith('worker-')
      if (executes) {
        await toy.press('step', 2)
        await toy.expectPosition(2)
      }
      // Whatever is loaded on demand.
      await toy.grid.focus()
      await page.keyboard.press('?')
      const dialog = page.getByRole('dialog')
      const isFew = /^(Surface|Menus|CircuitView|worker)-/.test(part)
      const again = page.getByRole('button', { name: 'Try again' })
      if (isFew) await expect(dialog).toBeVisible()
      else await page.waitForTimeout(2000)
      await page.keyboard.press('Escape')
      await page.waitForTimeout(executes ? 1500 : 10_000)
      await expect(toy.button('step')).toBeVisible()
      expect(asked).toBeLessThanOrEqual(MOST)
      await page.unroute(`**/assets/${part}`)
      for (let n = 0; n < 8 && (await again.count()) > 0; n++) {
        await again.first().click()
        await page.waitForTimeout(300)
      }
      await page.keyboard.press('Escape')
      await expect(again).toHaveCount(0)
      await expect(toy.source).toBeAttached()
      await toy.press('step')
      await toy.expectPosition(executes ? 3 : 1)
      // The browser itself logs that the file could not be had.
      silence.length = 0
    })
  }
}
