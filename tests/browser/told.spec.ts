// What a screen reader is told: at each step one sentence, what the step did, and nothing besides; why a run stopped, the
// fault with its line, a change made by hand.
import type { Page } from '@playwright/test'
import { expect, ToyPage, test } from './page.ts'

declare global {
  interface Window {
    told: string[]
  }
}

/** Keeps what live regions say from now on, each change of one as a reader hears it. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const POLITE = '[aria-live], [role=status], [role=alert], [role=log]'
    const heard = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return ''
      const text = [...node.childNodes].map(heard).join('')
      return getComputedStyle(node).display === 'inline' ? text : ` ${text} `
    }
    window.told = []
    const regionOf = (node: Node): Element | null =>
      (node instanceof Element ? node : node.parentElement)?.closest(POLITE) ?? null
    new MutationObserver(changes => {
      const regions = new Set<Element>()
      for (const { target } of changes) {
        const region = regionOf(target)
        if (region !== null && region.getAttribute('aria-live') !== 'off') regions.add(region)
      }
      for (const region of regions) {
        const text = heard(region).replace(/\s+/g, ' ').trim()
        if (text !== '') window.told.push(text)
      }
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** What was said since it was asked last. */
async function told(toy: ToyPage): Promise<string[]> {
  await toy.drawn()
  return toy.page.evaluate(() => window.told.splice(0))
}

const SUM = {
  en: [
    'mov r0, #0 writes 0 to r0',
    'mov r1, 8 copies x8 = 15 to r1',
    'mov r2, 9 copies x9 = 18 to r2',
    'add r0, [r1] r1 = 15, so x15 = 1 is added to r0: 0 + 1 = 1',
    'add r1, #1 adds 1 to r1: 15 + 1 = 16, pointing at x16',
    'cmp r1, r2 16 < 18: sets L',
    'jne loop 16 ≠ 18: jumps back to loop (line 6)',
    'add r0, [r1] r1 = 16, so x16 = 2 is added to r0: 1 + 2 = 3',
    'add r1, #1 adds 1 to r1: 16 + 1 = 17, pointing at x17',
    'cmp r1, r2 17 < 18: sets L',
    'jne loop 17 ≠ 18: jumps back to loop (line 6)',
    'add r0, [r1] r1 = 17, so x17 = 3 is added to r0: 3 + 3 = 6',
    'add r1, #1 adds 1 to r1: 17 + 1 = 18, pointing at x18',
    'cmp r1, r2 18 = 18: sets Z',
    'jne loop 18 = 18: does not jump, goes on',
    'mov 10, r0 copies r0 = 6 to x10 Halted after 16 steps',
  ],
  zh: [
    'mov r0, #0 向 r0 写入 0',
    'mov r1, 8 将 x8 的 15 赋给 r1',
    'mov r2, 9 将 x9 的 18 赋给 r2',
    'add r0, [r1] r1 = 15，取 x15 = 1 加到 r0：0 + 1 = 1',
    'add r1, #1 r1 加 1：15 + 1 = 16（指向 x16）',
    'cmp r1, r2 16 < 18，L 置 1',
    'jne loop 16 ≠ 18，跳回“loop”（第 6 行）',
    'add r0, [r1] r1 = 16，取 x16 = 2 加到 r0：1 + 2 = 3',
    'add r1, #1 r1 加 1：16 + 1 = 17（指向 x17）',
    'cmp r1, r2 17 < 18，L 置 1',
    'jne loop 17 ≠ 18，跳回“loop”（第 6 行）',
    'add r0, [r1] r1 = 17，取 x17 = 3 加到 r0：3 + 3 = 6',
    'add r1, #1 r1 加 1：17 + 1 = 18（指向 x18）',
    'cmp r1, r2 18 = 18，Z 置 1',
    'jne loop 18 = 18，顺序执行',
    'mov 10, r0 将 r0 的 6 存入 x10 16 步后停机',
  ],
}

for (const language of ['en', 'zh'] as const) {
  test(`at each step of the array sum one sentence is said: ${language}`, async ({ page }) => {
    const toy = new ToyPage(page, language)
    await toy.open(`?lang=${language}`)
    await toy.grid.focus()
    await toy.drawn()
    await listen(page)
    const said: string[] = []
    for (let step = 1; step <= 16; step += 1) {
      await page.keyboard.press('F10')
      await toy.expectPosition(step)
      const now = await told(toy)
      expect(now, `step ${step}`).toHaveLength(1)
      said.push(now[0]!)
    }
    expect(said).toEqual(SUM[language])
    await page.keyboard.press('Home')
    await toy.expectPosition(0)
    expect(await told(toy)).toHaveLength(1)
  })
}

test('it says what stopped a run, the fault with its line, and what was changed by hand', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mov r0, #3\nmov r1, #0\nloop:\nsub r0, #1\njne loop\ndiv r0, r1\n')
  await expect(toy.status).toHaveText(/^Step 0/)
  await listen(page)
  const said = async (): Promise<string> => (await told(toy)).at(-1) ?? ''
  await toy.source.focus()
  await page.keyboard.press('Control+Home')
  for (let line = 1; line < 5; line += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F9')
  await page.keyboard.press('F5')
  await toy.expectPosition(3)
  expect(await said()).toBe('stopped before line 5: breakpoint sub r0, #1 subtracts 1 from r0: 3 − 1 = 2')
  await page.keyboard.press('F10')
  expect(await said()).not.toContain('stopped')
  await toy.view('memory').getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await expect.poll(said).toMatch(/r\d set to 100 by hand$/)
  await toy.press('stepBack')
  await toy.grid.focus()
  await page.keyboard.press('End')
  await expect.poll(said).toMatch(/fault: division by zero \(line 6\)$/)
})
