// Every sign of the page has a note in the reader's language: on hover, in focus, by a long press; and by keyboard the way
// leads from a heading through all of them.
import type { Page } from '@playwright/test'
import { NOTES } from '../../app/notes/words.ts'
import { expect, type ToyPage, test } from './page.ts'

const tip = (page: Page) => page.getByRole('tooltip')

/** The signs in sight that have no note: headings, heads of columns, icons, marks, buttons of captions, bars and legends. */
const untold = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const signs =
      'h1,h2,th,svg[aria-hidden=true],header button,header select,[role=toolbar] button,[role=slider],main small,main i:empty'
    const exempt = '.monaco-editor,[role=menu],[role=dialog],[role=radiogroup] [role=radio][id],[data-plain]'
    return [...document.querySelectorAll(signs)]
      .filter(sign => sign.checkVisibility() && sign.getClientRects().length > 0 && !sign.closest(exempt))
      .filter(sign => sign.closest('[data-note]') === null && sign.querySelector('[data-note]') === null)
      .filter(sign => sign.textContent?.trim() !== '' || sign.tagName === 'svg')
      .map(sign => `${sign.tagName} ${sign.getAttribute('aria-label') ?? sign.textContent?.slice(0, 40)}`)
  })

/** Goes by arrows from the first heading through all signs; tells which notes were read. */
async function walked(toy: ToyPage, language: 'en' | 'zh'): Promise<string[]> {
  const { page } = toy
  // A key tells the browser that the focus is to be seen.
  await page.keyboard.press('Tab')
  await page.locator('h1 button').focus()
  const read: string[] = []
  for (let n = 0; n < 80; n++) {
    const id = (await page.evaluate(() => document.activeElement?.getAttribute('data-note'))) as keyof typeof NOTES
    if (read.includes(id)) break
    await expect(tip(page)).toContainText(NOTES[id][language])
    const described = await page.evaluate(() => {
      const by = document.activeElement?.getAttribute('aria-describedby')
      return by == null ? null : document.getElementById(by)?.textContent
    })
    if (described !== null) expect(described).toBe(NOTES[id][language])
    read.push(id)
    await page.keyboard.press('ArrowRight')
  }
  return read
}

for (const language of ['en', 'zh'] as const) {
  test(`every sign has its note, and the keyboard reaches it: ${language}`, async ({ page }) => {
    const { ToyPage: Toy } = await import('./page.ts')
    const toy = new Toy(page, language)
    await toy.open(`?sample=array-sum&lang=${language}`)
    await expect(page.locator('#note-page')).toBeAttached()
    await toy.press('step', 6)
    expect(await untold(page)).toEqual([])
    const read = await walked(toy, language)
    for (const id of [
      'page',
      'run',
      'ruler',
      'editor',
      'written',
      'flags',
      'settle',
      'notB',
      'notStored',
      'memory',
      'problems',
    ])
      expect(read).toContain(id)
    // A jump, a copy, a division, the bench, the list: their signs too.
    await toy.press('step', 1)
    expect(await untold(page)).toEqual([])
    await page.locator('[data-note=bench]').click()
    expect(await untold(page)).toEqual([])
    await page.locator('#circuit select').first().selectOption('divider')
    expect(await untold(page)).toEqual([])
    await page.locator('#circuit select').first().selectOption('maximum')
    await expect(page.locator('#circuit [data-note=weights]').first()).toBeVisible()
    expect(await untold(page)).toEqual([])
    // The canary: a heading and an icon without notes are found.
    await page.evaluate(() => {
      const heading = document.createElement('h2')
      heading.textContent = 'canary'
      const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      for (const [name, value] of [
        ['aria-hidden', 'true'],
        ['width', '9'],
        ['height', '9'],
      ] as const) {
        icon.setAttribute(name, value)
      }
      document.querySelector('#problems')!.append(heading, icon)
    })
    expect(await untold(page)).toEqual(['H2 canary', 'svg '])
  })
}

test('a note comes when the pointer rests, stays under it, and goes by Escape', async ({ toy, page }) => {
  await toy.open('?sample=array-sum')
  await expect(page.locator('#note-page')).toBeAttached()
  await page.locator('th[data-note=flags]').hover()
  await expect(tip(page)).toHaveText(NOTES.flags.en)
  await tip(page).hover()
  await page.waitForTimeout(400)
  await expect(tip(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tip(page)).toHaveCount(0)
  // Why a button does nothing is told with what it would do.
  await toy.button('stepBack').hover()
  await expect(tip(page)).toContainText('Step back (Alt+F10)')
  await expect(tip(page)).toContainText(NOTES.stepBack.en)
  await expect(tip(page)).toContainText('already at the start')
  const box = await tip(page).boundingBox()
  expect(box!.x).toBeGreaterThanOrEqual(0)
})

test('under a finger a long press tells, and does nothing else', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 }, locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(`${baseURL}?sample=array-sum`)
  await expect(page.locator('#note-page')).toBeAttached()
  const step = page.getByRole('button', { name: 'Step', exact: true })
  const box = (await step.boundingBox())!
  const client = await context.newCDPSession(page)
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await expect(tip(page)).toContainText(NOTES.step.en)
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.waitForTimeout(200)
  await expect(page.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuenow', '0')
  await step.tap()
  await expect(page.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuenow', '1')
  await context.close()
})
