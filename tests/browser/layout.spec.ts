// The arrangement: at 1440×900 the array sum is all in view at once; at no size does the page itself scroll sideways.
import { expect, ToyPage, test } from './page.ts'

test('at 1440×900 nothing of the array sum is out of sight, at any position, in either language', async ({ page }) => {
  for (const lang of ['en', 'zh'] as const) {
    const toy = new ToyPage(page, lang)
    await toy.open(`?lang=${lang}`)
    await expect.poll(() => toy.text()).toContain('mov 10, r0')
    const scrolling = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(element => {
            const { overflowX, overflowY } = getComputedStyle(element)
            const goes = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll'
            return (
              (goes(overflowY) && element.scrollHeight > element.clientHeight + 1) ||
              (goes(overflowX) && element.scrollWidth > element.clientWidth + 1)
            )
          })
          .map(element => `${element.tagName}.${element.className} ${element.scrollHeight}>${element.clientHeight}`),
      )
    for (const position of [0, 4, 16]) {
      await toy.grid.focus()
      await page.keyboard.press(position === 16 ? 'End' : 'Home')
      for (let step = 0; step < position && position < 16; step += 1) await page.keyboard.press('ArrowDown')
      await toy.expectPosition(position)
      await toy.drawn()
      await expect.poll(scrolling, `${lang}, position ${position}`).toEqual([])
    }
    const inSight = await page.evaluate(() => {
      /** Whether nothing lies before the middle of it but what belongs to it, or lets its line through. */
      const isSeen = (element: Element): boolean => {
        const box = element.getBoundingClientRect()
        const [left, top] = [box.left + box.width / 2, box.top + box.height / 2]
        const at = document.elementFromPoint(left, top)
        const isThere = at !== null && (element.contains(at) || document.elementsFromPoint(left, top).includes(element))
        return isThere && box.height > 0 && box.bottom <= innerHeight && box.right <= innerWidth
      }
      const all = (selector: string): { count: number; seen: number } => {
        const elements = [...document.querySelectorAll(selector)]
        return { count: elements.length, seen: elements.filter(isSeen).length }
      }
      return { rows: all('[role=grid] tbody tr'), lines: all('.monaco-editor .view-line') }
    })
    expect(inSight.rows).toEqual({ count: 17, seen: 17 })
    expect(inSight.lines.count).toBeGreaterThanOrEqual(12)
    expect(inSight.lines.seen).toBe(inSight.lines.count)
  }
})

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [700, 900],
  [390, 844],
] as const) {
  test(`at ${width}×${height} the page itself never scrolls, and the text ends in words, not in cuts`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.goto('./')
    await expect(page.getByRole('status')).toHaveText('Step 0 of 16')
    const size = () =>
      page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        height: document.documentElement.scrollHeight,
      }))
    await expect.poll(size).toEqual({ width, height })
    for (const name of ['Step', 'Step back', 'Run', 'To the end', 'Back to start']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
    }
    await expect(page.getByRole('slider', { name: 'Position', exact: true })).toBeInViewport({ ratio: 1 })
    const menus = page.getByRole('navigation', { name: 'Menus' }).getByRole('button')
    await expect(menus).toHaveCount(width <= 700 ? 1 : 8)
    for (const menu of await menus.all()) await expect(menu).toBeInViewport({ ratio: 1 })
    // Every step of sixteen has its tick and number.
    await expect(page.getByRole('slider', { name: 'Position', exact: true })).toHaveText(/^0 ?1 ?2 ?3.*14 ?15 ?16/)
  })
}

test('what is picked in a table wider than its window is brought into sight, between instruction and explanation', async ({
  page,
  toy,
}) => {
  await toy.open()
  await toy.write(Array.from({ length: 30 }, (_, cell) => `mov ${cell}, #-2147483648`).join('\n'))
  await expect(toy.status).toHaveText('Step 0 of 30')
  await toy.grid.focus()
  for (const [key, address] of [
    ['ArrowRight', 12],
    ['ArrowLeft', 1],
  ] as const) {
    const column = toy.grid.locator(`th[data-address="${address}"]`)
    for (let press = 0; press < 30 && (await column.getAttribute('data-picked')) === null; press += 1) {
      await page.keyboard.press(key)
    }
    const box = async (selector: string) => {
      const found = await toy.grid.locator(`thead ${selector}`).boundingBox()
      if (found === null) throw new Error(`no ${selector}`)
      return { left: found.x, right: found.x + found.width }
    }
    const { left, right } = await box(`[data-address="${address}"]`)
    expect(left).toBeGreaterThanOrEqual((await box('[data-column=instruction]')).right - 1)
    expect(right).toBeLessThanOrEqual((await box('[data-column=explanation]')).left + 1)
  }
})

test('on a phone one view at a time, and its tab shows it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./')
  for (const [tab, view] of [
    ['Editor', 'Editor'],
    ['Table', 'State table'],
    ['Memory', 'Memory'],
    ['Circuit', 'Circuit'],
    ['Problems', 'Problems'],
  ]) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
    await expect(page.getByRole('region', { name: view ?? '', exact: true })).toBeVisible()
    await expect(page.getByRole('tabpanel')).toHaveCount(1)
  }
})
