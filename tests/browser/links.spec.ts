// Links: what is shared opens elsewhere at the same moment, beside what is there; what is no good is told, and the page
// stays as it was.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { kept } from './kept.ts'
import { expect, ToyPage, test } from './page.ts'

/** A link around any bytes, as a hostile hand would make it. */
const linkOf = (content: string | Uint8Array): string => `#v1.${gzipSync(content).toString('base64url')}`

const frozen: {
  readonly link: string
  readonly shared: { readonly text: string; readonly name?: string; readonly position?: number }
}[] = readFileSync(new URL('../../programs/links/frozen.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** Within 100 ms on a machine of one's own; here others may have it. What unpacking takes is held in Vitest. */
const SOON = 1000

const follow = (page: Page, link: string): Promise<void> =>
  page.evaluate(link => {
    location.hash = link
  }, link)

const alert = (page: Page, words: string | RegExp) => page.getByRole('alert').filter({ hasText: words })

test('a link made on a phone opens on a desktop at the same moment', async ({ browser, page, toy }) => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'zh-CN' })
  await phone.grantPermissions(['clipboard-read', 'clipboard-write'])
  const small = new ToyPage(await phone.newPage(), 'zh')
  await small.page.goto('./')
  await expect(small.selectedRow).toHaveCount(1)
  await small.press('step', 4)
  await small.expectPosition(4)
  await small.page.getByRole('button', { name: '菜单', exact: true }).click()
  await small.page.getByRole('menuitem', { name: '分享…' }).click()
  const dialog = small.page.getByRole('dialog', { name: '分享' })
  const link = dialog.getByRole('textbox', { name: '链接' })
  await expect(link).toBeFocused()
  await expect(dialog).toContainText('个字符：随处可用')
  await expect(dialog.getByRole('img', { name: '链接的二维码' })).toBeVisible()
  await dialog.getByRole('button', { name: '复制链接' }).click()
  await expect(dialog).toContainText('已复制')
  const address = await small.page.evaluate(() => navigator.clipboard.readText())
  expect(address).toBe(await link.inputValue())
  const sizes = await dialog
    .getByRole('button')
    .evaluateAll(all => all.map(each => each.getBoundingClientRect().height))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
  await dialog.getByRole('checkbox').uncheck()
  expect((await link.inputValue()).length).toBeLessThan(address.length)
  await phone.close()

  await toy.open()
  await toy.write('mov r0, #1 ; mine\n')
  await page.goto(address.replace(/^[^#]*/, './'))
  const there = new ToyPage(page, 'zh')
  await expect(alert(page, '已从链接打开，名为“array-sum 2”')).toBeVisible()
  await there.expectPosition(4)
  await expect(page).toHaveTitle(/array-sum 2/)
  expect(new URL(page.url()).hash).toBe('')
  expect((await kept(page)).get('array-sum')).toContain('; mine')
  await page.reload()
  await there.ready()
  await there.expectPosition(4)
  await expect(page).toHaveTitle(/array-sum 2/)
})

test('what is damaged, cut, too large, of a later version or hostile is told at once, and the page stays', async ({
  page,
  toy,
}) => {
  await toy.open('?sample=add-two-cells')
  await toy.press('step', 1)
  await toy.expectPosition(1)
  const good = frozen.at(-1)!.link
  const hostile: readonly (readonly [words: RegExp, link: string])[] = [
    [/damaged or cut short/, good.slice(0, good.length / 2)],
    [/damaged or cut short/, `${good.slice(0, 60)}A${good.slice(61)}`],
    [/later version/, good.replace('v1', 'v2')],
    [/larger than a program/, linkOf(new Uint8Array(200_000_000))],
    [/larger than a program/, linkOf(JSON.stringify({ text: 'x'.repeat(1_100_000) }))],
    [/no program/, linkOf('{"__proto__": {"text": "mov r0, #1"}}')],
    [/no program/, linkOf('<script>document.title="hacked"</script>')],
  ]
  // Once, so that what reads links is there.
  await follow(page, '#v9.x')
  await expect(alert(page, 'later version')).toBeVisible()
  const best = new Map<RegExp, number>()
  for (const [words, link] of hostile) {
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    const took = await page.evaluate(
      link =>
        new Promise<number>(resolve => {
          const began = performance.now()
          const watch = new MutationObserver(() => {
            if (document.querySelector('[role=alert]') === null) return
            watch.disconnect()
            resolve(performance.now() - began)
          })
          watch.observe(document.body, { childList: true, subtree: true })
          location.hash = link
        }),
      link,
    )
    await expect(alert(page, words)).toBeVisible()
    best.set(words, Math.min(took, best.get(words) ?? took))
    await toy.expectPosition(1)
    await expect(page).toHaveTitle(/add-two-cells/)
  }
  for (const [words, took] of best) expect(took, `${words} took ${took} ms`).toBeLessThan(SOON)
  expect([...(await kept(page)).keys()].filter(name => name !== 'add-two-cells')).toEqual([])

  // Markup in text and name stays text.
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  await follow(page, linkOf(JSON.stringify({ text: `mov r0, #1 ; ${markup}\n`, name: markup, constructor: 1 })))
  await expect(alert(page, 'Opened from a link')).toContainText('<img src=x onerror=')
  await expect.poll(() => toy.text()).toContain('<script>document.title=2')
  await expect(page).toHaveTitle(/^<img src=x onerror=/)
})

test('frozen links open for ever, at their moment', async ({ page, toy }) => {
  await toy.open('?lang=en')
  for (const { link, shared } of frozen) {
    await follow(page, link)
    await expect(alert(page, 'Opened from a link')).toBeVisible()
    // Others look further than their program goes, or have errors: they open all the same.
    if (shared.name !== undefined && shared.position !== undefined) {
      await expect.poll(() => toy.text()).toContain(shared.text.split('\n')[0])
      await toy.expectPosition(shared.position)
    }
    await page.getByRole('button', { name: 'Close', exact: true }).click()
  }
})
